"""What the end of a stem demands of its options by its grammar: the sound after an article, the number after a verb."""

from collections.abc import Iterable
from typing import Literal

from dlqa_lint.language import vocabulary
from dlqa_lint.language.languages import languages, listed
from dlqa_lint.text.lazy_regex import regex

_FIRST = regex(r"(?P<word>[^\W\d_][^\W\d_]+)")
_WORD = regex(r"[^\W\d_][\w’'-]*")
_JOINED = regex(rf"[,;&/]|(?:{vocabulary.AND})")
_VOWELS = "aeioàâéèêëîïô"
_UNSURE = (*"uhyùûü", "eu", "on")
"""How words begin whose first sound may be another one than that of their first letter (`user`, `one`)."""
_FEW = 3
"""The last of so few words is the noun that an option names; in longer ones it may be any."""

GrammaticalNumber = Literal["singular", "plural"]


def articles(codes: Iterable[str]) -> dict[str, bool]:
    """The articles of some languages that depend on the next sound, and whether that is a vowel."""
    pairs = [pair.split("/") for code in codes for pair in listed(languages()[code].get("articles", ""))]
    return {article: at == 1 for pair in pairs for at, article in enumerate(pair)}


def opens_with_vowel(text: str) -> bool | None:
    """Whether a text begins with the sound of a vowel; None where its letters do not show it, as in `USB`."""
    first = _FIRST.match(text)
    if first is None or first["word"].isupper() or first["word"].casefold().startswith(_UNSURE):
        return None
    return first["word"][0].casefold() in _VOWELS


def number_after(verb: str, code: str) -> GrammaticalNumber | None:
    """The number of what follows a verb of a language: `plural` after "are"."""
    said: tuple[GrammaticalNumber, ...] = ("singular", "plural")
    language = languages()[code]
    return next((number for number in said if verb in listed(language.get(f"{number}_verbs", ""))), None)


def number_of(option: str, code: str) -> GrammaticalNumber | None:
    """Whether an option names one thing or several; None where a language's letters do not show it."""
    words, language = _WORD.findall(option.casefold()), languages()[code]
    if not words or "plural_nouns" not in language:
        return None
    if words[0] in listed(language["singular_openers"]):
        return None if _JOINED.search(option) else "singular"
    if _JOINED.search(option):
        return "plural"
    if len(words) > _FEW:
        return None
    return "plural" if regex(language["plural_nouns"]).fullmatch(words[-1]) else "singular"
