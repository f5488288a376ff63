"""What is measured on two questions before it is weighed."""

from functools import cache
from typing import NamedTuple

from dlqa_lint.similarity.contrast import Poles, opposed, pros_against_cons
from dlqa_lint.similarity.facets import likeness
from dlqa_lint.similarity.outline import BY_ORDER, Outline
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.stem import stem
from dlqa_lint.similarity.tables import role, word_set
from dlqa_lint.similarity.text_language import ENGLISH, IDEOGRAPHIC
from dlqa_lint.similarity.word_overlap import Overlap

_SLOT_ROOM = 0.1
_SLOT_MOST = 1.5
_OTHERWISE = 2  # times the heaviest shared word: what is done weighs more than what it is done to
_TELLING = 0.5  # of the heaviest shared word; lighter words are of the bank's own subject
_MEANS = 3  # times as much as any other scope: tuning with X is one way of tuning
_ALIKE = 4  # letters by which forms of one word are known here
_BETWEEN = frozenset(("compare", "relation"))  # facets of questions about two things
BROAD = 4
"""Shared words beyond these make no difference."""


_Agreement = tuple[float, float, float, float, float, float]


class Features(NamedTuple):
    """Measures of a pair, each about 0..1; also their coefficients, in the same order."""

    constant: float
    overlap: float
    """The share of the words' weight that both have."""
    best: float
    """The weight of the heaviest word that both have."""
    whole: float
    """Nothing of the subject is left over on either side."""
    facets: float
    """How far one answer serves what both want to know."""
    breadth: float
    """How many words of the subject both have, up to four."""
    compare: float
    """Only one of them compares two things."""
    operands: float
    """Both compare two things, and each names another one."""
    contrast: float
    """Something left over on one side excludes something left over on the other."""
    names: float
    """Both have a name that the other lacks."""
    slot: float
    """Different words are in the same place, before or after the same word."""
    extends: float
    """One says all that the other says, and its subject is more special: Redux, Redux Saga."""
    scope: float
    """Each adds something after a preposition that the other lacks: in React, in JavaScript."""
    negated: float
    """Only one denies something."""
    turned: float
    """The same words are on opposite sides of "over", "to", "than" or "of"."""


