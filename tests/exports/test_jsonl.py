"""The format `jsonl`."""

import json

from dlqa_lint.exports import exported
from exported import BANKS, Meant, for_all, items_meant, text_of, written


@for_all(BANKS)
def test_every_line_is_what_json_has(meant: tuple[Meant, ...]) -> None:
    items = items_meant(meant)
    (document,) = json.loads(exported("json", items).data)
    data = exported("jsonl", items).data
    assert isinstance(data, str)
    lines = [json.loads(line) for line in data.splitlines()]
    assert [line.pop("path") for line in lines] == ["a.md"] * len(meant)
    assert [line.pop("id") for line in lines] == [item.key for item in items]
    assert lines == document["questions"]


def test_a_line_break_in_an_answer_breaks_no_line() -> None:
    text = text_of("jsonl", written([Meant("Why?", answer="So\u2028it\n\nis.")]))
    assert text.count("\n") == 1
    assert json.loads(text)["answer"]["markdown"] == "So\u2028it\n\nis."
