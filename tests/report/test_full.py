import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.model.finding import Edit, Fix, Place, Severity
from dlqa_lint.report import Report, Screen, render
from dlqa_lint.report.parts.excerpt import excerpt
from dlqa_lint.report.parts.terminal import cells
from dlqa_lint.text.source import Source, Span
from dlqa_lint.text.visible import visible
from report.making import HOSTILE, hostile, report_of, report_on


def excerpt_of(text: str) -> list[str]:
    """The excerpt of a report on a marked text, gutters and all."""
    blocks = render("full", report_on(text)).split("\n\n")
    return blocks[0].splitlines()[1:]


def test_a_finding_has_place_excerpt_caret_related_places_and_help() -> None:
    report = report_on(
        "# Bank\n\n## 1. What?\n\n## «3». Why?\n",
        "question is numbered 3, expected 2",
        related=(Place("a.md", Span(8, 10), "the question before"),),
        fix=Fix("renumber to 2", (Edit("a.md", Span(24, 25), "2"),)),
    )
    assert render("full", report) == (
        "a.md:5:4: error number-gap: question is numbered 3, expected 2\n"
        "   |\n"
        " 5 | ## 3. Why?\n"
        "   |    ^\n"
        "   = a.md:3:1: the question before\n"
        "   = help: renumber to 2\n"
        "\n"
        "1 finding in 1 document (50 questions, 10 answered); 1 fixable with --fix\n"
    )


def test_an_unsafe_fix_is_called_unsafe() -> None:
    text = render("full", report_on("«a»", fix=Fix("drop it", (), safe=False)))
    assert "   = help (unsafe): drop it\n" in text
    assert text.endswith("; 1 fixable with --unsafe-fixes\n")


@pytest.mark.parametrize(
    ("text", "shown", "carets"),
    [
        ("什么«是»", "什么是", "    ^^"),
        ("e\u0301e\u0301«x»", "e\u0301e\u0301x", "  ^"),
        ("\t«x»", "    x", "    ^"),
        ("ab\t«x\t»y", "ab  x   y", "    ^^^^"),
        ("👩\u200d💻 «x»", "👩\u200d💻 x", "   ^"),
        ("❤\ufe0f «x»", "❤\ufe0f x", "   ^"),
        ("👍🏽 «x»", "👍🏽 x", "   ^"),
        ("🇩🇪 «x»", "🇩🇪 x", "   ^"),
        ("\u1112\u1161\u11ab «x»", "\u1112\u1161\u11ab x", "   ^"),
        ("ｆｕｌｌ «x»", "ｆｕｌｌ x", "         ^"),
        ("«»abc", "abc", "^"),
        ("abc«»", "abc", "   ^"),
        ("«\u0301»abc", "\u0301abc", "^"),
        ("a\x1b[1m«x»", "a␛[1mx", "     ^"),
    ],
)
def test_the_caret_is_under_the_span(text: str, shown: str, carets: str) -> None:
    assert excerpt_of(text) == ["   |", f" 1 | {shown}", f"   | {carets}"]


def test_an_empty_document_has_a_caret_too() -> None:
    assert excerpt_of("«»") == ["   |", " 1 |", "   | ^"]


def test_a_span_that_takes_the_line_end_stays_on_its_line() -> None:
    assert excerpt_of("«## 1.\r\n»## 2.") == ["   |", " 1 | ## 1.", "   | ^^^^^"]


@pytest.mark.parametrize("ends", ["\n\n\n", "\r\r\r", "\r\n\r\n"])
def test_blank_lines_at_the_end_of_a_span_are_not_shown(ends: str) -> None:
    assert excerpt_of(f"«## 1.{ends}»## 2.") == ["   |", " 1 | ## 1.", "   | ^^^^^"]


def test_three_lines_are_shown_whole() -> None:
    first, blank, last = [" 1 | abc", "   |   ^"], [" 2 |"], [" 3 |   defgh", "   |   ^^^"]
    assert excerpt_of("ab«c\n\n  def»gh\n") == ["   |", *first, *blank, *last]


def test_more_lines_are_shortened() -> None:
    text = "«first\n" + "middle\n" * 200 + "last» line\n"
    assert excerpt_of(text) == [
        "    |",
        "  1 | first",
        "    | ^^^^^",
        "  … |",
        "202 | last line",
        "    | ^^^^",
    ]


def test_a_long_line_is_cropped_around_the_caret() -> None:
    _, row, carets = excerpt_of("left " * 5000 + "«HERE»" + " right" * 5000)
    assert row.startswith(" 1 | …")
    assert row.endswith("…")
    assert row.index("HERE") == carets.index("^")
    assert carets.count("^") == 4
    assert len(row) < 120


def test_a_long_span_shows_its_start() -> None:
    _, row, carets = excerpt_of("left " * 50 + "«" + "span " * 5000 + "» right")
    assert carets.index("^") < 50
    assert row[carets.index("^") :].startswith("span ")
    assert len(carets) <= len(row) <= 120


def test_a_long_line_of_wide_characters_is_cropped_by_cells() -> None:
    _, row, _ = excerpt_of("什" * 500 + "«么»" + "是" * 500)
    assert sum(cells(row)) < 120


def test_a_heap_of_marks_is_cropped_too() -> None:
    _, row, carets = excerpt_of("a" + "\u0301" * 5000 + "«x»" + "\u0301" * 5000 + "b")
    assert row.startswith(" 1 | …")
    assert row.endswith("…")
    assert carets.index("^") == len(" 1 | …")
    assert len(row) < 500


def test_colours_come_only_when_asked() -> None:
    assert "\x1b" not in render("full", report_on("«a»", related=(Place("a.md", Span(0, 0), "x"),)))
    colored = render("full", report_on("«a»", screen=Screen(color=True)))
    assert "\x1b[1;38;5;196merror\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render("full", report_on("«a»"))


def test_document_text_cannot_colour_even_when_colours_are_on() -> None:
    text = render("full", report_on("«\x1b[5mblink»", "found \x1b[5mblink", screen=Screen(color=True)))
    assert "\x1b[5m" not in text


@pytest.mark.parametrize("name", ["full", "concise"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_line_is_a_workflow_command(name: str, text: str) -> None:
    for line in render(name, hostile(text)).splitlines():
        assert not line.lstrip().startswith("::")
        assert not re.search(r"##\[[a-z-]+\]", line)


@pytest.mark.parametrize("name", ["full", "concise"])
def test_not_even_a_path_begins_a_workflow_command(name: str) -> None:
    assert render(name, report_on("«a»", path="::error::x.md")).startswith("./::error::x.md:1:1: ")


def test_concise_has_one_line_a_finding() -> None:
    lines = render("concise", report_of(3, Severity.WARNING)).splitlines()
    assert lines == [f"a.md:{at + 1}:1: warning number-gap: finding {at}" for at in range(3)]


def test_quiet_leaves_out_the_closing_line() -> None:
    assert render("full", Report(quiet=True)) == ""


@given(st.text(), st.data())
def test_any_span_of_any_text_has_a_narrow_excerpt(text: str, data: st.DataObject) -> None:
    source = Source("a.md", text)
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    rows = excerpt(source, Span(start, end), "1", 3)
    assert any("^" in row for row in rows)
    for row in rows:
        assert row == visible(row)
        assert sum(cells(row)) < 120
