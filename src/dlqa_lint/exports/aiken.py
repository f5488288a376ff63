"""The format `aiken`: quizzes as plain text, a line for the question, for each option, and for the one that is right.

It holds neither explanations nor markup; formulas stay as TeX.
"""

import re
from collections.abc import Sequence

from dlqa_lint.exports import Entry, UnfitError
from dlqa_lint.exports.parts.content import content_of
from dlqa_lint.exports.parts.demands import require_key
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.pictures import no_pictures
from dlqa_lint.text.clean_html import words_of

_LETTERS = 26
# What programs that read the format take for an option or for the key.
_OPTION = re.compile(r"[A-Z][.)]\s|ANSWER:", re.IGNORECASE)


def entry(item: Item) -> str:
    """The lines of the question."""
    require_key(item)
    if item.several:
        raise UnfitError("more than one of its options may be right")
    if item.matter:
        raise UnfitError("it is more than one line: code, an image or more words belong to it")
    if len(item.choices) > _LETTERS or any("\n" in choice.text for choice in item.choices):
        raise UnfitError(f"its options are more than {_LETTERS}, or more than a line each")
    content = content_of(item, no_pictures)
    asked, *options = map(words_of, (content.asked, *content.choices))
    if not all((asked, *options)):
        raise UnfitError("it has an option without words")
    if _OPTION.match(asked):
        raise UnfitError("it begins like an option of the format")
    lines = (f"{label}. {words}" for label, words in zip(item.labels, options, strict=True))
    return "\n".join((asked, *lines, f"ANSWER: {item.labels[item.right[0]]}", ""))


def whole(entries: Sequence[Entry]) -> str:
    """The questions, with blank lines between them."""
    return "\n".join(entry.made for entry in entries)
