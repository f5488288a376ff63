"""From blocks and a schema to a document: any text gives one, and what does not fit is left for rules."""

from dlqa_lint.model.bank import Document
from dlqa_lint.model.schema import QuestionForm, Schema
from dlqa_lint.recognise.body.questions import question_of, read_bodies, share_answers
from dlqa_lint.recognise.choice.forms import infer_forms
from dlqa_lint.recognise.choice.inline_answers import without_answers
from dlqa_lint.recognise.choice.list_titles import captions_of
from dlqa_lint.recognise.choice.questions_chosen import Selection, select
from dlqa_lint.recognise.choice.reading import Reading, read
from dlqa_lint.recognise.document.claims import claims_of
from dlqa_lint.recognise.document.contents import contents_headings
from dlqa_lint.recognise.document.question_bodies import bodies, boundaries, headings_of, sections_of
from dlqa_lint.recognise.document.runs import numbers_of, runs_of, struck_numbers, with_runs
from dlqa_lint.recognise.document.suppression_comments import suppressions_of
from dlqa_lint.recognise.document.title_and_links import links_and_anchors, title_of
from dlqa_lint.recognise.habits import learn
from dlqa_lint.recognise.leftovers import remnants_of
from dlqa_lint.recognise.lines import in_own_forms
from dlqa_lint.text.source import Source

__all__ = ("recognise",)

_FEW = 3
"""More questions than this in a schema's forms show that the document follows the schema."""
_TIMES = 4
"""So many times more questions in other forms show that it does not."""


def recognise(source: Source, schema: Schema | None) -> Document:
    """The document of a source; without a schema its forms are learned from the document itself."""
    reading = read(source)
    if schema is not None:
        reading = reading._replace(candidates=in_own_forms(source, reading.candidates, schema.question.form))
        return _document(reading, schema)._replace(evidence="the settings give it a schema")
    forms, evidence = infer_forms(reading)
    draft = Schema(question=QuestionForm(form=tuple(forms)), inferred=True)
    if not forms:
        return Document(source, draft, is_bank=False, evidence=evidence)
    return learn(_document(reading, draft))._replace(evidence=evidence)


def _selection(reading: Reading, schema: Schema) -> Selection:
    """The questions under a schema; where next to nothing has its forms, those that inference finds."""
    selection = select(reading.candidates, schema.question.form, reading.headings)
    if schema.inferred or len(selection.questions) > _FEW:
        return selection
    forms, _ = infer_forms(reading)
    if not forms:
        return selection
    found = select(reading.candidates, [*schema.question.form, *forms], reading.headings)
    return found if len(found.questions) >= _TIMES * max(len(selection.questions), 1) else selection


def _document(reading: Reading, schema: Schema) -> Document:
    """The document that a reading is under a schema."""
    source, blocks, contents, keys = reading.source, reading.blocks, reading.contents, reading.keys
    selection = _selection(reading, schema)
    chosen = without_answers(selection.questions)
    bounds = boundaries(reading.closing, chosen)
    spans = bodies(source, chosen, bounds, keys, captions_of(source, blocks, chosen))
    headings = headings_of(source, blocks, chosen)
    nameless = {c.block for c in (*selection.stubs, *selection.furniture, *selection.withdrawn)}
    nameless |= contents_headings(source, blocks, contents)
    naming = [bound for bound in bounds if bound[2] not in nameless]
    sections, owners = sections_of(source, headings, naming, [c.span for c in chosen], spans)
    read_below = read_bodies(source, blocks, reading.details, list(zip(chosen, spans, strict=True)), schema)
    numbers = numbers_of(chosen, blocks, selection.stubs)
    places = zip(chosen, read_below, numbers, spans, owners, strict=True)
    questions = [
        question_of(source, candidate, below)._replace(
            position=position, number=number, body=body, section=section
        )
        for position, (candidate, below, number, body, section) in enumerate(places, 1)
    ]
    questions = share_answers(source, questions, keys)
    gone = struck_numbers(selection.withdrawn)
    runs = runs_of(questions, schema.numbering.scope, schema.numbering.first, gone)
    title = title_of(source, blocks, chosen)
    links, anchors = links_and_anchors(source, blocks, contents)
    first = chosen[0].span.start if chosen else len(source.text)
    return Document(
        source=source,
        schema=schema,
        is_bank=True,
        evidence="",
        title=title,
        sections=sections,
        questions=with_runs(questions, runs),
        runs=tuple(runs),
        headings=headings,
        contents=contents,
        links=links,
        anchors=anchors,
        claims=claims_of(source, blocks, title, sections, tables=contents, before=first),
        remnants=remnants_of(source, blocks, reading.details, selection),
        suppressions=suppressions_of(source, blocks, questions),
    )
