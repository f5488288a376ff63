"""Whether two questions are worded alike, whatever they are about.

"How is a list sorted?" and "How is a set sorted?" were written after one pattern, to ask for two things. Who asks
the same thing again finds other words for most of it.
"""

from collections.abc import Sequence
from itertools import takewhile

from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.text_language import IDEOGRAPHIC

_ALIKE = 0.34
"""The share of common words from which on two questions follow one pattern: of the pairs in ten languages that ask
for two things, all but a few share at least half, and of those that ask for one, nine of ten share less than a
quarter."""


def follow_one_pattern(first: PreparedQuestion, second: PreparedQuestion) -> bool:
    """Whether two questions begin and end with the same words, so that what is between them is the difference."""
    one, other = _words(first), _words(second)
    begun = _common(one, other)
    room = min(len(one), len(other)) - begun
    ended = min(room, _common(one[::-1], other[::-1]))
    return begun + ended >= _ALIKE * max(len(one), len(other))


def _words(question: PreparedQuestion) -> Sequence[str]:
    """The words of a question, its signs where no blanks part them."""
    if question.language in IDEOGRAPHIC:
        return question.key.replace(" ", "")
    return question.key.split()


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """With how many words both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
