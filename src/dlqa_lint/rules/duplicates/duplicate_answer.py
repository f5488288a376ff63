"""duplicate-answer: an answer that was copied from another question."""

from collections.abc import Iterator
from typing import ClassVar

from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import BankRule, place, quoted
from dlqa_lint.rules.duplicates._compared import Spot, parted, spots, where_asked, without_translations


class DuplicateAnswer(BankRule):
    """Two questions have nearly the same answer, word for word.

    One of them was pasted below the wrong question, or the questions are the same. Short answers, text that
    many answers share, and links do not count; questions that are reported as the same already are not
    reported again. Translations of one document, which their paths (`en/` and `pt/`, `quiz.md` and
    `quiz.fr.md`) or the settings show, are not compared.

    Example:
        ### 3. What is dropout?

        Units are switched off at random during training, so that no unit relies on …

        ### 7. What is weight decay?

        Units are switched off at random during training, so that no unit relies on …

    Repair:
        ### 7. What is weight decay?

        A penalty on large weights …

    Fix: None. The right answer somebody has to write.

    Schema: nothing; answers are told by their form.
    """

    compares: ClassVar[bool] = True

    def check(self, bank: Bank) -> Iterator[Finding]:
        # The scorer loads its word tables; nobody should wait for them who does not run this rule.
        from dlqa_lint.similarity import DUPLICATE, copied_answers
        from dlqa_lint.similarity.from_documents import answers_of, survey

        compared = spots(bank)
        groups = copied_answers([answer for document in bank.documents for answer in answers_of(document)])
        if not groups:
            return
        found = survey(bank, DUPLICATE)
        same = {frozenset((pair.first, pair.second)) for pair in found.pairs if pair.level == DUPLICATE}
        same |= {frozenset((group[0], index)) for group in found.equal for index in group[1:]}
        copies = {frozenset((copy.first, copy.second)) for copy in found.copies}
        told: list[list[Spot]] = []
        for group in groups:
            first, *later = group.indexes
            source = compared[first][0].path
            kept = [
                compared[index]
                for index in later
                if frozenset((first, index)) not in same
                and frozenset((source, compared[index][0].path)) not in copies
            ]
            told.append(without_translations([compared[first], *kept], bank))
        for spotted in parted((spotted for spotted in told if len(spotted) > 1), bank):
            yield self._copied(spotted)

    def _copied(self, group: list[Spot]) -> Finding:
        original, (document, question), *others = group
        where = where_asked(original, document)
        more = f" and {len(others)} more" if others else ""
        theirs = quoted(original[1].plain_text)
        said = f"the answer of {quoted(question.plain_text)} is that of {theirs} {where}{more}"
        related = [place(other, asked, "the same answer") for other, asked in (original, *others)]
        return self.finding(document, question.span, said, question=question, related=related)
