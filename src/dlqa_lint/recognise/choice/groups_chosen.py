"""Inference: which of a document's recurring forms asks its questions, by evidence from all of it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from dlqa_lint.recognise.choice.evidence import Announced, Evidence, Signals, is_quiz, sequence_of, weigh
from dlqa_lint.recognise.choice.groups import PROSE, Group
from dlqa_lint.recognise.choice.zones import in_asking_zones
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.blocks import plain


def choose(
    grouped: Mapping[Group, Sequence[Candidate]],
    signals: Signals,
    headings: Sequence[tuple[int, int]],
    bodied: Callable[[Sequence[Candidate]], int],
    *,
    announced: Announced,
) -> tuple[list[Group], Evidence | None]:
    """The groups that ask questions, the main one first, with its evidence; none where there is no bank.

    `headings` are the offset and level of every heading. A second group counts only where the main one
    does not ask: in sections of its own, as a second list of exercises has them. `bodied` counts the lines
    with something below.
    """
    weighed = _without_asides(list(_weighed(grouped, signals, headings, bodied, announced)))
    if not weighed:
        return [], None
    if any(group[0] == "file" for group, _ in weighed):
        # A file whose front matter asks is one question; whatever its body asks is part of the answer.
        weighed = [row for row in weighed if row[0][0] == "file"]
    if all(_dwarfed(group, found, grouped) for group, found in weighed):
        return [], None
    # Seventeen questions that nobody answered do not outvote thirteen answered ones.
    some_bodied = max(evidence.bodied for _, evidence in weighed) >= 2
    weighed.sort(key=lambda row: (-_votes(row[1], bodied=some_bodied), row[0]))
    main, evidence = weighed[0]
    chosen = [main]
    for group, other in weighed[1:]:
        stands_apart = _apart(grouped[group], [m for f in chosen for m in grouped[f]], headings)
        if stands_apart and other.count >= 2 and other.weight >= 0.7 and _answered_alike(other, evidence):
            chosen.append(group)
    return chosen, evidence


def _weighed(
    grouped: Mapping[Group, Sequence[Candidate]],
    signals: Signals,
    headings: Sequence[tuple[int, int]],
    bodied: Callable[[Sequence[Candidate]], int],
    announced: Announced,
) -> Iterator[tuple[Group, Evidence]]:
    """The groups that may be taken for questions, each with its evidence."""
    for group, every in grouped.items():
        members = in_asking_zones(every, headings) if group[:2] == PROSE and announced else every
        own = {member.span.start for member in members}
        breaks = [
            at for at, level in headings if at not in own and (group[0] != "heading" or level < group[1])
        ]
        quiz = bool(announced) and group[0] == "heading" and is_quiz(members, signals, headings)
        evidence = weigh(members, signals, breaks, announced=announced, bodied=bodied(members), quiz=quiz)
        if evidence.convincing and not _is_template(members):
            yield group, evidence


def _without_asides(weighed: list[tuple[Group, Evidence]]) -> list[tuple[Group, Evidence]]:
    """The groups without a few lines that ask in the text around labelled questions with marked answers."""
    sure = [e.count for _, e in weighed if e.labelled and e.answered >= 0.8 and e.count >= 3]
    most = 3 * max(sure, default=0)
    return [row for row in weighed if row[1].labelled or row[1].answered >= 0.3 or row[1].count > most]


def _is_template(members: Sequence[Candidate]) -> bool:
    """Whether the same few lines come again under heading after heading, numbers and all."""
    told = Counter((member.number, " ".join(plain(member.text).split())) for member in members)
    repeated = sum(times for times in told.values() if times >= 3)
    return members[0].kind == "heading" and not members[0].bare_label and repeated * 2 >= len(members)


def _dwarfed(
    group: Group,
    evidence: Evidence,
    grouped: Mapping[Group, Sequence[Candidate]],
) -> bool:
    """Whether a few asking lines stand in a document of many numbered headings which ask nothing."""
    if evidence.count >= 3 and (evidence.labelled or group[3]):
        return False
    return any(
        other[0] == "heading"
        and other[3]
        and len(members) >= 5 * evidence.count
        and sequence_of(members, ()) >= 0.5
        for other, members in grouped.items()
        if other != group
    )


def _votes(evidence: Evidence, *, bodied: bool) -> float:
    return (evidence.bodied if bodied else evidence.count) * evidence.weight**2


def _answered_alike(other: Evidence, evidence: Evidence) -> bool:
    """Warm-up questions without answers are no part of an answered bank: both are answered, or neither is."""
    return other.answered >= 0.3 or evidence.answered < 0.3


def _apart(
    members: Sequence[Candidate], main: Sequence[Candidate], headings: Sequence[tuple[int, int]]
) -> bool:
    """Whether a group's members stand in sections that hold no member of the main groups."""
    own = {member.span.start for member in members}
    asked = {member.span.start for member in main}
    level = min((m.level for m in main if m.kind == "heading"), default=7)
    zones = [
        at
        for at, heading_level in headings
        if at not in own and at not in asked and heading_level < max(level, 7)
    ]
    taken = {_zone(zones, member.span.start) for member in main}
    outside = sum(_zone(zones, member.span.start) not in taken for member in members)
    return outside >= 0.9 * len(members)


def _zone(zones: Sequence[int], offset: int) -> int:
    return bisect_right(zones, offset)
