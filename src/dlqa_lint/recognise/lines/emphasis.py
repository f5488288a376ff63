"""Emphasis around a line's words, and around a bold lead that opens its line."""

import re
from functools import cache

from dlqa_lint.language import vocabulary
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

# Editors leave four asterisks around what they export.
_EMPHASIS = rf"(?:\*{{1,4}}|_{{1,3}}(?=\S)|<(?:{marks.EMPHASIS_TAGS})>)+"
_LEAD = regex(
    r"(?:<a\b[^>]*>\s*(?:</a>)?\s*|<a\b[^>]*/>\s*|:[a-z_]+:\s*"
    r"|[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001f51e\U0001f520-\U0001faff]+\s*)*"
)
_OPEN = regex(_EMPHASIS)
CLOSERS = regex(rf"(?:\s*(?:\*{{1,4}}|{marks.EMPHASIS_CLOSES}))+")
_PLACEHOLDERS = frozenset(vocabulary.PLACEHOLDERS)
_LINK_AFTER = regex(r"(?<!\s)\s+[-–—:]\s+\[")
_LETTER = regex(r"[^\W\d_]")
_SET_OFF = regex(rf"\s?[{marks.COLONS}]\s*\S|\s+[-–—]+\s+\S")
_SIGN = regex(r"\s*[^\w\s.,;'\"”’)?!、，。]")
_STOP = regex(rf"[{marks.FULL_STOPS}!！](?!\S)")
_BREAK = regex(r"</?br\s{0,3}/?>\Z")
_HTML_EMPHASIS = {f"<{tag}>": f"</{tag}>" for tag in marks.EMPHASIS_TAGS.split("|")}


def lead_end(content: str) -> int:
    """Where the anchors and pictures end that a line begins with."""
    if content[:1].isascii() and not content.startswith(("<", ":")):
        return 0
    match = _LEAD.match(content)
    return match.end() if match else 0


def skip_spaces(content: str, at: int) -> int:
    """The first offset from one on at which there is no white space."""
    while at < len(content) and content[at].isspace():
        at += 1
    return at


def emphasis_at(content: str, at: int) -> tuple[str, int]:
    """The emphasis that opens at an offset, and where it ends."""
    match = _OPEN.match(content, at)
    return (match.group(), skip_spaces(content, match.end())) if match else ("", at)


def closes_at(content: str, at: int, opened: str) -> bool:
    """Whether the emphasis that was opened closes at an offset."""
    return content.startswith(closer_of(opened), skip_spaces(content, at))


def text_end(content: str, at: int, opened: str) -> tuple[int, bool]:
    """Where the text ends, and whether the emphasis that was opened closes there."""
    if opened:
        closer = closer_of(opened)
        end = _without_breaks(content)
        if (
            end - len(closer) > at
            and content.endswith(closer, 0, end)
            and not _broken(content[at : end - len(closer)], closer)
        ):
            return len(content[: end - len(closer)].rstrip()), True
    return len(content.rstrip()), False


def _without_breaks(content: str) -> int:
    """Where a content ends, white space and `<br>` after it left out."""
    bare = content.rstrip()
    while match := _BREAK.search(bare, max(len(bare) - 9, 0)):
        bare = bare[: match.start()].rstrip()
    return len(bare)


def bold_lead(content: str, opened: str, at: int, *, stops: bool, headed: bool = False) -> int:
    """Where a bold question ends that the rest of its line answers (`**What is x?** It is …`); else 0.

    It ends in a question mark, or, with `stops`, as a sentence does, or by what follows it. One that is
    `headed` by a number may end as a sentence does, too:

        **Q1: Design a movie recommender.** 🔴 Advanced
    """
    closer = closer_of(opened)
    close = content.find(closer, at)
    if len(closer) < 2 or close <= at:
        return 0
    inner, rest = content[at:close].rstrip(), content[close + len(closer) :]
    asks = marks.ends_asking(inner) or ("[" in rest and _LINK_AFTER.match(rest))
    if asks or (headed and _is_set_off(inner, rest)):
        return at + len(inner)
    if (stops and _stops(inner, rest)) or vocabulary.matches_any(rest.strip(" *_`"), _PLACEHOLDERS):
        return at + len(inner)
    return 0


def _is_set_off(inner: str, rest: str) -> bool:
    """Whether a numbered lead is a sentence of its own, or punctuation or a capital separates it from the rest.

    **7. Planar graphs**. Prove that …

    **8. Trees** Draw all trees with …
    """
    if inner.startswith(("(", "[")) or not _LETTER.search(inner):
        return False
    parted = _SIGN.match(rest) or _STOP.match(rest) or rest.lstrip()[:1].isupper()
    return inner.endswith((*marks.FULL_STOPS, "!", "…", "！")) or bool(parted)


def _stops(inner: str, rest: str) -> bool:
    """Whether a bold lead that does not ask ends before the rest of its line.

    A note in brackets (`**Problem 1 (easy).** …`) is none, and neither is a year (`**Q1 2024.** …`).
    """
    if inner.startswith(("(", "[")) or not _LETTER.search(inner) or not rest.strip():
        return False
    return inner.endswith((*marks.FULL_STOPS, *marks.COLONS)) or bool(_SET_OFF.match(rest))


@cache
def closer_of(opened: str) -> str:
    """What closes an emphasis: `</b>` for `<b>`."""
    return "".join(_HTML_EMPHASIS.get(tag, tag) for tag in re.findall(r"<\w+>|\*+|_+", opened)[::-1])


def _broken(text: str, closer: str) -> bool:
    """Whether an emphasis closes and opens again inside a text: `**a** and **b**` is not one emphasis."""
    return closer in text and (len(closer) > 1 or text.count(closer) > 1)
