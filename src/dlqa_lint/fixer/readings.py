"""What the reader makes of a document before and after: its questions one by one, and its code."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.edits.relabel import mentions
from dlqa_lint.fixer.tokens import LABELS, alike, spoken, trimmed, words
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.blocks import code_texts
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_WORD = regex(r"[^\W\d_]+")
_UNSAID = regex(r"\]\([^()\n]*\)|<!--.*?-->", re.DOTALL)
_SHOWN = 80
_FACETS = (
    "words",
    "options",
    "answer letters",
    "letters named",
    "fields",
    "answered state",
    "withdrawn state",
)
_CITING = _FACETS[:2]


class Breach(NamedTuple):
    """A place where the promise is broken, in the document before, and how."""

    path: str
    offset: int
    message: str
    elsewhere: str = ""
    """The document that a link led to, which may be the one that changed."""


def read_anew(before: Document, after: Document, free: tuple[Sequence[Span], Sequence[Span]]) -> bool:
    """Whether the same words are read otherwise: as no question, answer, entry or code any more.

    Where words are gone, a rule wrote what it must not; that is for the proof to say, and aloud.
    """
    lists = len(before.contents) == len(after.contents) and _entries(before) <= _entries(after)
    if lists and len(before.questions) == len(after.questions):
        kept = (
            _parts(old) == _parts(new)
            for old, new in zip(before.questions, after.questions, strict=True)
            if not _is_free(old, free[0])
        )
        if all(kept) and not any(True for _ in code_breaches(before.source, after.source, free)):
            return False
    return not _letters(before.source) - _letters(after.source)


def _entries(document: Document) -> int:
    return sum(len(contents.entries) for contents in document.contents)


def _parts(question: Question) -> tuple[object, ...]:
    """What a question consists of: its words, whether a list counts it, and how much there is of each part."""
    labels = sum(bool(option.label) for option in question.options)
    counts = (len(question.options), labels, len(question.answer_letters), len(question.fields))
    lazy = question.number is not None and question.number.lazy
    marked = question.answer is not None and question.answer.marker is not None
    return trimmed(words(question.plain_text)), lazy, marked, question.answered, question.withdrawn, *counts


def _letters(source: Source) -> Counter[str]:
    """How often each word occurs in a text, but for labels, targets of links and comments, which are not words."""
    found = Counter(_WORD.findall(_UNSAID.sub("", source.text).casefold()))
    for label in LABELS:
        del found[label]
    return found


def renumbered_in(before: Document, after: Document) -> Iterator[tuple[int, int]]:
    """The numbers that took another's place, part by part for `3.4.12`."""
    for old, new in zip(before.questions, after.questions, strict=True):
        if old.number and new.number and len(old.number.value) == len(new.number.value):
            yield from zip(old.number.value, new.number.value, strict=True)


def question_breaches(
    before: Document,
    after: Document,
    free: Sequence[Span],
    right: Collection[int],
    renumbered: set[tuple[int, int]],
) -> Iterator[Breach]:
    """The model's questions, one by one; the numbers at the positions that are `right` must stay.

    Words and options may cite another question, by the number that this has now.
    """
    path = before.path
    if before.is_bank != after.is_bank:
        yield Breach(path, 0, "the document is taken for a question document on one side only")
    if len(before.questions) != len(after.questions):
        yield Breach(path, *_first_lost(before, after))
        return
    for old, new in zip(before.questions, after.questions, strict=True):
        if old.number and old.position in right and (new.number is None or new.number.key != old.number.key):
            label = new.number.spelling if new.number else "none"
            yield Breach(
                path, old.span.start, f"the number {old.number.spelling} was right and became {label}"
            )
        if _is_free(old, free):
            continue
        for what, was, now in zip(_FACETS, _facets(before, old), _facets(after, new), strict=True):
            if was != now and not (what in _CITING and _cites_alike(old, new, renumbered)):
                change = f"{short(was)} became {short(now)}"
                yield Breach(path, old.span.start, f"the {what} of {old.plain_text!r} changed: {change}")


def _is_free(question: Question, free: Sequence[Span]) -> bool:
    """Whether an unsafe fix wrote in a question."""
    near = bisect_left(free, question.span.start, key=lambda span: span.end)
    return near < len(free) and free[near].start <= max(question.body.end, question.span.end)


