"""The parts of one line: lead, emphasis, label, number, delimiter, text. Knows how people number things."""

import re
from functools import cache
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.form import NUMBER, TEXT
from dlqa_lint.model.numbers import SPELLED, has_keycaps
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

# Editors leave four asterisks behind, around nothing.
_EMPHASIS = rf"(?:\*{{1,4}}|_{{1,3}}(?=\S)|<(?:{marks.EMPHASIS_TAGS})>)+"
_LEAD = regex(
    r"(?:<a\b[^>]*>\s*(?:</a>)?\s*|<a\b[^>]*/>\s*|:[a-z_]+:\s*"
    r"|[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001f51e\U0001f520-\U0001faff]+\s*)*"
)
_OPEN = regex(_EMPHASIS)
_CLOSERS = regex(rf"(?:\s*(?:\*{{1,4}}|{marks.EMPHASIS_CLOSES}))+")
_DELIMITER = regex(rf"\s*(?:\\?[{marks.NUMBER_DELIMITERS}]+)\s*|\s+|(?=[*_<])")
_BARE_NUMBER = regex(rf"(?P<label>)(?P<number>{SPELLED})")
_DIGIT = regex(r"[\d\U0001f51f]")
_REACH = max(map(len, vocabulary.QUESTION_LABELS)) + 10
"""How far from the start of a line its number may begin, a label and a few signs before it."""
_WRAPPERS = tuple(before for before, _ in vocabulary.NUMBER_WRAPPERS)
# A letter other than Q, standing alone, is rather a list's label than a question's mark.
_BARE_LABELS = tuple(label for label in vocabulary.QUESTION_LABELS if len(label) > 1 or label in "q问問")
_LONGEST_LABEL = max(map(len, _BARE_LABELS))
_PLACEHOLDERS = frozenset(vocabulary.PLACEHOLDERS)
_LINK_BEHIND = regex(r"\s+[-–—:]\s+\[")
_LETTER = regex(r"[^\W\d_]")
_SET_OFF = regex(rf"\s?[{marks.COLONS}]\s*\S|\s+[-–—]+\s+\S")
_BREAK = regex(r"</?br\s{0,3}/?>\Z")
_HTML_EMPHASIS = {f"<{tag}>": f"</{tag}>" for tag in marks.EMPHASIS_TAGS.split("|")}


class Parts(NamedTuple):
    """What a line is made of; offsets count from its content, and `template` stands for all of it."""

    template: str
    label: str
    number: str
    number_at: int
    text: str
    text_at: int
    emphasised: bool
    bare_label: bool


class _Head(NamedTuple):
    """What a line begins with: label, number and delimiter, as template and parts; `end` is behind them."""

    end: int
    template: str = ""
    label: str = ""
    number: str = ""
    number_at: int = -1
    bare: bool = False


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in sorted(vocabulary.QUESTION_LABELS, key=len, reverse=True))
    before = "|".join(rf"(?P<w{i}>{wrapper})\s*" for i, wrapper in enumerate(_WRAPPERS))
    behind = "".join(
        rf"(?(w{i})\s*(?:{'|'.join(sorted(after, key=len, reverse=True))})?)"
        for i, (_, after) in enumerate(vocabulary.NUMBER_WRAPPERS)
    )
    return re.compile(
        rf"(?:{before}|(?P<label>{labels})\s{{0,4}}[#№.\-–:]?\s{{0,4}}|[#№]\s?|[(\[]|（)?(?P<number>{SPELLED}){behind}",
        re.IGNORECASE,
    )


@cache
def _bare_label_pattern() -> re.Pattern[str]:
    joined = "|".join(re.escape(label) for label in sorted(_BARE_LABELS, key=len, reverse=True))
    return re.compile(
        rf"(?P<label>{joined})\s*(?P<delimiter>[.){marks.COLONS}])(?=\s|\*|_|<|[^\x00-\x7f])", re.IGNORECASE
    )


