"""grammatical-cue: an article at the end of the stem that fits only some options."""

from collections.abc import Iterable, Iterator, Sequence

from dlqa_lint.language.languages import languages, listed
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, WordingRule
from dlqa_lint.text.lazy_regex import regex

_LAST = regex(r"(?<![^\W_])(?P<article>(?P<word>[^\W\d_]+)['’]?)(?:\W*_[\W_]*|[\s:….]*)\Z")
_FIRST = regex(r"(?P<word>[^\W\d_][^\W\d_]+)")
_VOWELS = "aeioàâéèêëîïô"
_UNSURE = (*"uhyùûü", "eu", "on")
"""How words begin whose first sound may be another one than that of their first letter (`user`, `one`)."""


class GrammaticalCue(WordingRule):
    """The stem ends in an article that fits only some of the options.

    After "This fruit is an" no "pear" can be right; whoever cannot answer rules it out by the grammar. Haladyna,
    Downing and Rodriguez (2002) name grammatical inconsistencies among the clues to the right answer;
    "grammatical cues" is one of the nineteen flaws of Tarrant et al. (2006). The rule is off unless it or the
    family `items` is selected.

    Example:
        ### A keyed store in front of a slow one is a

        - [x] cache
        - [ ] array
        - [ ] queue

    Repair:
        ### A keyed store in front of a slow one is

        - [x] a cache
        - [ ] an array
        - [ ] a queue

    Fix: None. The article belongs to each option, and the words around may have to change with it.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item, codes: Sequence[str]) -> Iterator[Finding]:
        last = _LAST.search(item.question.plain_text)
        before_vowel = _articles(codes).get(last["word"].casefold()) if last else None
        if last is None or before_vowel is None:
            return
        for option, words in zip(item.question.options, item.options, strict=True):
            if _opens_with_vowel(words) is (not before_vowel):
                message = (
                    f"the question ends in {quoted(last['article'])}, which does not fit {quoted(words)}, "
                    "expected the article in each option"
                )
                yield self.finding(document, option.span, message, question=item.question)
                return


def _articles(codes: Iterable[str]) -> dict[str, bool]:
    """The articles of some languages that depend on the next sound, and whether that is a vowel."""
    pairs = [pair.split("/") for code in codes for pair in listed(languages()[code].get("articles", ""))]
    return {article: at == 1 for pair in pairs for at, article in enumerate(pair)}


def _opens_with_vowel(text: str) -> bool | None:
    """Whether a text begins with the sound of a vowel; None where its letters do not show it, as in `USB`."""
    first = _FIRST.match(text)
    if first is None or first["word"].isupper() or first["word"].casefold().startswith(_UNSURE):
        return None
    return first["word"][0].casefold() in _VOWELS
