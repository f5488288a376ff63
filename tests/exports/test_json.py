"""The format `json`."""

import json

from dlqa_lint.exports import exported
from exported import BANKS, Meant, for_all, items_meant, text_of, written


@for_all(BANKS)
def test_all_questions_are_read_back(meant: tuple[Meant, ...]) -> None:
    data = exported("json", items_meant(meant)).data
    (document,) = json.loads(data)
    found = [
        Meant(
            text=question["text"],
            options=tuple(option["text"] for option in question["options"]),
            right=frozenset(at for at, option in enumerate(question["options"]) if option["correct"]),
            answer=question["answer"]["markdown"] if question["answer"] else "",
        )
        for question in document["questions"]
    ]
    words = [item.question.plain_text for item in items_meant(meant)]
    assert found == [asked._replace(text=text, section="") for asked, text in zip(meant, words, strict=True)]


def test_documents_are_told_apart() -> None:
    first, second = (written([Meant("Why?", answer="So.")]), written([Meant("How?", answer="Thus.")]))
    documents = json.loads(text_of("json", first, second))
    assert [document["path"] for document in documents] == ["a.md", "b.md"]
    assert list(documents[0]) == ["path", "title", "confidence", "schema", "questions"]


def test_a_bank_without_questions_is_an_empty_array() -> None:
    assert json.loads(text_of("json")) == []
