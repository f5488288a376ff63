"""Which of a document's lines may be questions at all."""

from collections.abc import Sequence

from dlqa_lint.model.bank import Contents
from dlqa_lint.recognise.body.answer_markers import is_answer_heading, marker_at
from dlqa_lint.recognise.body.body_parts import is_navigation
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.marks import BOXES
from dlqa_lint.text.source import Source


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
    return not candidate.number and "](#" in text and is_navigation(text)
