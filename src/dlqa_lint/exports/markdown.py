"""The format `markdown`: a clean copy in one form, whatever forms the bank is written in.

Questions are numbered headings below those of their sections, options are checkboxes, and an answer begins with
`**Answer:**`. Numbers stay if each question has its own; else they are counted again.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.lowered import begins_with_words, ends_with_list, lowered
from dlqa_lint.text.rendering import definitions

_DEEPEST = 6
_CLOSING_HASHES = re.compile(r"(?<=\s)(?=#+\s*\Z)")
# Between two lists that would be one; it shows nothing.
_APART = "<!-- -->"


def entry(item: Item) -> Item:
    """The question: there is none that Markdown cannot hold."""
    return item


def whole(entries: Sequence[Entry]) -> str:
    """The documents, one below the other."""
    items = [entry.item for entry in entries]
    level = 2 + min(max((len(item.sections) for item in items), default=0), _DEEPEST - 2)
    numbers = [item.number for item in items]
    if len({*filter(None, numbers)}) < len(numbers):
        numbers = [str(at) for at in range(1, len(items) + 1)]
    several = len({item.document.path for item in items}) > 1
    parts: list[str] = []
    before: Item | None = None
    for item, number in zip(items, numbers, strict=True):
        parts += [*_headings(item, before, level, several), *_question(item, number, level)]
        before = item
    text = "\n\n".join(parts)
    return "\n\n".join(filter(None, (text, "\n".join(_definitions(items, text))))) + "\n" if text else ""


def _headings(item: Item, before: Item | None, level: int, several: bool) -> Iterator[str]:
    """The title of a new document, and the sections that begin."""
    old = before.sections if before else ()
    if before is None or before.document.path != item.document.path:
        old = ()
        title = item.document.title
        if title or several:
            yield f"# {_line(title.text if title else item.document.path)}"
    new = item.sections
    shared = 0
    while shared < min(len(old), len(new)) and old[shared] == new[shared]:
        shared += 1
    if shared == len(new) < len(old):
        # A question that is no longer in the inner section: the outer one begins again.
        shared = max(shared - 1, 0)
    if old != new:
        yield from (f"{'#' * min(2 + at, level - 1)} {_line(new[at])}" for at in range(shared, len(new)))


def _question(item: Item, number: str, level: int) -> Iterator[str]:
    text = f"~~{item.question.text}~~" if item.question.withdrawn else item.question.text
    yield f"{'#' * level} {number}. {_line(text.replace('~~~~', '~~'))}"
    matter = lowered(item.matter, level + 1)
    if matter:
        yield matter
    if item.choices:
        if matter and ends_with_list(matter):
            yield _APART
        yield "\n".join(_option(choice.text, choice.correct) for choice in item.choices)
    if item.question.fields:
        yield "\\\n".join(f"{field.name}: {field.value}" for field in item.question.fields)
    answer = lowered(item.explanation, level + 1)
    if answer:
        yield f"**Answer:** {answer}" if begins_with_words(answer) else f"**Answer:**\n\n{answer}"


def _option(text: str, correct: bool | None) -> str:
    lines = text.replace("\n", "\n  ")
    return f"- [{'x' if correct else ' '}] {lines}"


def _line(text: str) -> str:
    return _CLOSING_HASHES.sub(r"\\", " ".join(text.split()))


def _definitions(items: Sequence[Item], text: str) -> Iterator[str]:
    """Where the reference links of the text lead; of two documents' definitions the first counts."""
    found: dict[str, Any] = {}
    folded = text.casefold()
    for source in dict.fromkeys(item.document.source for item in items):
        found = {**definitions(source), **found}
    for label, target in found.items():
        if f"[{label.casefold()}]" in folded:
            title = f' "{target["title"]}"' if target.get("title") else ""
            yield f"[{label.casefold()}]: <{target['href']}>{title}"
