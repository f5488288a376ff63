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
        elif there.question < 0 or after.questions[there.question].position != position:
            lost.append(anchor)
    return OldAnchors(tuple(edits), tuple(lost))


def _edit(document: Document, heading: Heading, anchor: str) -> Edit:
    """An anchor on a line above a heading; the empty line between keeps an underlined heading apart."""
    source = document.source
    start = source.starts[source.line_index(heading.span.start)]
    lead = _CONTAINER.match(source.text, start)
    prefix = lead.group() if lead else ""
    return Edit(document.path, Span(start, start), f'{prefix}<a id="{anchor}"></a>\n{prefix.rstrip()}\n')
