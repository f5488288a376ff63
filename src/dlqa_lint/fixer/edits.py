"""Edits: which of them fit into one pass, and the texts they make."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from dlqa_lint.fixer.character_map import code_blocks
from dlqa_lint.model.finding import Edit, Finding
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_BARE_NEWLINE = regex(r"(?<!\r)\n")
_WORD = regex(r"[^\W\d_]")


def choose(findings: Iterable[Finding], sources: Mapping[str, Source], *, unsafe: bool) -> list[Finding]:
    """The findings whose fixes apply together in one pass, in the reading order of what they change.

    A fix that overlaps or touches one that is before it waits for the next pass; an edit that two fixes
    share counts once. Left out are fixes that change nothing, those that reach into a file that is not a source, and
    safe ones that would change a number in code, such as that of a `<summary>` inside of `<pre>`.
    """
    code = cache(lambda path: sorted(code_blocks(sources[path])))
    applicable = [
        finding
        for finding in findings
        if finding.fix
        and (unsafe or finding.fix.safe)
        and _changes(finding.fix.edits, sources)
        and not (finding.fix.safe and _counts_code(finding.fix.edits, sources, code))
    ]
    taken: dict[str, list[Edit]] = defaultdict(list)
    chosen = []
    for finding in sorted(applicable, key=lambda finding: finding.fix.edits if finding.fix else ()):
        edits = finding.fix.edits if finding.fix else ()
        if any(_collides(edit, taken[edit.path]) for edit in edits):
            continue
        for edit in edits:
            if not _known(edit, taken[edit.path]):
                insort(taken[edit.path], edit)
        chosen.append(finding)
    return chosen


def apply(source: Source, edits: Iterable[Edit]) -> Source:
    """The source with edits made; their line ends become those of the lines around them."""
    made, at = [], 0
    for edit in sorted(set(edits)):
        made += [source.text[at : edit.span.start], translated(edit, source)]
        at = edit.span.end
    text = "".join([*made, source.text[at:]])
    return Source(source.path, "\ufeff" * source.bom + text)


def translated(edit: Edit, source: Source) -> str:
    """The replacement of an edit with the line ends of its surroundings in place of bare newlines."""
    if "\n" not in edit.replacement:
        return edit.replacement
    index = source.line_index(edit.span.start)
    places = [index, max(index - 1, 0)]
    if edit.replacement.startswith("\n") and edit.span.start == source.starts[index]:
        places.reverse()  # after a line that ends in a return alone, a newline would only lengthen its end
    around = (source.text[source.line_span(near).end : source.full_line_span(near).end] for near in places)
    newline = next(filter(None, around), source.newline)
    return _BARE_NEWLINE.sub(newline, edit.replacement)


def _changes(edits: Iterable[Edit], sources: Mapping[str, Source]) -> bool:
    changes = False
    for edit in edits:
        if edit.path not in sources:
            return False
        source = sources[edit.path]
        if not 0 <= edit.span.start <= edit.span.end <= len(source.text):
            raise ValueError(f"{edit.path}: an edit is outside the text: {edit}")
        changes = changes or translated(edit, source) != source.slice(edit.span)
    return changes


def _counts_code(
    edits: Iterable[Edit], sources: Mapping[str, Source], code: Callable[[str], Sequence[Span]]
) -> bool:
    """Whether an edit changes a number, or other characters that are not words, inside a code block."""
    for edit in edits:
        blocks = code(edit.path)
        at = bisect_left(blocks, edit.span.start, key=lambda block: block.end)
        inside = at < len(blocks) and blocks[at].start < edit.span.start and edit.span.end < blocks[at].end
        signs = edit.replacement + sources[edit.path].slice(edit.span)
        if inside and signs.strip() and not _WORD.search(signs):
            return True
    return False


def _collides(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit overlaps or touches another one; `taken` is sorted and disjoint."""
    if _known(edit, taken):
        return False
    index = bisect_left(taken, edit)
    before = index > 0 and taken[index - 1].span.end >= edit.span.start
    return before or (index < len(taken) and taken[index].span.start <= edit.span.end)


def _known(edit: Edit, taken: list[Edit]) -> bool:
    index = bisect_left(taken, edit)
    return index < len(taken) and taken[index] == edit
