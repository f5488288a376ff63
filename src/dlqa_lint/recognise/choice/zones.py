"""Zones: the stretches between headings, and which of them ask."""

from bisect import bisect_right
from collections.abc import Sequence

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.blocks import plain


def in_asking_zones(members: Sequence[Candidate], headings: Sequence[tuple[int, int]]) -> list[Candidate]:
    """The members without those of zones in which none asks (links to read, how to contribute).

    Where that leaves too few, all stay; `headings` are the offsets and levels of the headings.
    """
    starts = [at for at, _ in headings]
    zones = [bisect_right(starts, member.span.start) for member in members]
    asking = {
        zone for zone, member in zip(zones, members, strict=True) if as_question(plain(member.text)) == 1
    }
    kept = [member for zone, member in zip(zones, members, strict=True) if zone in asking]
    return kept if len(kept) * 2 > len(members) else list(members)
