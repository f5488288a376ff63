"""From blocks and a schema to a document. Total: any text gives a document; what does not fit is left for rules."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dlqa_lint import words
from dlqa_lint.bank import Contents, Document, Field, Link, Question, Title
from dlqa_lint.candidates import Candidate, Details, find_candidates, find_details, parse_form
from dlqa_lint.inline import explicit_anchors, find_links, mask_code, mask_spans
from dlqa_lint.markdown import Block, blocks as blocks_of, plain
from dlqa_lint.recognise.answers import Body, is_answer_heading, marker_at, read_body
from dlqa_lint.recognise.claims import claims_of
from dlqa_lint.recognise.contents import find_contents
from dlqa_lint.recognise.learn import learn
from dlqa_lint.recognise.pieces import Piece, is_navigation, pieces_of
from dlqa_lint.recognise.regions import bodies, boundaries, headings_of, sections_of
from dlqa_lint.recognise.remnants import remnants_of
from dlqa_lint.recognise.runs import numbers_of, runs_of, with_runs
from dlqa_lint.recognise.select import Selection, select
from dlqa_lint.schema.infer import choose, families, family_of, majority_form
from dlqa_lint.schema.model import QuestionForm, Schema
from dlqa_lint.source import Source, Span

_LABEL = re.compile(r"\{text\}.*$", re.DOTALL)
_EMPHASISED = re.compile(r"^(\*\*\*|\*\*|__|\*|_)(?=\S)(.*\S)\1$")


def recognise(source: Source, schema: Schema | None) -> Document:
    """The document of a source; without a schema its forms are learned from the document itself."""
    blocks = blocks_of(source)
    details = find_details(source, blocks)
    contents = find_contents(source, blocks)
    candidates = _eligible(source, find_candidates(source, blocks, details), contents)
    headings = [(source.starts[b.first], b.level) for b in blocks if b.kind == "heading" and b.depth == 0]
    if schema is not None:
        evidence = "the settings give it a schema"
        document = _document(source, blocks, details, contents, candidates, schema, headings)
        return replace(document, evidence=evidence)
    forms, evidence = _infer_forms(source, blocks, details, candidates, headings)
    draft = Schema(question=QuestionForm(form=tuple(forms)), inferred=True)
    if not forms:
        return Document(source, draft, is_bank=False, evidence=evidence)
    document = _document(source, blocks, details, contents, candidates, draft, headings)
    document = learn(document)
    return replace(document, evidence=evidence)


def _eligible(source: Source, candidates: Sequence[Candidate], contents: Sequence[Contents]) -> list[Candidate]:
    """The candidates that stand in no table of contents, open no answer and lead nowhere."""
    spans = sorted(table.span for table in contents)
    kept = []
    at = 0
    for candidate in candidates:
        while at < len(spans) and spans[at].end <= candidate.span.start:
            at += 1
        if at < len(spans) and spans[at].start <= candidate.span.start:
            continue
        if candidate.kind == "heading" and is_answer_heading(candidate.text) and not candidate.number:
            continue
        if candidate.kind in ("item", "paragraph") and _says_something_else(source, candidate):
            continue
        kept.append(candidate)
    return kept


def _says_something_else(source: Source, candidate: Candidate) -> bool:
    """Answer markers, checkboxes and back-to-top lines are written like questions and are none."""
    text = source.slice(candidate.span)
    if candidate.text.startswith(("[ ]", "[x]", "[X]")):
        return True
    content = text.lstrip("-*+ ") if candidate.kind == "item" else text
    if not candidate.number and not candidate.bare_label and marker_at(content, heading=False) is not None:
        return True
    return "](#" in text and is_navigation(text)


def _infer_forms(
    source: Source, blocks: Sequence[Block], details: Sequence[Details], candidates: Sequence[Candidate], headings: Sequence[tuple[int, int]]
) -> tuple[list[str], str]:
    """The forms of a document's questions with the evidence; no form where the document asks nothing."""
    signals = _answer_signals(source, blocks, details)
    announced = bool(words.BANK_WORDS.search(_opening(blocks)))
    grouped = families(candidates)
    def bodied(members: Sequence[Candidate]) -> int:
        return sum(_bodied(source, blocks, members))

    chosen, evidence = choose(grouped, signals, headings, bodied, announced=announced)
    if evidence is None:
        return [], "not a question document: no recurring line asks questions"
    forms = []
    for family in chosen:
        members = [m for m in select(candidates, [m.template for m in grouped[family]], headings).questions if family_of(m) == family]
        forms.append(majority_form(members, _bodied(source, blocks, members)))
    said = (
        f"{evidence.count} lines like {forms[0]!r}: {evidence.asking:.0%} ask, {evidence.answered:.0%} have an answer marker, "
        f"options or <details>"
    )
    return forms, said


