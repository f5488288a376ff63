"""related-topic: questions about the same specific subject."""

from collections.abc import Iterator
from typing import ClassVar

from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import BankRule


class RelatedTopic(BankRule):
    """Two questions are about the same specific subject, and may be worth a look side by side.

    Their answers should agree, and might better be one. The rule is off unless it is selected, and what it
    finds never fails a run.

    Example:
        ### 3. What is dropout?

        ### 12. When would you switch dropout off?

    Repair:
        ### 3. What is dropout, and when would you switch it off?

    Fix: None. Most related questions are right as they are.

    Schema: `duplicates.topics`, `duplicates.synonyms`, `duplicates.contrasts`.
    """

    severity = Severity.INFO
    default: ClassVar[bool] = False

    def check(self, bank: Bank) -> Iterator[Finding]:
        # The scorer loads its word tables; nobody should wait for them who does not run this rule.
        from dlqa_lint.rules.duplicates._pairs import near_questions

        yield from near_questions(self, bank, self.name, "is related to what is asked")
