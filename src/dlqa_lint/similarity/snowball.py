"""Words of languages other than English reduced to stems, with the stemmers of the Snowball project.

The package is imported when the first question in such a language is read.
"""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from dlqa_lint.similarity import tables
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

_ELIDING = ("fr", "it")  # "l'oubli": the word is after the apostrophe, and before it elsewhere ("Git'te")
OTHER_SCRIPT = ("hi", "ja", "ko", "ru", "zh")
"""Languages in which an ASCII word is English."""


def shorn(word: str, language: str) -> str:
    """A word without its elided article, or without the ending that an apostrophe sets apart."""
    if "'" not in word:
        return word
    parts = word.split("'")
    return parts[-1] if language in _ELIDING else parts[0]


_VARIANTS = str.maketrans({"ё": "е", "\u093c": ""})
"""What many people leave out: the dots of Russian ё, and the dot below that Hindi writes in loanwords."""
_LEAST = 3  # letters of a verb without its ending


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """What reduces the casefolded words of a language to their stems."""
    import snowballstemmer  # type: ignore[import-untyped]  # 20 ms that English can do without

    snowball: Callable[[str], str] = snowballstemmer.stemmer(_SNOWBALL[language]).stemWord
    other = language in OTHER_SCRIPT
    verbal = tables.groups(f"languages/{language}").get("verbal", ())
    endings = tuple(sorted(map(_bare, verbal), key=lambda ending: (-len(ending), ending)))

    @lru_cache(maxsize=1 << 14)
    def stemmed(word: str) -> str:
        if other:
            return stem(word) if word.isascii() else snowball(word.translate(_VARIANTS))
        return without_ending(_bare(snowball(word)), endings)

    return stemmed


def without_ending(word: str, endings: Sequence[str]) -> str:
    """A stem without the first of the endings that leaves a word."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word.removesuffix(ending)
    return word


def _bare(word: str) -> str:
    """A word without accents, which people leave out."""
    if word.isascii():
        return word
    signs = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
