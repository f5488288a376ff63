"""The promise of a safe fix, checked on the documents before and after.

Compared are three views: what a reader reads from top to bottom (`visible_content`), the questions as the
model has them, and where the links lead. Unsafe fixes free the spans that they rewrote from the first, and
the questions that hold those spans from the second; everything else holds for them too.
"""

from collections.abc import Iterator, Mapping, Sequence

from dlqa_lint.fixer.links import Leads, bank_targets, leads_in, mended, strayed, wronged
from dlqa_lint.fixer.readings import (
    Breach,
    code_breaches,
    question_breaches,
    renumbered_in,
    right_numbers,
    short,
)
from dlqa_lint.fixer.spoken_lines import SpokenLines
from dlqa_lint.fixer.tokens import Token, alike
from dlqa_lint.fixer.visible_content import Content, VisibleContent
from dlqa_lint.model.bank import Document
from dlqa_lint.text.source import Source, Span

Freed = Mapping[str, tuple[Sequence[Span], Sequence[Span]]]
"""By path, what unsafe fixes rewrote: the spans before and the spans after, in order."""


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
    renumbered = {pair for path in paired for pair in renumbered_in(before[path], after[path])}
    old, new = leads_in(before), leads_in(after)
    for path in changed:
        free = freed.get(path, ((), ()))
        yield from _layout(before[path].source, after[path].source)
        yield from question_breaches(
            before[path],
            after[path],
            () if by_hand else free[0],
            set() if by_hand else right_numbers(before[path]),
            renumbered,
        )
        yield from code_breaches(before[path].source, after[path].source, free)
        if path in paired:
            yield from _said(before[path], after[path], (old, new), free, renumbered)
    for path in sorted(before.keys() & after.keys()):
        for stray in strayed(before[path], after[path], old, new, after):
            yield Breach(path, *stray)
    if changed and before.keys() == after.keys():
        yield from (Breach(*place) for place in wronged(before, after))


def _layout(before: Source, after: Source) -> Iterator[Breach]:
    """Byte order mark, line ends and final newline."""
    if before.bom != after.bom:
        yield Breach(before.path, 0, "the byte order mark changed")
    if before.line_ends and not after.line_ends.keys() <= before.line_ends.keys():
        yield Breach(before.path, 0, "the line ends changed")
    if before.text and after.text and before.text.endswith(("\r", "\n")) != after.text.endswith(("\r", "\n")):
        yield Breach(before.path, len(before.text), "the final newline changed")


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
    lines = SpokenLines(targets)
    was = VisibleContent(before, free[0], lines).read()
    now = VisibleContent(after, free[1], lines).read()
    yield from _words(was, now, before.path, renumbered)


def _words(before: Content, after: Content, path: str, renumbered: set[tuple[int, int]]) -> Iterator[Breach]:
    """The first difference between what is read before and after."""
    was, now = before.tokens, after.tokens
    differing = (
        index
        for index, (old, new) in enumerate(zip(was, now, strict=False))
        if old != new and not alike(old, new, renumbered)
    )
    index = next(differing, min(len(was), len(now)))
    if index < max(len(was), len(now)):
        offset = before.offset(min(index, len(was) - 1))
        yield Breach(path, offset, f"{_excerpt(was, index)} became {_excerpt(now, index)}")


def _excerpt(tokens: Sequence[Token], index: int) -> str:
    """A few tokens around an index, as text."""
    shown = [
        token.text
        if token.kind in ("word", "number", "tag")
        else f"[{token.kind}{token.text and ': '}{token.text}]"
        for token in tokens[max(index - 3, 0) : index + 5]
    ]
    end = "" if index < len(tokens) else " and the end"
    return repr(" ".join(short(" ".join(text.split())) for text in shown)) + end
