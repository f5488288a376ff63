"""Links that follow files and folders to new names, and places that name them and cannot follow."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

from dlqa_lint.edits.renumber import respelled
from dlqa_lint.model.bank import Document, Link
from dlqa_lint.model.finding import Edit
from dlqa_lint.model.question import Number
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.inline import is_remote
from dlqa_lint.text.paths import slashed
from dlqa_lint.text.source import Span

_LONGEST_PATH = 300
"""So many characters before a name are looked at; a longer path is rather data."""

Moves = Mapping[str, str]
"""New paths of files and folders by their old ones, with slashes."""


def moved(path: str, moves: Moves) -> str:
    """Where a file is after some moves, of itself or of a folder above it."""
    parts = slashed(path).split("/")
    for end in range(len(parts), 0, -1):
        if new := moves.get("/".join(parts[:end])):
            return "/".join([new, *parts[end:]])
    return path


class _Step(NamedTuple):
    """The part of a link's target that names what is moved: where it is in the target, and its old and new path."""

    start: int
    name: str
    old: str
    new: str


def moved_links(document: Document, moves: Moves) -> Iterator[Edit]:
    """The edits that let the links and pictures of a document follow, names of files in their texts included."""
    edits: dict[Span, str] = {}
    for link in (*document.links, *document.pictures):
        step = _step(document, link, moves)
        if step is None:
            continue
        old, new = posixpath.basename(step.old), posixpath.basename(step.new)
        start = link.target_span.start + step.start
        place = Span(start, start + len(step.name))
        edits[place] = new if step.name == old else quote(new)
        for match in _named(old).finditer(document.source.text, *link.text_span):
            edits[Span(*match.span())] = new
    yield from (Edit(document.path, span, text) for span, text in edits.items())


def numbered_links(
    document: Document, moves: Moves, numbers: Mapping[str, tuple[int, int]]
) -> Iterator[Edit]:
    """The edits of the numbers before links that follow: `4. [What is a keel?](q04.md)`.

    `numbers` are the old and the new number of each file or folder that moves, by its path.
    """
    steps = {link.span: step for link in document.links if (step := _step(document, link, moves))}
    entries = [entry for contents in document.contents for entry in contents.entries]
    listed = {entry.link.span: entry.number for entry in entries if entry.link}
    for link in document.links:
        # The name of the file, as text, follows with the link.
        if link.span not in steps or _named(posixpath.basename(steps[link.span].old)).search(link.text):
            continue
        old, new = numbers[steps[link.span].old]
        number = listed.get(link.span) or _leading(link)
        if number and number.value == (old,):
            yield Edit(document.path, number.span, respelled(number, new))


def _leading(link: Link) -> Number | None:
    """The number with which the text of a link begins."""
    parts = parse_line(link.text, space_delimits=True)
    if not parts.number.isdecimal():
        return None
    start = link.text_span.start + parts.number_at
    return Number(parts.number, (int(parts.number),), "", Span(start, start + len(parts.number)))


def _step(document: Document, link: Link, moves: Moves) -> _Step | None:
    """What a link follows, if anything."""
    base = link.target.partition("#")[0]
    if not base or base.startswith("/") or is_remote(base):
        return None
    folder = posixpath.dirname(slashed(document.path))
    at, found = 0, None
    for part in base.split("/"):
        # A name may have a question mark, and a query may come after it.
        for name in {part, part.partition("?")[0]} - {"", ".", ".."}:
            path = posixpath.normpath(posixpath.join(folder, unquote(base[: at + len(name)])))
            if path in moves:
                found = _Step(at, name, path, moves[path])
        at += len(part) + 1
    return found


class Mention(NamedTuple):
    """A place that names a file or folder which moves, and the path of that."""

    offset: int
    path: str


def left_behind(text: str, path: str, moves: Moves, known: Collection[Span] = ()) -> Iterator[Mention]:
    """The places of a text that name what moves, but for those that are `known` to be taken care of.

    `path` is where the text is. A name with a folder before it that is another one is not meant, and a folder
    is named by what ends in a slash.
    """
    for old in moves:
        name = posixpath.basename(old)
        for spelling in {name, quote(name)}:
            if spelling not in text:
                continue
            for match in _named(spelling, is_folder="." not in name).finditer(text):
                start = match.start()
                is_known = any(span.start <= start < span.end for span in known)
                if not is_known and _may_mean(_folder_before(text, start), old, path):
                    yield Mention(start, old)


def _named(name: str, *, is_folder: bool = False) -> re.Pattern[str]:
    """A name of a file, alone or at the end of a path, or of a folder in a path."""
    end = "(?=/)" if is_folder else r"(?![\w-]|\.\w)"
    return re.compile(rf"(?<![\w.%-]){re.escape(name)}{end}")


def _folder_before(text: str, end: int) -> str:
    """The folder that is written before a name."""
    start = end
    while start > max(end - _LONGEST_PATH, 0) and (text[start - 1].isalnum() or text[start - 1] in "_.%~/-"):
        start -= 1
    return unquote(text[start:end]).rstrip("/")


def _may_mean(folder: str, old: str, path: str) -> bool:
    """Whether a folder may be that of what moves, seen from the text or from anywhere above or below it."""
    named = posixpath.normpath(posixpath.join(posixpath.dirname(slashed(path)), folder))
    own = posixpath.dirname(old)
    bare = re.sub(r"^(?:\.\.?/)+", "", folder)
    return (
        not folder
        or named == (own or ".")
        or f"/{own}".endswith(f"/{bare}")
        or f"/{bare}".endswith(f"/{own}")
    )
