"""translation-surplus: a translation has questions that its original does not have."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import BankRule, place
from dlqa_lint.rules.translations._groups import translations
from dlqa_lint.rules.translations._naming import named, places


class TranslationSurplus(BankRule):
    """A translation has questions that its original does not have.

    They were removed from the original, or written for the translation alone. How documents and questions are
    matched, `translation-lag` says. All that is surplus in a translation is one finding.

    What was removed for being wrong or asked twice is still read in the translation; what is new there is
    missed by everybody else.

    Example:
        <!-- README.md -->
        ### 1. What is a tensor?
        ### 2. What is a rank?

        <!-- README-de.md -->
        ### 1. Was ist ein Tensor?
        ### 2. Was ist ein Rang?
        ### 3. Was ist eine Form?

    Repair:
        <!-- README.md -->
        ### 1. What is a tensor?
        ### 2. What is a rank?
        ### 3. What is a shape?

    Fix: None. Which of the documents is right, somebody has to decide.

    Schema: nothing; numbers, options and code are told by the forms.
    """

    severity = Severity.INFO

    def check(self, bank: Bank) -> Iterator[Finding]:
        for matching in translations(bank):
            original, translation = matching.original, matching.translation
            longer = [row for row in matching.uneven if len(row.translation) > len(row.original)]
            unnamed = sum(len(row.translation) - len(row.original) for row in longer)
            surplus = matching.surplus
            if not surplus and not unnamed:
                continue
            found = [*surplus, *(row.translation[0] for row in longer)]
            which = f": {named(surplus)}" if surplus else ""
            number = len(surplus) + unnamed
            message = (
                f"{number} of the {len(translation.questions)} questions {'is' if number == 1 else 'are'} not in "
                f"{original.path}, expected those of the original{which}"
            )
            related = [
                place(original, original.questions[0], "the original"),
                *places(translation, found[1:], "surplus"),
            ]
            yield self.finding(translation, found[0].span, message, question=found[0], related=related)
