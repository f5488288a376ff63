"""Words of languages other than English reduced to stems, with the stemmers of the Snowball project.

The package is imported when the first question in such a language is read.
"""

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from dlqa_lint.similarity.stem import stem

_SNOWBALL = {
    "de": "german",
    "es": "spanish",
    "fr": "french",
    "hi": "hindi",
    "it": "italian",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
}
TABLED = frozenset(_SNOWBALL)
"""The languages with a table of frame words under `data/languages/`."""

_ELIDING = ("fr", "it")  # "l'oubli": the word stands after the apostrophe, and before it elsewhere ("Git'te")
_OTHER_SCRIPT = ("hi", "ru")  # an ASCII word in such a language is English


def shorn(word: str, language: str) -> str:
    """A word without its elided article, or without the ending that an apostrophe sets apart."""
    if "'" not in word:
        return word
    parts = word.split("'")
    return parts[-1] if language in _ELIDING else parts[0]


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """What reduces the casefolded words of a language to their stems."""
    import snowballstemmer  # type: ignore[import-untyped]  # noqa: PLC0415 - 20 ms that English can do without

    snowball: Callable[[str], str] = snowballstemmer.stemmer(_SNOWBALL[language]).stemWord
    other = language in _OTHER_SCRIPT

    @lru_cache(maxsize=1 << 14)
    def stemmed(word: str) -> str:
        if other:
            return stem(word) if word.isascii() else snowball(word.replace("ё", "е"))
        return _bare(snowball(word))

    return stemmed


def _bare(word: str) -> str:
    """A word without accents, which people leave out."""
    if word.isascii():
        return word
    signs = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
