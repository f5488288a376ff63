"""Sentences that say how many questions there are: in the title, the introduction, and contents tables."""

import re
from collections.abc import Iterator, Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Claim, Contents, Section, Title
from dlqa_lint.recognise.document.stated_range import range_in
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.inline import find_links, mask_code
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_UNSPACED = tuple(word for word in vocabulary.COUNT_OPENERS if word >= "\u2e80")
"""Words before a count in scripts that put no space between words: `共50题`."""
_AFTER_OPENER = "|".join(rf"(?<={word})" for word in _UNSPACED)
# A hyphen may join a count to the word before it: `Top-50`; by itself it is a minus.
_COUNT = regex(
    rf"(?:(?<![\w.,#$+%/])(?<!\W-)(?<!\A-)|{_AFTER_OPENER})(?<!€)(?P<count>\d{{1,5}})(?P<more>\s*\+|\s*plus\b)?(?P<marks>[*_`</>b\s]{{0,12}})"
    rf"(?P<between>(?:[^\W\d_](?:[^\W_]|[&'/+#-]|’|\.(?=\w)){{0,40}}[\s*_,(]{{1,4}}(?:\d{{1,3}}(?:\.\d+)?[\s*_,(]{{1,4}})?){{0,6}}?)(?:{vocabulary.COUNT_NOUNS}|{vocabulary.COUNT_PHRASES})(?!\w)",
    re.IGNORECASE,
)
_BEHIND_NOUN = regex(
    rf"(?:{vocabulary.BANK_STEMS})[^\W\d]{{0,3}}[\s(（:：]{{0,2}}(?P<count>\d{{1,5}})\s?(?:{vocabulary.COUNT_UNITS})(?!\w)"
)
_VAGUE = regex(rf"(?:{vocabulary.VAGUE_WORDS})\s*[*_]*$", re.IGNORECASE)
_RATE = regex(rf"\b(?:{vocabulary.RATE_WORDS})\s", re.IGNORECASE)
_NEWS = regex(rf"\b(?:{vocabulary.NEWS_WORDS})\b", re.IGNORECASE)
_LABELLED = regex(
    rf"^[^\w\n]*(?::\w+:\s*)?(?:{vocabulary.COUNT_LABELS})\b"
    rf"[ *_]*[{marks.COLONS}\-–—][ *_]*(?P<count>\d{{1,5}})[^\w\n+]*$",
    re.IGNORECASE | re.MULTILINE,
)
_EXAM = regex(rf"\d\s*(?:%|％)|\d[\s*_]*(?:{vocabulary.DURATION_WORDS})(?!\w)", re.IGNORECASE)
"""A share or a duration: a line with a count beside one tells of an exam, `90 questions * 90 minutes * 75%`."""
_CODE = regex(r"[A-Z]{2}")
"""What may be a small word in some language is a name in capitals: `AZ 104`, `Mac OS 9`."""
_AND = regex(rf"(?<!\w)(?:{vocabulary.AND})\s{{0,2}}\Z")
_NUMBER = regex(r"\d{1,5}")
_ORDINAL_SIGNS = ("º", "ª")
_SENTENCE_ENDS = tuple(marks.SENTENCE_ENDS)
_LONG = 400
"""A longer paragraph tells of many things, the count of a document's questions not among them. Set by hand."""
_YEAR = range(1990, 2040)
_BEFORE = regex(r"([^\W_][^\s*_`(\[<>:|,;（［【：，；、]*)[\s*_`]*\Z")


def claims_of(
    source: Source,
    blocks: Sequence[Block],
    title: Title | None,
    sections: Sequence[Section],
    *,
    tables: Sequence[Contents],
    before: int,
) -> tuple[Claim, ...]:
    """What a document says about the number of its questions; vague and foreign figures are none.

    `tables` are its contents, `before` the offset where its questions begin and its introduction ends.
    """
    found: list[Claim] = []
    if title:
        found.extend(_of_heading(title.text, title.text_span.start, -1))
    for block in blocks:
        if block.kind != "paragraph" or block.depth or source.starts[block.first] >= before:
            continue
        raw = source.slice(source.lines_span(block.first, block.end))
        if len(raw) < _LONG and not any(True for _ in find_links(mask_code(raw))):
            found.extend(_in_text(raw, source.starts[block.first], -1))
            found.extend(_labelled(raw, source.starts[block.first]))
    for index, section in enumerate(sections):
        text, at = section.heading.text, section.heading.text_span.start
        if section.questions and (title is None or section.span != title.span):
            found.extend(_of_heading(text, at, index))
            found.extend(_labelled(text, at, index))
        elif at < before:
            found.extend(_labelled(text, at))
    found.extend(
        claim for table in tables if table.kind == "table" for claim in _in_table(source, table, sections)
    )
    return tuple(found)


