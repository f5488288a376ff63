"""Which of a document's lines may be questions at all, and the forms that inference learns from them."""

from collections.abc import Sequence

from dlqa_lint import words
from dlqa_lint.bank import Contents
from dlqa_lint.candidates import Candidate, Details
from dlqa_lint.markdown import Block
from dlqa_lint.recognise.answers import is_answer_heading, marker_at
from dlqa_lint.recognise.collected import AnswerKey
from dlqa_lint.recognise.pieces import is_navigation
from dlqa_lint.recognise.regions import bodies, boundaries
from dlqa_lint.recognise.select import select
from dlqa_lint.schema.infer import Signals, choose, families, family_of, majority_form
from dlqa_lint.source import Source

BOXES = ("[ ]", "[x]", "[X]", "[×]", "[✓]", "[✔]")


def eligible(
    source: Source, candidates: Sequence[Candidate], contents: Sequence[Contents]
) -> list[Candidate]:
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
    if candidate.text.startswith(BOXES):
        return True
    content = text.lstrip("-*+ ") if candidate.kind == "item" else text
    if not candidate.number and not candidate.bare_label and marker_at(content, heading=False) is not None:
        return True
    return "](#" in text and is_navigation(text)


def infer_forms(
    source: Source,
    blocks: Sequence[Block],
    details: Sequence[Details],
    candidates: Sequence[Candidate],
    headings: Sequence[tuple[int, int]],
    keys: Sequence[AnswerKey] = (),
) -> tuple[list[str], str]:
    """The forms of a document's questions with the evidence; no form where the document asks nothing."""
    signals = _signals(blocks, details)
    announced = bool(words.BANK_WORDS.search(_opening(blocks)))
    grouped = families(candidates)

    def bodied(members: Sequence[Candidate]) -> int:
        return sum(_bodied(source, blocks, members, keys))

    chosen, evidence = choose(grouped, signals, headings, bodied, announced=announced)
    if evidence is None:
        return [], "not a question document: no recurring line asks questions"
    forms = []
    for family in chosen:
        members = [
            m
            for m in select(candidates, [m.template for m in grouped[family]], headings).questions
            if family_of(m) == family
        ]
        forms.append(majority_form(members, _bodied(source, blocks, members, keys)))
    said = (
        f"{evidence.count} lines like {forms[0]!r}: {evidence.asking:.0%} ask, {evidence.answered:.0%} have an answer marker, "
        f"options or <details>"
    )
    return forms, said


def _bodied(
    source: Source, blocks: Sequence[Block], members: Sequence[Candidate], keys: Sequence[AnswerKey]
) -> list[bool]:
    """Whether something stands below each line of a family."""
    found = bodies(source, members, boundaries(blocks, source, members, keys), keys)
    return [bool(source.slice(body).strip()) for body in found]


def _opening(blocks: Sequence[Block]) -> str:
    """The title and the first paragraphs: where a bank says what it is."""
    texts = [
        block.text for block in blocks[:40] if block.kind in ("heading", "paragraph", "html", "front-matter")
    ]
    return " ".join(texts[:4])[:600]


def _signals(blocks: Sequence[Block], details: Sequence[Details]) -> Signals:
    """The offsets of markers, of `<details>` that reveal, and of ticked boxes."""
    marks = [detail.start for detail in details if detail.reveals]
    ticks = []
    for block in blocks:
        if block.kind == "heading" and is_answer_heading(block.text):
            marks.append(block.start)
        elif block.kind == "paragraph" and block.text.startswith(BOXES):
            if not block.text.startswith("[ ]"):
                ticks.append(block.start)
        elif block.kind == "paragraph" and marker_at(block.text, heading=False):
            marks.append(block.start)
    return Signals(sorted(marks), sorted(ticks))
