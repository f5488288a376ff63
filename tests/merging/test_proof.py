"""What is proved of a merge before anything is written: a merge that loses something is refused."""

import pytest

from dlqa_lint.merging import PuzzleError, merge
from dlqa_lint.merging.weave import MergeText
from dlqa_lint.model.bank import Document
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source
from merging.scenarios import CLEAT, FENDER, put
from merging.shapes import BANK, Bank, Render, anchored, listed

LEAD, IRON = put(BANK, "keel", answer="Lead is heavy."), put(BANK, "keel", answer="Iron is cheap.")


def _merged(ours: Bank, theirs: Bank, merge_text: MergeText, render: Render = listed) -> str:
    def source(bank: Bank) -> Source:
        return Source("sailing.md", render(bank))

    def read(text: Source) -> Document:
        return recognise(text, None)

    return merge(source(BANK), source(ours), source(theirs), read, merge_text).text


def test_a_merge_that_keeps_both_sides_is_proved() -> None:
    text = _merged(LEAD, [*IRON, CLEAT], lambda ours, base, theirs: (ours + theirs, 0))
    assert "Lead is heavy.\nIron is cheap.\n" in text.replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("merge_text", "why"),
    [
        (lambda ours, base, theirs: (ours, 0), "words of one side would be lost"),
        (lambda ours, base, theirs: (theirs, 1), "words of one side would be lost"),
        (lambda ours, base, theirs: (ours + theirs.replace("cheap", ""), 0), "words of one side"),
        (lambda ours, base, theirs: (f"{ours}{theirs}\n### 6. Why?\n\nSo.\n", 0), "not be read as such"),
        (lambda ours, base, theirs: (f"{ours}{theirs}\n```\n", 0), "not be read as such"),
        (lambda ours, base, theirs: (f"{ours}{theirs}\nSee question 3.\n", 0), "links would lead elsewhere"),
    ],
    ids=["ours alone", "theirs alone", "a word less", "a question more", "questions in code", "a new link"],
)
def test_a_merge_that_loses_something_is_refused(merge_text: MergeText, why: str) -> None:
    with pytest.raises(PuzzleError, match=why):
        _merged(LEAD, IRON, merge_text)


def test_what_need_not_be_merged_line_by_line_is_not() -> None:
    def never(ours: str, base: str, theirs: str) -> tuple[str, int]:
        raise AssertionError((ours, base, theirs))

    assert _merged([*BANK, CLEAT], [*LEAD, FENDER], never) == listed([*LEAD, CLEAT, FENDER])
    assert _merged(BANK, LEAD, never, anchored) == anchored(LEAD)
