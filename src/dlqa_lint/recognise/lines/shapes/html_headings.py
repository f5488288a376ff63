"""Headings in HTML: `<h3 id="size">How big is it?</h3>`, on one line or several."""

from collections.abc import Iterator, Sequence

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.recognise.lines.shapes._lines import line_of
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_HEADING = regex(
    r"<h(?P<level>[1-6])\b[^<>]{0,300}>(?P<text>[^<]{0,600}(?:<(?!/?h[1-6])[^<]{0,600}){0,20})</h(?P=level)>",
)


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The headings in a document's HTML blocks, those in a `<summary>` left out."""
    for block in blocks:
        if block.kind not in ("html", "paragraph") or "<h" not in block.text or "<summary" in block.text:
            continue
        span = source.lines_span(block.first, block.end)
        for match in _HEADING.finditer(source.slice(span)):
            raw, level = match["text"], int(match["level"])
            parts = parse_line(raw.strip(), space_delimits=True)
            if not parts.text.strip():
                continue
            at = span.start + match.start("text") + len(raw) - len(raw.lstrip()) + parts.text_at
            line = line_of(
                source,
                "html-heading",
                f"<h{level}>{parts.template}</h{level}>",
                Span(at, at + len(parts.text)),
                start=span.start + match.start(),
            )
            number_at = at - parts.text_at + parts.number_at if parts.number else -1
            yield line._replace(
                level=level,
                label=parts.label,
                number=parts.number,
                number_at=number_at,
                bare_label=parts.bare_label,
                span=Span(span.start + match.start(), span.start + match.end()),
                line=source.line_index(span.start + match.start()),
            )
