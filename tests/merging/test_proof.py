"""What is proved of a merge before anything is written: a merge that loses or adds something is refused."""

import pytest

from dlqa_lint.merging import PuzzleError, merge
from dlqa_lint.merging.cut import Id, Ids
from dlqa_lint.merging.order import merged_order
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


def git_is_not_asked(ours: str, base: str, theirs: str) -> tuple[str, int]:
    raise AssertionError((ours, base, theirs))


def test_a_merge_that_keeps_both_sides_is_proved() -> None:
    text = _merged(LEAD, [*IRON, CLEAT], lambda ours, base, theirs: (ours + theirs, 0))
    assert "Lead is heavy.\nIron is cheap.\n" in text.replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("merge_text", "why"),
    [
        (lambda ours, base, theirs: (ours, 0), "words of one side would be lost"),
        (lambda ours, base, theirs: (theirs, 1), "words of one side would be lost"),
        (lambda ours, base, theirs: (ours + theirs.replace("cheap", ""), 0), "words of one side"),
        (lambda ours, base, theirs: (f"{ours}{theirs}{theirs}", 0), "would be there twice"),
        (lambda ours, base, theirs: (f"{ours}{theirs}\n### 6. Why?\n\nSo.\n", 0), "not be read as such"),
        (lambda ours, base, theirs: (f"{ours}{theirs}\n```\n", 0), "not be read as such"),
        (lambda ours, base, theirs: (f"{ours}{theirs}\nSee question 3.\n", 0), "links would lead elsewhere"),
    ],
    ids=[
        "ours alone",
        "theirs alone",
        "a word less",
        "theirs twice",
        "a question more",
        "questions in code",
        "a new link",
    ],
)
def test_a_merge_that_loses_or_adds_something_is_refused(merge_text: MergeText, why: str) -> None:
    with pytest.raises(PuzzleError, match=why):
        _merged(LEAD, IRON, merge_text)


@pytest.mark.parametrize("twice", ["- [6. What is a rudder?](#6-what-is-a-rudder)", "Lead is heavy."])
def test_a_repair_that_tells_something_again_is_refused(monkeypatch: pytest.MonkeyPatch, twice: str) -> None:
    def repaired(merged: Document, *_: object) -> Source:
        return Source(merged.path, f"{merged.source.text}\n{twice}\n")

    monkeypatch.setattr("dlqa_lint.merging.repaired", repaired)
    with pytest.raises(PuzzleError, match="a line of one side would be there twice"):
        _merged(LEAD, [*BANK, CLEAT], git_is_not_asked)


def test_an_entry_outside_the_contents_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def astray(*ids: Ids) -> list[Id]:
        order = merged_order(*ids)
        entry = max(at for at, one in enumerate(order) if one[0] == "entry")
        question = max(at for at, one in enumerate(order) if one[0] == "question")
        return [*order[:entry], *order[entry + 1 : question], order[entry], *order[question:]]

    monkeypatch.setattr("dlqa_lint.merging.merged_order", astray)
    with pytest.raises(PuzzleError, match="contents entries would not be read as such"):
        _merged(LEAD, [*BANK, CLEAT], git_is_not_asked)


def test_what_need_not_be_merged_line_by_line_is_not() -> None:
    assert _merged([*BANK, CLEAT], [*LEAD, FENDER], git_is_not_asked) == listed([*LEAD, CLEAT, FENDER])
    assert _merged(BANK, LEAD, git_is_not_asked, anchored) == anchored(LEAD)
