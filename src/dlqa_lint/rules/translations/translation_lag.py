"""translation-lag: a translation lacks questions of its original, or has not translated them, or is not there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dlqa_lint.model.bank import Bank, Question
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import BankRule, place
from dlqa_lint.rules.translations._groups import originals, translations
from dlqa_lint.rules.translations._naming import named, places

if TYPE_CHECKING:
    from dlqa_lint.rules.translations._matching import Matching
    from dlqa_lint.rules.translations._whole_files import Untranslated


class TranslationLag(BankRule):
    """A translation lacks questions that its original has, or holds them in the original's words.

    Documents are translations where their paths differ in the language alone (`README.md` and `README-de.md`,
    `docs/faq.md` and `docs/fr/faq.md`), or where `translations` in the settings says so. The original is the
    one without a language in its path, else the English one, else the longest. Questions are matched by
    anchor, number, code, options and links, never by words; where nothing but their order is left to go by, the
    finding says how many are missing, and not which. All that a translation lacks is one finding, which points
    to the places in the original. Where documents side by side are translated, and one or a few of them are not,
    that is one finding as well, at the first of these.

    Readers of the translation do not know that there is more to learn.

    Example:
        <!-- README.md -->
        ### 1. What is a tensor?
        ### 2. What is a rank?
        ### 3. What is a shape?

        <!-- README-de.md -->
        ### 1. Was ist ein Tensor?
        ### 2. Was ist ein Rang?

    Repair:
        <!-- README-de.md -->
        ### 1. Was ist ein Tensor?
        ### 2. Was ist ein Rang?
        ### 3. Was ist eine Form?

    Fix: None. Somebody has to translate.

    Schema: nothing; numbers, options and code are told by the forms.
    """

    severity = Severity.INFO

    def check(self, bank: Bank) -> Iterator[Finding]:
        for matching in translations(bank):
            yield from self._missing(matching)
            yield from self._untranslated(matching)
        if originals(bank):
            from dlqa_lint.rules.translations._whole_files import untranslated_files

            yield from map(self._whole, untranslated_files(bank))

    def _missing(self, matching: "Matching") -> Iterator[Finding]:
        fewer = [row for row in matching.uneven if len(row.original) > len(row.translation)]
        unnamed = sum(len(row.original) - len(row.translation) for row in fewer)
        if not matching.missing and not unnamed:
            return
        original, translation = matching.original, matching.translation
        number = len(matching.missing) + unnamed
        which = f": {named(matching.missing)}" if matching.missing else ""
        unsure = f"; only the words show which {unnamed} of them" if matching.missing and unnamed else ""
        of = f"of the {len(original.questions)} questions of {original.path}"
        message = f"the translation lacks {number} {of}{which}{unsure}"
        related = [
            *places(original, matching.missing, "missing in the translation"),
            *(spot for row in fewer for spot in places(original, row.original[:1], "fewer from here on")),
        ]
        last = _before(matching)
        yield self.finding(translation, last.span, message, question=last, related=related)

    def _untranslated(self, matching: "Matching") -> Iterator[Finding]:
        from dlqa_lint.rules.translations._untranslated import untranslated  # few banks are translated

        same = untranslated(matching)
        if not same:
            return
        original, translation = matching.original, matching.translation
        asked = len(translation.questions)
        some = f"{len(same)} of the {asked}" if len(same) < asked else f"all {asked}"
        message = (
            f"{some} questions are in the words of {original.path}, expected them translated: {named(same)}"
        )
        related = places(translation, same[1:], "not translated")
        yield self.finding(translation, same[0].span, message, question=same[0], related=related)

    def _whole(self, lacking: "Untranslated") -> Finding:
        """The finding on documents that have no translation at all, at the first of them."""
        first, *others = lacking.documents
        original, translation = lacking.beside[0]
        more = f" (and {len(others)} more beside it)" if others else ""
        message = (
            f'found no translation to "{lacking.language}"{more}, expected one as {translation.path} is of '
            f"{original.path}"
        )
        related = [place(other, other.questions[0], "not translated either") for other in others]
        asked = first.questions[0]
        return self.finding(first, asked.span, message, question=asked, related=related)


def _before(matching: "Matching") -> Question:
    """The question of a translation after which the first missing one belongs."""
    gone = [*matching.missing, *(question for row in matching.uneven for question in row.original)]
    first = min(question.position for question in gone)
    earlier = [theirs for ours, theirs in matching.pairs if ours.position < first]
    return earlier[-1] if earlier else matching.translation.questions[0]
