"""What a question is called where it needs a name, and where it is filed."""

from dlqa_lint.exports.parts.content import words_asked
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.text.clean_html import legible

_LONGEST = 250
"""Moodle keeps 255 characters of a name."""


def name_of(item: Item) -> str:
    """The number and the words of a question in one line."""
    words = words_asked(item)
    name = f"{item.number}. {words}" if item.number else words
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def folders_of(item: Item) -> tuple[str, ...]:
    """The title of a question's document, and the sections around it."""
    title = item.document.title
    names = ((title.plain_text if title else item.document.path), *item.sections)
    return tuple(map(legible, names))


def category_of(folders: tuple[str, ...]) -> str:
    """The same as a category of Moodle, below those of the course; a slash in a name is written twice."""
    names = (" ".join(folder.split()).replace("/", "//") for folder in folders)
    return "/".join(("$course$", "top", *names))