def parse_line(
    content: str,
    *,
    space_delimits: bool,
    strip_hashes: bool = False,
    numbered: bool = False,
    stops: bool = False,
) -> Parts:
    """Take a line's content apart; what is no label or number stays in the text.

    With `space_delimits`, white space alone may end an unlabelled number (`## 001 text`), as it may in
    headings; it always ends keycaps. Where the line is `numbered` already, another number belongs to its
    text. With `stops`, a bold lead may end like a sentence (`**Explain x.** It is …`), as it may beside leads
    that end in a question mark.
    """
    closing = ""
    if strip_hashes:
        content, closing = without_closing_hashes(content)
    start = _lead_end(content)
    opened, at = _emphasis(content, start)
    head = _head(content, at, space_delimits)
    if numbered and head.number:
        head = _Head(at)
    after = head.end
    close = _CLOSERS.match(content, after) if head.template and opened else None
    middle = close is not None and _closes(content, after, opened)
    if middle and close:
        after = _skip_spaces(content, close.end())
    inner, text_at = _emphasis(content, after) if head.template and (middle or not opened) else ("", after)
    outer = "" if middle else opened
    end, whole = _text_end(content, text_at, inner or outer)
    if outer and not inner and not whole:
        end = len(content.rstrip())
        if opened == "****":
            # Emphasis around nothing: editors leave it behind, and readers see four asterisks.
            return Parts(opened + TEXT + closing, "", "", -1, content[at:end], at, False, False)
        # The emphasis covers a few words: those ask, or all of it belongs to the text.
        led = _led(content, opened, head, stops=stops)
        return led or Parts(TEXT + closing, "", "", -1, content[start:end], start, False, False)
    if inner and not whole and inner != "****":
        inner, text_at, end = "", after, len(content.rstrip())
    template = _template(opened, head.template, middle, inner) + closing
    return _parts(head, template, content[text_at:end], text_at, emphasised=bool(inner or outer))


def as_text(content: str) -> Parts:
    """The parts of a line's content that is nothing but text."""
    return Parts(TEXT, "", "", -1, content, 0, False, False)


def _parts(head: _Head, template: str, text: str, text_at: int, *, emphasised: bool) -> Parts:
    return Parts(template, head.label, head.number, head.number_at, text, text_at, emphasised, head.bare)


def _led(content: str, opened: str, head: _Head, *, stops: bool) -> Parts | None:
    """The parts of a line with a bold lead that asks; None where its first words are emphasised only."""
    after = head.end
    said = content[after:].partition(_closer(opened))[0] if stops else ""
    end = bold_lead(content, opened, after, stops=stops and (bool(head.template) or as_question(said) == 1))
    template = _template(opened, head.template, False, "")
    return _parts(head, template, content[after:end], after, emphasised=True) if end else None


def without_closing_hashes(content: str) -> tuple[str, str]:
    """A heading's content without the hashes that close it, and what stands for those in a form."""
    bare = content.rstrip()
    text = bare.rstrip("#")
    if text == bare or not text[-1:].isspace():
        return content, ""
    return text.rstrip(), " #"


def _lead_end(content: str) -> int:
    """Where the anchors and pictures end that a line begins with."""
    if content[:1].isascii() and not content.startswith(("<", ":")):
        return 0
    match = _LEAD.match(content)
    return match.end() if match else 0


def _skip_spaces(content: str, at: int) -> int:
    while at < len(content) and content[at].isspace():
        at += 1
    return at


def _emphasis(content: str, at: int) -> tuple[str, int]:
    """The emphasis that opens at an offset, and where it ends."""
    match = _OPEN.match(content, at)
    return (match.group(), _skip_spaces(content, match.end())) if match else ("", at)


def _numbered(content: str, at: int) -> re.Match[str] | None:
    """The number at an offset, with its label; the pattern of all labels is needed where there may be one."""
    if content[at : at + 1].isdigit():
        return _BARE_NUMBER.match(content, at)
    return _label_pattern().match(content, at) if _DIGIT.search(content, at, at + _REACH) else None


