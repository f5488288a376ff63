"""The parts of one line: lead, emphasis, label, number, delimiter, text."""

from typing import NamedTuple

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.form import TEXT
from dlqa_lint.recognise.lines.emphasis import (
    CLOSERS,
    bold_lead,
    closer_of,
    closes_at,
    emphasis_at,
    lead_end,
    skip_spaces,
    text_end,
)
from dlqa_lint.recognise.lines.label_and_number import LabelAndNumber, label_and_number_at
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_STRAY = "****"
_EMPHASISED = ("*", "_", "<")
_AFTER = regex(r"\s?[:：]\s*|\s?[.)](?=\s)")
_LINK = regex(marks.LINK)


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


def parse_line(
    content: str,
    *,
    space_delimits: bool,
    strip_hashes: bool = False,
    numbered: bool = False,
    stops: bool = False,
) -> Parts:
    """Take a line's content apart; what is not a label or number stays in the text.

    With `space_delimits`, white space alone may end an unlabelled number (`## 001 text`), as it may in
    headings; it always ends keycaps. Where the line is `numbered` already, another number belongs to its
    text. With `stops`, a bold lead may end like a sentence (`**Explain x.** It is …`), as it may beside leads
    that end in a question mark.
    """
    closing = ""
    if strip_hashes:
        content, closing = without_closing_hashes(content)
    parts = _linked(content, space_delimits=space_delimits, numbered=numbered)
    parts = parts or _parsed(content, space_delimits=space_delimits, numbered=numbered, stops=stops)
    return parts._replace(template=parts.template + closing) if closing else parts


def _parsed(content: str, *, space_delimits: bool, numbered: bool, stops: bool) -> Parts:
    start = lead_end(content)
    opened, at = emphasis_at(content, start)
    if opened == _STRAY and not content.rstrip().endswith(_STRAY, at):
        return _behind_stray(content, at, space_delimits=space_delimits and not numbered)
    head = label_and_number_at(content, at, space_delimits=space_delimits, closer=closer_of(opened))
    if numbered and head.number:
        head = LabelAndNumber(at)
    behind_number = None if opened else _labelled_behind_number(content, head)
    if behind_number is not None:
        return behind_number
    after, behind = head.end, ""
    close = CLOSERS.match(content, after) if head.template and opened else None
    middle = close is not None and closes_at(content, after, opened)
    if middle and close:
        delimiter = _AFTER.match(content, close.end())
        behind = delimiter.group().strip() if delimiter else ""
        after = skip_spaces(content, delimiter.end() if delimiter else close.end())
    inner, text_at = emphasis_at(content, after) if head.template and (middle or not opened) else ("", after)
    outer = "" if middle else opened
    end, whole = text_end(content, text_at, inner or outer)
    if outer and not inner and not whole:
        # The emphasis covers a few words: those ask, or all of it belongs to the text.
        end = len(content.rstrip())
        led = _led(content, opened, head, stops=stops)
        return led or Parts(TEXT, "", "", -1, content[start:end], start, False, False)
    if inner and not whole and inner != _STRAY:
        inner, text_at, end = "", after, len(content.rstrip())
    words = f"{inner}{TEXT}{closer_of(inner) if whole else ''}"
    template = _template(opened, head.template, words, middle=middle, behind=behind)
    return _parts(head, template, content[text_at:end], text_at, emphasised=bool(inner or outer))


def _labelled_behind_number(content: str, head: LabelAndNumber) -> Parts | None:
    """The parts of a line whose label is emphasised behind its number, else None.

    ### 1. **Question**: How do you oil a hinge?
    """
    if not head.number or head.label or head.bare or not content.startswith(_EMPHASISED, head.end):
        return None
    parts = _parsed(content[head.end :], space_delimits=False, numbered=True, stops=False)
    if not parts.bare_label:
        return None
    template = head.template + parts.template
    return parts._replace(
        template=template, number=head.number, number_at=head.number_at, text_at=head.end + parts.text_at
    )


def _behind_stray(content: str, at: int, *, space_delimits: bool) -> Parts:
    """The parts of a line after empty emphasis: editors leave it behind, and readers see four asterisks.

    ****5. How do you handle glass negatives?**
    """
    head = label_and_number_at(content, at, space_delimits=space_delimits)
    bare = content.rstrip()
    tail = "**" if bare.endswith("**") and not bare.endswith("****") and bare.count("**", at) == 1 else ""
    text = bare[: len(bare) - len(tail)].rstrip()
    if not (head.number and tail):
        return Parts(_STRAY + TEXT, "", "", -1, bare[at:], at, False, False)
    template = f"{_STRAY}{head.template}{TEXT}{tail}"
    return _parts(head, template, text[head.end :], head.end, emphasised=True)


def _linked(content: str, *, space_delimits: bool, numbered: bool) -> Parts | None:
    """The parts of a line that is one link whose words begin with a number or a label, else None.

    Brackets and target belong to the form, so that it never holds half a link:

        ### [1. Collections](#1-collections)
    """
    match = _LINK.fullmatch(content.rstrip()) if content.startswith("[") else None
    if match is None:
        return None
    parts = _parsed(match["words"], space_delimits=space_delimits, numbered=numbered, stops=False)
    if not (parts.number or parts.bare_label):
        return None
    number_at = parts.number_at + 1 if parts.number else -1
    template = f"[{parts.template}](…)"
    return parts._replace(template=template, number_at=number_at, text_at=parts.text_at + 1)


def as_text(content: str) -> Parts:
    """The parts of a line's content that is nothing but text."""
    return Parts(TEXT, "", "", -1, content, 0, False, False)


def _led(content: str, opened: str, head: LabelAndNumber, *, stops: bool) -> Parts | None:
    """The parts of a line with a bold lead that asks; None where its first words are emphasised only."""
    after = head.end
    said = content[after:].partition(closer_of(opened))[0] if stops else ""
    may_stop = stops and (bool(head.template) or as_question(said) == 1)
    end = bold_lead(content, opened, after, stops=may_stop, headed=bool(head.template))
    template = _template(opened, head.template, TEXT)
    return _parts(head, template, content[after:end], after, emphasised=True) if end else None


def _parts(head: LabelAndNumber, template: str, text: str, text_at: int, *, emphasised: bool) -> Parts:
    return Parts(template, head.label, head.number, head.number_at, text, text_at, emphasised, head.bare)


def without_closing_hashes(content: str) -> tuple[str, str]:
    """A heading's content without the hashes that close it, and what stands for those in a form."""
    bare = content.rstrip()
    text = bare.rstrip("#")
    if text == bare or not text[-1:].isspace():
        return content, ""
    return text.rstrip(), " #"


def _template(opened: str, head: str, words: str, *, middle: bool = False, behind: str = "") -> str:
    if middle:
        return f"{opened}{head.rstrip()}{closer_of(opened)}{behind} {words}"
    return f"{opened}{head}{words}{closer_of(opened)}"
