"""The format `faq-jsonld`."""

import json

from dlqa_lint.exports import exported
from dlqa_lint.text.clean_html import words_of
from exported import BANKS, Meant, export, for_all, html_meant, items_meant, text_of, written


def _listed(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) else [value]  # type: ignore[list-item]


@for_all(BANKS)
def test_all_questions_are_read_back(meant: tuple[Meant, ...]) -> None:
    data = exported("faq-jsonld", items_meant(meant)).data
    page = json.loads(data)
    assert (page["@context"], page["@type"]) == ("https://schema.org", "FAQPage")
    assert "<" not in str(data)
    for asked, question in zip(meant, page["mainEntity"], strict=True):
        assert question["name"] == words_of(html_meant(asked.text))
        accepted = _listed(question["acceptedAnswer"])
        if not asked.options:
            assert [answer["text"] for answer in accepted] == [html_meant(asked.answer)]
            continue
        options = sorted(
            [*accepted, *question["suggestedAnswer"]], key=lambda answer: str(answer["position"])
        )
        assert [option["text"] for option in options] == [html_meant(option) for option in asked.options]
        assert {answer["position"] for answer in accepted} == asked.right
        if asked.answer:
            assert accepted[0]["answerExplanation"] == {"@type": "Comment", "text": html_meant(asked.answer)}


def test_code_of_a_question_is_its_text() -> None:
    page = json.loads(
        text_of("faq-jsonld", written([Meant("Why?\n\n```\nx\n```", ("a", "b"), frozenset({0}))]))
    )
    assert page["mainEntity"][0]["name"] == "Why?"
    assert page["mainEntity"][0]["text"] == "<p>Why?</p>\n<pre><code>x\n</code></pre>"


def test_an_unanswered_question_is_named() -> None:
    made = export("faq-jsonld", "# Q\n\n### 1. Why?\n\nSo.\n\n### 2. How?\n\n### 3. Where?\n\nThere.\n")
    assert [(item.number, reason) for item, reason in made.left] == [("2", "it has no answer")]