def _bodied(source: Source, blocks: Sequence[Block], members: Sequence[Candidate]) -> list[bool]:
    """Whether something stands below each line of a family."""
    found = bodies(source, members, boundaries(blocks, source, members))
    return [bool(source.slice(body).strip()) for body in found]


def _opening(blocks: Sequence[Block]) -> str:
    """The title and the first paragraphs: where a bank says what it is."""
    texts = [block.text for block in blocks[:40] if block.kind in ("heading", "paragraph", "html", "front-matter")]
    return " ".join(texts[:4])[:600]


def _answer_signals(source: Source, blocks: Sequence[Block], details: Sequence[Details]) -> list[int]:
    """Offsets of lines that only answers and options have: markers, ticked boxes, `<details>` that reveal."""
    found = [detail.start for detail in details if detail.reveals]
    for block in blocks:
        if block.kind == "heading" and is_answer_heading(block.text):
            found.append(block.start)
        elif block.kind == "paragraph":
            text = block.text
            if text.startswith(("[ ]", "[x]", "[X]")) or marker_at(text, heading=False):
                found.append(block.start)
    return sorted(found)


def _document(
    source: Source,
    blocks: Sequence[Block],
    details: Sequence[Details],
    contents: tuple[Contents, ...],
    candidates: Sequence[Candidate],
    schema: Schema,
    headings: Sequence[tuple[int, int]],
) -> Document:
    selection = select(candidates, schema.question.form, headings)
    chosen = selection.questions
    bounds = boundaries(blocks, source, chosen)
    spans = bodies(source, chosen, bounds)
    all_headings = headings_of(source, blocks, chosen)
    sections, owners = sections_of(source, all_headings, bounds, [c.span for c in chosen], spans)
    read = _read_bodies(source, blocks, details, chosen, spans, schema)
    numbers = numbers_of(chosen, blocks, selection.stubs)
    questions = [
        _question(source, candidate, index, spans[index], owners[index], read[index])
        for index, candidate in enumerate(chosen)
    ]
    questions = [replace(question, number=number) for question, number in zip(questions, numbers, strict=True)]
    questions = _share_answers(source, questions)
    runs = runs_of(questions, schema.numbering.scope, schema.numbering.first, selection.withdrawn)
    title = _title(source, blocks, chosen, contents)
    links, anchors = _links_and_anchors(source, blocks, contents)
    first = chosen[0].span.start if chosen else len(source.text)
    return Document(
        source=source, schema=schema, is_bank=True, evidence="", title=title, sections=sections,
        questions=with_runs(questions, runs), runs=tuple(runs), headings=all_headings, contents=contents, links=links,
        anchors=anchors, claims=claims_of(source, blocks, title, sections, contents, first),
        remnants=remnants_of(source, blocks, details, selection, spans),
    )  # fmt: skip


