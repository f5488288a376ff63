"""Strays: questions of a run that are written in another form than the rest of it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dlqa_lint.language import vocabulary
from dlqa_lint.model.numbers import value_of
from dlqa_lint.recognise.choice.groups import Group, group_of
from dlqa_lint.recognise.choice.numbered_lists import asking_sum, segments
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain

_NONE_BELOW = 1 << 30
_FURNITURE = 3
"""So many unnumbered headings of the same words are no questions."""


def strays(
    members: list[Candidate], chosen: Sequence[Candidate], main: Sequence[Group]
) -> Sequence[Candidate]:
    """Members of another group that are questions of these runs all the same.

    Numbered ones must fill the place that the run leaves open: a list that goes on where the headings end,
    a heading of another level between its neighbours. A bare mark (`Q.`) at another level is the same mark.
    An unnumbered heading of the questions' own level counts when it ends in a question mark between
    numbered ones, unless it comes again and again: then it is furniture (`Got a better answer?`).
    """
    kind, level, label, numbered = group_of(members[0])
    labels = {group[2] for group in main}
    if chosen and (label == "bare" or (members[0].bare_label and members[0].label)):
        same = any(group[0] == kind and group[2] == label for group in main)
        return members if members[0].bare_label and same else ()
    run = [candidate for candidate in chosen if candidate.number]
    if not run or kind not in ("heading", "item-heading", "line"):
        return ()
    if not numbered:
        of_level = any(group[0] == kind == "heading" and group[1] == level and group[3] for group in main)
        again = {member.span for member in recurring(members)} if of_level else set()
        return [m for m in members if _stands_between(m, run) and m.span not in again] if of_level else ()
    if label and label not in labels and any(labels):
        return ()
    if kind == "line":
        return _continuations(members, run, [candidate.span.start for candidate in chosen])
    return _fitting(members, run)


def recurring(members: Sequence[Candidate]) -> list[Candidate]:
    """The members whose words come three times or more."""
    said = [vocabulary.bare(plain(member.text)) for member in members]
    times = Counter(said)
    return [member for member, text in zip(members, said, strict=True) if times[text] >= _FURNITURE]


def _stands_between(member: Candidate, run: Sequence[Candidate]) -> bool:
    """Whether an unnumbered heading stands between numbered questions, and asks."""
    return run[0].span < member.span < run[-1].span and _asks(member)


def _asks(member: Candidate) -> bool:
    return marks.ends_asking(plain(member.text).rstrip())


def _continuations(
    members: Sequence[Candidate], run: Sequence[Candidate], asked: Sequence[int]
) -> list[Candidate]:
    """The members of lists that go on exactly where the run stops, and read like questions."""
    starts = [candidate.span.start for candidate in run]
    found: list[Candidate] = []
    for segment in segments(members, asked):
        at = bisect_left(starts, segment[0].span.start)
        before = value_of(run[at - 1].number)[-1] if at else 0
        after = value_of(run[at].number)[-1] if at < len(run) else _NONE_BELOW
        values = [value_of(candidate.number)[-1] for candidate in segment]
        grows = all(second - first == 1 for first, second in pairwise(values))
        if before > 0 and values[0] == before + 1 and values[-1] < after and grows:
            found.extend(segment if asking_sum(segment) >= 0.5 * len(segment) else ())
    return found


def _fitting(members: Sequence[Candidate], run: Sequence[Candidate]) -> list[Candidate]:
    """Headings of another level or label whose number is the next one at their place.

    One that asks fits behind a gap as well, as long as the numbers around it rise.
    Most of the group must fit: numbered sub-headings of answers hit the next number by chance now and then.
    """
    starts = [candidate.span.start for candidate in run]
    accepted: list[Candidate] = []
    for member in members:
        at = bisect_left(starts, member.span.start)
        last = run[at - 1] if at else None
        if accepted and (last is None or accepted[-1].span > last.span):
            last = accepted[-1]
        before = value_of(last.number)[-1] if last else 0
        after = value_of(run[at].number)[-1] if at < len(run) else _NONE_BELOW
        value = value_of(member.number)[-1]
        fits = before + 1 <= value < after and (value == before + 1 or _asks(member))
        if before and (fits or (accepted and value == before)):
            accepted.append(member)
    return accepted if len(accepted) * 2 > len(members) else []
