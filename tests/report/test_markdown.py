import re

import pytest
from markdown_it import MarkdownIt

from dlqa_lint.model.finding import Severity
from dlqa_lint.report import Report, render
from dlqa_lint.text.visible import visible
from report.making import HOSTILE, hostile, report_of, report_on

GITHUB = MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"])


def cells_of(text: str) -> list[list[str]]:
    """The cells of the only table, row by row; no cell may hold anything but text."""
    rows: list[list[str]] = []
    inside = False
    for token in GITHUB.parse(text):
        inside = (token.type.startswith(("th", "td", "tr", "table")) and token.nesting >= 0) or inside
        if token.type == "tr_open":
            rows.append([])
        if token.type == "inline" and inside:
            children = token.children or []
            assert {child.type for child in children} <= {"text", "text_special"}
            rows[-1].append("".join(child.content for child in children))
    return rows


def test_the_table_has_place_severity_rule_and_finding() -> None:
    text = render(
        "markdown", report_on("# Bank\n\n## «1».\n", "no [answer](x) | `here`", severity=Severity.WARNING)
    )
    assert text.startswith("## dlqa-lint\n\n1 finding in 1 document (50 questions, 10 answered)\n")
    assert cells_of(text) == [
        ["Place", "Severity", "Rule", "Finding"],
        ["a.md:3:4", "warning", "number-gap", "no [answer](x) | `here`"],
    ]


ADDRESS = "https://forge.example/a/b/blob/c0ffee"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("a.md", "a.md?plain=1#L3"),
        ("./q/a b).md", "q/a%20b%29.md?plain=1#L3"),
        ("q/100%?#.md", "q/100%25%3F%23.md?plain=1#L3"),
    ],
)
def test_a_place_leads_to_its_line_where_the_address_is_known(path: str, target: str) -> None:
    text = render("markdown", report_on("# Bank\n\n## «1».\n", path=path)._replace(address=ADDRESS))
    links = [
        token.attrGet("href")
        for block in GITHUB.parse(text)
        for token in block.children or []
        if token.type == "link_open"
    ]
    assert links == [f"{ADDRESS}/{target}"]


@pytest.mark.parametrize("path", ["/elsewhere/a.md", "../a.md"])
def test_a_file_outside_of_the_folder_has_no_link(path: str) -> None:
    assert "](" not in render("markdown", report_on("«1»\n", path=path)._replace(address=ADDRESS))


def test_a_clean_run_has_no_table() -> None:
    text = render("markdown", Report(documents=1, questions=2, answered=2))
    assert text == "## dlqa-lint\n\nno findings in 1 document (2 questions, all answered)\n"


def test_every_finding_has_a_row() -> None:
    assert len(cells_of(render("markdown", report_of(300)))) == 301


def test_more_than_a_step_summary_takes_is_cut_and_reported() -> None:
    text = render("markdown", report_of(30_000))
    assert len(text.encode()) < 1024 * 1024
    assert (left := re.search(r"\n… and (\d+) more findings\.\n\Z", text))
    assert text.count("number-gap") + int(left[1]) == 30_000


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_shown_and_not_obeyed(text: str) -> None:
    head, row = cells_of(render("markdown", hostile(text)))
    assert len(head) == len(row) == 4
    assert row[3].replace("\u200b", "") == visible(" ".join(f"found {text}".split()))


def test_nobody_is_notified_and_nothing_linked() -> None:
    text = render("markdown", report_on("«a»", "@team #12 https://a.example www.a.example me@a.example"))
    assert not re.search(r"@\w|#\d|://\w|www\.\w", text)
