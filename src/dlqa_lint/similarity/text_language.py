"""Which language a text is in: its script, then its small words.

Only the languages that the scorer has tables for are told apart; anything else, and too little text, is "".
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from dlqa_lint.similarity import tables
from dlqa_lint.text.lazy_regex import regex

IDEOGRAPHIC = ("zh", "ja", "ko")
"""Languages that are compared by pairs of characters, since blanks do not part their words."""

ENGLISH = "en"

_WORD = regex(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SAMPLE = 40_000  # characters that decide; a document does not change its language afterwards
_LEAST_SHARE = 0.12  # of a text's words that must be small words of its language
_LEAD = 1.25  # how much more of them than of the next language
_SCRIPTS = ("LATIN", "CYRILLIC", "DEVANAGARI", "HANGUL", "CJK", "HIRAGANA", "KATAKANA")
_LETTERS = {"de": "ß", "es": "ñ", "pt": "ãõ", "ru": "ыэъё", "tr": "ğı", "uk": "іїєґ"}
"""Letters that (nearly) one of the languages alone is written with; each counts like a small word."""
_RARE = ("bg", "ca", "gl", "hr", "nl", "pl", "sk", "sr")
"""Languages that few banks are written in, beside larger ones that they share small words with: they leave no doubt
about another language, and are told where they lead all others."""
_RARE_LEAST = 8  # small words of a rare language; a single question holds fewer
# An ideograph says about as much as this many letters of an alphabet; technical Chinese or
# Japanese is full of English words.
_SIGN = 3


def language_of(texts: Iterable[str]) -> str:
    """The language of texts that belong together ("en", "zh", …), or "" when unsure."""
    sample = _sample(texts)
    script = script_of(sample)
    if script != "alphabet":
        return script
    words = [word.casefold() for word in _WORD.findall(sample)]
    return _by_small_words(words)


def script_of(text: str) -> str:
    """The language that the script tells ("zh", "ja", "ko", "hi"), else "alphabet"; "" without letters."""
    if text.isascii():
        return "alphabet" if any(map(str.isalpha, text)) else ""
    counts: Counter[str] = Counter()
    for sign, times in Counter(text).items():
        if sign.isalpha():
            counts[_script(sign)] += times
    letters = counts["LATIN"] + counts["CYRILLIC"]
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    if _SIGN * counts["HANGUL"] > max(letters, _SIGN * (kana + counts["CJK"])):
        return "ko"
    if _SIGN * (kana + counts["CJK"]) > letters:
        return "ja" if kana * 10 > counts["CJK"] else "zh"
    if counts["DEVANAGARI"] > letters:
        return "hi"
    return "alphabet" if letters else ""


def small_words(language: str) -> frozenset[str]:
    """The words of a language that name no subject; none for a language without a table."""
    return _all_small_words().get(language, frozenset())


def _sample(texts: Iterable[str]) -> str:
    parts, size = [], 0
    for text in texts:
        parts.append(text[:_SAMPLE])
        size += len(text)
        if size > _SAMPLE:
            break
    return unicodedata.normalize("NFC", "\n".join(parts).replace("\u2019", "'"))


@cache
def _script(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "")


@cache
def _all_small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in tables.groups("stopwords").items()}


@cache
def _languages_of_small_words() -> dict[str, list[str]]:
    """The languages that each small word belongs to."""
    found: dict[str, list[str]] = {}
    for language, small in _all_small_words().items():
        for word in small:
            found.setdefault(word, []).append(language)
    return found


def _by_small_words(words: list[str]) -> str:
    known = _languages_of_small_words()
    counts = dict.fromkeys(_all_small_words(), 0)
    for word in words:
        for language in known.get(word, ()):
            counts[language] += 1
    letters = Counter("".join(words))
    for language, signs in _LETTERS.items():
        counts[language] += sum(letters[sign] for sign in signs)
    shares = sorted(
        ((count, language) for language, count in counts.items()), key=lambda share: (-share[0], share[1])
    )
    rare = shares[0][1] in _RARE and shares[0][0] >= _RARE_LEAST
    (best, language), (next_best, _), *_ = [one for one in shares if rare or one[1] not in _RARE]
    if best < _LEAST_SHARE * len(words) or best < _LEAD * next_best or not best:
        return ""
    return language
