"""Headings that do not ask where the others do, and are judged apart from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.choice.sections import MOSTLY, elsewhere, outer_headings, silent_sections

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dlqa_lint.recognise.choice.group import Group

_NEARLY_ALL = 0.8
"""The share of headings from which the others are exceptions; authors forget one or two. Set by hand."""

_FEWEST = 3
"""Fewer questions may be listed, or ask, by chance."""

_FEW = 0.25
"""Where a larger share of the headings holds questions, all of them may be sections. Set by hand."""

_ALONE = 0.5
"""The share of the other headings that ask, up to which they are parts of the first one's answer. Set by hand."""


class Asked(NamedTuple):
    """The offsets of the lines of a document that have a label, and of those that read like questions, in order."""

    labelled: Sequence[int]
    asking: Sequence[int]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> Asked:
        """Those of some groups."""
        labelled = [start for group in groups if group.labelled for start in group.starts]
        told = [pair for group in groups for pair in zip(group.starts, group.asking, strict=True)]
        return cls(sorted(labelled), sorted(start for start, asks in told if asks))


def silent_headings(group: Group, asked: Asked) -> Collection[int]:
    """The indexes of the headings that do not ask where the others do."""
    return (
        _parts_of_one(group)
        or _holders(group, asked)
        or _topics(group)
        or _sections(group)
        or elsewhere(group)
        or _unlisted(group)
        or _told(group)
        or silent_sections(group)
    )


def _parts_of_one(group: Group) -> Collection[int]:
    """The headings below the one that asks, and that a file in a folder of questions begins with.

    # How is a commit undone?

    # Three ways
    """
    page = group.page
    opens = page.block_below(0, page.length)
    first, *others = group.asking
    if not (page.among_questions and first and opens and group.starts[0] == page.source.starts[opens.first]):
        return ()
    return range(1, len(group)) if sum(others) <= _ALONE * len(others) else ()


def _holders(group: Group, asked: Asked) -> Collection[int]:
    """The few headings that do not ask and hold questions with a label, or announce some and hold lines that ask.

    ## What is a hook?
    ## Quick fire

    **Q: Who calls it?**
    **Q: How often?**
    """
    announcing = [start in group.page.announcing for start in group.starts]
    told = zip(
        group.counted(asked.labelled), group.counted(asked.asking), announcing, group.asking, strict=True
    )
    holders = {
        index
        for index, (labelled, asking, announces, asks) in enumerate(told)
        if not asks and (labelled > 1 or (announces and asking > 1))
    }
    return holders if len(holders) <= _FEW * len(group) else ()


def _topics(group: Group) -> Collection[int]:
    """The headings that do not surely ask and hold others that do, where most of the rest ask themselves.

    ## Why is a keel heavy?
    ## Sails
    ### What is a reef?
    ### When is it taken in?
    ## What is a tiller for?
    """
    asking = sorted(group.page.asking_headings.difference(group.starts))
    told = enumerate(zip(group.counted(asking), group.likeness, strict=True))
    topics = {index for index, (below, likeness) in told if below and likeness < 1}
    enough = max(_FEWEST, MOSTLY * (len(group) - len(topics)))
    return topics if sum(group.asking) >= enough else ()


def _sections(group: Group) -> Collection[int]:
    """The headings that any document has, among others of which nearly all ask.

    ### What is a hook?
    ### What is an effect?
    ### Further reading
    """
    named = {
        index
        for index, (text, asks) in enumerate(zip(group.texts, group.asking, strict=True))
        if not asks and vocabulary.is_section_name(text)
    }
    others = len(group) - len(named)
    return named if named and sum(group.asking) >= max(_FEWEST, _NEARLY_ALL * others) else ()


def _unlisted(group: Group) -> Collection[int]:
    """The headings that neither ask nor are in the contents, where those that ask are, and hardly another one.

    - [What is a DAG?](#what-is-a-dag)

    ## [Home](index.md)
    ## What is a DAG?
    ### Structure of a DAG
    """
    listed = [group.page.is_linked(line) for line in group.lines]
    both = sum(known and asks for known, asks in zip(listed, group.asking, strict=True))
    if both < max(_FEWEST, _NEARLY_ALL * sum(group.asking), _NEARLY_ALL * sum(listed)):
        return ()
    told = enumerate(zip(listed, group.likeness, strict=True))
    return {index for index, (known, likeness) in told if not known and not likeness}


def _told(group: Group) -> Collection[int]:
    """The headings below those where some do not ask, beside questions below which every one does.

    ## How are links opened?
    ### Why is the list so short?
    ### Can I copy it?
    ## Which keys work?
    ### On Windows
    ### On a terminal without colours
    """
    below: dict[tuple[int, ...], list[bool]] = {}
    above = outer_headings(group)
    for outer, asks in zip(above, group.asking, strict=True):
        below.setdefault(outer, []).append(asks)
    known = group.page.asking_headings
    asking = {
        outer
        for outer, told in below.items()
        if all(told) and len(told) > 1 and known.intersection(outer[-1:])
    }
    others = [asks for outer, told in below.items() if outer not in asking for asks in told]
    if not asking or any(others):
        return ()
    return {index for index, outer in enumerate(above) if outer not in asking}
