"""The format `gift`: questions as text that Moodle and others import, with all texts in HTML.

A question without options is an essay, with its answer as the feedback. Sections are categories.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.content import Content, content_of
from dlqa_lint.exports.parts.demands import require_gradable
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.naming import category_of, folders_of, name_of
from dlqa_lint.exports.parts.pictures import on_the_network
from dlqa_lint.exports.parts.shares import shares_of

_CONTROL = re.compile(r"[\\~=#{}:]")


def entry(item: Item) -> str:
    """The question, below a comment that says where it is."""
    require_gradable(item)
    content = content_of(item, on_the_network)
    place = " ".join(f"{item.document.path}:{item.question.line}".split())
    lines = [*_options(item, content)] if item.choices else []
    lines += [f"####[html]{_escaped(content.answer)}"] if content.answer else []
    inner = "".join(f"\t{line}\n" for line in lines)
    asked = f"::{_escaped(name_of(item))}::[html]{_escaped(content.asked)}"
    return f"// [id:{item.key}] {place}\n{asked} {{\n{inner}}}\n"


def whole(entries: Sequence[Entry]) -> str:
    """The questions below their categories."""
    parts: list[str] = []
    for folders, group in groupby(entries, key=lambda entry: folders_of(entry.item)):
        parts += [f"$CATEGORY: {category_of(folders)}\n", *(entry.made for entry in group)]
    return "\n".join(parts)


def _options(item: Item, content: Content) -> Sequence[str]:
    shares = shares_of(item)
    if item.several:
        signs = [f"~%{share}%" for share in shares]
    else:
        signs = ["=" if choice.correct else "~" for choice in item.choices]
    return [f"{sign}[html]{_escaped(text)}" for sign, text in zip(signs, content.choices, strict=True)]


def _escaped(text: str) -> str:
    return _CONTROL.sub(r"\\\g<0>", text).replace("\n", "\\n")
