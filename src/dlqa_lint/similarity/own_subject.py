"""Questions that say what their whole document is about: "How do you find large files in Linux?" below "Linux".

Within that document it goes without saying. Beside other documents it may be the whole difference.
"""

from collections.abc import Sequence, Set
from functools import cache

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.grammar import Grammar, grammar
from dlqa_lint.similarity.normalise import Token, bare_tokens

_A = ("a", "an")
_LEAST_WORD = 2
"""Letters of a word that names a subject; one alone counts parts, A and B."""
_LEAST_LEFT = 3
"""Words that are still a question: "What is it in"."""


def title_subject(title: str, language: str) -> frozenset[str]:
    """The stems of the words of a title that say what a document is about."""
    words = {stem for stem in title_stems(title, grammar(language)) if stem.isalpha()}
    return frozenset(stem for stem in words if len(stem) >= _LEAST_WORD) - _of_titles(language)


def title_stems(text: str, known: Grammar) -> frozenset[str]:
    """The stems of the words of a text that are not small."""
    words = (token.word for token in bare_tokens(text))
    return frozenset(known.reduced(word) for word in words if word[0].isalnum() and word not in known.small)


@cache
def _of_titles(language: str) -> frozenset[str]:
    """The stems of the words that titles of any subject have."""
    return frozenset(map(grammar(language).reduced, tables.groups("titles").get(language, ())))


def without_subject(words: Sequence[Token], own: Set[str], known: Grammar) -> list[Token]:
    """The words of a question without "in" and its document's subject, or that before a noun; [] where it has neither.

    "What is Linux?" has nothing else to ask about.
    """
    if own.isdisjoint(known.reduced(token.word) for token in words):
        return []
    size = len(own)
    for place in range(_LEAST_LEFT - 1, len(words) - size):
        named = words[place + 1 : place + 1 + size]
        rest = words[place + 1 + size :]
        if {known.reduced(token.word) for token in named} != own or any(token.starts for token in named):
            continue
        if words[place].word in _A and rest and rest[0].word not in known.small and not rest[0].starts:
            return [*words[: place + 1], *rest]
        if place >= _LEAST_LEFT and known.plays(words[place].word, "within") and not rest:
            return list(words[:place])
    return []
