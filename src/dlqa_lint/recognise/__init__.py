"""From blocks and a schema to a document: any text gives one, and what does not fit is left for rules."""

from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.model.bank import Document, Heading, Question, Section
from dlqa_lint.model.schema import QuestionForm, Schema
from dlqa_lint.recognise.body.answer_links import without_answer_links
from dlqa_lint.recognise.body.questions import question_of, read_bodies, share_answers
from dlqa_lint.recognise.body.quiz_keys import key_alone, keys_of, with_keys
from dlqa_lint.recognise.body.verdicts import without_verdicts
from dlqa_lint.recognise.choice.choose import Choice, choose
from dlqa_lint.recognise.choice.doubts import doubt_of
from dlqa_lint.recognise.choice.inline_answers import without_answers
from dlqa_lint.recognise.choice.page import Page
from dlqa_lint.recognise.choice.questions_chosen import Selection, forms_of, selection_of
from dlqa_lint.recognise.choice.reading import Reading, read
from dlqa_lint.recognise.document.claims import claims_of
from dlqa_lint.recognise.document.contents import contents_headings
from dlqa_lint.recognise.document.items_that_end_bodies import items_that_end_bodies
from dlqa_lint.recognise.document.list_captions import captions_of
from dlqa_lint.recognise.document.merge_conflicts import conflict_in, settled
from dlqa_lint.recognise.document.question_bodies import bodies, boundaries, headings_of, sections_of
from dlqa_lint.recognise.document.runs import numbers_of, runs_of, struck_numbers, with_runs
from dlqa_lint.recognise.document.see_also import without_see_also
from dlqa_lint.recognise.document.stated_range import range_of
from dlqa_lint.recognise.document.suppression_comments import suppressions_of
from dlqa_lint.recognise.document.title_and_links import links_and_anchors, title_of
from dlqa_lint.recognise.habits import learn
from dlqa_lint.recognise.leftovers import remnants_of
from dlqa_lint.recognise.lines import Candidate, in_own_forms
from dlqa_lint.text.source import Source, Span

__all__ = ("choice_of", "recognise")

_NAMED = 3
"""How many reasons are named for why a document is not a bank."""


def recognise(source: Source, schema: Schema | None) -> Document:
    """The document of a source; without a schema its forms are learned from the document itself."""
    if conflict := conflict_in(source):
        return _unsettled(source, schema, conflict)
    reading, choice = _read_and_choose(source, schema)
    selection = selection_of(choice, reading.candidates)
    if schema is not None:
        return _document(reading, schema, selection)._replace(evidence="the settings give it a schema")
    forms = forms_of(choice, without_answers(selection.questions))
    draft = Schema(question=QuestionForm(form=tuple(forms)), inferred=True)
    if not forms:
        keys = key_alone(source, reading.blocks)
        return Document(source, draft, is_bank=False, evidence=_why_none(choice), keys=keys)
    why, confidence, doubt = _why(choice, forms), choice.confidence, doubt_of(choice, forms)
    # What was weighed is as large as the document, and it is not needed any more while that is made.
    _let_go(choice)
    del choice
    reading = reading._replace(candidates=())
    document = learn(_document(reading, draft, selection))
    return document._replace(evidence=why, confidence=confidence, doubt=doubt)


def choice_of(source: Source, schema: Schema | None) -> Choice:
    """What was decided about every line of a source, and why."""
    return _read_and_choose(source, schema)[1]


def _read_and_choose(source: Source, schema: Schema | None) -> tuple[Reading, Choice]:
    """What is read from a source, and which of its lines ask; a schema's forms are one more reason."""
    reading = read(source)
    forms: Sequence[str] = ()
    if schema is not None:
        forms = schema.question.form
        reading = reading._replace(candidates=in_own_forms(source, reading.candidates, forms))
    return reading, choose(Page(reading), forms)


def _let_go(choice: Choice) -> None:
    """Part the page of a choice from its groups, which know each other, so that their memory is freed at once."""
    for row in choice.weighed[:1]:
        row.group.page.groups = ()


def _unsettled(source: Source, schema: Schema | None, conflict: Span) -> Document:
    """A document with a merge conflict in it, which is not read any further."""
    is_bank = schema is not None or recognise(settled(source), None).is_bank
    evidence = (
        "it holds a merge conflict" if is_bank else "not a question document: it holds a merge conflict"
    )
    return Document(source, schema or Schema(inferred=True), is_bank, evidence, conflict=conflict)


