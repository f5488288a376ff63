"""Two questions that say the same word for word but for one place, where each names something else.

"… if the number of ones is odd?" and "… is even?" share even these words where both are about even parity. Measures
of sets of words do not see it, and in long sentences one word of twenty weighs next to nothing.
"""

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from dlqa_lint.similarity.cjk_table import sign_table
from dlqa_lint.similarity.grammar import Grammar, grammar
from dlqa_lint.similarity.normalise import tokens
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.text_language import IDEOGRAPHIC
from dlqa_lint.similarity.word_overlap import Overlap

_COMMON = 0.75
"""The share of the words of the longer question that both have in the same order, from which on they are of one
wording."""
_LEAST = 5
"""Words that make a wording; shorter questions are alike by chance."""


def name_others(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> bool:
    """Whether two questions of one wording each have another word at the same place."""
    if first.language in IDEOGRAPHIC:
        counts = sign_table(first.language).counts
        return _are_others(counts.findall(first.asked.text), counts.findall(second.asked.text))
    words = grammar(first.language)
    ours, theirs = _words(first.asked.text, words), _words(second.asked.text, words)
    longer = max(len(ours), len(theirs))
    listed = "compare" in first.outline.facets or not words.words("joining").isdisjoint(ours)
    if longer < _LEAST or (listed and Counter(ours) == Counter(theirs)):
        return False  # too short to tell, or the same things named in another order
    # Imported here because only few of all pairs come so far.
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < _COMMON * longer:
        return False
    numbers = words.words("counts")
    if _are_others([word for word in ours if word in numbers], [word for word in theirs if word in numbers]):
        return True
    telling = {*common.only_first, *common.shared}, {*common.only_second, *common.shared}
    return any(
        _names(ours[start:end], first, telling[0], theirs[other:other_end])
        and _names(theirs[other:other_end], second, telling[1], ours[start:end])
        for operation, start, end, other, other_end in matcher.get_opcodes()
        if operation == "replace"
    )


def _are_others(counts: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two questions both say how many of something they are about, and not as many."""
    return bool(counts and others) and sorted(counts) != sorted(others)


def _words(text: str, words: Grammar) -> list[str]:
    """The words of a text by their stems, small ones as they are."""
    return [
        token.word if words.says_little(token.word) else words.reduced(token.word) for token in tokens(text)
    ]


def _names(
    stretch: Iterable[str], question: PreparedQuestion, telling: Container[str], other: Sequence[str]
) -> bool:
    """Whether a stretch has a word of its question's subject that the other stretch lacks, nor has in another form."""
    return any(
        word in telling and word in question.outline.surfaces and word not in other for word in stretch
    )
