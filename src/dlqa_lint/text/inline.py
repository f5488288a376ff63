"""Links and code spans inside lines, with their offsets; markdown-it's inline tokens have none."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_BLANK = r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?=\r|\n)"
_LINE = regex(r"[^\r\n]+")
_TICKS = regex(rf"`+|{_BLANK}")
_BRACKET = regex(rf"\\.|!?\[|\]|{_BLANK}", re.DOTALL)
# Lengths are bounded so that a page of unclosed brackets stays linear; no real target or tag comes near them.
_TARGET = regex(r"\((?P<target>[^()\n]{0,1200}(?:\([^()\n]{0,300}\)[^()\n]{0,300}){0,4})\)")
_HTML_LINK = regex(
    r"<a\b[^<>]{0,600}?\bhref\s*=\s*(?:\"(?P<d>[^\"<>]*)\"|'(?P<s>[^'<>]*)'|(?P<u>[^\s\"'<>]+))[^<>]{0,600}>(?P<text>.{0,600}?)</a\s*>",
    re.IGNORECASE | re.DOTALL,
)
_PICTURE = regex(
    r"!\[(?P<text>[^\[\]]{0,600})\](?=\()|<img\b[^<>]{0,600}?\bsrc\s*=\s*[\"'](?P<source>[^\"'<>]*)[\"']",
    re.IGNORECASE,
)
_DEFINITION = regex(r"^ {0,3}\[(?P<text>[^\[\]\n]+)\]:[ \t]*(?P<target>\S+)", re.MULTILINE)
_REFERENCE = regex(r"(?P<image>!?)\[(?P<text>[^\[\]]{0,600})\](?:\[(?P<label>[^\[\]]{0,600})\])?+(?!\()")
_TITLE = regex(r"""\s+(?:"[^"]*"|'[^']*'|\([^()]*\))\s*$""")
_ANCHOR = regex(r"<[a-z][^<>]*?\b(?:id|name)\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'<>]+))", re.IGNORECASE)
# Kramdown, and the sites that are built with it, name the heading above: `{: #purpose .wide}`, `{: id="purpose"}`.
_ATTRIBUTES = regex(
    r"^ {0,3}\{:(?:[^{}\n]{0,200}?\s)?(?:#|id=[\"']?)(?P<name>[\w:-]{1,200})[^{}\n]{0,200}\}", re.MULTILINE
)
_REMOTE = regex(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class Link(NamedTuple):
    """A link of a document: its text, its target as written, and where both are."""

    text: str
    target: str
    span: Span
    text_span: Span
    target_span: Span
    in_contents: bool = False


def stretches(text: str, sign: str) -> Iterator[tuple[int, int]]:
    """The parts of a text between empty lines that hold a visible character; lines with spaces separate nothing."""
    end = 0
    while (at := text.find(sign, end)) >= 0:
        start = max(text.rfind("\n\n", end, at), end)
        end = text.find("\n\n", at)
        end = end if end >= 0 else len(text)
        yield start, end


def code_spans(text: str) -> list[Span]:
    """The insides of the inline code spans of a text; a blank line ends an open span with its paragraph."""
    found: list[Span] = []
    for paragraph in _tick_runs(text):
        later: dict[int, list[int]] = {}
        for index in range(len(paragraph) - 1, -1, -1):
            later.setdefault(len(paragraph[index].group()), []).append(index)
        at = 0
        while at < len(paragraph):
            closers = later[len(paragraph[at].group())]
            while closers and closers[-1] <= at:
                closers.pop()
            if closers:
                found.append(Span(paragraph[at].end(), paragraph[closers[-1]].start()))
                at = closers[-1]
            at += 1
    return found


def _tick_runs(text: str) -> Iterator[list[re.Match[str]]]:
    """The runs of backticks of each paragraph that has any."""
    for start, end in stretches(text, "`"):
        runs: list[re.Match[str]] = []
        for match in _TICKS.finditer(text, start, end):
            if match.group()[0] == "`":
                runs.append(match)
            elif runs:
                yield runs
                runs = []
        if runs:
            yield runs


def mask_code(text: str) -> str:
    """The text with the insides of inline code spans blanked out, every offset kept."""
    return mask_spans(text, code_spans(text)) if "`" in text else text


def mask_spans(text: str, spans: Sequence[Span]) -> str:
    """The text with some spans blanked out (line ends kept), every offset kept."""
    parts, at = [], 0
    for span in spans:
        parts.append(text[at : span.start])
        parts.append(blanked(text[span.start : span.end]))
        at = span.end
    return "".join([*parts, text[at:]])


def blanked(text: str) -> str:
    """A text of the same length and lines that says nothing."""
    return _LINE.sub(lambda match: " " * len(match.group()), text)


def find_links(text: str, base: int = 0) -> Iterator[Link]:
    """The links of a text in reading order of their kind; code must be masked before. Images are not links."""
    if "](" in text:
        yield from _bracketed(text, base)
    if "href" in text or "HREF" in text:
        for match in _HTML_LINK.finditer(text):
            group = next(name for name in ("d", "s", "u") if match.group(name) is not None)
            target = Span(base + match.start(group), base + match.end(group))
            yield Link(
                match.group("text"),
                match.group(group),
                Span(base + match.start(), base + match.end()),
                Span(base + match.start("text"), base + match.end("text")),
                target,
            )
    if "]:" in text:
        for match in _DEFINITION.finditer(text):
            yield _defined(match, base)


def _defined(match: re.Match[str], base: int) -> Link:
    """The link that a definition makes, `[name]: target`."""
    return Link(
        match.group("text"),
        match.group("target"),
        Span(base + match.start(), base + match.end()),
        Span(base + match.start("text"), base + match.end("text")),
        Span(base + match.start("target"), base + match.end("target")),
    )


def find_pictures(text: str) -> Iterator[Link]:
    """The images of a text, as links to their files; code must be masked before.

    A definition that nothing but images name is one, too; as a definition it is among the links as well.
    """
    yield from _shown(text) if "]:" in text and "![" in text else ()
    for match in _PICTURE.finditer(text) if "![" in text or "<img" in text or "<IMG" in text else ():
        if match.group("source") is not None:
            span = Span(*match.span("source"))
            yield Link("", match.group("source"), Span(*match.span()), Span(span.start, span.start), span)
        elif target := _TARGET.match(text, match.end()):
            yield _link(text, Span(*match.span("text")), target, 0)


def _shown(text: str) -> Iterator[Link]:
    """The definitions that images name, and nothing else does."""
    definitions = {match.start("text"): match for match in _DEFINITION.finditer(text)}
    shown, linked = set[str](), set[str]()
    for match in _REFERENCE.finditer(text) if definitions else ():
        if match.start("text") not in definitions:
            (shown if match["image"] else linked).add(_folded(match["label"] or match["text"]))
    names = shown - linked
    yield from (_defined(match, 0) for match in definitions.values() if _folded(match["text"]) in names)


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _bracketed(text: str, base: int) -> Iterator[Link]:
    """The links that brackets and parentheses make; of links inside each other the inner one counts."""
    for start, end in stretches(text, "]("):
        yield from _bracketed_in(text, start, end, base)


def _bracketed_in(text: str, first: int, end: int, base: int) -> Iterator[Link]:
    opened: list[tuple[int, bool]] = []
    for bracket in _BRACKET.finditer(text, first, end):
        written = bracket.group()
        if written.endswith("[") and not written.startswith("\\"):
            opened.append((bracket.end(), written == "!["))
        elif written == "]" and opened:
            start, image = opened.pop()
            target = _TARGET.match(text, bracket.end())
            if target and not image:
                yield _link(text, Span(start, bracket.start()), target, base)
                opened.clear()
        elif written.isspace():
            opened.clear()


def _link(text: str, words: Span, match: re.Match[str], base: int) -> Link:
    """The link whose text is at a span, with the target that was matched after it."""
    raw, start = match.group("target"), match.start("target")
    title = _TITLE.search(raw)
    target = raw[: title.start()] if title else raw
    lead = len(target) - len(target.lstrip())
    target = target.strip()
    start += lead
    if target.startswith("<") and target.endswith(">"):
        target, start = target[1:-1], start + 1
    return Link(
        text[words.start : words.end],
        target,
        Span(base + words.start - 1, base + match.end()),
        Span(base + words.start, base + words.end),
        Span(base + start, base + start + len(target)),
    )


def is_remote(target: str) -> bool:
    """Whether a link's target names a scheme or a host, and no file beside the document."""
    return _REMOTE.match(target) is not None


def explicit_anchors(text: str) -> Iterator[tuple[str, int]]:
    """The ids that HTML tags have by `id` or `name`, and where the tags begin; code is not told apart.

    An attribute list in braces names the line above it, and so that is where its id is.
    """
    for match in _ANCHOR.finditer(text) if "<" in text else ():
        yield next(filter(None, match.groups())), match.start()
    for match in _ATTRIBUTES.finditer(text) if "{:" in text else ():
        yield match["name"], text.rfind("\n", 0, max(match.start() - 1, 0)) + 1
