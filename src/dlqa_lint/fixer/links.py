"""Where links led before and lead after: contents may be rewritten, but what they led to is still reached."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from dlqa_lint.fixer.tokens import words
from dlqa_lint.links.contents import all_matches
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Bank, Document, Link

Goal = tuple[str, int | str]
"""Where a link leads: the path of a document, and a question's position or another heading's words there."""

Leads = Callable[[Document, Link], Goal | None]
"""Tells where in the bank a link leads, if anywhere."""


def leads_in(documents: Mapping[str, Document]) -> Leads:
    """The lookup of links for a bank."""
    link_map = LinkMap(Bank(tuple(documents.values())))
    headings = {
        (document.path, heading.span.start): " ".join(_letters(heading.plain_text))
        for document in documents.values()
        for heading in document.headings
    }

    def leads(document: Document, link: Link) -> Goal | None:
        aim = link_map.aim(document, link)
        landing = link_map.targets(aim.document).find(aim.fragment) if aim and aim.fragment else None
        if aim is None or landing is None:
            return None
        path = aim.document.path
        if landing.question:
            return path, landing.question.position
        return (path, headings[path, landing.at]) if (path, landing.at) in headings else None

    return leads


def bank_targets(document: Document, leads: Leads) -> set[str]:
    """The link targets of a document that lead somewhere in the bank."""
    return {link.target for link in document.links if leads(document, link) is not None}


def mended(before: Document, after: Document, leads: Leads) -> Iterator[str]:
    """The targets of links that led nowhere for their capitals, their anchor or its sign, and lead somewhere now."""
    if len(before.links) != len(after.links):
        return
    for old, new in zip(before.links, after.links, strict=True):
        file, right = old.target.partition("#")[0], new.target.partition("#")[0]
        same = file.casefold() == right.casefold() or new.target == f"#{old.target}"
        if same and leads(after, new) is not None:
            yield old.target


def strayed(
    before: Document, after: Document, old: Leads, new: Leads, bank: Mapping[str, Document]
) -> Iterator[tuple[int, str, str]]:
    """Links of a document that lead somewhere else than before, or nowhere.

    Given are the place, what to say, and the path of the document that the link led to.

    `bank` are the documents after. Links in the text are paired in order, those in contents by their words.
    """
    was = [(link, goal) for link in before.links if (goal := old(before, link)) is not None]
    text_was = [link for link in before.links if not link.in_contents]
    text_now = [new(after, link) for link in after.links if not link.in_contents]
    paired = dict(zip((link.span for link in text_was), text_now, strict=False))
    aligned = len(text_was) == len(text_now)
    entries: dict[tuple[str, ...], set[Goal]] = {}
    for link in after.links:
        if link.in_contents and (goal := new(after, link)) is not None:
            entries.setdefault(_letters(link.text), set()).add(goal)
    listed = {goal for goals in entries.values() for goal in goals}
    for link, goal in was:
        if not link.in_contents:
            kept = paired.get(link.span) == goal if aligned else goal in text_now
        else:
            named = entries.get(_letters(link.text), {goal})
            # An entry may have jumped to the title, whose words a question has as well.
            kept = (goal in listed or isinstance(goal[1], str)) and (
                (goal in named and goal in listed)
                or any(_says(link.text, other, bank) for other in named & listed)
            )
        if not kept:
            yield link.span.start, f"the link {link.text!r} no longer leads where it led", goal[0]
    count, left = (sum(len(table.entries) for table in side.contents) for side in (before, after))
    if left < count - _repeats(before, old):
        yield before.contents[0].span.start, f"{count} contents entries became {left}", before.path
    yield from _listed_again(before, after, (old, new), bank)


def _repeats(document: Document, leads: Leads) -> int:
    """How many contents entries a document has more than it needs: those that say what another one says."""
    said = Counter(
        (table, _letters(entry.link.text), goal)
        for table, contents in enumerate(document.contents)
        for entry in contents.entries
        if entry.link and (goal := leads(document, entry.link))
    )
    return said.total() - len(said)


def wronged(before: Mapping[str, Document], after: Mapping[str, Document]) -> Iterator[tuple[str, int, str]]:
    """Questions that the contents listed rightly before and no more: the path, the place, what to say."""
    was, now = _listed_rightly(before), _listed_rightly(after)
    for goal, (path, offset, said) in was.items():
        if goal not in now and goal[1] <= len(after[goal[0]].questions):
            yield (
                path,
                offset,
                f"the contents entry {said!r} was right, and the question no longer has a right one",
            )


def _listed_rightly(documents: Mapping[str, Document]) -> dict[tuple[str, int], tuple[str, int, str]]:
    """The questions that have an entry with their number that leads to them, and where it is."""
    link_map = LinkMap(Bank(tuple(documents.values())))
    found: dict[tuple[str, int], tuple[str, int, str]] = {}
    for match in all_matches(link_map):
        question, number = match.question, match.entry.number
        led = match.landing.question if match.landing else None
        if question is None or led is None:
            continue
        numbered = number is None or (question.number is not None and number.key == question.number.key)
        if numbered and led.position == question.position:
            place = match.owner.path, match.entry.span.start, match.entry.text
            found.setdefault((match.document.path, led.position), place)
    return found


def _listed_again(
    before: Document, after: Document, leads: tuple[Leads, Leads], bank: Mapping[str, Document]
) -> Iterator[tuple[int, str, str]]:
    """Questions that the contents list twice or more, and more often than before.

    Where several tables list every question, each of them lists a new one.
    """
    now = Counter(goal for link in after.links if link.in_contents and (goal := leads[1](after, link)))
    named: dict[tuple[str, ...], set[Goal]] = {}
    for path, place in now:
        if isinstance(place, int) and now[path, place] > 1:
            named.setdefault(_letters(bank[path].at(place).plain_text), set()).add((path, place))
    was: Counter[Goal] = Counter()
    for link in before.links if named else ():
        if link.in_contents:
            # An entry that led astray may lead now to what it says: it listed that question all along.
            was.update({leads[0](before, link), *named.get(_letters(link.text), ())} - {None})
    for path, place in (goal for goals in named.values() for goal in goals):
        if now[path, place] > max(was[path, place], 1) and now[path, place] > _full(
            after, leads[1], bank[path]
        ):
            yield 0, f"a question is listed {now[path, place]} times in place of {was[path, place]}", path


def _full(owner: Document, leads: Leads, listed: Document) -> int:
    """How many tables of contents list every question of a document."""
    asked = {(listed.path, question.position) for question in listed.questions if not question.withdrawn}
    return sum(
        {leads(owner, entry.link) for entry in table.entries if entry.link} >= asked
        for table in owner.contents
    )


def _says(text: str, goal: Goal, bank: Mapping[str, Document]) -> bool:
    """Whether a contents entry says what the question or heading that it leads to says."""
    path, place = goal
    said = bank[path].at(place).plain_text if isinstance(place, int) else place
    return _letters(said) == _letters(text)


def _letters(text: str) -> tuple[str, ...]:
    """The words of an entry: neither its number nor punctuation tell two entries apart."""
    return tuple(word.casefold() for word in words(text) if word[0].isalpha())
