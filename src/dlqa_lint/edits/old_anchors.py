"""Anchors that stay: where a heading gets another one, `<a id>` keeps the old, for links from outside."""

from typing import NamedTuple

from dlqa_lint.links.targets import heading_anchors, targets_of
from dlqa_lint.model.bank import Document, Heading
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_CONTAINER = regex(r"[ \t>]*")


class OldAnchors(NamedTuple):
    """The edits that keep old anchors, and the anchors that cannot be kept because they lead elsewhere now."""

    edits: tuple[Edit, ...]
    lost: tuple[str, ...]


def question_anchors(document: Document) -> dict[int, str]:
    """The anchors of the headings that ask, by the positions of their questions."""
    pairs = zip(document.headings, heading_anchors(document), strict=True)
    return {heading.question: anchor for heading, anchor in pairs if heading.question}


def kept_anchors(before: Document, after: Document) -> OldAnchors:
    """What keeps the anchors that questions had before their numbers changed; the questions are the same ones."""
    places = targets_of(after).places
    headings = {heading.question: heading for heading in after.headings if heading.question}
    edits, lost = [], []
    for position, anchor in question_anchors(before).items():
        there = places.get(anchor)
        if there is None:
            edits.append(_edit(after, headings[position], anchor))
        elif there.question is None or there.question.position != position:
            lost.append(anchor)
    return OldAnchors(tuple(edits), tuple(lost))


def _edit(document: Document, heading: Heading, anchor: str) -> Edit:
    """An anchor between empty lines above a heading: no paragraph takes it in, nor does an underlined heading."""
    source = document.source
    line = source.line_index(heading.span.start)
    lead = _CONTAINER.match(source.text, source.starts[line])
    prefix = lead.group() if lead else ""
    empty = f"{prefix.rstrip()}\n"
    above = empty if line and source.lines[line - 1].strip(" \t>") else ""
    span = Span(source.starts[line], source.starts[line])
    return Edit(document.path, span, f'{above}{prefix}<a id="{anchor}"></a>\n{empty}')
