"""The sections and questions that arguments name, and what to say where a name fits none or several."""

from argparse import Namespace
from collections.abc import Iterable

from dlqa_lint.cli.by_hand import Desk
from dlqa_lint.cli.options import UsageError
from dlqa_lint.edits.insertion import Spot
from dlqa_lint.edits.named import questions_named, sections_named
from dlqa_lint.model.bank import Document, Question, Section
from dlqa_lint.text.source import Span

_SHOWN = 5


def sections_of(documents: Iterable[Document], name: str) -> list[tuple[Document, Section]]:
    """The sections of documents with a name; UsageError where there is none."""
    documents = list(documents)
    found = [(document, section) for document in documents for section in sections_named(document, name)]
    if not found:
        from dlqa_lint.config.validate import did_you_mean, nearest_name  # noqa: PLC0415

        known = {section.name for document in documents for section in document.sections}
        hint = did_you_mean(nearest_name(name, known))
        raise UsageError(f'--section: found no section "{name}" in the given documents{hint}')
    return found


def question_of(
    desks: Iterable[Desk], name: str, section: str | None, option: str
) -> tuple[Desk, Document, Question]:
    """The one question that a number, or its words, means; UsageError where it is none or several."""
    documents = [(desk, desk.documents[path]) for desk in desks for path in sorted(desk.chosen)]
    within: dict[str, list[Span]] | None = None
    if section is not None:
        within = {}
        for document, part in sections_of([document for _, document in documents], section):
            within.setdefault(document.path, []).append(Span(part.span.start, part.body.end))
    found = [
        (desk, document, question)
        for desk, document in documents
        for question in questions_named(
            document, name, None if within is None else within.get(document.path, ())
        )
    ]
    if len(found) > 1:
        places = ", ".join(f"{document.path}:{question.line}" for _, document, question in found[:_SHOWN])
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
    more = f" and {len(said) - 3} more" if len(said) > 3 else ""
    return ", ".join(said[:3]) + more or "the given documents"


def spot_of(desks: list[Desk], options: Namespace) -> tuple[Desk, Spot]:
    """Where a new question goes, as --after and --section say; UsageError where they leave it open."""
    if options.after is not None:
        desk, document, question = question_of(desks, options.after, options.section, "--after")
        return desk, Spot(document, question)
    chosen = [(desk, desk.documents[path]) for desk in desks for path in sorted(desk.chosen)]
    if options.section is not None:
        found = sections_of([document for _, document in chosen], options.section)
        if len(found) > 1:
            places = ", ".join(
                f"{document.path}:{_line(document, section.span.start)}"
                for document, section in found[:_SHOWN]
            )
            raise UsageError(
                f'--section: found {len(found)} sections "{options.section}" ({places}); name a path'
            )
        document, section = found[0]
        inside = [question for question in document.questions if question.position in set(section.questions)]
        desk = next(desk for desk, other in chosen if other is document)
        return desk, Spot(document, inside[-1] if inside else None, section)
    if not chosen:
        raise UsageError("add: found no question document, expected one to write into")
    if len(chosen) > 1:
        names = ", ".join(document.path for _, document in chosen[:3])
        raise UsageError(
            f"add: found {len(chosen)} question documents ({names}); name one, or say --after or --section"
        )
    desk, document = chosen[0]
    if not document.questions:
        raise UsageError(
            f"{document.path}: has no question yet whose form the new one could follow; write it by hand"
        )
    return desk, Spot(document, document.questions[-1])


def _line(document: Document, offset: int) -> int:
    return document.source.position(offset).line
