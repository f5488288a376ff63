"""A question taken apart: the form in which all languages meet."""

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

OUTER = 0.5
"""The depth of what only says in which field or place something is."""

BY_ORDER = "~"
"""The hinge of a question in which the order of its words alone says what goes where."""


class Outline(NamedTuple):
    """A question taken apart: its subject's stems in order, and what it wants to know."""

    depths: dict[str, float]
    """Every stem and how near it is to the heart of the question (0..1), frame words included."""
    subject: tuple[str, ...]
    """The stems that are not frame words, in order."""
    surfaces: dict[str, str]
    """The stems of the subject as readers know them."""
    neighbours: dict[str, tuple[str, str]]
    """The stems to the left and right of each stem of the subject, "" for none or a small word."""
    names: frozenset[str]
    """The stems of the subject that are written like names."""
    facets: tuple[str, ...]
    """What is asked for, sorted; none means a definition."""
    negated: bool = False
    """Whether something is denied: "without regexp"."""
    scopes: Mapping[str, str] = {}
    """The preposition before each of the subject's outer words: "in" for Java in "a list in Java"."""
    points: bool = False
    """Whether it points at something beside its words: "the following code"."""
    turn: int = -1
    """How much of the subject is before a word such as "over" or "of", -1 without one."""
    hinge: str = ""
    """The word at which it turns, "" for a weak one such as "of"."""
    doubled: frozenset[str] = frozenset()
    """The stems that one sentence names again after a preposition: "a list of lists"."""
    deed: str = ""
    """The stem of what "how do you" asks to do, "" without such an opening."""
    counted: frozenset[str] = frozenset()
    """The stems of names that "a" opens: of such things there are several."""
    parts: Mapping[str, str] = {}
    """What parts are named, and of what: row and table in "the rows of a table"."""
    sides: frozenset[str] = frozenset()
    """The small words that have an opposite: "before", "above"."""
    goes: tuple[tuple[str, str], ...] = ()
    """The particles that say where things go, each with the thing: に after クラウド in "to the cloud"."""
    asked: frozenset[str] = frozenset()
    """The stems of what "which" asks for: organelle in "in which organelle"."""

    def after(self, word: str) -> str:
        """The stem to the right of one of the subject, "" for none or a small word."""
        return self.neighbours.get(word, ("", ""))[1]


def deepened(depths: dict[str, float], subject: Iterable[str], fields: Container[str]) -> dict[str, float]:
    """The depths of a question's words, the field in which it asks for something outside of its heart."""
    words = list(subject)
    named = [word for word in words if word in fields]
    if not named or len(named) == len(words):
        return depths
    return {**depths, **{word: min(depths[word], OUTER) for word in named}}
