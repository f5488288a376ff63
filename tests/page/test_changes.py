"""The difference between two texts: nothing of either is lost, and words are marked where lines are alike."""

from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.page import Change
from dlqa_lint.page.changes import Line, differences
from dlqa_lint.text.source import Source

TEXTS = st.lists(st.sampled_from(["a b c", "a b d", "", "x", "a  b c", "é 1"]), max_size=12).map("\n".join)


def _lines(before: str, after: str) -> list[Line]:
    change = Change(Source("a.md", before), Source("a.md", after))
    return [line for file in differences([change]) for hunk in file.hunks for line in hunk]


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


@given(TEXTS, TEXTS)
def test_the_difference_makes_one_text_of_the_other(before: str, after: str) -> None:
    shown = _lines(before, after)
    old, new = Source("", before).lines, Source("", after).lines
    gone = {line.number: _text(line) for line in shown if line.sign == "-"}
    come = {line.number: _text(line) for line in shown if line.sign == "+"}
    kept = {line.number: _text(line) for line in shown if line.sign == " "}
    assert gone == {number: old[number - 1] for number in gone}
    assert come | kept == {number: new[number - 1] for number in come | kept}
    stayed = [text for number, text in enumerate(old, 1) if number not in gone]
    assert stayed == [text for number, text in enumerate(new, 1) if number not in come]


def _marked(line: Line) -> list[str]:
    return [piece.text for piece in line.pieces if piece.changed]


def test_changed_words_are_marked() -> None:
    gone, come = (
        line
        for line in _lines("one\n\n#### 3. What is rain?\n", "one\n\n#### 2. What is rain?\n")
        if line.sign != " "
    )
    assert (_marked(gone), _marked(come)) == (["3"], ["2"])


def test_lines_that_have_little_in_common_are_not_compared() -> None:
    gone, come = (line for line in _lines("What is rain?", "It pours down") if line.sign != " ")
    assert (_marked(gone), _marked(come)) == ([], [])


def test_nor_are_lines_without_end() -> None:
    gone, come = (line for line in _lines("ab " * 1000, "ab " * 1000 + "c") if line.sign != " ")
    assert (_marked(gone), _marked(come)) == ([], [])
