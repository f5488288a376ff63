"""Questions of two documents: what is common in one of them may be what tells it from the other.

"How does Alpha back up its data?" in a document on Alpha: there the name says nothing. Beside "How does Beta
back up its data?" in a document on Beta the names are the whole difference.
"""

from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.word_overlap import Overlap
from dlqa_lint.similarity.word_weights import WordWeights


def seen_from_both(
    first: PreparedQuestion,
    second: PreparedQuestion,
    common: Overlap,
    weights: tuple[WordWeights, WordWeights],
) -> tuple[PreparedQuestion, PreparedQuestion, Overlap]:
    """The questions with what only one of them says weighed as in the document in which it is rarer."""
    ours = _weighed(first, common.only_first, weights[1])
    theirs = _weighed(second, common.only_second, weights[0])
    rest = (first.total * second.total / (ours.total * theirs.total)) ** 0.5
    return ours, theirs, common._replace(share=min(1.0, common.share * rest))


def _weighed(question: PreparedQuestion, only: tuple[str, ...], elsewhere: WordWeights) -> PreparedQuestion:
    """A question whose own words weigh at least what they would weigh in another document."""
    own = {word: elsewhere.of(word) * question.outline.depths[word] for word in only}
    heavier = {word: weight for word, weight in own.items() if weight > question.weights[word]}
    if not heavier:
        return question
    weights = {**question.weights, **heavier}
    return question._replace(weights=weights, total=sum(weights.values()))
