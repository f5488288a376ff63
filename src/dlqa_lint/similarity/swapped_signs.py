"""Two questions in a language without blanks that say the same sign for sign, but for two things that changed places.

如何用队列实现栈 and 如何用栈实现队列: no table needs to know the word between them.
"""

from collections.abc import Iterator
from itertools import takewhile

from dlqa_lint.similarity.grammar import grammar
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.text_language import IDEOGRAPHIC

_SYMMETRIC = frozenset(("compare", "relation"))
"""What is asked for of two things in whatever order."""
_LONGEST = 80
"""Signs that may differ; longer questions tell a story, and are left alone."""


def have_swapped(first: PreparedQuestion, second: PreparedQuestion) -> bool:
    """Whether two things of the subject changed places around the same words; "A and B" has no order."""
    if first.language not in IDEOGRAPHIC or not _SYMMETRIC.isdisjoint(first.outline.facets):
        return False
    one, other = _different(first.key, second.key)
    if len(one) != len(other) or not 0 < len(one) <= _LONGEST:
        return False
    joining = grammar(first.language).words("joining")
    named = set("".join(first.outline.surfaces.values()).casefold())
    return any(
        not named.isdisjoint(left)
        and not named.isdisjoint(right)
        and between.strip()
        and not any(word in between for word in joining)
        for left, between, right in _parted(one, other)
    )


def _different(one: str, other: str) -> tuple[str, str]:
    """What is left of two texts without their common beginning and end."""
    begun = _common(one, other)
    one, other = one[begun:], other[begun:]
    ended = _common(one[::-1], other[::-1])
    return one[: len(one) - ended], other[: len(other) - ended]


def _common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _parted(one: str, other: str) -> Iterator[tuple[str, str, str]]:
    """Every way to read two texts as X between Y, and Y between X."""
    for left in range(1, len(one) - 1):
        if not other.endswith(one[:left]):
            continue
        for right in range(1, len(one) - left):
            between = one[left : len(one) - right]
            if one.endswith(other[:right]) and between == other[right : len(other) - left]:
                yield one[:left], between, one[len(one) - right :]
