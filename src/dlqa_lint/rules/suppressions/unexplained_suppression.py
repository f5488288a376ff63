"""unexplained-suppression: a suppression without a reason."""

from collections.abc import Iterator

from dlqa_lint.filters.suppressions import VERBS
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class UnexplainedSuppression(DocumentRule):
    """A suppression does not say why it is there.

    The next author cannot tell whether the fault is meant to stay, and nobody dares to take the comment away.

    Example:
        <!-- dlqa-lint: ignore missing-answer -->

    Repair:
        <!-- dlqa-lint: ignore missing-answer: the answer follows in part two -->

    Fix: None. The reason only its author knows.

    Schema: nothing.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for suppression in document.suppressions:
            if suppression.verb in VERBS and suppression.names and not suppression.reason:
                written = f"{suppression.verb} {', '.join(name.text for name in suppression.names)}"
                message = f'{quoted(written)} gives no reason, expected ": reason" after it'
                yield self.finding(document, suppression.span, message)
