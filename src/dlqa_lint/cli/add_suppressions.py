"""`--add-suppressions`: a comment for every finding, so that the next run finds nothing."""

from dlqa_lint.cli import fixing
from dlqa_lint.cli.banks import ProjectBank
from dlqa_lint.edits.suppress import suppressing
from dlqa_lint.model.finding import Finding
from dlqa_lint.text.counts import counted


def suppress_bank(bank: ProjectBank, lint: fixing.Lint, reason: str) -> fixing.Fixed:
    """A bank with a suppression for everything that is reported of it, proved as fixes are."""

    def lint_and_hide(bank: ProjectBank) -> list[Finding]:
        documents = {document.path: document for document in bank.reported if document.is_bank}
        return suppressing(lint(bank), documents, " ".join(reason.split()))

    return fixing.fix_bank(bank, lint_and_hide, unsafe=False)


def added(fixed: list[fixing.Fixed]) -> str:
    """What was written, in one line."""
    files = sum(len(item.before) for item in fixed)
    count = sum(item.count for item in fixed)
    return f"added {counted(count, 'suppression')} in {counted(files, 'file')}\n"
