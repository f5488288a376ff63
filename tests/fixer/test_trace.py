"""Traces: what unsafe edits wrote is found again in the first text and in the last."""

from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.fixer.trace import Trace, TracedEdit
from dlqa_lint.text.source import Span


def test_a_text_that_nothing_touched_has_nothing_free() -> None:
    assert Trace.start(9).freed() == ([], [])


def test_only_unsafe_edits_free_anything() -> None:
    trace = Trace.start(9).after([TracedEdit(Span(1, 2), 4, False), TracedEdit(Span(5, 7), 1, True)])
    assert trace.freed() == ([Span(5, 7)], [Span(8, 9)])


def test_deletions_and_insertions_free_empty_spans() -> None:
    assert Trace.start(9).after([TracedEdit(Span(3, 5), 0, True)]).freed() == ([Span(3, 5)], [Span(3, 3)])
    assert Trace.start(9).after([TracedEdit(Span(3, 3), 2, True)]).freed() == ([Span(3, 3)], [Span(3, 5)])


def test_later_passes_move_what_is_free() -> None:
    trace = Trace.start(9).after([TracedEdit(Span(5, 7), 1, True)]).after([TracedEdit(Span(0, 0), 10, False)])
    assert trace.freed() == ([Span(5, 7)], [Span(15, 16)])


def test_what_is_written_over_stays_free() -> None:
    trace = Trace.start(9).after([TracedEdit(Span(5, 7), 1, True)]).after([TracedEdit(Span(4, 8), 2, False)])
    assert trace.freed() == ([Span(4, 9)], [Span(4, 6)])


@given(st.data())
def test_what_is_not_free_is_what_safe_edits_alone_would_make(data: st.DataObject) -> None:
    """Over some passes, the kept text is the same on both sides, and each side is covered once."""
    text = data.draw(st.text("abc", min_size=1, max_size=12))
    trace, now = Trace.start(len(text)), text
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(now)))
        end = data.draw(st.integers(start, len(now)))
        new = data.draw(st.text("XY", max_size=3))
        trace = trace.after([TracedEdit(Span(start, end), len(new), True)])
        now = now[:start] + new + now[end:]
    assert sum(part.length for part in trace.parts) == len(now)
    first, last = trace.freed()
    assert _without(text, first) == _without(now, last)
    assert not set("XY") & set(_without(now, last))


def _without(text: str, spans: list[Span]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text
