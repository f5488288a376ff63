"""What MathML leaves to its author: letters of other alphabets, names of functions, and the spaces around them."""

import re
from collections.abc import Iterable
from contextlib import suppress
from unicodedata import lookup, name
from xml.etree.ElementTree import Element

LIMITS = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
"""What stands beside a function in a line stands below and above it in a formula on a line of its own."""
ROWS = ("math", "mrow", "mtd", "msqrt")
"""Tags in which any number of others may stand beside each other."""

_SCRIPTED = (*LIMITS.keys(), *LIMITS.values())
_WITH_LIMITS = frozenset(("det", "gcd", "inf", "lim", "max", "min", "Pr", "sup"))
"""The functions of LaTeX with limits below them, as far as they are one word."""
_THIN = "0.167em"
"""The space around a function, three eighteenths of the size of the letters, as in TeX."""
_APART = ("mo", "mspace", "mtext")
"""Tags that bring their own space along."""
_SIGNS, _CLOSING = tuple("−+±∓"), tuple(")]}|‖⟩⌉⌋!")
_LETTER = re.compile(r"(?:LATIN|GREEK) (SMALL |CAPITAL )LETTER (\w+)")


def typeset(root: Element, display: bool) -> None:
    """Write a formula as TeX would; `display` says if it stands on a line of its own."""
    for element in root.iter():
        if display and element.tag in LIMITS and element[0].text in _WITH_LIMITS:
            element.tag = LIMITS[element.tag]
        _spell(element)
    for element in root.iter():
        if element.tag in ROWS:
            element[:] = _joined(_spaced(element))


def _spell(element: Element) -> None:
    """Write letters of other alphabets as characters, and the name of a function as a name."""
    text, variant = element.text or "", element.attrib.pop("mathvariant", "")
    if variant == "normal" and element.tag == "mi":
        element.set("mathvariant", variant)
    elif variant:
        element.text = "".join(_letter(character, variant) for character in text)
    if element.tag == "mo" and len(text) > 1 and text[0].isalpha():
        element.tag = "mi"


def _letter(character: str, variant: str) -> str:
    """A letter in another alphabet ("double-struck"), if there is such a character."""
    match = _LETTER.fullmatch(name(character, ""))
    if match is None:
        return character
    style = variant.upper().replace("BOLD-", "BOLD ").replace("SERIF-", "SERIF ")
    for prefix in ("MATHEMATICAL ", ""):
        with suppress(KeyError):
            return lookup(f"{prefix}{style} {match[1]}{match[2]}")
    return character


def _spaced(row: Iterable[Element]) -> list[Element]:
    """A row with a space between a function and what is beside it, and none behind the sign of a number."""
    spaced: list[Element] = []
    for element in row:
        if spaced and _want_space(spaced[-1], element):
            spaced.append(Element("mspace", width=_THIN))
        elif spaced and element.text in _SIGNS and spaced[-1].tag == "mo" and not _closes(spaced[-1]):
            element.set("form", "prefix")
        spaced.append(element)
    return spaced


def _want_space(left: Element, right: Element) -> bool:
    if right.tag in _APART or (left.tag in _APART and not _closes(left)):
        return False
    return _is_function(left) or _is_function(right)


def _closes(element: Element) -> bool:
    return element.tag == "mo" and element.text in _CLOSING and element.get("form") != "prefix"


def _is_function(element: Element) -> bool:
    while element.tag in _SCRIPTED:
        element = element[0]
    text = element.text or ""
    return element.tag == "mi" and len(text) > 1 and text[0].isalpha()


def _joined(row: Iterable[Element]) -> list[Element]:
    """A row with upright letters that follow each other in one name."""
    joined: list[Element] = []
    for element in row:
        if joined and _is_upright(joined[-1]) and _is_upright(element):
            joined[-1].text = f"{joined[-1].text}{element.text}"
        else:
            joined.append(element)
    return joined


def _is_upright(element: Element) -> bool:
    return element.tag == "mi" and element.get("mathvariant") == "normal"
