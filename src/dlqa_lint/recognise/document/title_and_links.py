"""What a document says around its questions: its title, its links, the anchors that its HTML names."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dlqa_lint.model.bank import Contents, Link, Title
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.recognise.lines.line_parts import without_closing_hashes
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.inline import blanked, explicit_anchors, find_links, find_pictures
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.prose import without_code
from dlqa_lint.text.source import Source, Span

# CommonMark's HTML blocks of the first kind, which end at the tag and not at a blank line, or with the document.
_RAW = regex(rf"^ {{0,3}}<({marks.RAW_TAGS})\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE | re.MULTILINE)
_EMPHASISED = regex(rf"^({marks.EMPHASIS})(?=\S)(.*\S)\1$")


def title_of(source: Source, blocks: Sequence[Block], chosen: Sequence[Candidate]) -> Title | None:
    """The first heading that is before every question and asks nothing, the topmost level first."""
    first = chosen[0].span.start if chosen else len(source.text)
    heads = [
        b
        for b in blocks
        if b.kind == "heading" and b.depth == 0 and source.starts[b.first] < first and b.text.strip()
    ]
    if not heads:
        return None
    block = next((b for b in heads if b.level == 1), heads[0])
    span = source.lines_span(block.first, block.end)
    line = source.text[block.start : source.line_span(source.line_index(block.start)).end]
    closing = without_closing_hashes(line)[1] if block.marker.startswith("#") else ""
    match = _EMPHASISED.match(block.text)
    inner, lead = (
        (match.group(2), len(match.group(1)))
        if match and match.group(1) not in match.group(2)
        else (block.text, 0)
    )
    form = "#" * block.level + " " + block.text[:lead] + "{text}" + block.text[:lead] + closing
    text_span = Span(block.start + lead, block.start + lead + len(inner))
    return Title(inner, plain(inner), form, block.level, span, text_span)


def links_and_anchors(
    source: Source, contents: Sequence[Contents]
) -> tuple[tuple[Link, ...], tuple[Link, ...], frozenset[str]]:
    """Every link and every picture of a document outside code and comments, and the anchors that its HTML names.

    What is in `<pre>`, `<script>` and the like is shown as it is, or not at all: no Markdown is read there.
    """
    text = source.text
    if "](" not in text and "href" not in text and "]:" not in text and "<" not in text:
        return (), (), frozenset()
    named = without_code(source)
    masked = _RAW.sub(lambda match: blanked(match.group()), named) if "<" in named else named
    listed = [table.span for table in contents]
    links = []
    for link in sorted(find_links(masked), key=lambda link: link.span):
        at = bisect_right(listed, link.span.start, key=lambda span: span.start) - 1
        in_contents = at >= 0 and link.span.start < listed[at].end
        links.append(link._replace(text=source.slice(link.text_span), in_contents=in_contents))
    return tuple(links), tuple(find_pictures(masked)), frozenset(name for name, _ in explicit_anchors(named))
