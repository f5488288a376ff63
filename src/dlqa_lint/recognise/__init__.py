"""From blocks and a schema to a document. Total: any text gives a document; what does not fit is left for rules."""

from collections.abc import Sequence

from dlqa_lint.bank import Contents, Document
from dlqa_lint.candidates import Candidate, Details, find_candidates, find_details
from dlqa_lint.markdown import Block
from dlqa_lint.markdown import blocks as blocks_of
from dlqa_lint.recognise.claims import claims_of
from dlqa_lint.recognise.collected import AnswerKey, answer_keys, outside_keys
from dlqa_lint.recognise.contents import contents_headings, find_contents
from dlqa_lint.recognise.forms import eligible, infer_forms
from dlqa_lint.recognise.learn import learn
from dlqa_lint.recognise.questions import question_of, read_bodies, share_answers
from dlqa_lint.recognise.regions import bodies, boundaries, headings_of, sections_of
from dlqa_lint.recognise.remnants import remnants_of
from dlqa_lint.recognise.runs import numbers_of, runs_of, struck_numbers, with_runs
from dlqa_lint.recognise.select import select
from dlqa_lint.recognise.suppressions import suppressions_of
from dlqa_lint.recognise.surroundings import links_and_anchors, title_of
from dlqa_lint.schema.model import QuestionForm, Schema
from dlqa_lint.source import Source

__all__ = ("recognise",)


def recognise(source: Source, schema: Schema | None) -> Document:
    """The document of a source; without a schema its forms are learned from the document itself."""
    blocks = blocks_of(source)
    details = find_details(source, blocks)
    contents = find_contents(source, blocks)
    candidates = eligible(source, find_candidates(source, blocks, details), contents)
    keys = answer_keys(source, blocks, candidates)
    candidates = outside_keys(candidates, keys)
    headings = [(source.starts[b.first], b.level) for b in blocks if b.kind == "heading" and b.depth == 0]
    if schema is not None:
        evidence = "the settings give it a schema"
        document = _document(source, blocks, details, contents, candidates, schema, headings, keys)
        return document._replace(evidence=evidence)
    forms, evidence = infer_forms(source, blocks, details, candidates, headings, keys)
    draft = Schema(question=QuestionForm(form=tuple(forms)), inferred=True)
    if not forms:
        return Document(source, draft, is_bank=False, evidence=evidence)
    document = _document(source, blocks, details, contents, candidates, draft, headings, keys)
    document = learn(document)
    return document._replace(evidence=evidence)


def _document(
    source: Source,
    blocks: Sequence[Block],
    details: Sequence[Details],
    contents: tuple[Contents, ...],
    candidates: Sequence[Candidate],
    schema: Schema,
    headings: Sequence[tuple[int, int]],
    keys: Sequence[AnswerKey],
) -> Document:
    selection = select(candidates, schema.question.form, headings)
    chosen = selection.questions
    bounds = boundaries(blocks, source, chosen, keys)
    spans = bodies(source, chosen, bounds, keys)
    all_headings = headings_of(source, blocks, chosen)
    nameless = {c.block for c in selection.stubs} | contents_headings(source, blocks, contents)
    naming = [bound for bound in bounds if bound[2] not in nameless]
    sections, owners = sections_of(source, all_headings, naming, [c.span for c in chosen], spans)
    read = read_bodies(source, blocks, details, chosen, spans, schema)
    numbers = numbers_of(chosen, blocks, selection.stubs)
    questions = [
        question_of(source, candidate, index, spans[index], owners[index], read[index])
        for index, candidate in enumerate(chosen)
    ]
    questions = [
        question._replace(number=number) for question, number in zip(questions, numbers, strict=True)
    ]
    questions = share_answers(source, questions, keys)
    gone = struck_numbers(selection.withdrawn)
    runs = runs_of(questions, schema.numbering.scope, schema.numbering.first, gone)
    title = title_of(source, blocks, chosen, contents)
    links, anchors = links_and_anchors(source, blocks, contents)
    first = chosen[0].span.start if chosen else len(source.text)
    return Document(
        source=source, schema=schema, is_bank=True, evidence="", title=title, sections=sections,
        questions=with_runs(questions, runs), runs=tuple(runs), headings=all_headings, contents=contents, links=links,
        anchors=anchors, claims=claims_of(source, blocks, title, sections, contents, first),
        remnants=remnants_of(source, blocks, details, selection, spans),
        suppressions=suppressions_of(source, blocks, questions),
    )  # fmt: skip
