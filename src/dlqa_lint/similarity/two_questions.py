"""How near two questions are that were made ready for comparing."""

from collections.abc import Callable, Container
from itertools import product

from dlqa_lint.language.translations import are_translations, language_in_path
from dlqa_lint.similarity import duplicate_or_related, explain, tables
from dlqa_lint.similarity.across_documents import seen_from_both
from dlqa_lint.similarity.asked import DUPLICATE, RELATED, Asked, Comparison
from dlqa_lint.similarity.contrast import Poles
from dlqa_lint.similarity.duplicate_or_related import Rest
from dlqa_lint.similarity.features import Features, measure
from dlqa_lint.similarity.grammar import grammar
from dlqa_lint.similarity.hyphens import is_of_another
from dlqa_lint.similarity.nearness import Nearness
from dlqa_lint.similarity.one_wording import name_others
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.same_options import reworded, speaks_for
from dlqa_lint.similarity.statements import states_something
from dlqa_lint.similarity.swapped_signs import have_swapped
from dlqa_lint.similarity.text_language import ENGLISH
from dlqa_lint.similarity.word_overlap import Overlap, overlap
from dlqa_lint.similarity.word_weights import WordWeights
from dlqa_lint.similarity.wording import follow_one_pattern
from dlqa_lint.text.computations import differ_in_formulas

DIFFERENT = Comparison(0.0, None)
"""The comparison of two questions that share nothing."""

_IN_PART = 0.9  # what the score of two questions is multiplied by that share one of the things they ask
_REWORDED = 0.95  # the score of a question that is asked again with one option in other words


class Comparer:
    """Compares the readings of questions."""

    def __init__(
        self,
        poles: Callable[[str], Poles],
        threshold: float,
        weigh: Callable[[str], WordWeights],
        usual: Container[tuple[str, ...]] = (),
        nearness: Nearness | None = None,
    ) -> None:
        """Take the words of a language that exclude each other, the least score of a duplicate, and what weighs words.

        `usual` are the sets of options that tell nothing; `nearness` is told by a model, where there is one.
        """
        self._poles = poles
        self._threshold = threshold
        self._weigh = weigh
        self._usual = usual
        self._nearness = nearness

    def best(self, one: PreparedQuestion, other: PreparedQuestion) -> Comparison:
        """The comparison of two questions as wholes or in their parts, whichever says more."""
        (_, *parts), (_, *others) = entries(one), entries(other)
        pairs = [*product(parts, [other, *others]), *product([one], others)]
        by_part = (self.compare_parts(part, whole) for part, whole in pairs)
        return max((self.compare(one, other), *by_part), key=strength)

    def compare(
        self,
        first: PreparedQuestion,
        second: PreparedQuestion,
        demand: duplicate_or_related.Demand | None = None,
    ) -> Comparison:
        """The comparison of two questions; DIFFERENT as soon as the demand cannot be met any more."""
        if first.language != second.language or _are_in_two_languages(first.asked, second.asked):
            return DIFFERENT
        if first.key == second.key:
            return self._compare_equal(first, second)
        common = overlap(first, second, self._poles(first.language))
        if not common.named or (demand and not demand.may_reach(first, second, common)):
            return DIFFERENT
        first, second, common, features = self.measured(first, second, common)
        rest = _rest(first, second, common)
        value, level = duplicate_or_related.judge(
            features,
            first.language,
            self._threshold,
            rest=rest,
            in_other_words=first.language != ENGLISH and not follow_one_pattern(first, second),
            nearness=self._nearness.of(first, second) if self._nearness else None,
        )
        level, evidence = self._settled(first, second, features, value, level)
        if demand and level is None:
            return DIFFERENT
        if level == DUPLICATE and evidence == "question" and _are_apart(first, second, common):
            level = RELATED
        return Comparison(
            value,
            level,
            explain.subject(first, second, common),
            explain.differences(first, common.only_first),
            explain.differences(second, common.only_second),
            evidence,
        )

    def _settled(
        self,
        first: PreparedQuestion,
        second: PreparedQuestion,
        features: Features,
        value: float,
        level: str | None,
    ) -> tuple[str | None, str]:
        """The level of a pair once what is beside the words is looked at, and what decided."""
        ours, theirs = first.asked, second.asked
        if _points_elsewhere(first, second):
            return None, "question"
        told = ours.options and ours.right and ours.options not in self._usual
        if told and (ours.body, ours.right) == (theirs.body, theirs.right):
            if level != DUPLICATE and speaks_for(features, value):
                return DUPLICATE, "options"
        elif level == DUPLICATE and _differ(ours.body, theirs.body):
            return RELATED, "question"
        return level, "question"

    def measured(
        self, first: PreparedQuestion, second: PreparedQuestion, common: Overlap
    ) -> tuple[PreparedQuestion, PreparedQuestion, Overlap, Features]:
        """Two questions as both of their documents see them, and their features."""
        if first.asked.document != second.asked.document:
            weights = self._weigh(first.asked.document), self._weigh(second.asked.document)
            first, second, common = seen_from_both(first, second, common, weights)
        return first, second, common, measure(first, second, common, self._poles(first.language))

    def compare_parts(
        self,
        first: PreparedQuestion,
        second: PreparedQuestion,
        demand: duplicate_or_related.Demand | None = None,
    ) -> Comparison:
        """The comparison of what two questions ask among other things: the same, or it does not count.

        That one of them says in which field, "in JavaScript", is no difference; the subject of a document is left out
        within it alone.
        """
        if (first.brief or second.brief) and first.asked.document != second.asked.document:
            return DIFFERENT
        near = self.compare(first, second, demand)
        if (first.brief or second.brief) and (near.only_first or near.only_second):
            return DIFFERENT
        unsaid = _names_fields(first, near.only_first) and _names_fields(second, near.only_second)
        if near.level != DUPLICATE or not unsaid:
            return DIFFERENT
        return near._replace(score=near.score * _IN_PART)

    def _compare_equal(self, first: PreparedQuestion, second: PreparedQuestion) -> Comparison:
        ours, theirs = first.asked.body, second.asked.body
        about = explain.subject(first, second, overlap(first, second, self._poles(first.language)))
        if not (_differ(ours, theirs) or differ_in_formulas(first.asked.text, second.asked.text)):
            return Comparison(1.0, DUPLICATE, about)
        options = reworded(first.asked, second.asked)
        if options is None:
            return DIFFERENT
        return Comparison(_REWORDED, DUPLICATE, about, options[:1], options[1:], "option")

    def by_answers(self, first: PreparedQuestion, second: PreparedQuestion) -> Comparison:
        """The comparison of two questions whose answers speak for each other."""
        if first.language != second.language or first.key == second.key:
            return DIFFERENT
        common = overlap(first, second, self._poles(first.language))
        features = measure(first, second, common, self._poles(first.language))
        if features.contrast:
            return DIFFERENT
        return Comparison(
            duplicate_or_related.BY_ANSWERS,
            RELATED,
            explain.subject(first, second, common),
            explain.differences(first, common.only_first),
            explain.differences(second, common.only_second),
            "answer",
        )