def _head(content: str, at: int, space_delimits: bool) -> _Head:
    """The label, number and delimiter at an offset."""
    match = _numbered(content, at)
    if match:
        number, number_at = match.group("number"), match.start("number")
        label = (match.group("label") or "").lower() or ("#" if content.startswith(_WRAPPERS, at) else "")
        delimiter = _DELIMITER.match(content, match.end())
        shown = delimiter.group() if delimiter else ""
        delimits = shown.strip() or label or space_delimits or has_keycaps(number)
        if match.end() == len(content) or (delimiter and delimits):
            before, after = content[at:number_at], content[match.end("number") : match.end()]
            stripped = shown.strip().replace("\\", "")
            gap = "" if stripped and stripped[-1] in "）：、．。" else " "
            template = before + NUMBER + after + stripped + gap
            return _Head(match.end() + len(shown), template, label, number, number_at)
    labelled = content[at : at + _LONGEST_LABEL].lower().startswith(_BARE_LABELS)
    label_match = _bare_label_pattern().match(content, at) if labelled else None
    if label_match is None:
        return _Head(at)
    end = label_match.end()
    gap = "" if label_match.group("delimiter") == "：" else " "
    label = label_match.group("label").lower()
    return _Head(_skip_spaces(content, end), content[at:end] + gap, label, bare=True)


def _closes(content: str, at: int, opened: str) -> bool:
    """Whether the emphasis that was opened closes at an offset."""
    return content.startswith(_closer(opened), _skip_spaces(content, at))


def _text_end(content: str, at: int, opened: str) -> tuple[int, bool]:
    """Where the text ends, and whether the emphasis that was opened closes there."""
    if opened:
        closer = _closer(opened)
        end = _without_breaks(content)
        if (
            end - len(closer) > at
            and content.endswith(closer, 0, end)
            and not _broken(content[at : end - len(closer)], closer)
        ):
            return len(content[: end - len(closer)].rstrip()), True
    return len(content.rstrip()), False


def _without_breaks(content: str) -> int:
    """Where a content ends, white space and `<br>` behind it left out."""
    bare = content.rstrip()
    while match := _BREAK.search(bare, max(len(bare) - 9, 0)):
        bare = bare[: match.start()].rstrip()
    return len(bare)


def bold_lead(content: str, opened: str, at: int, *, stops: bool) -> int:
    """Where a bold question ends that its line goes on to answer (`**What is x?** It is …`); else 0.

    It ends in a question mark, or, with `stops`, as a sentence does, or by what stands behind it.
    """
    closer = _closer(opened)
    close = content.find(closer, at)
    if len(closer) < 2 or close <= at:
        return 0
    inner, rest = content[at:close].rstrip(), content[close + len(closer) :]
    asks = marks.ends_asking(inner) or ("[" in rest and _LINK_BEHIND.match(rest))
    if asks or (stops and _stops(inner, rest)) or vocabulary.matches_any(rest.strip(" *_`"), _PLACEHOLDERS):
        return at + len(inner)
    return 0


def _stops(inner: str, rest: str) -> bool:
    """Whether a bold lead that does not ask ends before the rest of its line.

    A note in brackets (`**Problem 1 (easy).** …`) is none, and neither is a year (`**Q1 2024.** …`).
    """
    if inner.startswith(("(", "[")) or not _LETTER.search(inner) or not rest.strip():
        return False
    return inner.endswith((".", "。", *marks.COLONS)) or bool(_SET_OFF.match(rest))


@cache
def _closer(opened: str) -> str:
    """What closes an emphasis: `</b>` for `<b>`, nothing for the stray `****`."""
    if opened == "****":
        return ""
    return "".join(_HTML_EMPHASIS.get(tag, tag) for tag in re.findall(r"<\w+>|[*_]+", opened)[::-1])


def _broken(text: str, closer: str) -> bool:
    """Whether an emphasis closes and opens again inside a text: `**a** and **b**` is not one emphasis."""
    return closer in text and (len(closer) > 1 or text.count(closer) > 1)


def _template(opened: str, head: str, middle: bool, inner: str) -> str:
    if middle:
        return f"{opened}{head.rstrip()}{_closer(opened)} {inner}{TEXT}{_closer(inner)}"
    return f"{opened}{head}{inner}{TEXT}{_closer(inner)}{_closer(opened)}"
