"""What holds of every merge: no word of either side is lost, and nothing is merged without being understood."""

import os
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlqa_lint.cli.commands.merge import merged_bytes
from dlqa_lint.cli.merging import Texts
from dlqa_lint.disk.git_merge import Markers
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank as Documents
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source
from merging.conflicts import conflicts_in
from merging.scenarios import after, moved, put, without
from merging.shapes import BANK, FORMS, Bank, Q

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("DLQA_LINT_EXAMPLES", "80"))
"""Merges for each property; the variable asks for a thorough run."""

RULES = selected(all_rules(), RuleSelection(select=("numbering", "contents", "wrong-question-count")))
_LINES = st.sampled_from(
    [
        "", "", "# Sailing", "## Contents", "- [1. What is a jib?](#1-what-is-a-jib)", "## 1. What is a jib?",
        "## 2. What is a boom?", "## 3. What is a keel?", "1. What is a mast?", "2) Why reef?", "A sail.",
        "    A rope.", "```", "~~~", "---", "===", "<details>", "<summary>What is a guy?</summary>", "</details>",
        "| 1 | What is a stay? | A wire |", "| --- | --- | --- |", "> ## 4. What is a pintle?", "See question 2.",
        "<<<<<<< ours", "=======", ">>>>>>> theirs", "Answer: B", "A. yes", "B. no", "\ufeff", "**5. What is it?**",
    ]
)  # fmt: skip
_TEXTS = st.lists(_LINES, max_size=14)


class _Edits:
    """A side that edits a bank, its new words marked by its name."""

    def __init__(self, draw: st.DrawFn, name: str) -> None:
        self.draw, self.name, self.bank, self.count = draw, name, list(BANK), 0

    def word(self) -> str:
        self.count += 1
        return f"{self.name}{'abcdefgh'[self.count]}"

    def edit(self) -> None:
        kind = self.draw(st.sampled_from(["add", "add", "remove", "move", "reword", "answer"]))
        q = self.draw(st.sampled_from(self.bank))
        if kind == "add":
            word = self.word()
            new = Q(word, f"What is the {word}?", f"It is the {word} of a ship.\nNothing else is.", q.section)
            self.bank = after(self.bank, q.word, new)
        elif kind == "remove" and len(self.bank) > 4:
            self.bank = without(self.bank, q.word)
        elif kind == "move":
            above = self.draw(st.sampled_from(self.bank))
            self.bank = self.bank if above.word == q.word else moved(self.bank, q.word, above.word)
        elif kind == "reword":
            self.bank = put(self.bank, q.word, asks=f"What is a {q.word} {self.word()}?")
        elif kind == "answer":
            self.bank = put(self.bank, q.word, answer=f"{q.answer}\nAnd it is {self.word()}.")


@st.composite
def _sides(draw: st.DrawFn) -> tuple[Bank, Bank]:
    sides = [_Edits(draw, "zig"), _Edits(draw, "zag")]
    for side in sides:
        for _ in range(draw(st.integers(1, 4))):
            side.edit()
    return sides[0].bank, sides[1].bank


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


@settings(max_examples=EXAMPLES, deadline=None)
@given(_sides(), st.sampled_from(sorted(FORMS)))
def test_no_word_is_lost_and_the_numbers_are_right(sides: tuple[Bank, Bank], form: str) -> None:
    base, ours, theirs = (FORMS[form](bank) for bank in (BANK, *sides))
    data, conflicts = merged_bytes(Texts(base.encode(), ours.encode(), theirs.encode()), "b.md", Markers())
    text = data.decode()
    assert conflicts == len(conflicts_in(text))
    _require_new_words(base, ours, theirs, text)
    for q in BANK:
        if all(q in side for side in sides):
            assert all(line in text for line in (q.asks, *q.answer.split("\n")))
    if not conflicts:
        assert not lint(Documents((recognise(Source("b.md", text), None),)), RULES)


@settings(max_examples=EXAMPLES, deadline=None)
@given(_TEXTS, st.lists(st.tuples(st.booleans(), st.integers(0, 14), _LINES), max_size=6), st.booleans())
def test_any_three_texts_can_be_merged(
    lines: Sequence[str], edits: Sequence[tuple[bool, int, str]], is_bank: bool
) -> None:
    above = FORMS["listed"](BANK).split("\n") if is_bank else []
    sides = [[*above, *lines], [*above, *lines]]
    for at, (mine, place, line) in enumerate(edits):
        side = sides[mine]
        side.insert(
            len(above) + min(place, len(side) - len(above)),
            f"{line} {'zig' if mine else 'zag'}{'abcdef'[at]}",
        )
    base, ours, theirs = ("\n".join(side) for side in ([*above, *lines], *sides))
    data, _ = merged_bytes(Texts(base.encode(), ours.encode(), theirs.encode()), "b.md", Markers())
    _require_new_words(base, ours, theirs, data.decode())


def _require_new_words(base: str, ours: str, theirs: str, merged: str) -> None:
    """Every word that a side added is there."""
    assert (_words(ours) | _words(theirs)) - _words(base) <= _words(merged)
