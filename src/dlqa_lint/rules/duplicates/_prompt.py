"""What a question is about besides its words."""

import re

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text import marks
from dlqa_lint.text.inline import find_links, mask_code
from dlqa_lint.text.lazy_regex import regex

_CODE_BELOW = regex(r"(?:[\s>]|<br\s{0,3}/?>)*(?P<fence>`{3,}|~{3,}).*?(?P=fence)", re.DOTALL)
_ASKED_BELOW = regex(
    rf"\s*(?P<line>(?:{marks.STRONG})[^\n]+(?:{marks.STRONG})|[^\n]+[{marks.QUESTION_MARKS}])"
    r"\s*(?:\r?\n|\r|\Z)"
)

_BLANK_LINE = regex(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_SHOWN = {
    "quote": regex(r"(?:[ \t]*>[^\r\n]*\s*)+"),
    "picture": regex(r"(?:!\[[^\]]*\]\([^()\n]*\)|<img\b[^<>]*>)\s*"),
    "italics": regex(r"(?P<mark>[*_])(?!(?P=mark))[^*_\n]+(?P=mark)\s*"),
    "code": regex(r"`[^`\n]+`\s*"),
    "formula": regex(r"\$\$.*\$\$\s*", re.DOTALL),
    "table": regex(r"(?:[ \t]*\|[^\r\n]*\s*)+"),
}
"""What a question may be about, where it is all of the paragraph right below it."""
_INDENTED = regex(r"(?:(?: {4}|\t)[^\r\n]*(?:\r\n|\r|\n|\Z))+")
_DATA_LINE = regex(r" {4,}\S|\t\S| {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_WORD = regex(r"[^\W\d_]{4}")
"""Letters in a row that are neither a unit nor a number to the base of sixteen."""
_SEVERAL = 2
"""A single figure may be the answer."""
_TAB = 4
_LINK_OR_TAG = regex(r"\[[^\[\]]*\]\([^()\n]*\)|<[^<>]*>")
_PICTURE = regex(r"!\[[^\[\]]{0,300}\]\(([^()\s]{1,1000})")
_LETTER = regex(r"[^\W\d_]")


def shown_below(document: Document, question: Question) -> tuple[str, str]:
    """The kind of thing that a question shows above its answer, and what it shows; "" for none.

    Nothing tells the quotation that a question is about from one that is the answer, unless more follows.
    """
    below = document.source.text[question.span.end : max(question.body.end, question.span.end)].lstrip("\r\n")
    first, _, rest = _BLANK_LINE.sub("\0", below, count=1).partition("\0")
    if not _LETTER.search(_LINK_OR_TAG.sub("", rest)):
        return "", ""
    if question.kind == "heading" and _INDENTED.fullmatch(first):
        return "code", first
    kind = next((kind for kind, shape in _SHOWN.items() if shape.fullmatch(first.lstrip())), "")
    return kind, " ".join(first.split()) if kind else ""


def data_below(document: Document, question: Question) -> str:
    """The list or indented code below a task: figures, or anything at all where nothing needs an answer.

    Add the two numbers:

        17
        4

    A list that asks goes on asking, and one with words may be the answer.
    """
    if question.answer is not None and question.answer.marker is not None:
        return ""
    below = document.source.text[question.span.end : max(question.body.end, question.span.end)]
    lines = [line for line in below.splitlines() if _DATA_LINE.match(line)]
    wordy = document.schema.answer.required and any(map(_WORD.search, lines))
    if len(lines) < _SEVERAL or wordy or any(map(marks.holds_question_mark, lines)):
        return ""
    return "\n".join(" ".join(line.split()) for line in lines)


def _deep(code: str) -> str:
    """Code with how deep each line is where a line ends in a colon, so that depth has a meaning; else as it is.

    for rope in ropes:
        sell(rope)
    count(rope)
    """
    lines = [line for line in code.splitlines() if line.strip()]
    if not any(line.rstrip().endswith(":") for line in lines):
        return code
    widths = [len(line) - len(line.lstrip()) for line in (line.expandtabs(_TAB) for line in lines)]
    depths = {width: depth for depth, width in enumerate(sorted(set(widths)))}
    return " ".join(f"{depths[width]} {line}" for width, line in zip(widths, lines, strict=True))


def linked_within(question: Question) -> tuple[str, ...]:
    """Its pictures, and where the links lead that are some of its words: "What does [this program](a.c) print?".

    A link that is the whole question, or stands behind it, leads to the answer.
    """
    words = question.text
    pictures = _PICTURE.findall(words) if "![" in words else ()
    links = find_links(mask_code(words)) if "](" in words else ()
    return (
        *pictures,
        *(
            link.target
            for link in links
            if _LETTER.search(_LINK_OR_TAG.sub("", words[: link.span.start] + words[link.span.end :]))
            and not marks.holds_question_mark(words[: link.text_span.end])
        ),
    )


def prompt_of(document: Document, question: Question) -> str:
    """The code, options and images that a question is about, white space folded; the depth of code may count.

    Code right below a question may be what it asks about even where the document's form makes it the answer,
    and so may a bold line, or one that asks: the heading then says only where the question comes from.
    """
    end = max(question.body.end, question.span.end)
    lead = _ASKED_BELOW.match(document.source.text, question.span.end, end)
    code = _CODE_BELOW.match(document.source.text, lead.end("line") if lead else question.span.end, end)
    below = (lead.group("line") if lead else "", _deep(code.group()) if code else "")
    return " ".join(" ".join([question.prompt_in_order, *below]).split())
