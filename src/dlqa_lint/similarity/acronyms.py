"""Phrases that stand for one word: acronyms, spelt out or known, and synonyms of a project."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.grammar import WITHIN, grammar, synonyms
from dlqa_lint.similarity.normalise import Token, bare_tokens
from dlqa_lint.similarity.snowball import shorn
from dlqa_lint.similarity.stem import stem
from dlqa_lint.similarity.text_language import ENGLISH
from dlqa_lint.text.lazy_regex import regex

Phrases = Mapping[tuple[str, ...], str]
"""From the stems of a phrase to the word that stands for it."""

Starts = dict[str, list[tuple[str, ...]]]
"""Phrases by their first stem."""

_IN_BRACKETS = regex(r"\(\s*([A-Za-z][A-Za-z0-9-]{1,7})\s*\)")
_SMALL = frozenset(("of", "the", "and", "for", "in", "to", "a"))
_SPARE = 3  # small words that a phrase may hold beyond the letters of its acronym


@cache
def known(language: str = ENGLISH) -> Phrases:
    """The acronyms of the table, and in other languages than English the terms that they translate."""
    found: dict[tuple[str, ...], str] = {}
    stem_of, small = grammar(language).stem, grammar(language).small
    for line in tables.lines("acronyms"):
        acronym, _, phrase = line.partition("=")
        found[tuple(stem_of(word) for word in phrase.split())] = acronym
    if language != ENGLISH:
        for phrase, term in tables.terms(language).items():
            words = [shorn(token.word, language) for token in bare_tokens(phrase)]
            # "di" is an abbreviation, and Italian for "of"; "ИИ" has the stem of "и", which is "and".
            if not small.issuperset(words) and not small.issuperset(map(stem_of, words)):
                found[tuple(map(stem_of, words))] = term
    return found


def spelt_out(text: str) -> dict[tuple[str, ...], str]:
    """The acronyms that a text explains itself, as in "stochastic gradient descent (SGD)"."""
    found: dict[tuple[str, ...], str] = {}
    if "(" not in text:
        return found
    for match in _IN_BRACKETS.finditer(text):
        acronym = match[1]
        if not any(letter.isupper() for letter in acronym):
            continue
        if acronym[-1] == "s" and acronym[:-1].isupper():
            acronym = acronym[:-1]
        letters = re.sub("[^a-z]", "", acronym.lower())
        words = [word.lower() for word in re.findall(r"[A-Za-z0-9]+", text[: match.start()])]
        phrase = _phrase(letters, words)
        if phrase:
            found.setdefault(tuple(stem(word) for word in phrase), acronym.lower())
    return found


def _phrase(letters: str, words: list[str]) -> list[str]:
    """The last words whose initials are the letters, [] if there are none."""
    if len(letters) > 1:
        for count in range(2, min(len(words), len(letters) + _SPARE) + 1):
            part = words[-count:]
            initials = "".join(word[0] for word in part)
            if letters in (initials, "".join(word[0] for word in part if word not in _SMALL)):
                return part
    return []


def _starts(phrases: Phrases, others: Iterable[tuple[str, ...]] = ()) -> Starts:
    """The phrases and the others that start with the same stems, by their first stem, longest first."""
    first = {phrase[0] for phrase in phrases}
    found: Starts = {}
    for phrase in sorted({*phrases, *others}, key=lambda p: (-len(p), p)):
        if phrase[0] in first:
            found.setdefault(phrase[0], []).append(phrase)
    return found


@cache
def _spoken(language: str) -> Phrases:
    """The synonyms of more than one word, which are not names."""
    stem_of = grammar(language).stem
    return {
        tuple(stem_of(shorn(word, language)) for word in phrase): WITHIN.join(group[0])
        for group in synonyms(language)
        for phrase in group
        if len(phrase) > 1
    }


@cache
def _shipped(language: str) -> Phrases:
    return {**_spoken(language), **known(language)}


@cache
def _known_starts(language: str) -> Starts:
    return _starts(_shipped(language))


class PhraseFolder:
    """Replaces the phrases of a document by the words that stand for them."""

    def __init__(self, own: Phrases, language: str = ENGLISH) -> None:
        """Index the known phrases and the document's own, which go before them."""
        shipped, starts = _shipped(language), _known_starts(language)
        tongue = grammar(language)
        self._stem, self._same, self._small = tongue.stem, tongue.same, tongue.small
        self._own = own
        self._spoken = _spoken(language)
        self._phrases = {**shipped, **own} if own else shipped
        self._names = frozenset(self._phrases.values())
        self._starts = {**starts, **_starts(own, shipped)} if own else starts

    def fold(self, words: Iterable[Token]) -> list[Token]:
        """The words with every known phrase as one word, shown as it was written."""
        given = list(words)
        stems = [self._stem(token.word) for token in given]
        made, place = [], 0
        while place < len(given):
            for phrase in self._starts.get(stems[place], ()):
                end = place + len(phrase)
                if tuple(stems[place:end]) == phrase and self._is_meant(phrase, given[place].word):
                    shown = " ".join(token.surface for token in given[place:end])
                    made.append(Token(self._phrases[phrase], shown, phrase not in self._spoken))
                    place = end
                    break
            else:
                made.append(self._singular(given[place]))
                place += 1
        return made

    def _is_meant(self, phrase: tuple[str, ...], word: str) -> bool:
        """Whether a word with the stem of a term is not another word that is known.

        "generar" is not "generator", and "veriniz" (Turkish: give) is not "veri", which is data.
        """
        return len(phrase) > 1 or phrase in self._own or not (word in self._same or word in self._small)

    def _singular(self, token: Token) -> Token:
        """CNNs as CNN, and HTTPS as itself."""
        word = token.word
        if token.surface.endswith("s") and word[-1] == "s" and word[:-1] in self._names:
            return Token(word[:-1], token.surface[:-1], token.is_name)
        return token