def agreement(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> _Agreement:
    """The leading features, which can only speak for a pair."""
    return (
        1.0,
        common.share,
        common.best,
        float(not common.only_first and not common.only_second),
        likeness(first.outline.facets, second.outline.facets),
        min(BROAD, common.named) / BROAD,
    )


def measure(first: PreparedQuestion, second: PreparedQuestion, common: Overlap, known: Poles) -> Features:
    """The features of two questions whose overlap is known."""
    ours, theirs = first.outline, second.outline
    left, right = common.only_first, common.only_second
    opposites = any(opposed(one, other, known) for one in left for other in right) or (
        bool(ours.sides and theirs.sides) and _are_on_other_sides(ours.sides, theirs.sides, known)
    )
    return Features(
        *agreement(first, second, common),
        compare=float(("compare" in ours.facets) != ("compare" in theirs.facets)),
        operands=float(_compares_others(first, second, common)),
        contrast=float(opposites or pros_against_cons(ours.facets, theirs.facets)),
        names=float(not ours.names.isdisjoint(left) and not theirs.names.isdisjoint(right)),
        slot=_slot(first, second, common),
        extends=max(
            _extends(first, second, common) if not right else 0.0,
            _extends(second, first, common) if not left else 0.0,
            _SLOT_MOST
            * (not set(left).isdisjoint(ours.doubled) or not set(right).isdisjoint(theirs.doubled)),
        ),
        scope=float(_is_elsewhere(first, second, common)),
        negated=float(ours.negated != theirs.negated or _is_advised_against(ours.facets, theirs.facets)),
        turned=float(_is_turned(first, second, bool(left and right))),
    )


def _are_on_other_sides(ours: frozenset[str], theirs: frozenset[str], known: Poles) -> bool:
    return any(opposed(one, other, known) for one in ours - theirs for other in theirs - ours)


def _is_advised_against(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one asks when to use a thing and the other when to avoid it."""
    return "use" in ours and "use" in theirs and ("prevent" in ours) != ("prevent" in theirs)


def _is_elsewhere(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> bool:
    return any(word in first.outline.scopes for word in common.only_first) and any(
        word in second.outline.scopes for word in common.only_second
    )


def _compares_others(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> bool:
    if _BETWEEN.isdisjoint(first.outline.facets) or _BETWEEN.isdisjoint(second.outline.facets):
        return False
    return _has_operand(first, common.only_first) and _has_operand(second, common.only_second)


def _has_operand(question: PreparedQuestion, only: tuple[str, ...]) -> bool:
    """Whether words may be a thing that is compared; in English one after a preposition is not."""
    return any(question.language != ENGLISH or question.outline.depths[word] == 1 for word in only)


def _slot(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> float:
    """How much weight opposes other weight beside the same word."""
    most = _OTHERWISE * common.best if _do_otherwise(first, second, common) else 0.0
    how_to = bool(first.outline.deed and second.outline.deed)
    for one in common.only_first:
        before, after = first.outline.neighbours.get(one, ("", ""))
        for other in common.only_second:
            before_other, after_other = second.outline.neighbours.get(other, ("", ""))
            weight = min(first.weights[one], second.weights[other])
            same_after = after and after == after_other
            same_before = before and before == before_other
            if same_after or (same_before and weight >= common.shared.get(before, 0.0)):
                most = max(most, weight)
            elif same_before and how_to and not (after or after_other):
                most = max(most, common.best)  # "rename an existing table", "… an existing column"
    return min(_SLOT_MOST, most / (common.best + _SLOT_ROOM))


def _do_otherwise(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> bool:
    """Whether both ask how to do something, and not the same: "define a dictionary", "copy a dictionary"."""
    ours, theirs = first.outline.deed, second.outline.deed
    if not ours or not theirs or ours == theirs:
        return False
    if ours in second.weights or theirs in first.weights:
        return False
    return ours in common.only_first or theirs in common.only_second


def _extends(longer: PreparedQuestion, shorter: PreparedQuestion, common: Overlap) -> float:
    """The weight of a word beside the shared subject, or after a preposition, that narrows it."""
    most = 0.0
    for word in common.only_first or common.only_second:
        before, after = longer.outline.neighbours.get(word, ("", ""))
        is_head = _is_head(word, before, longer)
        beside = (before in common.shared and not is_head) or after in common.shared
        if before in common.shared and not is_head and word in _heads():
            most = max(most, common.best)  # "migration tools" are not migration
        if _is_collection(word, longer):
            most = max(most, common.best)  # "a set of integers" is no integer
        if _is_part(word, longer, shorter, common):
            most = max(most, _OTHERWISE * common.best)
        if _is_of_it(word, longer, common):
            most = max(most, common.best)
        scope = longer.outline.scopes.get(word, "")
        if scope in role("bases"):
            most = max(most, common.best)  # "an enum based on an interface" is another than any
        if word in role("others"):
            most = max(most, _OTHERWISE * common.best)  # "copy a file into another" is not to copy a file
        if beside or scope:
            most = max(most, longer.weights[word] * (_MEANS if _is_means(scope, longer.outline) else 1))
    return min(_SLOT_MOST, most / (common.best + _SLOT_ROOM))


def _is_means(scope: str, outline: Outline) -> bool:
    """Whether a preposition says how something is done, or from what it is made: "a view from a query"."""
    return scope in role("means") or (scope in role("sources") and outline.deed in _making())


def _is_head(word: str, before: str, longer: PreparedQuestion) -> bool:
    """Whether a word only ends the name that both questions have: "the shuffle method" is shuffle.

    What "a" opens names a kind of thing: "a record pattern" is no "record", and "an Acme object" is not Acme. Of two
    things that are compared it says nothing: "the lock and unlock methods".
    """
    outline = longer.outline
    if "compare" in outline.facets:
        return word in word_set("heads")
    if word not in _heads() or outline.surfaces[word].endswith("s"):
        return False
    return before not in outline.counted or (word in word_set("restating") and before not in outline.names)


def _is_collection(word: str, longer: PreparedQuestion) -> bool:
    """Whether a word is a collection, and "of" follows it: "set of integers"."""
    outline = longer.outline
    before_of = outline.subject[: outline.turn][-1:] if outline.turn > 0 and not outline.hinge else ()
    return word in before_of and word in _collections()


def _is_part(word: str, longer: PreparedQuestion, shorter: PreparedQuestion, common: Overlap) -> bool:
    """Whether something is done to a part of what it is done to as a whole: "the rows of a table", "a table"."""
    whole = longer.outline.parts.get(word, "")
    same_deed = bool(longer.outline.deed) and longer.outline.deed == shorter.outline.deed
    return same_deed and whole in common.shared and whole not in shorter.outline.scopes


def _is_of_it(word: str, longer: PreparedQuestion, common: Overlap) -> bool:
    """Whether the longer question is about something of what both name, or the other way round.

    "The life cycle of a component" is no component, and "a table of contents" is no table.
    """
    outline = longer.outline
    turn = max(0, outline.turn)
    before, after = outline.subject[:turn], outline.subject[turn:]
    if outline.hinge or not (before and after):
        return False
    if word in before:
        return common.shared.keys().isdisjoint(before)
    told = longer.weights[word] >= _TELLING * common.best
    return told and word == after[0] and common.shared.keys().isdisjoint(after)


@cache
def _heads() -> frozenset[str]:
    """The words that only say what kind of thing a name is; "an entity type" is not "entity"."""
    return word_set("heads") - {stem(word) for word in role("things")}


@cache
def _collections() -> frozenset[str]:
    return frozenset(map(stem, role("collections")))


@cache
def _making() -> frozenset[str]:
    """The verbs of making, as a question's deed is kept."""
    return frozenset(map(stem, role("making")))


def _go_elsewhere(first: PreparedQuestion, second: PreparedQuestion) -> bool:
    """Whether two things that both questions name go where the other goes in the other question."""
    ours, theirs = set(first.outline.goes), set(second.outline.goes)
    return any(
        sign == other_sign and _says(second, thing) and _says(first, other)
        for sign, thing in ours - theirs
        for other_sign, other in theirs - ours
    )


def _says(question: PreparedQuestion, thing: str) -> bool:
    """Whether a question names a thing, be it in its frame: of 数値 only 値 is of its subject."""
    return thing in question.outline.depths or (question.language in IDEOGRAPHIC and thing in question.key)


def _is_turned(first: PreparedQuestion, second: PreparedQuestion, both_add: bool) -> bool:
    """Whether words changed sides: two that swapped, or one where both questions add another.

    "Turn a list into a tuple", "a tuple into a list"; "pass a handler to a view", "pass data to a handler".
    """
    ours, theirs = first.outline, second.outline
    if _go_elsewhere(first, second):
        return True
    if ours.hinge == theirs.hinge == BY_ORDER and not both_add:
        mine, other = ([word[:_ALIKE] for word in one.subject] for one in (ours, theirs))
        return [word for word in mine if word in other] != [word for word in other if word in mine]
    if ours.turn < 0 or theirs.turn < 0 or "compare" in set(ours.facets) & set(theirs.facets):
        return False
    before, after = set(ours.subject[: ours.turn]), set(ours.subject[ours.turn :])
    before_other, after_other = theirs.subject[: theirs.turn], theirs.subject[theirs.turn :]
    moved = not before.isdisjoint(after_other), not after.isdisjoint(before_other)
    return all(moved) or (both_add and any(moved) and bool(ours.hinge) and ours.hinge == theirs.hinge)
