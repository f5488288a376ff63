import pytest

from dlqa_lint.model.finding import Severity
from dlqa_lint.report import Report, render
from dlqa_lint.text.visible import visible
from report.making import HOSTILE, hostile, report_of, report_on
from report.workflow import Command, parse


def commands(report: Report) -> list[Command]:
    return [parse(line) for line in render("github", report).splitlines()]


def test_a_finding_is_a_command_with_its_place() -> None:
    (command,) = commands(report_on("# Bank\n\n## «12». What?\n", path="content/a,b:c.md"))
    place = {"file": "content/a,b:c.md", "line": "3", "endLine": "3", "col": "4", "endColumn": "6"}
    assert command == Command("error", place | {"title": "dlqa-lint (number-gap)"}, "the message")


def test_columns_are_left_out_over_several_lines() -> None:
    (command,) = commands(report_on("«a\nb»\n"))
    assert (command.properties["line"], command.properties["endLine"]) == ("1", "2")
    assert "col" not in command.properties
    assert "endColumn" not in command.properties


def test_a_line_with_its_end_is_one_line() -> None:
    (command,) = commands(report_on("«abc\r\n»d"))
    assert command.properties["endLine"] == "1"
    assert command.properties["endColumn"] == "4"


def test_the_gravest_come_first() -> None:
    reports = [report_of(2, severity) for severity in (Severity.INFO, Severity.WARNING, Severity.ERROR)]
    findings = tuple(finding for report in reports for finding in report.findings)
    names = [command.name for command in commands(Report(findings, reports[0].sources))]
    assert names == ["error", "error", "warning", "warning", "notice", "notice"]


def test_ten_of_a_kind_need_no_closing_notice() -> None:
    assert [command.name for command in commands(report_of(10))] == ["error"] * 10


def test_more_than_ten_of_a_kind_get_a_closing_notice() -> None:
    *errors, closing = commands(report_of(11))
    assert [command.name for command in errors] == ["error"] * 11
    assert closing.name == "notice"
    assert closing.message.startswith("11 findings; GitHub shows 10 of a kind")


def test_the_closing_notice_is_among_the_notices_that_github_shows() -> None:
    first_notices = commands(report_of(30, Severity.INFO))[:10]
    assert any("30 findings" in command.message for command in first_notices)


def test_percent_and_line_ends_of_a_message_are_escaped() -> None:
    line = render("github", report_on("«a»", "100%\r\n::error::x%0A"))
    assert line.endswith("::100%25%0D%0A::error::x%250A\n")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_document_text_never_forges_a_command(text: str) -> None:
    (command,) = commands(hostile(text))
    assert command.name == "error"
    assert command.properties["title"] == "dlqa-lint (number-gap)"
    shown = command.message.replace("\r", "␍").replace("\n", "␊")
    assert shown == visible(f"found {text}")
