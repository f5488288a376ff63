"""Neighbouring words that are one, and phrases that say only how an answer is to be given."""

from collections.abc import Sequence
from functools import cache

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.grammar import WITHIN
from dlqa_lint.similarity.normalise import Token
from dlqa_lint.similarity.text_language import ENGLISH, small_words

_LEAST_COMPOUND = 6  # letters of a compound that is joined


def joined(words: list[Token], vocabulary: frozenset[str]) -> list[Token]:
    """The words with neighbours made one where the document, or most people, write them as one.

    A hyphen makes one word of a small word and the next: "do-while" is not "while". Within a longer chain it does not:
    "end-to-end" is "end to end".
    """
    small = small_words(ENGLISH)
    made: list[Token] = []
    for token in words:
        last = made[-1] if made else None
        if last and token.bound and ("-" in last.word or (last.word in small and not last.bound)):
            made[-1] = last._replace(
                word=f"{last.word}-{token.word}", surface=f"{last.surface}-{token.surface}"
            )
        elif last and _is_compound(last.word, token.word, vocabulary, small):
            made[-1] = Token(last.word + token.word, last.surface + token.surface, last.is_name)
        else:
            made.append(token)
    return made


def _is_compound(left: str, right: str, vocabulary: frozenset[str], small: frozenset[str]) -> bool:
    if len(left) + len(right) < _LEAST_COMPOUND or not right.isalpha():
        return False
    if left in tables.role("prefixes"):  # no word of its own
        return right not in small
    if not left.isalpha() or left in small or right in small:
        return False
    return left + right in vocabulary or left + right.removesuffix("s") in tables.word_set("compounds")


def without_manner(words: Sequence[Token], language: str = ENGLISH) -> list[Token]:
    """The words without phrases such as "in plain English"; all of them where nothing else is left."""
    manners = _manners(language)
    if manners.keys().isdisjoint([token.word for token in words]):
        return list(words)
    kept, place = [], 0
    while place < len(words):
        count = _manner_at(words, place, manners.get(words[place].word, ()))
        if not count:
            kept.append(words[place])
        place += count or 1
    return kept or list(words)


def _manner_at(words: Sequence[Token], place: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """The number of words of the phrase that begins at a place, 0 for none."""
    for phrase in phrases:
        end = place + len(phrase)
        if tuple(token.word for token in words[place:end]) == phrase:
            inside = end < len(words) and not words[end].starts
            # "Pass it to a child component" speaks of no listener.
            return 0 if inside and phrase[0] == "to" else len(phrase)
    return 0


@cache
def _manners(language: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a language by their first word, longest first."""
    if language == ENGLISH:
        phrases = [tuple(line.split()) for line in tables.lines("manners")]
    else:
        told = tables.groups(f"languages/{language}").get("manner", ())
        phrases = [tuple(phrase.casefold().split(WITHIN)) for phrase in told]
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        found.setdefault(phrase[0], []).append(phrase)
    return found
