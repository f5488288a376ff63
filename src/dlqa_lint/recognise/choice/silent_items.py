"""Items and numbered lines that do not ask where the others do, and are judged apart from them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.choice.nested_counts import nested_counts
from dlqa_lint.recognise.choice.sections import MOSTLY, announced_sections, elsewhere

if TYPE_CHECKING:
    from collections.abc import Collection

    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 3
"""Fewer questions may be listed, or ask, by chance."""

_NEARLY_ALL = 0.8
"""The share of the lines in lists of questions that ask, so that a list elsewhere in which none does is none: of such
lists of two lines or more, 27 of the labelled documents hold none that asks, and 4 do. Set by hand."""


def silent_items(group: Group) -> Collection[int]:
    """The indexes of the items and numbered lines that do not ask where the others do."""
    listed = _in_answers(group) if group.key.kind in LISTED else ()
    otherwise = _otherwise(group) if group.key.numbered else ()
    return {*(nested_counts(group) or listed), *otherwise}


def _in_answers(group: Group) -> Collection[int]:
    """The lines of the lists in answers in which nothing asks.

    1. What is a deed?

       There are two kinds of it:

    1. strong
    2. weak

    2. What is a noun?
    """
    asking = {place for place, asks in zip(group.lists, group.asking, strict=True) if asks}
    ordering = _ordering(group)
    steps = _steps(group, ordering)
    asking |= ordering - steps
    sections = {zone for zone, _ in asking} | group.page.asking_headings
    others = {place for place in group.lists if place[0] not in sections}
    kept = asking | (others - steps - _beside_questions(group, asking)) | _alone(group, asking)
    kept |= _counted_on(group, kept)
    return {index for index, place in enumerate(group.lists) if place not in kept}


def _ordering(group: Group) -> set[tuple[int, int]]:
    """The lists of which most lines begin like orders, or like questions without a mark."""
    likely = Counter(place for place, likeness in zip(group.lists, group.likeness, strict=True) if likeness)
    sizes = Counter(group.lists)
    return {place for place, count in likely.items() if count >= MOSTLY * sizes[place]}


def _beside_questions(group: Group, asking: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """The lists in which nothing asks, in sections that announce nothing, where nearly all lines of the others ask.

    ## How to use this list

    - Read it before the day
    - Take three of them along

    ## Team

    - How large is the team?
    - Who decides?
    """
    told = [asks for place, asks in zip(group.lists, group.asking, strict=True) if place in asking]
    if group.labelled or sum(told) < max(_FEWEST, _NEARLY_ALL * len(told), MOSTLY * len(group)):
        return set()
    sizes = Counter(group.zones)
    announced = zip(group.lists, announced_sections(group), strict=True)
    # Of lists in items the section says nothing: its questions are the items around them.
    kept = {*asking, *(place for place, announces in announced if announces and not group.key.level)}
    return {place for place in group.lists if sizes[place[0]] > 1 and place not in kept}


def _steps(group: Group, ordering: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """The lists of orders before the first line that asks, in sections that are called as in documents of any kind.

    ## Setup

    1. Run the script.

    ## The task

    1. What has become of the file?
    """
    texts = group.page.heading_texts
    first = group.zones[group.asking.index(True)] if True in group.asking else -1
    return {
        place
        for place in ordering
        if place[0] < first and vocabulary.is_section_name(texts.get(place[0], ""))
    }


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


def _counted_on(group: Group, asking: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """The lists that share a count with one that asks: it goes on where they end, or they go on where it ends.

    Those right before it are no answer's, if nothing asks above them in their section:

    1. Callbacks
    2. Output of this code

        foo()
    3. Explain the event loop
    """
    if not group.key.numbered:
        return set()
    found: set[tuple[int, int]] = set()
    begun: set[int] = set()
    values = [value[-1] for value in group.values]
    for index, (before, place) in enumerate(pairwise(group.lists), 1):
        if before in asking:
            begun.add(before[0])
        if before == place or before[0] != place[0] or values[index] != values[index - 1] + 1:
            continue
        if before in asking or before in found:
            found.add(place)
        elif place in asking and place[0] not in begun:
            found.add(before)
    return found


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
    if sum(told) < max(_FEWEST, MOSTLY * len(told)):
        return ()
    silent = {form for form, asking in forms.items() if not any(asking)}
    found = {index for index, line in enumerate(group.lines) if line.template in silent}
    return found if len(found) > 1 else ()


def outside_sections(group: Group) -> Collection[int]:
    """The lines of lists outside the sections that announce questions, where they have nothing of a question.

    ## Programs
    - [tides](https://example.com)
    ## Questions
    - What is a tide?
    """
    if group.key.kind not in LISTED or group.asking_share == 1:
        return ()
    if not group.asking_share:
        return elsewhere(group, [likeness > 0 for likeness in group.likeness])
    found = elsewhere(group)
    surely = all(asks for index, asks in enumerate(group.asking) if index not in found)
    last = [value[-1] for value in group.values]
    following = (index for index in found if index + 1 < len(group) and index + 1 not in found)
    counted = any(last[index + 1] == last[index] + 1 for index in following)
    telling = group.asking if surely else group.likeness
    return () if counted or any(telling[index] for index in found) else found
