"""duplicate-topic: a question that is asked again in other words."""

from collections.abc import Iterator
from typing import ClassVar

from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import BankRule


class DuplicateTopic(BankRule):
    """One answer would serve two questions, though they are asked in different words.

    Readers learn the same thing twice, and the two answers drift apart. The message says what both are
    about and in which words they differ; a pair that only looks alike is silenced by `<!-- dlqa-lint:
    distinct 12: reason -->` in either question. Quiz questions that offer the same options and have the same
    right one are meant too, unless the bank offers these options time and again, and those of which one option
    differs. Questions that name no subject ("Common mistakes") are about that of their document.
    Documents in different languages are not compared, nor are translations (which paths show, `en/`
    and `pt/`, or settings) and copies of one document.

    Example:
        ### 3. What is dropout?

        ### 41. Explain the concept of dropout.

    Repair:
        ### 3. What is dropout?

    Fix: None. What the one question has to say beyond the other, somebody has to decide.

    Schema: `duplicates.topics`, `duplicates.threshold`, `duplicates.synonyms`, `duplicates.contrasts`.
    """

    compares: ClassVar[bool] = True

    def check(self, bank: Bank) -> Iterator[Finding]:
        # The scorer loads its word tables; nobody should wait for them who does not run this rule.
        from dlqa_lint.rules.duplicates._pairs import near_questions

        yield from near_questions(self, bank, self.name, "is also asked")
