"""What bank rules found, while somebody types."""

from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.model.finding import Edit, Finding, Fix, Place, Severity
from dlqa_lint.server.moved_findings import carried
from dlqa_lint.text.source import Source, Span

SMALL = st.text("ab\n", max_size=12)


def _finding(start: int, end: int, *related: Place) -> Finding:
    fix = Fix("number", (Edit("a.md", Span(start, end), "2"),))
    return Finding(
        "number-gap", "numbering", Severity.ERROR, "", "a.md", Span(start, end), None, related, fix
    )


@given(SMALL, SMALL, SMALL, SMALL)
def test_findings_move_with_their_text_and_go_with_it(head: str, old: str, new: str, tail: str) -> None:
    before, after = Source("a.md", head + old + tail), Source("a.md", head + new + tail)
    findings = [_finding(start, start + 1) for start in range(len(before.text))]
    kept = list(carried(findings, before, after))
    assert len(kept) >= len(head) + len(tail)
    for finding in kept:
        assert after.slice(finding.span) in "ab\n"
        assert finding.fix is None
    if old == new:
        assert [finding.span for finding in kept] == [finding.span for finding in findings]


def test_a_finding_whose_text_was_changed_is_gone() -> None:
    before, after = Source("a.md", "one two three"), Source("a.md", "one 2 three")
    kept = carried([_finding(0, 3), _finding(4, 7), _finding(8, 13)], before, after)
    assert [after.slice(finding.span) for finding in kept] == ["one", "three"]


def test_places_in_other_documents_stay() -> None:
    before, after = Source("a.md", "one two"), Source("a.md", "one")
    here, there = Place("a.md", Span(4, 7), "here"), Place("b.md", Span(4, 7), "there")
    (finding,) = carried([_finding(0, 3, here, there)], before, after)
    assert finding.related == (there,)
