from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.model.finding import Edit, Finding, Fix, Place, Severity
from dlqa_lint.report import Report, Screen, formats, render
from dlqa_lint.report.parts.shown_findings import alike, chosen
from dlqa_lint.text.source import Source, Span

SOURCES = {
    "a.md": Source("a.md", "".join(f"## {line}. What?\n" for line in range(1, 31))),
    "b.md": Source("b.md", "### Is this the other one?\n"),
}
REPAIR = Fix("repair it", (Edit("a.md", Span(0, 0), "x"),))


def found(line: int, rule: str = "missing-answer", **parts: object) -> Finding:
    start = SOURCES["a.md"].starts[line - 1]
    finding = Finding(rule, "answers", Severity.ERROR, f"fault {line}", "a.md", Span(start, start + 2))
    return finding._replace(**parts)  # type: ignore[arg-type]


def report(*findings: Finding, most: int = 0) -> Report:
    return Report(findings, SOURCES, 1, 30, 30, most=most, quiet=True)


FINDINGS = st.lists(
    st.builds(
        found,
        st.integers(1, 30),
        st.sampled_from(["missing-answer", "number-gap", "short-answer"]),
        severity=st.sampled_from(list(Severity)),
        fix=st.sampled_from([None, REPAIR]),
        related=st.sampled_from([(), (Place("b.md", Span(0, 3), "there"),)]),
    ),
    unique=True,
)


@given(FINDINGS, st.integers(0, 12))
def test_no_more_are_shown_than_wanted_and_none_is_lost(findings: list[Finding], most: int) -> None:
    shown, left = chosen(report(*findings, most=most))
    assert len(shown) == (min(most, len(findings)) if most else len(findings))
    assert sorted([*shown, *left], key=findings.index) == findings
    assert list(shown) == [finding for finding in findings if finding in shown]


@given(FINDINGS, st.integers(1, 12))
def test_no_rule_is_shown_twice_more_often_than_another_that_is_left_out(
    findings: list[Finding], most: int
) -> None:
    shown, left = chosen(report(*findings, most=most))
    times = Counter(finding.rule for finding in shown)
    for rule in {finding.rule for finding in left}:
        assert times[rule] >= max(times.values()) - 1


@given(FINDINGS)
def test_each_finding_is_in_one_group(findings: list[Finding]) -> None:
    groups = alike(findings)
    assert sorted((one for group in groups for one in group), key=findings.index) == findings
    firsts = [findings.index(group[0]) for group in groups]
    assert firsts == sorted(firsts)


@given(FINDINGS, st.integers(1, 3), st.sampled_from(sorted(set(formats()) - {"full", "concise"})))
def test_formats_for_programs_hold_all_and_nothing_of_a_screen(
    findings: list[Finding], most: int, name: str
) -> None:
    whole = report(*findings)
    seen = whole._replace(most=most, screen=Screen(color=True, width=30, links=True))
    assert render(name, seen) == render(name, whole)


def test_the_rest_is_counted_by_rule() -> None:
    findings = [found(line) for line in range(1, 10)]
    findings += [found(10, "number-gap", fix=REPAIR), found(11, "number-gap", fix=REPAIR)]
    assert render("concise", report(*findings, most=3)) == (
        "a.md:1:1: error missing-answer: fault 1\n"
        "a.md:2:1: error missing-answer: fault 2\n"
        "a.md:10:1: error number-gap: fault 10\n"
        "8 more findings (--max-findings 0 shows all):\n"
        "7 missing-answer\n"
        "1 number-gap (1 fixable)\n"
    )


def test_full_says_the_same_of_the_rest() -> None:
    text = render("full", report(*(found(line) for line in range(1, 9)), most=1))
    assert text.endswith("   | ^^\n\n7 more findings (--max-findings 0 shows all):\n7 missing-answer\n")


def test_findings_that_are_repaired_alike_are_one_block() -> None:
    findings = [found(line, fix=REPAIR) for line in (1, 3, 4)]
    assert render("full", report(findings[0], found(2, "number-gap"), *findings[1:])) == (
        "a.md:1:1: error missing-answer: fault 1\n"
        "   |\n"
        " 1 | ## 1. What?\n"
        "   | ^^\n"
        "   = also: a.md:3:1: fault 3\n"
        "   = also: a.md:4:1: fault 4\n"
        "   = help: repair it\n"
        "\n"
        "a.md:2:1: error number-gap: fault 2\n"
        "   |\n"
        " 2 | ## 2. What?\n"
        "   | ^^\n"
    )


@pytest.mark.parametrize(
    "others",
    [
        [found(2)],
        [found(2, fix=REPAIR), found(3, fix=REPAIR)],
        [found(2, severity=Severity.INFO), found(3, severity=Severity.WARNING)],
        [found(2, path="b.md"), found(3, path="b.md")],
        [found(line, related=(Place("b.md", Span(0, 3), "there"),)) for line in (2, 3, 4)],
    ],
    ids=["only two", "another repair", "another severity", "another document", "about two places"],
)
def test_what_is_not_alike_stays_alone(others: list[Finding]) -> None:
    assert alike([found(1), *others]) == [[found(1)], *([other] for other in others)]


def test_of_duplicates_both_questions_are_shown() -> None:
    twin = Place("b.md", Span(0, 26), "the earlier question")
    duplicate = found(17, "duplicate-topic", family="duplicates", related=(twin,))
    assert render("full", report(duplicate)) == (
        "a.md:17:1: error duplicate-topic: fault 17\n"
        "   |\n"
        "17 | ## 17. What?\n"
        "   | ^^\n"
        "   = b.md:1:1: the earlier question\n"
        " 1 | ### Is this the other one?\n"
    )


def test_a_long_twin_is_cropped_to_the_screen() -> None:
    twin = Place("b.md", Span(0, 26), "the earlier question")
    duplicate = found(17, family="duplicates", related=(twin,))
    text = render("full", report(duplicate)._replace(screen=Screen(width=26)))
    assert " 1 | ### Is this the othe…\n" in text


def test_places_are_not_more_than_findings_may_be() -> None:
    related = tuple(Place("a.md", Span(start, start), "no answer either") for start in range(5))
    lines = render("full", report(found(1, related=related), most=2)).splitlines()
    assert [line for line in lines if " = " in line] == [
        "   = a.md:1:1: no answer either",
        "   = a.md:1:2: no answer either",
        "   = and 3 more places",
    ]