def _read_bodies(
    source: Source, blocks: Sequence[Block], details: Sequence[Details], chosen: Sequence[Candidate], spans: Sequence[Span], schema: Schema
) -> list[Body]:
    starts = [block.first for block in blocks]
    label = _LABEL.sub("", schema.answer.form).strip(" *_#>:.-")
    reveals = [detail for detail in details if detail.reveals]
    cut: list[tuple[list[Piece], list[Details]]] = []
    at = 0
    for candidate, span in zip(chosen, spans, strict=True):
        while at < len(reveals) and reveals[at].start < span.start:
            at += 1
        inside = [d for d in reveals[at : at + 40] if d.start < span.end]
        pieces = pieces_of(source, blocks, span, starts)
        cut.append(([p for p in pieces if candidate.kind != "row" or p.kind == "rest"], inside))
    found = [read_body(source, blocks, pieces, inside, label) for pieces, inside in cut]
    if sum(bool(body.options) for body in found) * 2 < len(found) and schema.options is None:
        found = [
            read_body(source, blocks, *cut[i], label, quiz=False) if body.options else body for i, body in enumerate(found)
        ]
    return found


def _question(source: Source, candidate: Candidate, index: int, body: Span, section: int, read: Body) -> Question:
    text = source.slice(candidate.text_span)
    return Question(
        position=index + 1, number=None, text=text, words=" ".join(plain(text).split()), span=candidate.span,
        text_span=candidate.text_span, form=parse_form(candidate.template).template, kind=candidate.kind,
        level=candidate.level, body=body, line=source.line_index(candidate.span.start) + 1, prompt=read.prompt,
        answer=read.answer, answer_letters=read.letters, answer_letters_span=read.letters_span, options=read.options,
        section=section, marked_option=any(option.correct for option in read.options), fields=read.fields,
    )  # fmt: skip


def _share_answers(source: Source, questions: list[Question]) -> list[Question]:
    """Headings stacked right on each other share the answer below, unless they carry different numbers."""
    shared = list(questions)
    for index in range(len(questions) - 2, -1, -1):
        this, below = shared[index], shared[index + 1]
        stacked = this.kind == below.kind == "heading" and not source.slice(this.body).strip()
        same = this.number is None and below.number is None
        if this.number and below.number:
            same = this.number.value == below.number.value and this.number.key != below.number.key
        if stacked and same and (below.answered or below.shares_answer):
            shared[index] = replace(this, shares_answer=True)
    return shared


def _title(source: Source, blocks: Sequence[Block], chosen: Sequence[Candidate], contents: Sequence[Contents]) -> Title | None:
    """The first heading that stands before every question and asks nothing, the topmost level first."""
    first = chosen[0].span.start if chosen else len(source.text)
    heads = [b for b in blocks if b.kind == "heading" and b.depth == 0 and source.starts[b.first] < first and b.text.strip()]
    if not heads:
        return None
    block = next((b for b in heads if b.level == 1), heads[0])
    span = source.lines_span(block.first, block.end)
    line = source.text[block.start : source.line_span(source.line_index(block.start)).end]
    closing = " #" if re.search(r"\s#+\s*$", line) and block.marker.startswith("#") else ""
    match = _EMPHASISED.match(block.text)
    inner, lead = (match.group(2), len(match.group(1))) if match and match.group(1) not in match.group(2) else (block.text, 0)
    form = "#" * block.level + " " + block.text[:lead] + "{text}" + block.text[:lead] + closing
    text_span = Span(block.start + lead, block.start + lead + len(inner))
    return Title(inner, plain(inner), form, block.level, span, text_span)


def _links_and_anchors(source: Source, blocks: Sequence[Block], contents: Sequence[Contents]) -> tuple[tuple[Link, ...], frozenset[str]]:
    """Every link of a document outside code, and the anchors that its HTML names."""
    text = source.text
    if "](" not in text and "href" not in text and "]:" not in text and "<" not in text:
        return (), frozenset()
    code = [source.lines_span(b.first, b.end) for b in blocks if b.kind in ("fence", "code", "front-matter")]
    masked = mask_code(mask_spans(text, sorted(code)))
    listed = [table.span for table in contents]
    links = []
    for link in sorted(find_links(masked), key=lambda link: link.span):
        in_contents = any(span.start <= link.span.start < span.end for span in listed)
        links.append(replace(link, text=source.slice(link.text_span), in_contents=in_contents))
    return tuple(links), explicit_anchors(masked)
