"""What commands share that make a file of a bank: which documents go in, and where the file goes."""

from collections.abc import Iterable
from pathlib import Path

from dlqa_lint.cli.banks import ReadBanks
from dlqa_lint.cli.options import UsageError
from dlqa_lint.cli.output import put_document
from dlqa_lint.disk.files import real
from dlqa_lint.disk.named_files import write_named
from dlqa_lint.links.answer_files import answered
from dlqa_lint.model.bank import Document


def question_documents(reading: ReadBanks) -> list[Document]:
    """The question documents that a run is about, with the letters that answer files give."""
    return [
        document
        for bank in reading.banks
        for document in answered(bank.bank.documents)
        if document.is_bank and document.path in bank.bank.reported
    ]


def require_another_file(output: str | None, documents: Iterable[Document], what: str) -> None:
    """Refuse to write a file over one of the documents that it is made of; `what` happens to these."""
    if output and real(Path(output)) in {real(Path(document.path)) for document in documents}:
        raise UsageError(f"-o {output}: found a document that is {what}, expected another file")


def deliver(output: str | None, text: str) -> None:
    """Write a text to the file that the user named, or print it where there is none."""
    if output:
        write_named(output, text)
    else:
        put_document(text)
