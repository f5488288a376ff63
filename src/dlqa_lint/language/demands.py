"""How many options a question asks to mark: `Select TWO`, `choose all that apply`, and their translations."""

import re

from dlqa_lint.language.languages import ANY, Language, alternatives, joined, languages, listed, phrases, said
from dlqa_lint.text.lazy_regex import regex, words_regex

_DIGITS = listed(languages()[ANY]["numbers"])
_COUNTS = {
    word: count
    for language in said("numbers")
    for count, words in enumerate(listed(language["numbers"]), 1)
    for word in words.split("|")
}
# After the number the demand ends, or says what is counted: "Select one row" asks for no mark.
_END = rf"(?=\s*(?:[.)\]:!,;*_]|$)|\s+(?:{alternatives('choose_nouns')}))"
_BETWEEN = rf"\s+(?:(?:{'|'.join(phrases('choose_adverbs'))})\s+)?[*_]{{0,2}}"

_PLACE = "{words}"
_AROUND = r"[\s*_]{0,3}"


def _demand(language: Language) -> str:
    """The pattern of a language's demands, but for their end; its one group is the number, a word or digits."""
    numbers = "|".join(filter(None, (*listed(language["numbers"]), *_DIGITS)))
    return rf"\b(?:{joined(language['choose_verbs'])}){_BETWEEN}({numbers})\b"


def _counted(language: Language) -> str:
    """The pattern of a number of answers that is all that brackets hold: `(Two correct answers)`."""
    numbers = "|".join(filter(None, (*listed(language["numbers"]), *_DIGITS)))
    nouns = joined(language["mark_nouns"])
    return rf"[(\[]\s*({numbers})\s+(?:\w+\s+)?(?:{nouns})(?:\s+\w+)?\s*[)\]]"


_DEMANDS = [*map(_demand, said("choose_verbs"))]
_DEMAND = words_regex(
    _PLACE,
    "|".join((*(rf"{demand}[*_]{{0,2}}{_END}" for demand in _DEMANDS), alternatives("choose_patterns"))),
    re.IGNORECASE,
)
_COUNTED = regex("|".join(map(_counted, said("mark_nouns"))), re.IGNORECASE)
_MARK_NOUNS = words_regex(_PLACE, alternatives("mark_nouns"), re.IGNORECASE)
# In capitals, the number is what matters, whatever is counted: "Pick TWO ways to limit memory."
_STRESSED = words_regex(rf"(?:^|[.?!:]\s)\W{{0,3}}(?:{_PLACE})", "|".join(_DEMANDS), re.IGNORECASE)
# In a sentence that continues, such words may be about answers: "In which poll is only one answer true?"
_ONE = words_regex(
    rf"(?:^|[(\[（【.?!:。？！：]){_AROUND}(?:{_PLACE}){_AROUND}(?:[)\]）】.!。！]|$)",
    alternatives("one_mark"),
    re.IGNORECASE,
)
_SEVERAL = words_regex(_PLACE, alternatives("several_patterns"), re.IGNORECASE)
_NAMED = words_regex(_PLACE, alternatives("named_patterns"), re.IGNORECASE)
_PICKED = words_regex(
    rf"(?:^|[.?!:]\s)\W{{0,3}}(?:{_PLACE})\s[^.?!:,;]+\.?$", "|".join(_DEMANDS), re.IGNORECASE
)
_ALL = words_regex(r"\b(?:{words})\b", alternatives("choose_all"), re.IGNORECASE)


def marks_asked(text: str) -> int | None:
    """The number of options that a question asks for; None where it names none, or asks for all that apply."""
    if _ALL.search(text):
        return None
    match = _demand_in(text)
    if match is None:
        return 1 if _ONE.search(text) else None
    return _COUNTS.get(match[match.lastindex or 0].casefold())


def _demand_in(text: str) -> re.Match[str] | None:
    """The first place at which a text asks for a number of options."""
    bracketed = ("(" in text or "[" in text) and _MARK_NOUNS.search(text)
    counted = _COUNTED.search(text) if bracketed else None
    return _first(_DEMAND.search(text), counted)


def _first(*matches: re.Match[str] | None) -> re.Match[str] | None:
    """The match that comes first in a text."""
    return min(filter(None, matches), key=lambda match: match.start(), default=None)


def marks_stressed(text: str) -> int | None:
    """The number of things that a question asks for in capitals, in a text that is not all capitals, or None.

    An option may still name all of them: "Which TWO planets have no moon?"
    """
    matches = () if text.isupper() else (*_STRESSED.finditer(text), *_SEVERAL.finditer(text))
    numbers = (match[match.lastindex or 0] for match in matches)
    return next((_COUNTS[number.casefold()] for number in numbers if number.isupper()), None)


def marks_named(text: str) -> int | None:
    """The number of things, more than one, that a question asks to name or, in its last sentence, to pick, or None.

    As many options are right only where each is one such thing.
    """
    match = None if _ALL.search(text) else _first(_NAMED.search(text), _PICKED.search(text))
    count = _COUNTS.get(match[match.lastindex or 0].casefold(), 0) if match else 0
    return count if count > 1 else None


def asks_for_several(text: str) -> bool:
    """Whether a question asks for more than one option, or for all that apply."""
    return bool(_ALL.search(text)) or (marks_asked(text) or marks_stressed(text) or 0) > 1


def names_several(text: str) -> bool:
    """Whether a question names a number of things, each of which may be an option, or all of them one."""
    return bool(_SEVERAL.search(text))
