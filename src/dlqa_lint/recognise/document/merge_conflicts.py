"""Conflicts that git left in a document: a text with both sides in it is not a document until they are settled."""

import re
from collections.abc import Iterator

from dlqa_lint.text.blocks import blocks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

# Git begins a line with seven of these characters, then a name; `=======` alone also underlines a heading.
_LINE = regex(r"^(?:<{7}|\|{7}|>{7})(?: [^\r\n]*)?(?=\r|\n|\Z)|^={7}(?=\r|\n|\Z)", re.MULTILINE)


def conflict_in(source: Source) -> Span | None:
    """The first line of the first merge conflict of a source; one that is in a code block is shown there.

    Where somebody took a side away and forgot a line of git's, `<<<<<<< HEAD` or `>>>>>>> topic` stands alone.
    """
    text = source.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    shown = [source.lines_span(b.first, b.end) for b in blocks(source) if b.kind in ("fence", "code")]
    for first, last in _conflicts(text):
        if not any(span.start <= first.start and last.end <= span.end for span in shown):
            return first
    return None


def _conflicts(text: str) -> Iterator[tuple[Span, Span]]:
    """The first and the last line of each conflict."""
    first: Span | None = None
    middle: Span | None = None
    for match in _LINE.finditer(text):
        sign, line = match.group()[0], Span(*match.span())
        if sign == "<":
            if first:
                yield first, middle or first
            first, middle = line, None
        elif sign in "|=":
            middle = line if first or sign == "=" else middle
        else:
            yield first or middle or line, line
            first = middle = None
    if first:
        yield first, middle or first


def settled(source: Source) -> Source:
    """The source with the first side of each conflict, to tell what document it would be."""
    kept, skipping = list[str](), False
    for line in source.lines:
        if _LINE.fullmatch(line):
            skipping = line[0] in "|="
        elif not skipping:
            kept.append(line)
    return Source(source.path, "\n".join(kept) + "\n")
