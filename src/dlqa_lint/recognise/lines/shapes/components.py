"""Components of MDX whose attribute asks: `<Accordion title="How do I renew?">`."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.shapes._lines import titled
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_OPENER = regex(
    r"<(?P<tag>Accordion\w{0,20}|F(?:aq|AQ)\w{0,20}|Collaps\w{0,20}|Expand\w{0,20}|ExpansionPanel|Disclosure|Details"
    r"|Question|Toggle\w{0,10})\s(?P<before>[^<>]{0,400}?)"
    r"\b(?P<name>title|question|summary|header|label|q)=\{?(?:\"(?P<double>[^\"<\n]{1,400})\"|'(?P<single>[^'<\n]{1,400})'"
    r"|`(?P<tick>[^`<\n]{1,400})`)\}?[^<>]{0,400}>"
)
_CLOSER = regex(r"</(?P<tag>[A-Z]\w{0,30})\s{0,3}>")


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The attributes that ask, of components in a document; code has none.

    <Accordion
      title="How do I renew?"
    >
    """
    text = source.text
    if "<" not in text or "=" not in text:
        return
    code = [source.lines_span(b.first, b.end) for b in blocks if b.kind in ("fence", "front-matter")]
    starts = [span.start for span in code]
    openers = [
        match
        for match in _OPENER.finditer(text)
        if not ((at := bisect_right(starts, match.start())) and code[at - 1].end > match.start())
    ]
    if not openers:
        return
    closers: dict[str, list[int]] = {}
    for closer in _CLOSER.finditer(text):
        closers.setdefault(closer["tag"], []).append(closer.start())
    for match, following in zip(openers, [*(m.start() for m in openers[1:]), len(text)], strict=True):
        group = next(name for name in ("double", "single", "tick") if match[name])
        words = Span(match.start(group), match.start(group) + len(match[group].rstrip()))
        own = closers.get(match["tag"], [])
        at = bisect_right(own, match.end())
        end = min(own[at] if at < len(own) else following, following)
        body = Span(match.end(), match.end() if match.group().endswith("/>") else max(end, match.end()))
        template = f'<{match["tag"]} {match["name"]}="{{text}}">'
        yield titled(source, source.line_index(words.start), words, template, body)
