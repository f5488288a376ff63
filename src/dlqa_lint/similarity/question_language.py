"""The language of a single question, which is often too short to tell it by its small words alone."""

from collections.abc import Sequence

from dlqa_lint.similarity.asked import Asked
from dlqa_lint.similarity.grammar import grammar
from dlqa_lint.similarity.normalise import tokens
from dlqa_lint.similarity.snowball import TABLED, shorn
from dlqa_lint.similarity.text_language import ENGLISH, language_of, small_words

_LITTLE_TEXT = 25  # words; of so few in plain letters the language is not to be told, and English is assumed

_SMALL = 2  # small words of another language; one may be an acronym: EM, DI


def in_one_language(first: Asked, second: Asked) -> tuple[Asked, Asked]:
    """Two questions without a document, one that is too short to tell its language in that of the other."""
    if first.language or second.language:
        return first, second
    one, other = language_of([first.text]), language_of([second.text])
    if one and other:
        return first, second
    language = one or other or guess(f"{first.text} {second.text}")
    return first._replace(language=language), second._replace(language=language)


def guess(text: str) -> str:
    """The language of a single question, in which the frame words tell as much as the small ones."""
    told = language_of([text])
    if told:
        return told
    words = [token.word for token in tokens(text)]
    counts = {language: _known_words(words, language) for language in (ENGLISH, *sorted(TABLED))}
    best = max(counts, key=lambda language: counts[language])
    others = max(count for language, count in counts.items() if language != best)
    if counts[best] > others and best != ENGLISH:
        return best
    return ENGLISH if text.isascii() and len(words) < _LITTLE_TEXT else ""


def _known_words(words: Sequence[str], language: str) -> int:
    known = grammar(language)
    own = [shorn(word, language) if language in TABLED else word for word in words]
    return sum(word in known.small or word in known.frames for word in own)


def is_english(text: str) -> bool:
    """Whether a text within one of another script is an English sentence, and not only a name in Latin letters."""
    return text.isascii() and sum(map(small_words(ENGLISH).__contains__, text.casefold().split())) >= _SMALL


def may_be_foreign(text: str) -> bool:
    """Whether a text holds letters that English does without, or more small words of another language."""
    if not text.isascii() and any(sign.isalpha() and not sign.isascii() for sign in text):
        return True
    known, words = grammar(ENGLISH), set(text.casefold().split())
    english = sum(word in known.small or word in known.frames for word in words)
    return any(len(words & small_words(language)) > max(english, _SMALL - 1) for language in TABLED)
