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
    """The code, options and images that a question is about, white space folded.

    Code right below a question may be what it asks about even where the document's form makes it the answer,
    and so may a bold line, or one that asks: the heading then says only where the question comes from.
    """
    end = max(question.body.end, question.span.end)
    lead = _ASKED_BELOW.match(document.source.text, question.span.end, end)
    code = _CODE_BELOW.match(document.source.text, lead.end("line") if lead else question.span.end, end)
    below = (lead.group("line") if lead else "", code.group() if code else "")
    return " ".join(" ".join([question.prompt_in_order, *below]).split())
