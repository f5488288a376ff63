"""The proof by itself: fixes are applied without the look at each pass that leaves most bad ones out before it."""

from unittest.mock import patch

from dlqa_lint.fixer import FixResult
from dlqa_lint.fixer.passes import Check, attempt
from dlqa_lint.fixer.refusal_report import Sources, diff_of


class FixError(Exception):
    """Fixes that break their promise or never settle."""

    def __init__(self, problem: str, rules: frozenset[str], diff: str) -> None:
        self.rules = tuple(sorted(rules))
        self.diff = diff
        super().__init__(problem)


def fix(sources: Sources, check: Check, *, unsafe: bool) -> FixResult:
    """Apply all fixes at once and prove the result; raises FixError if that fails."""
    with patch("dlqa_lint.fixer.passes.read_anew", return_value=False):
        made = attempt(sources, check(sources), check, unsafe=unsafe)
    if made.problem:
        rules = frozenset(rule for found in made.troubled.values() for rule in found)
        raise FixError(made.problem, rules, diff_of(made.before, made.state.sources))
    return made.result(sources)
