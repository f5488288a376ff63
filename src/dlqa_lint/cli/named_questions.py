"""The sections and questions that arguments name, and what to say where a name fits none or several."""

from collections.abc import Iterable

from dlqa_lint.cli.editable_banks import Workbench
from dlqa_lint.cli.options import UsageError
from dlqa_lint.edits.insertion import InsertionPoint
from dlqa_lint.edits.lookup import questions_named, sections_named
from dlqa_lint.model.bank import Document, Question, Section
from dlqa_lint.text.source import Span

_SHOWN = 5
"""How many places or documents a message names."""


def sections_of(documents: Iterable[Document], name: str) -> list[tuple[Document, Section]]:
    """The sections of documents with a name; UsageError where there is none."""
    documents = list(documents)
    found = [(document, section) for document in documents for section in sections_named(document, name)]
    if not found:
        from dlqa_lint.config.validate import did_you_mean, nearest_name

        known = {section.name for document in documents for section in document.sections}
        hint = did_you_mean(nearest_name(name, known))
        raise UsageError(f'--section: found no section "{name}" in the given documents{hint}')
    return found


def question_of(
    benches: Iterable[Workbench], name: str, section: str | None, option: str
) -> tuple[Workbench, Document, Question]:
    """The one question that a number, or its words, means; UsageError where it is none or several."""
    documents = [(bench, bench.documents[path]) for bench in benches for path in sorted(bench.chosen)]
    within: dict[str, list[Span]] | None = None
    if section is not None:
        within = {}
        for document, part in sections_of([document for _, document in documents], section):
            within.setdefault(document.path, []).append(Span(part.span.start, part.body.end))
    found = [
        (bench, document, question)
        for bench, document in documents
        for question in questions_named(
            document, name, None if within is None else within.get(document.path, ())
        )
    ]
    if len(found) > 1:
        places = few(f"{document.path}:{question.line}" for _, document, question in found)
        raise UsageError(
            f'{option}: found {len(found)} questions "{name}" ({places}); name one by its path, --section or its words'
        )
    if not found:
        raise UsageError(
            f'{option}: found no question "{name}" in {_listed(document for _, document in documents)}'
        )
    return found[0]


def _listed(documents: Iterable[Document]) -> str:
    """Documents with the numbers that they have, for a message."""
    said = []
    for document in documents:
        labels = [question.number.label for question in document.questions if question.number]
        said.append(
            f"{document.path} ({labels[0]} to {labels[-1]})" if labels else f"{document.path} (no numbers)"
        )
    return few(said) or "the given documents"


def spot_of(
    benches: list[Workbench], after: str | None, name: str | None
) -> tuple[Workbench, InsertionPoint]:
    """Where a new question goes, as --after and --section say; UsageError where they leave it open."""
    if after is not None:
        bench, document, question = question_of(benches, after, name, "--after")
        return bench, InsertionPoint(document, question)
    chosen = [(bench, bench.documents[path]) for bench in benches for path in sorted(bench.chosen)]
    if name is not None:
        found = sections_of([document for _, document in chosen], name)
        if len(found) > 1:
            places = few(
                f"{document.path}:{document.source.position(section.span.start).line}"
                for document, section in found
            )
            raise UsageError(f'--section: found {len(found)} sections "{name}" ({places}); name a path')
        document, section = found[0]
        inside = [question for question in document.questions if question.position in set(section.questions)]
        bench = next(bench for bench, other in chosen if other is document)
        return bench, InsertionPoint(document, inside[-1] if inside else None, section)
    if not chosen:
        raise UsageError("add: found no question document, expected one to write into")
    if len(chosen) > 1:
        names = few(document.path for _, document in chosen)
        raise UsageError(
            f"add: found {len(chosen)} question documents ({names}); name one, or say --after or --section"
        )
    bench, document = chosen[0]
    if not document.questions:
        raise UsageError(
            f"{document.path}: has no question yet whose form the new one could follow; write it by hand"
        )
    return bench, InsertionPoint(document, document.questions[-1])


def few(texts: Iterable[str]) -> str:
    """Texts in a row as messages list them; of many the first, and how many more there are."""
    said = list(texts)
    more = f" and {len(said) - _SHOWN} more" if len(said) > _SHOWN else ""
    return ", ".join(said[:_SHOWN]) + more
