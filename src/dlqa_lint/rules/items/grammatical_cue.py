"""grammatical-cue: an end of the stem that fits only some options by its grammar."""

from collections.abc import Iterator, Sequence

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._grammar import articles, number_after, number_of, opens_with_vowel
from dlqa_lint.rules.items._item import Item, WordingRule
from dlqa_lint.text.lazy_regex import regex

_LAST = regex(
    r"(?<![^\W_])(?P<article>(?P<word>[^\W\d_]+)['’]?)(?:\W*_[\W_]*|[\s:….]*)\Z|(?<![^\W_])(?P<inner>[^\W\d_]+)\s+_{2,}(?!\w)"
)


class GrammaticalCue(WordingRule):
    """The stem ends in an article or a verb that fits only some of the options.

    After "This fruit is an" no "pear" can be right; whoever cannot answer rules it out by the grammar. An article is
    also looked for before a gap, and after "are" the right options must not be the only ones in the plural. Haladyna,
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
        if last is None:
            return
        said = last["inner"] or last["article"]
        word = (last["inner"] or last["word"]).casefold()
        before_vowel = articles(codes).get(word)
        if before_vowel is not None:
            at, expected = _unfit(item, before_vowel=before_vowel), "the article in each option"
        else:
            at, expected = _told_by_number(item, word, codes), "options of one number"
        if at is not None:
            message = (
                f"the question ends in {quoted(said)}, which does not fit {quoted(item.options[at])}, "
                f"expected {expected}"
            )
            yield self.finding(document, item.question.options[at].span, message, question=item.question)


def _unfit(item: Item, *, before_vowel: bool) -> int | None:
    """The first option that an article does not fit, if it fits another one."""
    found = [opens_with_vowel(words) for words in item.options]
    unfit = [at for at, vowel in enumerate(found) if vowel is (not before_vowel)]
    return unfit[0] if unfit and len(unfit) < len(found) else None


def _told_by_number(item: Item, verb: str, codes: Sequence[str]) -> int | None:
    """The first wrong option if the right ones alone are of the number that a verb demands."""
    for code in codes:
        demanded = number_after(verb, code)
        if demanded is None or not item.key:
            continue
        numbers = [number_of(words, code) for words in item.options]
        wrong = [at for at in range(len(numbers)) if at not in item.key]
        others = {numbers[at] for at in wrong}
        if {numbers[at] for at in item.key} == {demanded} and len(wrong) > 1 and others == _OTHER[demanded]:
            return wrong[0]
    return None


_OTHER = {"singular": {"plural"}, "plural": {"singular"}}
