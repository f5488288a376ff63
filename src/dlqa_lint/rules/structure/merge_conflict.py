"""merge-conflict: a document in which git left both sides of a merge."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import DocumentRule, quoted


class MergeConflict(DocumentRule):
    """A document holds a merge conflict that nobody settled.

    Readers see both sides and git's marks between them, and `=======` makes a heading of the line above it.
    It is the only finding in its document: what is right there shows when the conflict is settled. A conflict
    that is shown whole in a code block, as questions about git do, is none.

    Example:
        <<<<<<< HEAD
        ## 2. What is a semaphore?
        =======
        ## 2. What is a monitor?
        >>>>>>> feature/monitor

    Repair:
        ## 2. What is a semaphore?
        ## 3. What is a monitor?

    Fix: None, and no other fix touches the document: which side counts, only its author knows.

    Schema: nothing.
    """

    severity = Severity.ERROR
    unsettled = True
    hangs_on_reading = False

    def check(self, document: Document) -> Iterator[Finding]:
        if document.conflict is not None:
            written = quoted(document.source.slice(document.conflict))
            message = f"found the merge conflict {written}, expected a text in which it is settled"
            yield self.finding(document, document.conflict, message)
