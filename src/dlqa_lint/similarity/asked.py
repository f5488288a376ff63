"""What goes into the scorer and what comes out: frozen data, no behaviour."""

from typing import NamedTuple

DUPLICATE = "duplicate-topic"
"""The level of a pair that one answer would serve."""

RELATED = "related-topic"
"""The level of a pair about the same specific subject: worth a look, no more."""


class Asked(NamedTuple):
    """A question as the scorer sees it."""

    document: str
    """The key of the document it is in, whose questions give words their weight; "" for none."""
    position: int
    """Its place in the document."""
    text: str
    """Its plain words, markup and number already removed."""
    body: str = ""
    """Its code, options and images: the same words over different bodies are different questions."""
    answer: str = ""
    """The plain text of its answer, "" if unanswered."""
    language: str = ""
    """Its language, "" to find out from the text of its document."""
    options: tuple[str, ...] = ()
    """The texts of its options in alphabetical order, with which its body ends."""
    right: tuple[str, ...] = ()
    """Those of them that are marked as right."""
    title: str = ""
    """The title of its document, "" without one."""


class Tuning(NamedTuple):
    """What a project may set about duplicate topics."""

    threshold: float | None = None
    """The least score (0..1) of a duplicate topic, in place of the shipped one."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words or phrases that mean the same."""
    contrasts: tuple[tuple[str, ...], ...] = ()
    """Groups of words of which two make two different questions."""


class Comparison(NamedTuple):
    """How near two questions are, and why."""

    score: float
    """From 0 (nothing in common) to 1 (the same question)."""
    level: str | None
    """`DUPLICATE`, `RELATED`, or None for two different questions."""
    about: tuple[str, ...] = ()
    """The subject that both name, as readers know it."""
    only_first: tuple[str, ...] = ()
    """What only the first question says."""
    only_second: tuple[str, ...] = ()
    """What only the second question says."""
    evidence: str = "question"
    """What decided: "question" (their words), "answer" (what their answers say), "options" (all
    are the same, the right one too) or "option" (all but one are)."""


class Pair(NamedTuple):
    """Two questions of a bank that ask nearly the same; indexes count in the sequence that was searched."""

    first: int
    """The earlier question, by document and position."""
    second: int
    """The later question."""
    score: float
    level: str
    about: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    evidence: str


class Near(NamedTuple):
    """A question of a bank that is similar to a text that was looked up."""

    question: int
    """Its place in the sequence that was searched."""
    comparison: Comparison
    """The text compared with it: `only_first` are words of the text."""
