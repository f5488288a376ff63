"""Parting: lines that are written alike, and yet are of two kinds, are judged apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.choice.group import LISTED, Group
from dlqa_lint.recognise.choice.nested_counts import nested_counts
from dlqa_lint.recognise.choice.odd_items import with_odd_items
from dlqa_lint.recognise.choice.sections import announced_sections, outer_headings, silent_sections
from dlqa_lint.recognise.lines.stacks import FEWEST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_COUNT = 5
"""Fewer numbers leave one out by chance."""

_SURELY = 0.5
"""At least this share of a group whose gaps are filled has to look like questions. Set by hand."""

_NEARLY_ALL = 0.8
"""The share of headings from which the others are exceptions; authors forget one or two. Set by hand."""

_FEWEST = 3
"""Fewer questions may be listed, or ask, by chance."""

_FEW = 0.25
"""Where a larger share of the headings holds questions, all of them may be sections. Set by hand."""

_MOSTLY = 0.5
"""The share of the lines in a section of questions that ask, so that it holds questions. Set by hand."""

_SECTIONS = frozenset(vocabulary.SECTION_NAMES)


def split_groups(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups, each without the lines that are of another kind, which are a group of their own."""
    written = with_odd_items(groups)
    labelled = sorted(line.span.start for group in written if group.labelled for line in group.lines)
    written = [part for group in written for part in _apart(group, outside=_outside(group))]
    whole = [part for group in written for part in _apart(group, silent=_silent(group, labelled))]
    whole = [part for group in whole for part in _apart(group, stacked=_stacked(group))]
    counts = [group for group in whole if group.key.numbered and len(group) >= _COUNT]
    return tuple(part for group in whole for part in _apart(group, fills=_fillers(group, counts)))


def _apart(
    group: Group,
    *,
    outside: Collection[int] = (),
    silent: Collection[int] = (),
    fills: Collection[int] = (),
    stacked: Collection[int] = (),
) -> Iterator[Group]:
    """A group without some lines, and a group of these; the group itself where nothing would be left of either."""
    chosen = outside or silent or fills or stacked
    if stacked and len(stacked) == len(group):
        yield Group(group.key._replace(stacked=True), group.lines, group.page)
        return
    if not 0 < len(chosen) < len(group):
        yield group
        return
    rest = [line for index, line in enumerate(group.lines) if index not in chosen]
    apart = [line for index, line in enumerate(group.lines) if index in chosen]
    key = group.key._replace(
        outside=bool(outside) or group.key.outside,
        silent=bool(silent),
        fills=bool(fills),
        stacked=bool(stacked),
    )
    yield Group(group.key, rest, group.page)
    yield Group(key, apart, group.page)


def _stacked(group: Group) -> Collection[int]:
    """The indexes of the plain lines that are in a row with nothing between them."""
    if group.key.kind != "plain" or group.key.level:
        return ()
    text = group.page.source.text
    runs: list[list[int]] = []
    for index, line in enumerate(group.lines):
        if index and not text[group.lines[index - 1].span.end : line.span.start].strip():
            runs[-1].append(index)
        else:
            runs.append([index])
    return {index for run in runs if len(run) >= FEWEST for index in run}


def _silent(group: Group, labelled: Sequence[int]) -> Collection[int]:
    """The indexes of the lines that do not ask where the others do; `labelled` are the offsets of all with a label."""
    if not 0 < group.asking_share < 1 or (group.labelled and group.key.numbered):
        return ()
    if group.key.kind == "heading" and not (group.key.numbered or group.labelled):
        return (
            _parts_of_one(group)
            or _holders(group, labelled)
            or _sections(group)
            or _elsewhere(group)
            or _unlisted(group)
            or _told(group)
            or silent_sections(group)
        )
    listed = _silent_lists(group) if group.key.kind in LISTED else ()
    return nested_counts(group) or listed or (_otherwise(group) if group.key.numbered else ())


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
    return range(1, len(group)) if sum(others) <= _MOSTLY * len(others) else ()


def _otherwise(group: Group) -> Collection[int]:
    """The numbered lines in forms in which nothing asks, beside another form in which most do.

    1. What keeps a route apart?
    (1) its path
    (2) its method
    2. What is a hook?
    """
    forms: dict[str, list[bool]] = {}
    for line, asks in zip(group.lines, group.asking, strict=True):
        forms.setdefault(line.template, []).append(asks)
    told = max(forms.values(), key=sum)
    if sum(told) < max(_FEWEST, _MOSTLY * len(told)):
        return ()
    silent = {form for form, asking in forms.items() if not any(asking)}
    found = {index for index, line in enumerate(group.lines) if line.template in silent}
    return found if len(found) > 1 else ()


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


