"""Fixes that are refused, because their promise does not hold or they never settle: bugs of dlqa-lint."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dlqa_lint.text.source import Source

_REPORT = "this is a bug in dlqa-lint, please report it with this diff:"

Sources = Mapping[str, Source]


class Refusal(NamedTuple):
    """What was left out of a document: the fixes of some rules, or all of them where `whole`."""

    path: str
    rules: tuple[str, ...]
    problem: str
    diff: str
    whole: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """What to say about it: the document, the rules, what went wrong and what it would have done."""
        left = "the document keeps its text" if self.whole else "they were left out"
        named = ", ".join(self.rules) or "other documents"
        return (
            f"{self.path}: found fixes of {named} that cannot be proved, and {left}; {_REPORT}",
            *self.problem.split("\n"),
            *self.diff.splitlines(),
        )


def diff_of(before: Sources, after: Sources, paths: Iterable[str] | None = None) -> str:
    """What changed in some documents, or in all."""
    from dlqa_lint.fixer.diff import unified  # difflib only where a diff is shown

    wanted = before if paths is None else [path for path in paths if path in before]
    return "".join(unified(before[path], after[path]) for path in wanted)
