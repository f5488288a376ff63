"""Keys: what lines share that are written alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.question import Kind
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.lines import Candidate

_AGAIN = 3
"""Headings of the same words that come so often are written alike in that too."""

_BULLETS = tuple(marks.BULLETS)

GroupKind = Kind | Literal["box", "bullet", "line", "dashed-number"]
"""What carries a group of lines.

A `line` is an item or a paragraph with a number or a label, a `dashed-number` one with both signs (`- 1. …`), a `box`
an item with a box to tick, and a `bullet` any other item.
"""

LISTED: frozenset[GroupKind] = frozenset(("bullet", "line", "dashed-number"))
"""The kinds of groups whose lines are items of lists, or numbered like them."""


class Key(NamedTuple):
    """What lines share that are written alike.

    `kind` is the Markdown that carries them, with numbered items and numbered paragraphs as one; `again`
    tells headings whose words come at least three times, `framed` the lines that open a container for
    exercises, `silent` lists and headings of sections that do not ask beside others that do, `fills` lines
    whose numbers another group leaves out, `stacked` plain lines with nothing but others between them, `outside` lists
    outside the sections that announce questions.
    """

    kind: GroupKind
    level: int
    label: str
    numbered: bool
    emphasised: bool
    again: bool = False
    silent: bool = False
    framed: bool = False
    fills: bool = False
    stacked: bool = False
    outside: bool = False


def key_of(line: Candidate, *, again: bool = False) -> Key:
    """What a line shares with the lines that are written like it."""
    label = line.label or ("bare" if line.bare_label else "")
    numbered = bool(line.number)
    if line.kind == "item" and "[{mark}]" in line.template:
        return Key("box", line.level, label, numbered, line.emphasised)
    if line.kind in ("item", "paragraph") and (numbered or line.bare_label):
        dashed = line.kind == "item" and line.template.startswith("- {number}")
        kind: GroupKind = "dashed-number" if dashed else "line"
        emphasised = line.emphasised or line.template.startswith(marks.STRONG_MARKS)
        return Key(kind, line.level, label, numbered, emphasised)
    if line.kind == "item" or line.template.startswith(_BULLETS):
        return Key("bullet", line.level, "", numbered=False, emphasised=line.emphasised)
    return Key(line.kind, line.level, label, numbered, emphasised=False, again=again)


def grouped(lines: Sequence[Candidate], framed: frozenset[int]) -> dict[Key, list[Candidate]]:
    """The lines by key, each in document order; withdrawn and empty ones are left out.

    `framed` are the indexes of the lines that open a container for exercises.
    """
    said = [_repeatable(line) for line in lines]
    times = Counter(filter(None, said))
    groups: dict[Key, list[Candidate]] = defaultdict(list)
    for line, words_ in zip(lines, said, strict=True):
        if not line.struck and line.text.strip():
            key = key_of(line, again=words_ is not None and times[words_] >= _AGAIN)
            groups[key._replace(framed=line.line in framed)].append(line)
    return dict(groups)


def _repeatable(line: Candidate) -> tuple[int, str] | None:
    """The level and words of a heading without number and label, which may come again; else None."""
    if line.kind != "heading" or line.number or line.bare_label or line.struck:
        return None
    said = " ".join(plain(line.text).split())
    return None if vocabulary.is_question_label(said) else (line.level, vocabulary.bare(said))
