"""Forms: how a line is written, as a template such as `### {number}. {text}`."""

import re
from functools import lru_cache
from typing import NamedTuple

from dlqa_lint.model.question import ITEMS, Kind
from dlqa_lint.text.lazy_regex import regex

NUMBER = "{number}"
TEXT = "{text}"
_LINK = regex(r"\[([^\[\]]*)\]\(…\)")
_HOLES = regex(r"\{(number|text|mark|label)\}")
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("<summary", "summary"),
    ("|", "row"),
    ("question:", "file"),
    ("title:", "file"),
    ("question =", "file"),
    ("title =", "file"),
    ("<h", "html-heading"),
    ("<", "directive"),
    (":::", "directive"),
    ("???", "directive"),
    ("!!!", "directive"),
    ("```{", "directive"),
    ("{text}:", "card"),
    ("{text} :", "card"),
    ("{text} ?", "card"),
    ("{text} #", "card"),
)
_SPACES = regex(r"[ \t\u00a0]+")
_HASHES = regex(r"(#{1,6})(?=\s|$)")


class Form(NamedTuple):
    """A template taken apart.

    `kind` is the Markdown that carries it, as far as the template tells; `level` is the heading's.
    """

    template: str
    kind: Kind
    level: int
    numbered: bool

    def render(self, number: str, text: str) -> str:
        """The line that a number and a text make in this form."""
        return self.template.replace(NUMBER, number).replace(TEXT, text)

    @property
    def list_numbered(self) -> bool:
        """Whether the number is the marker of an ordered list."""
        return self.kind in ITEMS and self.template.startswith((NUMBER + ".", NUMBER + ")"))


@lru_cache(maxsize=4096)
def parse_form(template: str) -> Form:
    """The form that a template describes; white space is folded."""
    folded = _SPACES.sub(" ", template.strip())
    hashes = _HASHES.match(folded)
    numbered = NUMBER in folded
    if hashes:
        return Form(folded, "heading", len(hashes.group(1)), numbered)
    kind = next((kind for opening, kind in _KINDS if folded.startswith(opening)), None)
    if kind:
        return Form(folded, kind, 0, numbered)
    if folded.startswith(("- ", "* ", "+ ")):
        return Form("- " + folded[2:], "item", 0, numbered)
    if re.match(r"\{number\}[.)](?: |$)", folded):
        inner = _HASHES.search(folded)
        if inner and folded.index("#") == len("{number}. "):
            return Form(folded, "item-heading", len(inner.group(1)), True)
        return Form(folded, "item", 0, True)
    return Form(folded, "paragraph", 0, numbered)


def is_markup_only(template: str) -> bool:
    """Whether a form of headings has hashes and emphasis around the text, and no words or signs of its own."""
    before, _, after = template.partition(TEXT)
    opening, closing = before.lstrip("# "), after.rstrip("# ")
    return not opening.strip("*_") and opening == closing[::-1]


@lru_cache(maxsize=4096)
def form_key(template: str) -> str:
    """What two templates share that differ in white space at most, or in that the words of one are a link."""
    return "".join(_LINK.sub(r"\1", parse_form(template).template).split())


def problem_of(template: str) -> str | None:
    """What is wrong with a template, or None: it must hold `{text}` once, and no hole that does not exist."""
    holes = _HOLES.findall(template)
    if template.count(TEXT) != 1:
        return "expected {text} exactly once"
    if holes.count("number") > 1:
        return "expected {number} at most once"
    unknown = re.search(r"\{(?!(?:number|text|mark|label)\})[^{}]*\}", template)
    if unknown:
        return f"found {unknown.group()}, expected {{number}}, {{text}}, {{mark}} or {{label}}"
    return None
