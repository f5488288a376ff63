"""Words that make two questions different however much else they share.

`L1`/`L2`, encoder/decoder, increase/decrease, React 18/19, `==`/`===`, useEffect/useMemo.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.grammar import grammar
from dlqa_lint.similarity.snowball import TABLED
from dlqa_lint.similarity.stem import stem
from dlqa_lint.similarity.text_language import ENGLISH, IDEOGRAPHIC

Poles = dict[str, dict[int, int]]
"""For a stem: the families it belongs to, and on which side of each it is."""

_NEGATIVE = (
    "un",
    "in",
    "im",
    "ir",
    "il",
    "non",
    "dis",
    "de",
    "a",
    "anti",
    "ab",
)  # beginnings that deny the rest
_LEAST_REST = 3  # letters after a beginning


@cache
def poles(families: tuple[tuple[str, ...], ...] = (), language: str = ENGLISH) -> Poles:
    """The poles of the table, of a language's own opposites and of a project's own families."""
    found: Poles = {}
    shipped = [line.split() for line in tables.lines("contrasts")]
    reduced = grammar(language).reduced
    for family, sides in enumerate([*shipped, *families, *_opposites(language)]):
        for side, words in enumerate(sides):
            for word in words.casefold().split("|"):
                for known in {stem(word), reduced(word)}:
                    found.setdefault(known, {})[family] = side
    return found


def _opposites(language: str) -> list[list[str]]:
    if language not in TABLED and language not in IDEOGRAPHIC:
        return []
    lines = tables.lines(f"languages/{language}")
    return [line.split()[1:] for line in lines if line.startswith("opposite: ")]


def opposed(one: str, other: str, known: Poles) -> bool:
    """Whether two stems exclude each other."""
    ours, theirs = known.get(one), known.get(other)
    if ours and theirs and any(theirs.get(family, side) != side for family, side in ours.items()):
        return True
    return _differ_in_number(one, other) or _are_operators(one, other) or _differ_in_beginning(one, other)


def pros_against_cons(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one question asks for the good and the other for the bad sides."""
    one, other = set(ours), set(theirs)
    good, bad = ("pros" in one) != ("pros" in other), ("cons" in one) != ("cons" in other)
    return good and bad and ("pros" in one) != ("cons" in one)


def _differ_in_number(one: str, other: str) -> bool:
    return any(sign.isdigit() for sign in one) and any(sign.isdigit() for sign in other)


def _are_operators(one: str, other: str) -> bool:
    return not (one[0].isalnum() or other[0].isalnum() or one[0] == "~" or other[0] == "~")


def _differ_in_beginning(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) >= _LEAST_REST and long.endswith(short) and long.removesuffix(short) in _NEGATIVE:
        return True
    ours = _beginnings(one)
    if not ours:
        return False
    rests = _beginnings(other)
    return any(rests.get(rest, part) != part for rest, part in ours.items())


@lru_cache(maxsize=1 << 16)
def _beginnings(stem: str) -> dict[tuple[int, str], str]:
    """The rest of a stem after each known beginning, by the family of the beginning."""
    return {
        (family, stem[len(part) :]): part
        for family, line in enumerate(tables.lines("beginnings"))
        for part in line.split()
        if stem.startswith(part) and len(stem) - len(part) >= _LEAST_REST
    }
