"""A quiz question as item writers see it: its stem, the words of its options, and its key."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.language.languages import languages
from dlqa_lint.model.bank import Document, Option, Question
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.lazy_regex import regex

LEAST = 3
"""With fewer options a question is a decision between two, about which the guidelines say nothing."""

_TICKED = regex(rf"(?:\s*(?:{marks.TICK}|[✓✗❌]|\((?:correct|right)(?: answer)?\)))+\s*\Z", re.IGNORECASE)
_FENCE = regex(r"`{3}|~{3}|<(?:code|pre|img)\b|!\[")


class Item(NamedTuple):
    """A question with at least three options.

    `options` are their words without markup and ticks, `prose` the same without code (blanked), and `key` the
    indexes of the right ones, none where nothing shows them. `material` is what is between stem and options.
    """

    question: Question
    options: tuple[str, ...]
    prose: tuple[str, ...]
    key: frozenset[int]
    material: str

    @property
    def is_code(self) -> bool:
        """Whether an option is code or a picture, or has some below it."""
        return any(not re.search(r"\w", words) or _FENCE.search(words) for words in self.prose)


class ItemRule(DocumentRule):
    """A rule about single quiz questions."""

    def check(self, document: Document) -> Iterator[Finding]:
        for item in items_of(document):
            yield from self.judge(document, item)

    def judge(self, document: Document, item: Item) -> Iterator[Finding]:
        """Yield what the rule finds in a question."""
        raise NotImplementedError


class WordingRule(DocumentRule):
    """A rule about single quiz questions that has to know in which language they are."""

    def check(self, document: Document) -> Iterator[Finding]:
        codes = spoken_in(document)
        for item in items_of(document):
            yield from self.judge(document, item, codes)

    def judge(self, document: Document, item: Item, codes: Sequence[str]) -> Iterator[Finding]:
        """Yield what the rule finds in a question whose language has one of some codes."""
        raise NotImplementedError


def items_of(document: Document) -> Iterator[Item]:
    """The items of a document, in order."""
    for question in document.questions:
        if len(question.options) >= LEAST and not question.withdrawn:
            raw = [_words(document, option) for option in question.options]
            options = tuple(" ".join(plain(text).split()) for text in raw)
            above = question.prompt.split("\n")[: -len(question.options)]
            yield Item(
                question, options, tuple(map(mask_code, raw)), question.right, "\n".join(above).strip()
            )


def _words(document: Document, option: Option) -> str:
    return _TICKED.sub("", document.source.slice(option.text_span).strip())


def spoken_in(document: Document) -> tuple[str, ...]:
    """The codes of the languages that a document may be in: one, if its small words tell which."""
    # Loads word tables, for which nobody should wait who does not run these rules.
    from dlqa_lint.similarity.text_language import IDEOGRAPHIC, language_of, small_words

    told = language_of(question.plain_text for question in document.questions)
    if told:
        return (told,)
    return tuple(code for code in languages() if not small_words(code) and code not in IDEOGRAPHIC)