def _elsewhere(group: Group) -> Collection[int]:
    """The lines outside the sections that announce questions, where those inside ask, and hardly another one.

    ## Install
    ### From source
    ## FAQ
    ### Why is it slow?
    ### Can I sell it?
    """
    told = list(zip(announced_sections(group), group.asking, strict=True))
    inside = [asks for announced, asks in told if announced]
    outside = [asks for announced, asks in told if not announced]
    if not outside or sum(inside) < max(_FEWEST, _MOSTLY * len(inside)) or sum(outside) > _FEW * len(outside):
        return ()
    return {index for index, (announced, _) in enumerate(told) if not announced}


def _outside(group: Group) -> Collection[int]:
    """The lines of lists outside the sections that announce questions, where they have nothing of a question.

    ## Programs
    - [tides](https://example.com)
    ## Questions
    - What is a tide?
    """
    if group.key.kind not in LISTED or not 0 < group.asking_share < 1:
        return ()
    found = _elsewhere(group)
    last = [value[-1] for value in group.values]
    following = (index for index in found if index + 1 < len(group) and index + 1 not in found)
    counted = any(last[index + 1] == last[index] + 1 for index in following)
    return () if counted or any(group.likeness[index] for index in found) else found


def _silent_lists(group: Group) -> Collection[int]:
    """The lines of the lists in answers in which nothing asks.

    1. What is a deed?

       There are two kinds of it:

    1. strong
    2. weak

    2. What is a noun?
    """
    asking = {place for place, asks in zip(group.lists, group.asking, strict=True) if asks}
    asking |= _ordering(group)
    sections = {zone for zone, _ in asking} | group.page.asking_headings
    asking |= {place for place in group.lists if place[0] not in sections}
    kept = asking | _alone(group, asking)
    return {index for index, place in enumerate(group.lists) if place not in kept}


def _ordering(group: Group) -> set[tuple[int, int]]:
    """The lists of which most lines begin like orders, or like questions without a mark."""
    likely = Counter(place for place, likeness in zip(group.lists, group.likeness, strict=True) if likeness)
    sizes = Counter(group.lists)
    return {place for place, count in likely.items() if count >= _MOSTLY * sizes[place]}


def _alone(group: Group, asking: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """The lists of one item in sections where the questions are such lists: an answer below each ends its list.

    - What is REST?

    > A style.

    - REST and SOAP

    > The latter is a protocol.
    """
    sizes = Counter(group.lists)
    sections = {place[0] for place in asking if sizes[place] == 1}
    return {place for place, size in sizes.items() if size == 1 and place[0] in sections}


def _sections(group: Group) -> Collection[int]:
    """The headings that any document has, among others of which nearly all ask.

    ### What is a hook?
    ### What is an effect?
    ### Further reading
    """
    named = {
        index
        for index, (name, asks) in enumerate(zip(group.names, group.asking, strict=True))
        if name in _SECTIONS and not asks
    }
    others = len(group) - len(named)
    return named if named and sum(group.asking) >= max(_FEWEST, _NEARLY_ALL * others) else ()


def _holders(group: Group, labelled: Sequence[int]) -> Collection[int]:
    """The few headings that do not ask and hold questions with a label, beside others that hold none.

    ## What is a hook?
    ## Quick fire

    **Q: Who calls it?**
    **Q: How often?**
    """
    told = enumerate(zip(group.counted(labelled), group.asking, strict=True))
    holders = {index for index, (below, asks) in told if below > 1 and not asks}
    return holders if len(holders) <= _FEW * len(group) else ()


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


def _fillers(group: Group, counts: Sequence[Group]) -> Collection[int]:
    """The indexes of the lines that fill the gaps of a larger count: of the one with the most of them.

    ## 12. What is a service?
    ### 13. How is it started?
    ### 1. From the launcher
    ## 14. What is a provider?
    """
    if not group.key.numbered or len(group) < 2:
        return ()
    others = (other for other in counts if len(other) > len(group) and other.surely >= _SURELY)
    return max((set(group.filling(other)) for other in others), key=len, default=())
