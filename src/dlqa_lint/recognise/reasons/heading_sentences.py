"""The heading is a whole sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import FIRST_PERSON
from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_FEWEST_WORDS = 4
"""Fewer words before a full stop may be an abbreviation with what it stands for, `Sails, ropes, etc.` Set by hand."""

_CLOSERS = "*_`)]”\"' "
"""What may follow the full stop of a heading."""

_FULL_STOPS = tuple(marks.FULL_STOPS)


class HeadingSentences(LineReason):
    """The heading is a whole sentence.

    Chapters are named, and names end in no full stop. A heading of some words that ends in one sets a task or
    tells what a question is about, also where no word of it asks; and so does one in which its reader speaks, as those
    of a FAQ do who are in trouble: `I cannot log in`. Below a list of steps, or in a list, sentences
    are remarks: of those, `statements` speaks.

    Example:
        ## A ship drifts for two hours at three knots.
        ## The wind turns to the north.

    Counter-example:
        ## Drifting with the tide
        ## Winds from the north
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        if group.key.kind != "heading":
            return [0.0] * len(group)
        return [float(_is_sentence(text)) for text in group.texts]


def _is_sentence(text: str) -> bool:
    """Whether a heading of some words ends in one full stop, or says what somebody wants or cannot do."""
    words = text.rstrip(_CLOSERS)
    stops = words.endswith(_FULL_STOPS) and not words.endswith("..")
    return len(words.split()) >= _FEWEST_WORDS and (stops or FIRST_PERSON.match(words) is not None)
