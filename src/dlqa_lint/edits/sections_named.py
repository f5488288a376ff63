"""The sections of a document that somebody means by a name."""

from dlqa_lint.links.entries import normal
from dlqa_lint.model.bank import Document, Section
from dlqa_lint.recognise.lines.line_parts import parse_line


def sections_named(document: Document, name: str) -> list[Section]:
    """The sections with a name, case and punctuation aside; their number (`2. Basics`) may be left out."""
    wanted = normal(name)
    exact = [section for section in document.sections if normal(section.name) == wanted]
    return exact or [section for section in document.sections if normal(_bare(section.name)) == wanted]


def _bare(name: str) -> str:
    return parse_line(name, space_delimits=True).text
