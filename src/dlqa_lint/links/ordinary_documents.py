"""The links of ordinary documents, which are not read as banks: they may lead to questions all the same."""

from dlqa_lint.model.bank import Document
from dlqa_lint.recognise.choice.reading import read
from dlqa_lint.recognise.document.question_bodies import headings_of
from dlqa_lint.recognise.document.title_and_links import links_and_anchors
from dlqa_lint.text.paths import MARKDOWN

_LINKING = ("#", *MARKDOWN)
"""A text without any of these has no link to a question or to its file."""


def with_links(document: Document) -> Document:
    """An ordinary document with its links, headings and contents; a bank as it is."""
    if document.is_bank or document.conflict or not any(sign in document.source.text for sign in _LINKING):
        return document
    reading = read(document.source)
    links, pictures, anchors = links_and_anchors(reading.source, reading.contents)
    return document._replace(
        headings=headings_of(reading.source, reading.blocks, ()),
        contents=reading.contents,
        links=links,
        pictures=pictures,
        anchors=anchors,
    )
