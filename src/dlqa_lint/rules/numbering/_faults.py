"""What the rules of this family share: the faults of one kind in a bank, and the fix that renumbers."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.edits.sequence import Fault, Kind, Member, Series, faults, is_mixed, renumbered, series_of
from dlqa_lint.links.targets import link_map_of
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.model.finding import Fix, Place
from dlqa_lint.rule import place, quoted
from dlqa_lint.text.source import Span

if TYPE_CHECKING:
    from dlqa_lint.edits.mentions import Mentions

_FIXES = 10
"""How many faults of a kind in a run carry a fix: each renumbers all that follows, so the first does it all."""
_OF_A_CHOICE = ("gap", "wrong-first", "out-of-order")
"""The faults that are none where questions were chosen from a larger whole, in the order of whoever chose them."""
_CHOSEN = 3
"""So many steps that do not go up by one, and most of a count's steps, show that questions were chosen."""
_OFTEN, _OFTEN_SHARE = 4, 1 / 3
"""So many, and this share of the steps, show it too; in the labelled banks gaps by mistake are below a tenth."""


class Found(NamedTuple):
    """A fault with its surroundings; `question` is the first one that readers see it at.

    `width` is to how many digits the numbers of the series are padded with zeros; `fixed` tells whether it is one of
    the faults that carry a fix.
    """

    bank: Bank
    document: Document
    series: Series
    fault: Fault
    question: Question
    width: int
    fixed: bool

    @property
    def span(self) -> Span:
        """Where the number is."""
        return self.question.number.span if self.question.number else self.question.span

    @property
    def expected(self) -> str:
        """The number that should be there, spelled as the document spells numbers."""
        from dlqa_lint.edits.renumber import respelled  # only where something is wrong

        number = self.question.number
        return respelled(number, self.fault.expected, self.width) if number else str(self.fault.expected)

    @property
    def said(self) -> str:
        """The beginning of a message: which question, and the number it carries."""
        label = self.question.number.label if self.question.number else ""
        last = self.fault.last
        alone = last == self.series.members[self.fault.at]
        block = "" if alone or last.number is None else f" (and so on to {last.number.label})"
        return f"question {quoted(self.question.plain_text)} is numbered {label}{block}"


def found(bank: Bank, kind: Kind) -> Iterator[Found]:
    """The faults of one kind in a bank, but for those that only a withdrawn question shows."""
    for document, chosen, series, wrong in _wrong(bank):
        if chosen and kind in _OF_A_CHOICE:
            continue
        of_kind = [fault for fault in wrong if fault.kind == kind]
        width = _width(series) if of_kind else 0
        for at, fault in enumerate(of_kind):
            question = _first_question(series, fault.at)
            if question is not None:
                yield Found(bank, document, series, fault, question, width, at < _FIXES)


def _width(series: Series) -> int:
    from dlqa_lint.edits.renumber import padding  # only where something is wrong

    return padding({member.number: None for member in series.members if member.number})


@lru_cache(maxsize=1)
def _wrong(bank: Bank) -> tuple[tuple[Document, bool, Series, list[Fault]], ...]:
    """The series of a bank in which something is wrong, found out once for all rules of this family.

    Beside each document stands whether its numbers are those of a larger whole.
    """
    rows: list[tuple[Document, bool, Series, list[Fault]]] = []
    for document in bank.documents:
        wrong = [(series, found) for series in series_of(document) if (found := faults(series))]
        chosen = bool(wrong) and _is_a_choice(document)
        rows += ((document, chosen, series, found) for series, found in wrong)
    return tuple(rows)


def _is_a_choice(document: Document) -> bool:
    """Whether the numbers are those of a larger whole, of which a document without a schema holds some.

    ### 3.4 What is a vector?

    ### 3.7 What is a rank?

    ### 3.12 What is a basis?
    """
    if not document.schema.inferred:
        return False
    steps = skipped = 0
    for series in series_of(document):
        if series.scope != "ids":
            numbers = [member.value for member in series.members if member.number]
            steps += len(numbers)
            skipped += sum(fault.kind in _OF_A_CHOICE for fault in faults(series))
            # The children of a parent are a series of their own, which begins with the first that is there.
            skipped += series.scope == "hierarchy" and numbers[:1] > [1]
    often = skipped >= _OFTEN and skipped > _OFTEN_SHARE * steps
    return often or (skipped >= _CHOSEN and skipped * 2 > steps)


def begins_again(again: Found) -> bool:
    """Whether a list that the renderer numbers is broken off before a question, and readers see it begin anew."""
    before = again.series.members[: again.fault.at]
    number = again.question.number
    first = number is not None and number.lazy and number.value == (1,)
    return first and any(member.number and member.number.lazy for member in before)


def _first_question(series: Series, start: int) -> Question | None:
    """The first numbered question that exists in a series, from an index on."""
    following = (series.members[index] for index in range(start, len(series.members)))
    return next((member.question for member in following if member.question and member.number), None)


@lru_cache(maxsize=1)
def _mentions(bank: Bank) -> "Mentions":
    """Where the bank says numbers, found out once for all rules of this family."""
    from dlqa_lint.edits.mentions import Mentions  # only where something is wrong

    return Mentions(link_map_of(bank))


def other(found: Found, message: str) -> list[Place]:
    """The question that a fault is judged by, as a related place."""
    member = found.fault.other
    return [place(found.document, member.question, message)] if member and member.question else []


def where(member: Member | None) -> str:
    """The number and line of a member, as messages say them."""
    if member is None or member.number is None:
        return "no other number"
    line = f" at line {member.question.line}" if member.question else ""
    return member.number.label + line


def fix_from(found: Found) -> Fix | None:
    """The fix that renumbers a series from a fault on; stable ids are never renumbered.

    Nor are `3.2` and `4` side by side: a person must say which of them counts what.
    """
    if not found.fixed or found.series.scope == "ids" or is_mixed(found.document):
        return None
    from dlqa_lint.edits.mentions import revived_references  # only where something is wrong
    from dlqa_lint.edits.renumber import renumbering

    values = renumbered(found.series, found.fault.start)
    new = {
        number: value for i, value in values.items() if (number := found.series.members[i].number) is not None
    }
    edits = renumbering(_mentions(found.bank), found.document, new, found.width)
    if not edits:
        return None
    # `See question 3`, where 3 was removed, would lead to the one that was 4.
    given = [((*number.value[:-1], value), number.suffix) for number, value in new.items()]
    sure = not found.document.schema.inferred and not any(revived_references(found.document, given))
    return Fix("number the questions in order", edits, safe=sure)
