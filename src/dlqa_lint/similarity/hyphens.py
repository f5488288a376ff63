"""Names whose last part a hyphen ties to what another question is about: "rvalue-ссылка" is a reference, no rvalue."""

from collections.abc import Iterable
from itertools import pairwise

from dlqa_lint.similarity.normalise import tokens
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.text_language import IDEOGRAPHIC


def is_of_another(question: PreparedQuestion, only: Iterable[str], shared: Iterable[str]) -> bool:
    """Whether a hyphen ties a word that only this question has behind one that both have."""
    if "-" not in question.asked.text or question.language in IDEOGRAPHIC:
        return False
    own, common = _written(question, only), _written(question, shared)
    return any(
        token.bound and token.word in own and before.word in common
        for before, token in pairwise(tokens(question.asked.text))
    )


def _written(question: PreparedQuestion, stems: Iterable[str]) -> set[str]:
    """Words of a question's subject as it has them."""
    surfaces = question.outline.surfaces
    return {surfaces[stem].casefold() for stem in stems if stem in surfaces}