def _in_text(text: str, at: int, section: int) -> Iterator[Claim]:
    stated = range_in(text)
    for found in _COUNT.finditer(text) if any(map(str.isdigit, text)) else ():
        match = _nearest(text, found)
        count = int(match.group("count"))
        if (
            match.group("more")
            or count in _YEAR
            or _is_ordinal(match)
            or _VAGUE.search(text[max(match.start() - 40, 0) : match.start()])
            or count == 0
            or _RATE.search(match.group("between"))
            or _NEWS.search(match.group("between"))
            or _names(text[: match.start()], match.group("between"))
            or (stated and stated.start() <= match.start() < stated.end())
            or _tells_of_an_exam(text, match.start("count"))
        ):
            continue
        yield Claim(count, Span(at + match.start("count"), at + match.end("count")), section)
        return


def _nearest(text: str, match: re.Match[str]) -> re.Match[str]:
    """The count itself, or one that is nearer to the noun and belongs to no name: `10 minutes, 3 questions`."""
    for inner in reversed(list(_NUMBER.finditer(text, *match.span("between")))):
        nearer = _COUNT.match(text, inner.start())
        before = text[: inner.start()]
        if nearer and (_AND.search(before) or not _names(before, nearer.group("between"))):
            return nearer
    return match


def _is_ordinal(match: re.Match[str]) -> bool:
    """Whether letters are glued to a number: `1st round questions`, `1ª prova`."""
    glued = match.group("between")[:1]
    return not match.group("marks") and ((glued.isascii() and glued.isalpha()) or glued in _ORDINAL_SIGNS)


def _of_heading(text: str, at: int, section: int) -> Iterator[Claim]:
    """What a title or the heading of a section says; the count may be behind its noun: `Java面试题50道`."""
    before = list(_in_text(text, at, section))
    yield from before
    match = None if before or text.isascii() else _BEHIND_NOUN.search(text)
    if match and not _VAGUE.search(text[: match.start("count")]):
        yield Claim(int(match["count"]), Span(at + match.start("count"), at + match.end("count")), section)


def _tells_of_an_exam(text: str, at: int) -> bool:
    """Whether the line around a count says a duration or a share as well."""
    return bool(_EXAM.search(text[:at].rpartition("\n")[2] + text[at:].partition("\n")[0]))


def _names(before: str, between: str) -> bool:
    """Whether a number belongs to a name before it (`Java 8 questions`, `Level 2`) or counts parts (`2 sets`)."""
    word = _BEFORE.search(before.rpartition("\n")[2])
    said = word.group(1).rstrip(".-") if word else ""
    opens = said.casefold() in vocabulary.COUNT_OPENERS or said.endswith(_UNSPACED)
    if word and (_CODE.fullmatch(said) or not opens):
        return not word.group(1).endswith(_SENTENCE_ENDS)
    return bool(vocabulary.PART_NOUNS.match(between))


def _labelled(text: str, at: int, section: int = -1) -> Iterator[Claim]:
    """A line that says nothing else: `Total questions: 50`."""
    if any(map(str.isdigit, text)) and (match := _LABELLED.search(text)):
        yield Claim(int(match["count"]), Span(at + match.start("count"), at + match.end("count")), section)


def _in_table(source: Source, table: Contents, sections: Sequence[Section]) -> Iterator[Claim]:
    """Rows such as `| [Basics](#basics) | 12 questions |`: a claim about the section that it leads to."""
    anchors = {_key(section.name): index for index, section in enumerate(sections)}
    for entry in table.entries:
        if entry.link is None:
            continue
        section = anchors.get(_key(entry.link.text))
        rest_at = entry.link.span.end
        rest = source.text[rest_at : entry.span.end]
        for claim in _in_text(rest, rest_at, -1 if section is None else section):
            if section is not None:
                yield claim


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"<[^<>]*>|:[a-z_]+:", "", text)).casefold()
