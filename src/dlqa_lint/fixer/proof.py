"""The promise of a safe fix, checked on the documents before and after.

Compared are three views: what a reader reads from top to bottom (`visible_content`), the questions as the
model has them, and where the links lead. Unsafe fixes free the spans that they rewrote from the first, and
the questions that hold those spans from the second; everything else holds for them too.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.edits.relabel import mentions
from dlqa_lint.fixer.links import Leads, bank_targets, leads_in, mended, strayed, wronged
from dlqa_lint.fixer.tokens import Token, spoken, trimmed, words
from dlqa_lint.fixer.visible_content import VisibleContent
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.blocks import code_texts
from dlqa_lint.text.source import Source, Span

Freed = Mapping[str, tuple[Sequence[Span], Sequence[Span]]]
"""By path, what unsafe fixes rewrote: the spans before and the spans after, in order."""


class Breach(NamedTuple):
    """A place where the promise is broken, in the document before, and how."""

    path: str
    offset: int
    message: str
    elsewhere: str = ""
    """The document that a link led to, which may be the one that changed."""


def breaches(
    before: Mapping[str, Document], after: Mapping[str, Document], freed: Freed, *, by_hand: bool = False
) -> Iterator[Breach]:
    """Every way in which the documents after do not keep what the documents before promised.

    Where somebody renumbers `by_hand`, a right number may change, and what is freed excuses no question.
    """
    for path in sorted(before.keys() ^ after.keys()):
        yield Breach(path, 0, "the document came or went")
    changed = [
        path for path in before if path in after and before[path].source.text != after[path].source.text
    ]
    paired = [path for path in changed if len(before[path].questions) == len(after[path].questions)]
    renumbered = {pair for path in paired for pair in _renumbered(before[path], after[path])}
    old, new = leads_in(before), leads_in(after)
    for path in changed:
        free = freed.get(path, ((), ()))
        yield from _layout(before[path].source, after[path].source)
        yield from _questions(
            before[path],
            after[path],
            () if by_hand else free[0],
            set() if by_hand else _right_numbers(before[path]),
            renumbered,
        )
        yield from _code(before[path].source, after[path].source, free)
        if path in paired:
            yield from _said(before[path], after[path], (old, new), free, renumbered)
    for path in sorted(before.keys() & after.keys()):
        for stray in strayed(before[path], after[path], old, new, after):
            yield Breach(path, *stray)
    if changed and before.keys() == after.keys():
        yield from (Breach(*place) for place in wronged(before, after))


def _renumbered(before: Document, after: Document) -> Iterator[tuple[int, int]]:
    """The numbers that took another's place, part by part for `3.4.12`."""
    for old, new in zip(before.questions, after.questions, strict=True):
        if old.number and new.number and len(old.number.value) == len(new.number.value):
            yield from zip(old.number.value, new.number.value, strict=True)


def _layout(before: Source, after: Source) -> Iterator[Breach]:
    """Byte order mark, line ends and final newline."""
    if before.bom != after.bom:
        yield Breach(before.path, 0, "the byte order mark changed")
    ends = [
        {source.text[end:after_end] for end, after_end in _terminators(source)} for source in (before, after)
    ]
    if ends[0] and not ends[1] <= ends[0]:
        yield Breach(before.path, 0, "the line ends changed")
    if before.text and after.text and before.text.endswith(("\r", "\n")) != after.text.endswith(("\r", "\n")):
        yield Breach(before.path, len(before.text), "the final newline changed")


