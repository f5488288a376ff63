"""wrong-first-number: a run does not begin with its first number."""

from collections.abc import Iterable, Iterator

from dlqa_lint.edits.continued_files import last_number, parts
from dlqa_lint.edits.sequence import series_of
from dlqa_lint.language.vocabulary import PART_NOUNS
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import BankRule, place
from dlqa_lint.rules.numbering._faults import Found, found
from dlqa_lint.text.paths import slashed

_HEAD = 10
"""A bank may lose so many questions at its head; one that begins farther on is part of a larger one.

Of 5 first numbers up to 10 in labelled documents 4 were called wrong by those who labelled them, of 5 larger ones none.
"""


class WrongFirstNumber(BankRule):
    """The first question of a run does not carry the first number.

    A run that continues where a run of another file of the bank ends (`1` to `50` here, `51` to `80` there) is
    right. Without a schema so is one that continues where an earlier run of its own file ends, and a count from 0.
    Where no schema names the first number, so are a single question (`# Question 7` in a file of its own), any count
    in a file whose name says that it is one of several (`part-3.md`, `05_networks.md`), one from more than 10 on, and
    questions that are headings of the first level in a file without a title. Where files side by side continue each
    other, one that does not continue where the one before ends is a finding as well.

    A bank that starts at 3 has lost its head: readers look for the two questions before it.

    Example:
        # Questions
        ### 3. What is a tensor?
        ### 4. What is a rank?

    Repair:
        # Questions
        ### 1. What is a tensor?
        ### 2. What is a rank?

    Fix: None. Whether questions are missing or the count is off, only the owner knows.

    Schema: `numbering.first` is the first number (none named: 1), `numbering.scope` says where a run begins.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        documents = tuple(filter(_may_begin_wrongly, bank.documents))
        wrongs = list(found(bank._replace(documents=documents), "wrong-first"))
        ends = _ends(bank) if wrongs else {}
        predecessors = parts(bank) if wrongs else {}
        for wrong in wrongs:
            value = wrong.question.number.value[-1] if wrong.question.number else 0
            from_zero = wrong.document.schema.numbering.first is None and value == 0
            if from_zero or _continues(wrong, ends.get(value - 1, ())):
                continue
            before = predecessors.get(wrong.document.path)
            if before is None and wrong.document.stated is None and _is_a_part(wrong):
                continue
            related = [place(before, before.questions[-1], "the last question before it")] if before else []
            after = f" after {last_number(before)} in {before.path}" if before else ""
            yield self.finding(
                wrong.document,
                wrong.span,
                f"the first {wrong.said}, expected {last_number(before) + 1 if before else wrong.expected}{after}",
                question=wrong.question,
                related=related,
            )


def _may_begin_wrongly(document: Document) -> bool:
    """Whether a count does not begin with its first number, or has a lower one; in no other can that be wrong."""
    for series in series_of(document):
        values = [member.value for member in series.members if member.number]
        if values and not series.first == values[0] == min(values):
            return True
    return False


def _is_a_part(wrong: Found) -> bool:
    """Whether a document without a schema is one part of several.

    That is told by its only question, by its name, by a count that begins too far from 1, or by the place of a
    title, at which its questions stand.
    """
    document = wrong.document
    number = wrong.question.number
    far = number is not None and number.value[-1] > _HEAD
    alone = len(document.runs[wrong.question.run].questions) == 1
    stem = slashed(document.path).rpartition("/")[2].partition(".")[0]
    named = (
        stem[:1].isdigit()
        or stem[-1:].isdigit()
        or any(stem[noun.end() :].lstrip(" -_")[:1].isdigit() for noun in PART_NOUNS.finditer(stem))
    )
    untitled = document.title is None and wrong.question.kind == "heading" and wrong.question.level == 1
    told = alone or named or untitled or far
    return document.schema.numbering.first is None and told


def _continues(wrong: Found, ends: Iterable[tuple[str, int]]) -> bool:
    """Whether a run of another file (without a schema, also of this one) ends right before a number."""
    own, start = wrong.document, wrong.question.span.start
    return any(path != own.path or (at < start and own.schema.inferred) for path, at in ends)


def _ends(bank: Bank) -> dict[int, list[tuple[str, int]]]:
    """The files and places at which a run ends with a number, by that number."""
    found: dict[int, list[tuple[str, int]]] = {}
    for document in bank.documents:
        for series in series_of(document):
            last = next((member for member in reversed(series.members) if member.number), None)
            if last and last.number:
                found.setdefault(last.value, []).append((document.path, last.number.span.start))
    return found
