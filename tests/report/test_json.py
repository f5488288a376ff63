import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from dlqa_lint.model.finding import Edit, Finding, Fix, Place, QuestionRef, Severity
from dlqa_lint.report import Report, render
from dlqa_lint.text.source import Span
from report.making import HOSTILE, hostile, marked, report_on

POSITION = {
    "type": "object",
    "required": ["line", "column", "offset"],
    "additionalProperties": False,
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "offset": {"type": "integer", "minimum": 0},
    },
}


def closed(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


TEXT = {"type": "string"}
ENDS = {"start": POSITION, "end": POSITION}
FIX = closed(
    title=TEXT,
    safe={"type": "boolean"},
    edits={"type": "array", "items": closed(path=TEXT, **ENDS, replacement=TEXT)},
)
FINDINGS = {
    "type": "array",
    "items": closed(
        rule=TEXT,
        family=TEXT,
        severity={"enum": ["error", "warning", "info"]},
        message=TEXT,
        path=TEXT,
        **ENDS,
        question={
            "oneOf": [
                {"type": "null"},
                closed(number={"type": ["string", "null"]}, text=TEXT, line={"type": "integer"}),
            ]
        },
        related={"type": "array", "items": closed(path=TEXT, **ENDS, message=TEXT)},
        fix={"oneOf": [{"type": "null"}, FIX]},
    ),
}


def test_a_whole_finding_is_written_as_the_contract_says() -> None:
    source, span = marked("# Bank\n\n## 1. What?\n\n## «3». Why?\n", "content/a.md")
    finding = Finding(
        "number-gap",
        "numbering",
        Severity.ERROR,
        "question is numbered 3, expected 2",
        "content/a.md",
        span,
        QuestionRef("3", "Why?", 5),
        (Place("content/a.md", Span(11, 12), "the question before"),),
        Fix("renumber to 2", (Edit("content/a.md", span, "2"),), safe=False),
    )
    start, end = {"line": 5, "column": 4, "offset": 24}, {"line": 5, "column": 5, "offset": 25}
    assert json.loads(render("json", Report((finding,), {"content/a.md": source}))) == [
        {
            "rule": "number-gap",
            "family": "numbering",
            "severity": "error",
            "message": "question is numbered 3, expected 2",
            "path": "content/a.md",
            "start": start,
            "end": end,
            "question": {"number": "3", "text": "Why?", "line": 5},
            "related": [
                {
                    "path": "content/a.md",
                    "start": {"line": 3, "column": 4, "offset": 11},
                    "end": {"line": 3, "column": 5, "offset": 12},
                    "message": "the question before",
                }
            ],
            "fix": {
                "title": "renumber to 2",
                "safe": False,
                "edits": [{"path": "content/a.md", "start": start, "end": end, "replacement": "2"}],
            },
        }
    ]


def test_question_and_fix_may_be_null_and_related_is_a_list() -> None:
    (finding,) = json.loads(render("json", report_on("## «1».\n")))
    assert (finding["question"], finding["fix"], finding["related"]) == (None, None, [])


def test_a_file_name_that_is_not_utf8_is_escaped() -> None:
    text = render("json", report_on("«a»", path="caf\udce9.md"))
    assert json.loads(text.encode("utf-8"))[0]["path"] == "caf\udce9.md"


def test_columns_and_offsets_count_characters() -> None:
    (finding,) = json.loads(render("json", report_on("é👩‍💻\r\n什么 «是»")))
    assert finding["start"] == {"line": 2, "column": 4, "offset": 9}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_back_as_it_was(text: str) -> None:
    findings = json.loads(render("json", hostile(text)))
    jsonschema.validate(findings, FINDINGS)
    assert findings[0]["message"] == f"found {text}"
    assert findings[0]["question"]["text"] == text
