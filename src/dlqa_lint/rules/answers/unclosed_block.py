"""unclosed-block: a fence, `<details>` or comment that is opened and never closed."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document, question_at
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import DocumentRule, quoted


class UnclosedBlock(DocumentRule):
    """A code fence, a `<details>` or a comment is opened and never closed, and swallows what follows.

    So does a closed fence with lines like the questions around it, whose numbers are missing among those: one of
    the marks around it was lost, and what should end a block opens one.

    Everything below it is shown as code, folded away or not shown at all, questions included.

    Example:
        ### 1. How is a tensor made?
        ```python
        torch.zeros(2, 3)
        ### 2. What is a rank?

    Repair:
        ### 1. How is a tensor made?
        ```python
        torch.zeros(2, 3)
        ```
        ### 2. What is a rank?

    Fix: None. Only a person knows where the block should end.

    Schema: none.
    """

    severity = Severity.ERROR
    hangs_on_reading = False

    def check(self, document: Document) -> Iterator[Finding]:
        for remnant in document.remnants:
            if remnant.kind == "unclosed-block":
                yield self.finding(
                    document,
                    remnant.span,
                    f"found {quoted(remnant.text)} without its end, expected it before the next question",
                    question=question_at(document, remnant.span.start),
                )