def _why(choice: Choice, forms: Sequence[str]) -> str:
    """The strongest reasons for the groups that ask, in a sentence."""
    row = max(choice.chosen, key=lambda row: row.total)
    reasons = sorted(row.arguments, key=lambda argument: -argument.weight)[:_NAMED]
    named = ", ".join(argument.reason for argument in reasons if argument.weight > 0)
    return f"{len(row.group)} lines like {forms[0]!r}: {row.group.asking_share:.0%} ask ({named})"


def _why_none(choice: Choice) -> str:
    """Why no group of lines asks: the one that comes nearest, and what speaks against it."""
    if not choice.weighed:
        return "not a question document: it has no headings, lists or bold lines"
    row = max(choice.weighed, key=lambda row: row.total)
    against = sorted(row.arguments, key=lambda argument: argument.weight)[:_NAMED]
    named = ", ".join(argument.reason for argument in against if argument.weight < 0)
    asking = sum(row.group.asking)
    form = row.group.lines[0].template
    said = f"{asking} of {len(row.group)} lines like {form!r} ask"
    return f"not a question document: {said}" + (f", but {named}" if named else "")


class _Layout(NamedTuple):
    """Which lines ask, and where all that belongs to them is: bodies, headings, sections, each one's section."""

    chosen: Sequence[Candidate]
    bodies: Sequence[Span]
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    owners: Sequence[int]


def _laid_out(reading: Reading, selection: Selection) -> _Layout:
    """The layout of a document whose questions are chosen."""
    source, blocks = reading.source, reading.blocks
    chosen = without_verdicts(without_answer_links(without_answers(selection.questions)))
    bounds = boundaries(reading.closing, [*chosen, *selection.parts], reading.details)
    others = sorted([*captions_of(source, blocks, chosen), *items_that_end_bodies(source, blocks, chosen)])
    spans = bodies(source, chosen, bounds, reading.answer_lists, others)
    headings = headings_of(source, blocks, chosen)
    nameless = {c.block for c in (*selection.stubs, *selection.furniture, *selection.withdrawn)}
    nameless |= contents_headings(source, blocks, reading.contents)
    naming = [bound for bound in bounds if bound[2] not in nameless]
    sections, owners = sections_of(source, headings, naming, [c.span for c in chosen], spans)
    return _Layout(chosen, spans, headings, sections, owners)


def _questions(reading: Reading, schema: Schema, selection: Selection, layout: _Layout) -> list[Question]:
    """The questions of a document, each with its number, its section, and what is read below it."""
    source, blocks, chosen = reading.source, reading.blocks, layout.chosen
    spans = list(zip(chosen, layout.bodies, strict=True))
    read_below = read_bodies(source, blocks, reading.details, spans, schema)
    numbers = numbers_of(chosen, blocks, selection.stubs)
    places = zip(chosen, read_below, numbers, layout.bodies, layout.owners, strict=True)
    return [
        question_of(source, candidate, below)._replace(
            position=position, number=number, body=body, section=section
        )
        for position, (candidate, below, number, body, section) in enumerate(places, 1)
    ]


def _document(reading: Reading, schema: Schema, selection: Selection) -> Document:
    """The document that a reading is under a schema."""
    source, blocks = reading.source, reading.blocks
    layout = _laid_out(reading, selection)
    chosen = layout.chosen
    questions = _questions(reading, schema, selection, layout)
    contents = without_see_also(reading.contents, layout.headings, questions)
    keys = keys_of(source, blocks, questions)
    questions = with_keys(share_answers(source, questions, reading.answer_lists), keys)
    gone = struck_numbers(selection.withdrawn)
    title = title_of(source, blocks, chosen)
    stated = range_of(source, blocks, questions)
    begin = stated.first if stated and schema.numbering.first is None else schema.numbering.first
    runs = runs_of(questions, schema.numbering.scope, begin, gone)
    links, pictures, anchors = links_and_anchors(source, contents)
    first = chosen[0].span.start if chosen else len(source.text)
    return Document(
        source=source,
        schema=schema,
        is_bank=True,
        evidence="",
        title=title,
        sections=layout.sections,
        questions=with_runs(questions, runs),
        runs=tuple(runs),
        headings=layout.headings,
        contents=contents,
        links=links,
        pictures=pictures,
        anchors=anchors,
        stated=stated,
        claims=claims_of(source, blocks, title, layout.sections, tables=contents, before=first),
        keys=keys,
        remnants=remnants_of(source, blocks, reading.details, selection),
        suppressions=suppressions_of(source, blocks, questions),
    )
