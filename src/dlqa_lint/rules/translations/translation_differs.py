"""translation-differs: a question of a translation has another key, code, number, options or points."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dlqa_lint.edits.sequence import faults, series_of
from dlqa_lint.model.bank import Bank, Question
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import BankRule, place, quoted
from dlqa_lint.rules.translations._groups import translations
from dlqa_lint.rules.translations._naming import named

if TYPE_CHECKING:
    from dlqa_lint.rules.translations._differences import Difference
    from dlqa_lint.rules.translations._matching import Matching

_Pair = tuple[Question, Question]

_NAMED = 3
"""How many translations a message names; the others are related places."""


class TranslationDiffers(BankRule):
    """A question of a translation has another right answer, code, number, options or points than the original.

    How documents and questions are matched, `translation-lag` says. In code, strings, comments and names may
    be translated, and how it is formatted does not count. A question in which several translations differ is
    one finding, at the original: most often it was changed there alone. Numbers are one finding for a
    translation; that they differ because questions are missing or surplus is none. Keys are compared where
    labels, code or numbers of the options show that they are in the same order: translators shuffle them.

    Whoever reads the translation learns a wrong answer, or one to code that nobody asks about any more.

    Example:
        <!-- README.md -->
        ### 1. How many legs has a spider?
        - [ ] six
        - [x] eight

        <!-- README-de.md -->
        ### 1. Wie viele Beine hat eine Spinne?
        - [x] sechs
        - [ ] acht

    Repair:
        <!-- README-de.md -->
        ### 1. Wie viele Beine hat eine Spinne?
        - [ ] sechs
        - [x] acht

    Fix: None. Which of the documents is right, somebody has to decide.

    Schema: nothing; numbers, options and code are told by the forms.
    """

    def check(self, bank: Bank) -> Iterator[Finding]:
        groups: dict[str, list[Matching]] = {}
        for matching in translations(bank):
            groups.setdefault(matching.original.path, []).append(matching)
        if not groups:
            return
        from dlqa_lint.rules.translations._differences import differences  # few banks are translated

        for matchings in groups.values():
            told: dict[tuple[int, str], list[Difference]] = {}
            for matching in matchings:
                yield from self._renumbered(matching)
                for difference in differences(matching):
                    key = difference.ours.position, difference.kind
                    told.setdefault(key, []).append(difference)
            for alike in told.values():
                yield self._alone(*alike) if len(alike) == 1 else self._together(alike, len(matchings))

    def _alone(self, difference: "Difference") -> Finding:
        """The finding on a question in which one translation differs."""
        matching, ours, theirs, kind, said, expected = difference
        differs = f"is {said}, expected {expected} as in" if said else "is not that of"
        message = f"the {kind} of {_named(theirs)} {differs} {matching.original.path}"
        related = (place(matching.original, ours, "the question there"),)
        return self.finding(matching.translation, theirs.span, message, question=theirs, related=related)

    def _together(self, alike: "list[Difference]", number: int) -> Finding:
        """The finding on a question that was changed in the original alone, or wrong from the beginning."""
        matching, ours, _, kind, _, expected = alike[0]
        others = ", ".join(
            f"{other.matching.translation.path}{f' ({other.said})' if other.said else ''}"
            for other in alike[:_NAMED]
        )
        more = f" and {len(alike) - _NAMED} more" if len(alike) > _NAMED else ""
        differs = f"is {expected}, and another in" if expected else "is not that of"
        message = (
            f"the {kind} of {_named(ours)} {differs} {len(alike)} of {number} translations: {others}{more}"
        )
        related = [place(other.matching.translation, other.theirs, "the translation") for other in alike]
        return self.finding(matching.original, ours.span, message, question=ours, related=related)

    def _renumbered(self, matching: "Matching") -> Iterator[Finding]:
        """The finding on all questions of a translation that are in another order or carry other numbers."""
        pairs = _misnumbered(matching)
        if not pairs:
            return
        ours, first = pairs[0]
        theirs = sorted((pair[1] for pair in pairs), key=lambda question: question.position)
        message = (
            f"{_named(first)} is {_named(ours)} in {matching.original.path}, expected the same numbers "
            f"for the same questions: {named(theirs)}"
        )
        related = [place(matching.original, question, "the question there") for question, _ in pairs]
        yield self.finding(matching.translation, first.span, message, question=first, related=related)


def _misnumbered(matching: "Matching") -> list[_Pair]:
    """The pairs with other numbers than what is missing or surplus before them explains.

    What is wrong in the count of one of the documents is told there.
    """
    from dlqa_lint.rules.translations._matching import uncrossed

    documents = matching.original, matching.translation
    if any(len(document.runs) != 1 or any(map(faults, series_of(document))) for document in documents):
        return []
    kept = set(uncrossed([(ours.position, theirs.position) for ours, theirs in matching.pairs]))
    return [
        (ours, theirs)
        for ours, theirs in matching.pairs
        if (shift := _shift(ours, theirs))
        and (shift != theirs.position - ours.position or (ours.position, theirs.position) not in kept)
    ]


def _shift(ours: Question, theirs: Question) -> int:
    """How much higher the number of a question is in the translation; as many places where one has none."""
    if (
        ours.number is None
        or theirs.number is None
        or len(ours.number.value) != 1
        or len(theirs.number.value) != 1
    ):
        return theirs.position - ours.position
    return theirs.number.value[0] - ours.number.value[0]


def _named(question: Question) -> str:
    number = f"{question.number.label} " if question.number else ""
    return f"question {number}{quoted(question.plain_text)}"