def _are_in_two_languages(first: Asked, second: Asked) -> bool:
    """Whether the paths of two documents say that they are for readers of two languages."""
    path, other = first.document, second.document
    if path == other:
        return False
    one, two = language_in_path(path), language_in_path(other)
    return (bool(one and two) and one != two) or are_translations(path, other)


def _differ(body: str, other: str) -> bool:
    """Whether two questions have code, options or images of their own."""
    return bool(body and other and body != other)


def _rest(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> Rest:
    """What two questions say beyond their common subject; the field or the place of something may go without saying."""
    ours, theirs = first.outline, second.outline
    left, right = common.only_first, common.only_second
    if (ours.asked or theirs.asked) and not (ours.asked.isdisjoint(left) and theirs.asked.isdisjoint(right)):
        return Rest.ASKED
    if left and right:
        return Rest.BOTH
    if not (left or right):
        return Rest.NONE
    depths = [ours.depths[word] for word in left] + [theirs.depths[word] for word in right]
    return Rest.NONE if all(depth < 1 for depth in depths) else Rest.ONE


def _are_apart(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> bool:
    """Whether what no measure of sets of words can see makes two questions of a duplicate."""
    ours, theirs = first.asked, second.asked
    if (common.only_first or common.only_second) and states_something(first) and states_something(second):
        return True
    if is_of_another(first, common.only_first, common.shared) or is_of_another(
        second, common.only_second, common.shared
    ):
        return True
    if differ_in_formulas(ours.text, theirs.text) or have_swapped(first, second):
        return True
    return name_others(first, second, common)


def _names_fields(question: PreparedQuestion, only: tuple[str, ...]) -> bool:
    """Whether all that only one question says, if anything, is the field that it is about."""
    known = grammar(question.language)
    fields = known.fields or tables.word_set("fields")
    return all(known.reduced(word.casefold()) in fields for word in only)


def _points_elsewhere(first: PreparedQuestion, second: PreparedQuestion) -> bool:
    """Whether words that point at something, "the following code", may point at two different things."""
    if not (first.outline.points or second.outline.points):
        return False
    return first.asked.body != second.asked.body or not first.asked.body


def entries(reading: PreparedQuestion) -> list[PreparedQuestion]:
    """A question, and the first of the things that it asks."""
    return [reading, reading.part] if reading.part else [reading]


def strength(near: Comparison) -> tuple[bool, bool, float]:
    """What puts comparisons of the same two questions in order."""
    return near.level == DUPLICATE, near.level is not None, near.score
