import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from dlqa_lint.model.finding import Edit, Fix, Severity
from dlqa_lint.report import Report, render
from dlqa_lint.text.source import Source, Span
from report.making import HOSTILE, hostile, report_of, report_on
from report.rdjson_schema import RDJSON

BANK = "# Bank\n\n## 1. What?\n\n## 3. Why?\n\nSo.\n"


def diagnostics(report: Report) -> list[dict[str, Any]]:
    result = json.loads(render("rdjson", report))
    jsonschema.validate(result, RDJSON)
    assert result["source"] == {"name": "dlqa-lint"}
    found: list[dict[str, Any]] = result["diagnostics"]
    return found


def suggested(text: str, *edits: tuple[str, str], safe: bool = True) -> str | None:
    """The text after a reader accepted the suggestion for a fix that replaces pieces of the text by others."""
    source = Source("a.md", text)
    made = []
    for old, new in edits:
        assert source.text.count(old) == 1
        start = source.text.index(old)
        made.append(Edit("a.md", Span(start, start + len(old)), new))
    return _accepted(text, Fix("repair", made, safe))


def _accepted(text: str, fix: Fix) -> str | None:
    marked = text[: text.index("\n")] + "«»" + text[text.index("\n") :]
    (diagnostic,) = diagnostics(report_on(marked, fix=fix))
    if "suggestions" not in diagnostic:
        return None
    (suggestion,) = diagnostic["suggestions"]
    first, last = (suggestion["range"][side]["line"] for side in ("start", "end"))
    lines = text.splitlines(keepends=True)
    ending = lines[last - 1][len(lines[last - 1].rstrip("\r\n")) :]
    # A forge puts the suggested lines in the place of the commented ones; no text takes them away.
    return "".join([*lines[: first - 1], suggestion["text"] + ending, *lines[last:]])


def test_a_finding_is_a_diagnostic_with_its_place_and_rule() -> None:
    (diagnostic,) = diagnostics(report_on("# Bank\n\n## «3». Why?\n", path="./content/a.md"))
    assert diagnostic == {
        "message": "the message",
        "location": {
            "path": "content/a.md",
            "range": {"start": {"line": 3, "column": 4}, "end": {"line": 3, "column": 5}},
        },
        "severity": "ERROR",
        "code": {"value": "number-gap"},
    }


@pytest.mark.parametrize("severity", Severity)
def test_severities_have_the_words_of_the_format(severity: Severity) -> None:
    assert diagnostics(report_on("«a»", severity=severity))[0]["severity"] == severity.value.upper()


def test_columns_are_bytes_of_the_file() -> None:
    report = report_on("ä𐐀«b»")
    (diagnostic,) = diagnostics(report._replace(sources={"a.md": Source("a.md", "\ufeffä𐐀b")}))
    assert diagnostic["location"]["range"] == {
        "start": {"line": 1, "column": 10},
        "end": {"line": 1, "column": 11},
    }


def test_a_clean_run_is_an_empty_result() -> None:
    assert diagnostics(Report()) == []


def test_all_findings_are_there() -> None:
    assert len(diagnostics(report_of(300))) == 300


@pytest.mark.parametrize("text", [BANK, BANK.replace("\n", "\r\n"), "\ufeff" + BANK, BANK.rstrip("\n")])
@pytest.mark.parametrize(
    "edits",
    [
        [("3", "2")],
        [("# Bank", "# The bank"), ("3", "2")],
        [("So", "So it is\n\nand no other way")],
        [("Why?", "")],
    ],
    ids=["one character", "several places", "more lines", "a part of a line"],
)
def test_a_suggestion_is_the_fix(text: str, edits: list[tuple[str, str]]) -> None:
    whole = text
    for old, new in edits:
        whole = whole.replace(old, new)
    assert suggested(text, *edits) == whole


@pytest.mark.parametrize("gone", ["## 1. What?\n", "## 3. Why?\n\n", "\nSo.\n", "So.\n"])
def test_lines_can_go(gone: str) -> None:
    assert suggested(BANK, (gone, "")) == BANK.replace(gone, "")


def test_a_line_can_become_blank() -> None:
    assert suggested(BANK, ("## 3. Why?", "")) == BANK.replace("## 3. Why?", "")


@pytest.mark.parametrize("at", [0, BANK.index("## 3"), len(BANK)])
def test_lines_can_come(at: int) -> None:
    fix = Fix("add", [Edit("a.md", Span(at, at), "## 2. Who?\n\n")])
    assert _accepted(BANK, fix) == BANK[:at] + "## 2. Who?\n\n" + BANK[at:]


def test_an_unsafe_fix_is_no_suggestion() -> None:
    assert suggested(BANK, ("3", "2"), safe=False) is None


def test_a_fix_of_several_files_is_no_suggestion() -> None:
    edits = [Edit("a.md", Span(0, 1), "x"), Edit("b.md", Span(0, 1), "x")]
    assert _accepted(BANK, Fix("repair", edits)) is None


def test_a_fix_of_many_lines_is_no_suggestion() -> None:
    text = "a\n" + "b\n" * 30 + "c\n"
    assert suggested(text, ("a", "x"), ("c", "y")) is None
    assert suggested(text, ("c", "y")) == text.replace("c", "y")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_gives_a_valid_result(text: str) -> None:
    (diagnostic,) = diagnostics(hostile(text))
    assert diagnostic["message"] == f"found {text}"
