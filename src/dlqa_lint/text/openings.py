"""What a line must begin with for a block rule of the Markdown parser to say anything to it.

The parser asks each of its rules about nearly every line, and each of them writes to a log, finds out where the line
begins and whether it is code, before it looks at the first sign, which mostly settles it.
"""

from collections.abc import Callable
from typing import Any

_Rule = Callable[[Any, int, int, bool], bool]

_OPENINGS = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
_BELOW = {"table": "|-:"}
"""The same of the line below."""


def only_where_they_may_match(ruler: Any) -> None:
    """Let the rules of a block parser see only lines whose first sign may be theirs."""
    for rule in list(ruler.__rules__):
        if rule.name in _OPENINGS:
            ruler.at(rule.name, _guarded(rule.fn, _OPENINGS[rule.name], 0), {"alt": rule.alt})
        elif rule.name in _BELOW:
            ruler.at(rule.name, _guarded(rule.fn, _BELOW[rule.name], 1), {"alt": rule.alt})


def _guarded(rule: _Rule, openings: str, below: int) -> _Rule:
    def asked(state: Any, line: int, end: int, silent: bool) -> bool:
        at = state.bMarks[line + below] + state.tShift[line + below]
        # At the end of the text there is no sign, and the rule has to say what that means.
        return state.src[at : at + 1] in openings and rule(state, line, end, silent)

    return asked