def _cites_alike(old: Question, new: Question, renumbered: set[tuple[int, int]]) -> bool:
    """Whether words and options of a question are the same but for the numbers of other questions in them."""
    return (
        _read_alike(old.plain_text, new.plain_text, renumbered)
        and len(old.options) == len(new.options)
        and all(
            was.correct == now.correct and _read_alike(was.text, now.text, renumbered)
            for was, now in zip(old.options, new.options, strict=True)
        )
    )


def _read_alike(was: str, now: str, renumbered: set[tuple[int, int]]) -> bool:
    sides = [list(spoken(text, linked=False)) for text in (was, now)]
    return len(sides[0]) == len(sides[1]) and all(
        alike(old, new, renumbered) for old, new in zip(*sides, strict=True)
    )


def right_numbers(document: Document) -> set[int]:
    """The positions of the questions whose numbers nothing may change: up to the first fault of their run.

    Numbers that are names (`ids`) are right anywhere; those of lazy lists are the renderer's.
    """
    found: set[int] = set()
    for run in document.runs:
        last: tuple[int, ...] = ()
        for position in run.questions if not run.lazy else ():
            number = document.at(position).number
            expected = (*last[:-1], last[-1] + 1) if last else (run.first_expected,)
            if number is None or (run.scope != "ids" and number.value != expected):
                break
            found.add(position)
            last = number.value
    return found


def _facets(document: Document, question: Question) -> tuple[object, ...]:
    return (
        trimmed(words(question.plain_text)),
        [(words(option.text), option.correct) for option in question.options],
        [_named(question, letter) for letter in question.answer_letters],
        [
            _named(question, document.source.slice(span))
            for span, sure in _mentions(document, question)
            if sure
        ],
        [(field.name, words(field.value)) for field in question.fields],
        question.answered,
        question.withdrawn,
    )


def _mentions(document: Document, question: Question) -> Iterator[tuple[Span, bool]]:
    labelled = question.options and all(option.label_span for option in question.options)
    return mentions(document, question) if labelled else iter(())


def _named(question: Question, letter: str) -> int | str:
    """The option that a letter names, whatever it is called; the letter where it names none."""
    labels = question.labels
    return labels.index(letter.upper()) if letter.upper() in labels else letter


def _first_lost(before: Document, after: Document) -> tuple[int, str]:
    """Where the two lists of questions part, and what to say about it."""
    counts = f"{len(before.questions)} questions became {len(after.questions)}"
    for index, old in enumerate(before.questions):
        if index >= len(after.questions) or trimmed(words(old.plain_text)) != trimmed(
            words(after.questions[index].plain_text)
        ):
            return old.span.start, f"{counts}; the first that is not where it was: {old.plain_text!r}"
    return len(
        before.source.text
    ), f"{counts}; the first new one: {after.questions[len(before.questions)].plain_text!r}"


def code_breaches(
    before: Source, after: Source, free: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[Breach]:
    """Code blocks as any Markdown parser reads them, which may be other than how this linter does."""
    now = _kept_code(code_texts(after, mended=False), free[1])
    # Code that HTML swallowed along with a lost heading comes to light with it.
    kept = [text for _, text in now]
    for mend in (False, True):
        was = _kept_code(code_texts(before, mended=mend), free[0])
        if [text for _, text in was] == kept:
            return
    pairs = enumerate(zip(was, now, strict=False))
    at = next((index for index, (old, new) in pairs if old[1] != new[1]), min(len(was), len(now)))
    shown = [repr(short(side[at][1])) if at < len(side) else "no code" for side in (was, now)]
    offset = was[at][0] if at < len(was) else 0
    yield Breach(before.path, offset, f"the code block {shown[0]} became {shown[1]}")


def _kept_code(found: Iterable[tuple[Span, str]], free: Sequence[Span]) -> list[tuple[int, str]]:
    """Code blocks by offset, but for those that unsafe fixes touch; empty lines at an end do not count."""
    ends = [span.end for span in free]
    kept = []
    for span, text in found:
        near = bisect_left(ends, span.start)
        if near == len(free) or free[near].start > span.end:
            kept.append((span.start, "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")))
    return kept


def short(shown: object) -> str:
    """At most a line of something."""
    text = str(shown)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
