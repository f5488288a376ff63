"""Options without the marks that only say which of them are right: those would give the answer away."""

import re
from collections.abc import Callable, Sequence

from dlqa_lint.text.marks import CROSS, TICK

_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")


def _at_the_edge(mark: str) -> Callable[[str], str]:
    pattern = re.compile(rf"\A(?:{mark})\s*(?=\S)|(?<=\S)\s*(?:{mark})\Z")
    return lambda text: pattern.sub("", text, count=1)


def _without_bold(text: str) -> str:
    match = _BOLD.fullmatch(text)
    return match[2] if match else text


_WITHOUT_TICK, _WITHOUT_CROSS = _at_the_edge(TICK), _at_the_edge(CROSS)


def unmarked(texts: Sequence[str], right: frozenset[int]) -> tuple[str, ...]:
    """The texts without ticks and bold type if exactly the right ones have them, and crosses if the others do."""
    wrong = frozenset(range(len(texts))) - right
    found = tuple(texts)
    for bare, marked in ((_WITHOUT_TICK, right), (_WITHOUT_CROSS, wrong), (_without_bold, right)):
        changed = tuple(map(bare, found))
        if {at for at, text in enumerate(found) if changed[at] != text} == marked:
            found = changed
    return found
