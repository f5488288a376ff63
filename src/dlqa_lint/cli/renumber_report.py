"""A bank with its new numbers, and what `renumber` says about it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dlqa_lint.cli.editable_banks import Workbench, rewritten
from dlqa_lint.edits.mentions import doubtful_references, revived_references
from dlqa_lint.edits.new_numbers import Plan
from dlqa_lint.edits.old_anchors import question_anchors
from dlqa_lint.links.references import Reference
from dlqa_lint.model.bank import Document
from dlqa_lint.text.counts import counted


class Renumbered(NamedTuple):
    """A bank with its new numbers: the documents after, and the plans that led there."""

    bench: Workbench
    plans: tuple[Plan, ...]
    after: Mapping[str, Document]
    notes: tuple[str, ...]
    also: tuple[str, ...]


class Row(NamedTuple):
    """A question whose number or anchor changed; a question that had no number has no old one."""

    path: str
    line: int
    text: str
    old: str | None
    new: str
    old_anchor: str | None
    new_anchor: str | None


def doubts(plan: Plan) -> Iterator[str]:
    """What to say about references that may mean either of two questions with one number, or none of those left."""
    for reference in doubtful_references(plan.document, plan.new):
        several = f"several questions had the number {reference.number}; look which of them is meant"
        yield f"{_stays(plan.document, reference)}, but {several}"
    given = [(become.value, number.suffix) for number, become in plan.new.items()]
    for reference in revived_references(plan.document, given):
        late = f"no question had the number {reference.number}, and now one has it; look whether it is meant"
        yield f"{_stays(plan.document, reference)}, but {late}"


def _stays(document: Document, reference: Reference) -> str:
    line = document.source.position(reference.span.start).line
    return f'{document.path}:{line}: "{document.source.slice(reference.phrase)}" stays'


def rows_of(done: Renumbered) -> Iterator[Row]:
    """The questions whose numbers changed, or that got one, in order."""
    for plan in done.plans:
        document, after = plan.document, done.after[plan.document.path]
        anchors = [question_anchors(side) for side in (document, after)]
        for old, new in zip(document.questions, after.questions, strict=True):
            if new.number and (old.number is None or old.number.key != new.number.key):
                label = old.number.label if old.number else None
                ends = [side.get(old.position) for side in anchors]
                yield Row(after.path, new.line, new.plain_text, label, new.number.label, *ends)


def lines(rows: list[Row], done: Iterable[Renumbered]) -> Iterator[str]:
    """Old and new numbers for people, and what they come to."""
    for row in rows:
        yield f"{row.path}:{row.line}: {row.old or 'no number'} → {row.new}  {row.text}"
    files = sum(len(rewritten(item.bench.documents, item.after)) for item in done)
    if rows:
        yield f"renumbered {counted(len(rows), 'question')}; changed {counted(files, 'file')}"
        yield from (f"also: {text}" for item in done for text in item.also)
    else:
        questions = sum(len(item.after[path].questions) for item in done for path in item.bench.chosen)
        yield f"nothing to renumber: {counted(questions, 'question')} in step"
