"""Links that follow a heading: when headings change their words, their anchors change, and links go along."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, unquote

from dlqa_lint.links.anchors import slugs
from dlqa_lint.links.targets import LinkMap, heading_anchors
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.source import Span

Renamed = Mapping[int, str | None]
"""New texts of headings by their index in the document; None: no longer a heading."""

Gone = tuple[str, Span]
"""A place that is taken out, with its path: the links in it lead nowhere any more."""


def retargeted(
    link_map: LinkMap,
    document: Document,
    renamed: Renamed,
    added: tuple[int, Sequence[str]] | None = None,
    gone: Sequence[Gone] = (),
) -> list[Edit] | None:
    """The edits of all links that lead to headings whose anchors change; None if one leads nowhere.

    `added` are new headings: the index of the heading before which they come, and their texts. Links in places
    that are `gone` need no edit.
    """
    links = [
        found for found in link_map.links_to(document) if not lies_in(found[0].path, found[1].span, gone)
    ]
    moved = _moved(document, renamed, added) if links else {}
    edits = []
    for owner, link, fragment in links:
        old = _known(fragment, moved)
        if old is None:
            continue
        new = moved[old]
        if new is None:
            return None
        start = link.target_span.end - len(fragment)
        edits.append(
            Edit(owner.path, link.target_span._replace(start=start), quote(new) if "%" in fragment else new)
        )
    return edits


def _moved(
    document: Document, renamed: Renamed, added: tuple[int, Sequence[str]] | None
) -> dict[str, str | None]:
    """The anchors of headings that change, with what they become; None for one that is gone."""
    before = heading_anchors(document)
    texts = [
        (old, renamed.get(i, heading.text))
        for i, (old, heading) in enumerate(zip(before, document.headings, strict=True))
    ]
    if added:
        texts[added[0] : added[0]] = [("", text) for text in added[1]]
    # A heading that goes leaves no anchor; the others are counted again without it.
    kept = [(old, text) for old, text in texts if text is not None]
    emitted = slugs((plain(text) for _, text in kept), document.schema.contents.anchors)
    after: dict[str, str | None] = dict.fromkeys(before)
    after |= {old: new for (old, _), new in zip(kept, emitted, strict=True) if old}
    return {old: new for old, new in after.items() if old != new}


def renamed_by(document: Document, edits: Iterable[Edit]) -> dict[int, str]:
    """The new texts of the headings in which something is edited."""
    inside = sorted((edit.span, edit.replacement) for edit in edits if edit.path == document.path)
    found: dict[int, str] = {}
    for index, heading in enumerate(document.headings):
        (start, end), text = heading.text_span, heading.text
        first = bisect_left(inside, start, key=lambda edit: edit[0].start)
        within = inside[first : bisect_left(inside, end, key=lambda edit: edit[0].start)]
        for span, replacement in reversed(within):
            text = text[: span.start - start] + replacement + text[span.end - start :]
        if within:
            found[index] = text
    return found


def lies_in(path: str, span: Span, places: Iterable[Gone]) -> bool:
    """Whether a span of a document begins in one of some places."""
    return any(path == where and around.start <= span.start < around.end for where, around in places)


def _known(fragment: str, moved: Mapping[str, str | None]) -> str | None:
    """The anchor that a fragment names, percent-encoded or in other capitals."""
    for name in (fragment, unquote(fragment), unquote(fragment).lower()):
        if name in moved:
            return name
    return None
