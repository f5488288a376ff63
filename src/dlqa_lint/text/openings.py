"""What a line must begin with for a block rule of the Markdown parser to say anything to it.

The parser asks each of its rules about nearly every line, and each of them writes to a log, finds out where the line
begins and whether it is code, before it looks at the first sign, which mostly settles it.
"""

from collections.abc import Callable, Sequence
from typing import Any

_Rule = Callable[[Any, int, int, bool], bool]

OPENINGS = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
"""The signs with which the lines of a rule begin."""
_BELOW = "|-:"
"""The signs with which the line below the head of a table begins."""


class RulesBySign:
    """The rules of a block parser, which see only lines whose first sign may be theirs; stands for its ruler."""

    def __init__(self, ruler: Any) -> None:
        self._ruler = ruler
        self._names = dict(zip(ruler.getRules(""), ruler.get_active_rules(), strict=True))
        self._chains: dict[str, list[_Rule]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ruler, name)

    def getRules(self, chain: str = "") -> list[_Rule]:
        """The rules of a chain, as one that asks those for which a line may be."""
        if chain not in self._chains:
            self._chains[chain] = [
                _first_of([(self._names[rule], rule) for rule in self._ruler.getRules(chain)])
            ]
        return self._chains[chain]


def _first_of(rules: Sequence[tuple[str, _Rule]]) -> _Rule:
    """The rule that says what the first of some rules, with their names, says that takes a line."""
    named = [(OPENINGS.get(name), _guarded(name, rule)) for name, rule in rules]
    always = [rule for openings, rule in named if openings is None]
    by_sign = {
        sign: [rule for openings, rule in named if openings is None or sign in openings]
        for sign in "".join(OPENINGS.values())
    }
    # At the end of the text there is no sign, and each rule has to say what that means.
    by_sign[""] = [rule for _, rule in named]

    def asked(state: Any, line: int, end: int, silent: bool) -> bool:
        at = state.bMarks[line] + state.tShift[line]
        for rule in by_sign.get(state.src[at : at + 1], always):  # noqa: SIM110 - a generator a line takes longer
            if rule(state, line, end, silent):
                return True
        return False

    return asked


def _sign(state: Any, line: int) -> str:
    """The first sign of a line."""
    at = state.bMarks[line] + state.tShift[line]
    sign: str = state.src[at : at + 1]
    return sign


def _guarded(name: str, rule: _Rule) -> _Rule:
    """A rule that asks for something in the lines below, which is looked for before all it would do."""
    if name == "table":
        return lambda state, line, end, silent: (
            _sign(state, line + 1) in _BELOW and rule(state, line, end, silent)
        )
    return rule
