"""English words reduced to stems, lightly: one plural, then at most one ending.

Operator and operation stay apart, optimize, optimizer and optimization fall together.
"""

from functools import cache, lru_cache

from dlqa_lint.similarity import tables

# (ending, what replaces it, least letters before it); the first that fits is taken.
_ENDINGS = (
    ("ification", "ify", 3), ("ifying", "ify", 3), ("ified", "ify", 3), ("ifier", "ify", 3),
    ("ization", "iz", 3), ("isation", "iz", 3), ("izing", "iz", 3), ("ising", "iz", 4),
    ("ised", "iz", 5), ("iser", "iz", 5), ("ise", "iz", 5),
    ("ized", "iz", 3), ("izer", "iz", 3), ("ize", "iz", 3),
    ("ability", "abl", 2), ("ibility", "ibl", 2), ("ational", "at", 3), ("tional", "t", 3),
    ("ation", "at", 3), ("ating", "at", 3), ("ated", "at", 3), ("ative", "at", 3), ("ate", "at", 4),
    ("ition", "it", 3), ("tion", "t", 3), ("sion", "s", 3), ("ingly", "", 4), ("edly", "", 4),
    ("ing", "", 3), ("ed", "", 3), ("ally", "al", 3), ("ly", "", 4), ("ity", "", 4),
    ("ance", "", 5), ("ence", "", 5), ("ency", "", 5), ("ement", "", 4), ("ness", "", 4),
    ("ive", "", 4), ("al", "", 6), ("able", "abl", 3),
)  # fmt: skip
_BY_LAST = {
    last: tuple(ending for ending in _ENDINGS if ending[0].endswith(last))
    for last in {ending[-2:] for ending, _, _ in _ENDINGS}
}
_VOWELS = frozenset("aeiouy")
_LEAST = 4  # shorter words are their own stems
_LEAST_OUR = 6  # letters of a word in -our that others write with -or: colour, not flour


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a casefolded word; what is not a plain ASCII word is its own stem."""
    exception = _exceptions().get(word)
    if exception is not None:
        return exception
    if len(word) < _LEAST or not (word.isascii() and word.isalpha()):
        return word
    return _closed(_without_ending(_singular(word)))


@cache
def _exceptions() -> dict[str, str]:
    return dict(line.split("=") for line in tables.lines("stems"))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _LEAST:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for ending, replacement, least in _BY_LAST.get(word[-2:], ()):
        if not word.endswith(ending) or len(word) - len(ending) < least:
            continue
        base = word[: -len(ending)]
        if ending in ("ing", "ed"):
            if not _VOWELS.intersection(base):
                return word
            if len(base) >= _LEAST and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
        return base if replacement == "at" and len(base) > _LEAST else base + replacement
    return word


def _closed(word: str) -> str:
    """The stem without its last vowel, so that cache, caches and caching meet; colour is spelt color."""
    if word.endswith("our") and len(word) >= _LEAST_OUR:
        return word[:-2] + "r"
    if word.endswith("e") and len(word) >= _LEAST:
        word = word[:-1]
    return word[:-1] + "y" if word.endswith("i") else word
