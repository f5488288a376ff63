"""Formulas as MathML, which browsers show by themselves; the only module that knows latex2mathml."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from xml.etree.ElementTree import Element, fromstring, tostring

from dlqa_lint.exports.parts.typesetting import LIMITS, ROWS, typeset
from dlqa_lint.text.clean_html import USUAL
from dlqa_lint.text.rendering import tex

_FORMULA: Mapping[str, Collection[str]] = {
    **dict.fromkeys((*ROWS, *LIMITS, "mroot", "mtable", "mtr", "mtext", "mn"), ()),
    **dict.fromkeys(LIMITS.values(), ("accent", "accentunder")),
    "math": ("display",),
    "mi": ("mathvariant",),
    "mo": ("form", "fence", "stretchy", "minsize", "maxsize"),
    "mfrac": ("linethickness",),
    "mspace": ("width",),
    "mstyle": ("displaystyle", "scriptlevel"),
    "mtd": ("columnalign",),
}
"""What browsers know (MathML Core), as far as latex2mathml makes it."""
TAGS: Mapping[str, Collection[str]] = {**USUAL, **_FORMULA}
"""The usual tags of HTML, and those of formulas."""

_PARTS = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
"""How many tags stand in others, each for a part of its own."""
_NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_WRITTEN = {
    "arg": r"\operatorname{arg}",
    "sim": "∼",
    "lvert": "\ue000",
    "rvert": "\ue001",
    "lVert": "\ue002",
    "rVert": "\ue003",
}
"""Commands that latex2mathml does not know, or takes for something else, as they are given to it."""
_OPERATORS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "∼": ("∼", {}),
    "\ue000": ("|", {"form": "prefix", "stretchy": "false"}),
    "\ue001": ("|", {"form": "postfix", "stretchy": "false"}),
    "\ue002": ("‖", {"form": "prefix", "stretchy": "false"}),
    "\ue003": ("‖", {"form": "postfix", "stretchy": "false"}),
}
"""What is made of it again: an operator, and which side of a formula it is on."""
_COMMAND = re.compile(
    rf"(?P<sized>\\(?:left|right|middle|[bB]igg?[lrm]?)\s*)?\\(?P<command>{'|'.join(_WRITTEN)})(?![A-Za-z])"
)


def mathml(formula: str, display: bool) -> str:
    """A formula as MathML; as TeX if it cannot be read, or if latex2mathml is not installed."""
    convert = _converter()
    if convert is None:
        return tex(formula, display)
    try:
        made = convert(_COMMAND.sub(_written, formula), display="block" if display else "inline")
        root = fromstring(made.replace(f' xmlns="{_NAMESPACE}"', "", 1))
    except Exception:  # of its own kinds, and of Python's
        return tex(formula, display)
    if not _is_understood(root):
        return tex(formula, display)
    for element in root.iter():
        operator = _OPERATORS.get(element.text or "")
        if operator:
            element.tag, (element.text, side) = "mo", operator
            element.attrib.update(side)
    typeset(root, display)
    return tostring(root, encoding="unicode")


@cache
def _converter() -> Callable[..., str] | None:
    try:
        from latex2mathml.converter import convert  # takes half a second, and may be missing
    except ModuleNotFoundError:
        return None
    return convert


def _written(match: re.Match[str]) -> str:
    return match[0] if match["sized"] else _WRITTEN[match["command"]]


def _is_understood(root: Element) -> bool:
    """Whether all commands were known, and what was made of them is what browsers know."""
    return "\\" not in "".join(root.itertext()) and all(
        element.tag in _FORMULA and len(element) == _PARTS.get(element.tag, len(element))
        for element in root.iter()
    )
