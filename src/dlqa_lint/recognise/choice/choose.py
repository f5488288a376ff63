"""The one choice: which groups of a page ask, and which of their lines."""

from __future__ import annotations

from itertools import combinations
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.model.form import form_key
from dlqa_lint.recognise.choice.weighing import Argument, Weighed, weigh_group, weigh_lines
from dlqa_lint.recognise.choice.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dlqa_lint.recognise.choice.group import Group
    from dlqa_lint.recognise.choice.page import Page
    from dlqa_lint.recognise.lines import Candidate

_IN_FORM = 10.0
"""What a schema's form says for a group, in log-odds: more than all that a document can say against it."""

_MOST = 8
"""Up to this many groups that ask by themselves, every set is tried; no known document has more."""

_UNSURE = -0.6
"""The log-odds that a document whose nearest line is on the edge is read exactly.

Each unit of margin adds about one: `corpus/score --folds 5` prints the table that shows it.
"""

_BETWEEN = 1.0
"""The log-odds of a line whose number is between those of two questions. Set by hand."""

IN_DOUBT = 0.8
"""A group whose log-odds are nearer to 0 might just as well be read the other way.

As large as it can be while at most 3 of 100 banks are called ambiguous. The last line of
`corpus/score --folds 5` says how many are, and how many of these are misread; measure again after `make tune`.
"""


class Verdict(NamedTuple):
    """What was decided about a line, and why; `total` is above 0 where the line asks."""

    line: Candidate
    asks: bool
    total: float
    arguments: tuple[Argument, ...]


class Choice(NamedTuple):
    """The groups that ask, and the verdict on every line; `weighed` are all groups of the page.

    `margin` is how near the nearest group or line is to changing sides, in log-odds.
    """

    chosen: tuple[Weighed, ...]
    verdicts: tuple[Verdict, ...]
    weighed: tuple[Weighed, ...]
    margin: float

    @property
    def confidence(self) -> float:
        """How likely it is that every line was judged rightly, 0 to 1."""
        return 1 / (1 + exp(-(_UNSURE + self.margin)))

    @property
    def questions(self) -> list[Candidate]:
        """The lines that ask, in document order."""
        return sorted((v.line for v in self.verdicts if v.asks), key=lambda line: line.span)


def choose(page: Page, forms: Sequence[str] = ()) -> Choice:
    """The groups of a page that ask and the lines of theirs that do; `forms` are those of a schema."""
    inner = _inner_lists(page.groups)
    weighed = [_with_schema(weigh_group(group), forms, inner=group in inner) for group in page.groups]
    asking = sorted((row for row in weighed if row.total > 0), key=lambda row: -row.total)[:_MOST]
    chosen = max(_sets(asking), key=_worth)
    verdicts = [verdict for row in weighed for verdict in _verdicts(row, asks=row in chosen)]
    totals = [*(row.total for row in weighed), *(verdict.total for verdict in verdicts)]
    margin = min(map(abs, totals), default=-weights().prior)
    return Choice(tuple(chosen), tuple(verdicts), tuple(weighed), margin)


def _inner_lists(groups: Sequence[Group]) -> list[Group]:
    """The groups of items inside items that are written like items around them: a form means the outer ones.

        1. How do you train?

           1. Choose a loss.

    Both lists have the form `{number}. {text}`.
    """
    kinds = ("line", "bullet", "box", "dashed-number")
    outer = {
        form_key(line.template)
        for group in groups
        if group.key.kind in kinds and not group.key.level
        for line in group.lines
    }
    return [
        group
        for group in groups
        if group.key.kind in kinds and group.key.level and form_key(group.lines[0].template) in outer
    ]


def _with_schema(row: Weighed, forms: Sequence[str], *, inner: bool) -> Weighed:
    """The group with what a schema says: for its own forms, and against others that are in doubt.

    Of lines in one form that were parted because some never ask, or are lists outside the sections of questions, it
    means the others.
    """
    if not forms:
        return row
    keys = {form_key(form) for form in forms}
    parted = inner or row.group.key.silent or row.group.key.outside
    named = not parted and any(form_key(line.template) in keys for line in row.group.lines)
    said = Argument("schema", _IN_FORM if named else -IN_DOUBT)
    return Weighed(row.group, (*row.arguments, said), row.total + said.weight)


def _sets(asking: Sequence[Weighed]) -> Iterator[tuple[Weighed, ...]]:
    """The sets of groups that can stand together, of those that ask by themselves."""
    for size in range(len(asking) + 1):
        yield from (found for found in combinations(asking, size) if _stand_together(found))


def _stand_together(rows: Iterable[Weighed]) -> bool:
    """No question is inside another one's answer.

    A file whose front matter or title is its one question asks nothing else; where lines below the title ask
    more surely, these are the questions, and the title only names them: `# What is Docker?`
    """
    groups = [row.group for row in rows]
    first = min((group.starts[0] for group in groups), default=0)
    whole = any(group.key.kind == "file" or (group.is_title and group.starts[0] == first) for group in groups)
    return len(groups) == 1 or not whole


def _worth(rows: Iterable[Weighed]) -> float:
    """The log-odds of a set of groups."""
    return sum(row.total for row in rows)


def _verdicts(row: Weighed, *, asks: bool) -> Iterator[Verdict]:
    if not asks:
        for line in row.group.lines:
            yield Verdict(line, asks=False, total=row.total, arguments=())
        return
    base = weights().base
    arguments = weigh_lines(row.group)
    totals = [base + sum(weight for _, weight in said) for said in arguments]
    counted = _between_numbers(row.group, [total > 0 for total in totals])
    for index, (line, said, total) in enumerate(zip(row.group.lines, arguments, totals, strict=True)):
        if index in counted:
            more = Argument("between-numbers", _BETWEEN - total)
            yield Verdict(line, asks=True, total=_BETWEEN, arguments=(*said, more))
        else:
            yield Verdict(line, total > 0, total, said)


def _between_numbers(group: Group, asking: Sequence[bool]) -> set[int]:
    """The indexes of the lines that do not ask by themselves and leave a hole in a count, or take its 1 away.

    ## 12. What is a thread?
    ## 13. Ways to end one
    ## 14. What is a lock?
    """
    if not group.key.numbered:
        return set()
    values = [value[-1] for value in group.values]
    found = set()
    for index, asks in enumerate(asking[:-1]):
        leads = asking[index + 1] and values[index] == values[index + 1] - 1
        follows = index > 0 and asking[index - 1] and values[index] == values[index - 1] + 1
        if not asks and leads and (follows or values[index] == 1):
            found.add(index)
    return found