def _code(before: Source, after: Source, free: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[Breach]:
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
    shown = [repr(_short(side[at][1])) if at < len(side) else "no code" for side in (was, now)]
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


def _terminators(source: Source) -> Iterator[Span]:
    for index in range(len(source.starts)):
        end, full = source.line_span(index).end, source.full_line_span(index).end
        if full > end:
            yield Span(end, full)


def _questions(
    before: Document,
    after: Document,
    free: Sequence[Span],
    right: Collection[int],
    renumbered: set[tuple[int, int]],
) -> Iterator[Breach]:
    """The model's questions, one by one; the numbers at the positions that are `right` must stay.

    An option may cite another question, by the number that this has now.
    """
    path = before.path
    if before.is_bank != after.is_bank:
        yield Breach(path, 0, "the document is taken for a question document on one side only")
    if len(before.questions) != len(after.questions):
        yield Breach(path, *_first_lost(before, after))
        return
    ends = [span.end for span in free]
    for old, new in zip(before.questions, after.questions, strict=True):
        if old.number and old.position in right and (new.number is None or new.number.key != old.number.key):
            label = new.number.spelling if new.number else "none"
            yield Breach(
                path, old.span.start, f"the number {old.number.spelling} was right and became {label}"
            )
        near = bisect_left(ends, old.span.start)
        if near < len(free) and free[near].start <= max(old.body.end, old.span.end):
            continue
        for what, was, now in zip(_FACETS, _facets(before, old), _facets(after, new), strict=True):
            if was != now and not (what == "options" and _cites_alike(old, new, renumbered)):
                change = f"{_short(was)} became {_short(now)}"
                yield Breach(path, old.span.start, f"the {what} of {old.plain_text!r} changed: {change}")


def _cites_alike(old: Question, new: Question, renumbered: set[tuple[int, int]]) -> bool:
    """Whether the options of a question are the same but for the numbers of other questions in them."""
    return len(old.options) == len(new.options) and all(
        was.correct == now.correct and _read_alike(was.text, now.text, renumbered)
        for was, now in zip(old.options, new.options, strict=True)
    )


def _read_alike(was: str, now: str, renumbered: set[tuple[int, int]]) -> bool:
    sides = [list(spoken(text, linked=False, offset=0)) for text in (was, now)]
    return len(sides[0]) == len(sides[1]) and all(
        _alike(old, new, renumbered) for old, new in zip(*sides, strict=True)
    )


def _right_numbers(document: Document) -> set[int]:
    """The positions of the questions whose numbers nothing may change: up to the first fault of their run.

    Numbers that are names (`ids`) are right anywhere; those of lazy lists are the renderer's.
    """
    by_position = {question.position: question for question in document.questions}
    found: set[int] = set()
    for run in document.runs:
        last: tuple[int, ...] = ()
        for position in run.questions if not run.lazy else ():
            number = by_position[position].number
            expected = (*last[:-1], last[-1] + 1) if last else (run.first_expected,)
            if number is None or (run.scope != "ids" and number.value != expected):
                break
            found.add(position)
            last = number.value
    return found


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


def _said(
    before: Document,
    after: Document,
    leads: tuple[Leads, Leads],
    free: tuple[Sequence[Span], Sequence[Span]],
    renumbered: set[tuple[int, int]],
) -> Iterator[Breach]:
    """What a reader reads of a document, word by word."""
    # A link that led nowhere may lead somewhere now: its target must read alike on both sides.
    targets = bank_targets(before, leads[0]) | bank_targets(after, leads[1])
    targets.update(mended(before, after, leads[1]))
    was = VisibleContent(before, free[0], targets).tokens()
    now = VisibleContent(after, free[1], targets).tokens()
    yield from _words(was, now, before.path, renumbered)


def _words(
    before: Sequence[Token], after: Sequence[Token], path: str, renumbered: set[tuple[int, int]]
) -> Iterator[Breach]:
    """The first difference between what is read before and after."""
    index = 0
    for old, new in zip(before, after, strict=False):
        if not _alike(old, new, renumbered):
            break
        index += 1
    if index < max(len(before), len(after)):
        offset = before[min(index, len(before) - 1)].offset if before else 0
        yield Breach(path, offset, f"{_excerpt(before, index)} became {_excerpt(after, index)}")


def _alike(old: Token, new: Token, renumbered: set[tuple[int, int]]) -> bool:
    return old.kind == new.kind and (old.text == new.text or _moved(old, new, renumbered))


def _moved(old: Token, new: Token, renumbered: set[tuple[int, int]]) -> bool:
    return (
        old.kind == "number"
        and old.text.isdecimal()
        and new.text.isdecimal()
        and (int(old.text), int(new.text)) in renumbered
    )


def _excerpt(tokens: Sequence[Token], index: int) -> str:
    """A few tokens around an index, as text."""
    shown = [
        token.text
        if token.kind in ("word", "number", "tag")
        else f"[{token.kind}{token.text and ': '}{token.text}]"
        for token in tokens[max(index - 3, 0) : index + 5]
    ]
    end = "" if index < len(tokens) else " and the end"
    return repr(" ".join(_short(" ".join(text.split())) for text in shown)) + end


def _short(shown: object) -> str:
    """At most a line of something."""
    text = str(shown)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
