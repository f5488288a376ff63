"""Which of a document's lines may be questions at all."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, zip_longest

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Contents
from dlqa_lint.model.form import TEXT
from dlqa_lint.model.numbers import value_of
from dlqa_lint.recognise.body.answer_markers import is_answer_heading, marker_at
from dlqa_lint.recognise.body.body_parts import is_navigation
from dlqa_lint.recognise.choice.keys import key_of
from dlqa_lint.recognise.lines import Candidate, Details, summary_words
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import BOXES, LINK, QUESTION_MARKS
from dlqa_lint.text.source import Source, Span

_ADDRESS = regex(r"[<\s*_]{0,9}https?://[^\s<>]+[>\s*_]{0,9}")
_BULLET = regex(r"\A\s*[-*+]\s+")
_BEGUN = regex(rf"(?:\.{{3}}|…)\s?[{QUESTION_MARKS}]?\W*\Z")
_AROUND_LABEL = " *_"
"""What may be around the label of an answer marker."""
_ANSWERS = frozenset(vocabulary.ANSWER_LABELS)
_RANGE = regex(
    rf"(?P<low>\d{{1,5}})\s{{0,3}}(?:[-–—~]|(?P<word>{vocabulary.TO_WORDS}))\s{{0,3}}(?P<high>\d{{1,5}})\W*",
    re.IGNORECASE,
)
_LINKED_HEADING = regex(rf"\A#{{1,6}}[ \t]+{LINK}[ \t]*\Z")


def eligible(
    source: Source, candidates: Sequence[Candidate], contents: Sequence[Contents]
) -> list[Candidate]:
    """The candidates that are not in a table of contents, and neither open an answer nor lead elsewhere.

    Nor do they invite or announce questions.
    """
    spans = sorted(table.span for table in contents)
    links = _heading_links(source, candidates)
    kept = []
    at = 0
    for candidate, following in zip_longest(candidates, candidates[1:]):
        while at < len(spans) and spans[at].end <= candidate.span.start:
            at += 1
        if at < len(spans) and spans[at].start <= candidate.span.start:
            continue
        if candidate.kind == "heading" and is_answer_heading(candidate.text) and not candidate.number:
            continue
        if candidate.span in links or _names_prompt(candidate, following) or _is_begun(candidate, following):
            continue
        if candidate.label and candidate.number and _announces_range(source, candidate, following):
            continue
        if candidate.number and _is_key(candidate.text):
            continue
        if not candidate.number and vocabulary.MORE_QUESTIONS.match(candidate.text):
            continue
        if _ADDRESS.fullmatch(candidate.text):
            continue
        if candidate.kind in ("item", "paragraph") and _says_something_else(source, candidate):
            continue
        kept.append(candidate)
    return kept


def outside_solutions(
    source: Source, candidates: Sequence[Candidate], details: Sequence[Details]
) -> list[Candidate]:
    """The candidates without those written as none is outside of the `<details>` that say *Solution*: steps of it.

    <details><summary>Solution</summary>

    #### 1. Find the leak
    #### 2. Close the valve
    </details>
    """
    solutions = sorted(
        Span(part.summary.end, part.content_end)
        for part in details
        if part.reveals
        and part.closed
        and vocabulary.matches_any(summary_words(source.slice(part.inner)), _ANSWERS)
    )
    if not solutions:
        return list(candidates)
    starts = [place.start for place in solutions]
    # One may hold others: what begins before a line reaches as far as the farthest of them.
    reach = [0, *accumulate((place.end for place in solutions), max)]
    hidden = [line.span.start < reach[bisect_right(starts, line.span.start)] for line in candidates]
    shown = {key_of(line) for line, inside in zip(candidates, hidden, strict=True) if not inside}
    return [
        line for line, inside in zip(candidates, hidden, strict=True) if not inside or key_of(line) in shown
    ]


def _names_prompt(candidate: Candidate, following: Candidate | None) -> bool:
    """Whether a heading says nothing but *Question*, and the words below it were read as one.

    # Front
    What is a neap tide?
    """
    if following is None or following.kind != "prompt" or not following.label:
        return False
    named = candidate.kind == "heading" and not candidate.number
    return named and vocabulary.matches_any(candidate.text, vocabulary.PROMPT_LABELS)


def _is_begun(candidate: Candidate, following: Candidate | None) -> bool:
    """Whether a heading only begins the questions of its section, which go on from it.

    ## How do I …?
    ### How do I reef a sail?
    """
    if following is None or not candidate.kind == following.kind == "heading":
        return False
    return candidate.level < following.level and bool(_BEGUN.search(candidate.text))


def _announces_range(source: Source, candidate: Candidate, following: Candidate | None) -> bool:
    """Whether a label names the numbers of several questions, the first of which is right below if no word says so.

    ## Questions 21 to 24

    ## Exercises 5-7
    5. What is a tide?
    """
    line = source.line_span(source.line_index(candidate.number_at))
    match = _RANGE.fullmatch(source.text, candidate.number_at, line.end)
    if match is None or int(match["low"]) >= int(match["high"]):
        return False
    first = following is not None and value_of(following.number) == (int(match["low"]),)
    return bool(match["word"]) or first


def _words(text: str) -> str:
    """The words of a heading without links and case."""
    return " ".join(plain(text).casefold().split())


def _heading_links(source: Source, candidates: Sequence[Candidate]) -> set[Span]:
    """The headings that are links to others of their words, as in contents of several levels.

    ### [1. Collections](#1-collections)
    """
    if "](#" not in source.text:
        return set()
    headings = [line for line in candidates if line.kind == "heading"]
    named = {_words(line.text) for line in headings if "](" not in source.slice(line.span)}
    linked = ((line, _LINKED_HEADING.match(source.slice(line.span))) for line in headings)
    inside = [line for line, link in linked if link and link["target"].startswith("#")]
    return {line.span for line in inside if _words(line.text) in named}


def _is_key(text: str) -> bool:
    """Whether the words behind a number give its answer: `### Q1. Answer: B`. A letter alone may be who speaks."""
    marker = marker_at(text, heading=False)
    label, colon, _ = (marker[0] if marker else "").partition(TEXT)[0].replace("：", ":").partition(":")
    return bool(colon) and len(label.strip(_AROUND_LABEL)) > 1


def _says_something_else(source: Source, candidate: Candidate) -> bool:
    """Answer markers, checkboxes and back-to-top lines are written like questions and are none."""
    text = source.slice(candidate.span)
    if candidate.text.startswith(BOXES):
        return True
    content = _BULLET.sub("", text) if candidate.kind == "item" else text
    if not candidate.number and not candidate.bare_label and marker_at(content, heading=False) is not None:
        return True
    return not candidate.number and "](#" in text and is_navigation(text)
