"""The texts of a question as HTML."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from dlqa_lint.exports.parts.item import Item
from dlqa_lint.text.clean_html import USUAL, clean, legible, without_paragraph, words_of
from dlqa_lint.text.rendering import Formula, html_of, inline_html_of, tex


class Content(NamedTuple):
    """A question in HTML: what it asks, its options, and its explanation or answer ("" for none)."""

    asked: str
    choices: tuple[str, ...]
    answer: str


def words_asked(item: Item) -> str:
    """The line of a question as plain text; an image is its description."""
    html = clean(inline_html_of(item.question.text, item.document.source), lambda target: "")
    return words_of(html) or legible(item.question.plain_text)


def content_of(
    item: Item,
    picture: Callable[[str], str],
    tags: Mapping[str, Collection[str]] = USUAL,
    formula: Formula = tex,
) -> Content:
    """The texts of a question as HTML that is safe to show; a text of one paragraph is not in one."""
    source = item.document.source
    asked = inline_html_of(item.question.text, source, formula)
    if item.matter:
        asked = f"<p>{asked}</p>\n{html_of(item.matter, source, formula)}"

    def shown(html: str) -> str:
        return without_paragraph(clean(html, picture, tags))

    choices = (choice.text for choice in item.choices)
    return Content(
        shown(asked),
        tuple(
            shown((html_of if "\n" in text else inline_html_of)(text, source, formula)) for text in choices
        ),
        shown(html_of(item.explanation, source, formula)),
    )
