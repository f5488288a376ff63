"""Segments: stretches of a group's lines whose numbers count on, and which of them are answers' lists."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.numbers import value_of
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.blocks import plain


def asking_sum(members: Sequence[Candidate]) -> float:
    """How much lines ask, added up."""
    return sum(as_question(plain(member.text)) for member in members)


def without_answer_lists(members: list[Candidate], breaks: Sequence[int]) -> list[Candidate]:
    """A group's members without the numbered lists of answers that stand at the margin as well.

    A list that starts again with no heading before it is a list of an answer unless it asks questions.
    """
    if not members[0].number or members[0].label or len({member.number for member in members}) == 1:
        return members
    kept: list[Candidate] = []
    asked = 0.0
    for segment in segments(without_steps(members, breaks), breaks):
        asking = asking_sum(segment)
        restart = kept and value_of(segment[0].number)[-1] <= 1 and not _crosses(kept[-1], segment[0], breaks)
        if restart and asking / len(segment) < min(0.5, asked / len(kept)):
            continue
        kept.extend(segment)
        asked += asking
    return kept


def _otherwise_asked(segment: Sequence[Candidate], members: Sequence[Candidate]) -> bool:
    """Whether a segment that asks nothing has another emphasis than the lines of its group that do ask."""
    emphasised = {member.emphasised for member in segment}
    others = [m for m in members if m.emphasised not in emphasised]
    return len(emphasised) == 1 and len(others) > 1 and asking_sum(others) >= 0.5 * len(others)


def without_steps(members: list[Candidate], breaks: Sequence[int]) -> list[Candidate]:
    """A numbered group without the lists that are told from questions by how they are written.

    They count from 1 with another delimiter inside a question, or ask nothing and differ from what asks: in
    emphasis, or in that nothing stands between their lines.
    """
    spaced = _spaced(members)
    return [
        member
        for segment in segments(_without_inner_lists(members, breaks), breaks)
        if asking_sum(segment)
        or len(segment) == 1
        or not (_otherwise_asked(segment, members) or _are_steps(segment, spaced))
        for member in segment
    ]


def _spaced(members: Sequence[Candidate]) -> Sequence[Candidate]:
    """The members with something between them and the next one, if most ask: an answered bank's questions."""
    spaced = [member for member, after in pairwise(members) if after.line > member.line + 2]
    return spaced if len(spaced) * 2 > len(members) and asking_sum(spaced) >= 0.8 * len(spaced) else ()


def _are_steps(segment: Sequence[Candidate], spaced: Sequence[Candidate]) -> bool:
    """Whether a list that asks nothing stands line by line in a document whose questions are answered."""
    return bool(spaced) and all(after.line == member.line + 1 for member, after in pairwise(segment))


def _without_inner_lists(members: list[Candidate], breaks: Sequence[int]) -> list[Candidate]:
    """The members without lists that count from 1 with another delimiter (`1)`) inside a question (`1.`).

    Around such a list the questions count on: what it lists belongs to the one above it.
    """
    kept: list[Candidate] = []
    at = 0
    while at < len(members):
        end = at
        while end < len(members) and kept and _delimiter(members[end]) != _delimiter(kept[-1]):
            end += 1
        if end > at and value_of(members[at].number)[-1] == 1 and not _crosses(kept[-1], members[at], breaks):
            following = members[end] if end < len(members) else None
            leads_on = following is not None and not _crosses(members[at], following, breaks)
            if following is not None and leads_on and _follows(kept[-1], following):
                at = end
                continue
        end = max(end, at + 1)
        kept.extend(members[at:end])
        at = end
    return kept


def _delimiter(member: Candidate) -> str:
    return member.template.partition("{number}")[2][:1]


def _follows(before: Candidate, after: Candidate) -> bool:
    return value_of(after.number)[-1] == value_of(before.number)[-1] + 1


def segments(members: Sequence[Candidate], breaks: Sequence[int]) -> list[list[Candidate]]:
    """The members cut where a number starts again at 0 or 1, and where a list of another place begins."""
    found: list[list[Candidate]] = []
    for member in members:
        if found:
            last = found[-1][-1]
            before, value = value_of(last.number), value_of(member.number)
            lazy = member.number == last.number
            if (value[-1] > 1 or lazy) and value >= before and not _crosses(last, member, breaks):
                found[-1].append(member)
                continue
        found.append([member])
    return found


def _crosses(before: Candidate, after: Candidate, breaks: Sequence[int]) -> bool:
    """Whether a break stands between two lines."""
    return bisect_right(breaks, before.span.start) < bisect_left(breaks, after.span.start)
