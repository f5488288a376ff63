"""Numbering whole runs on the owner's word: which number each question of a document gets."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.edits.continued_files import last_number, up_to
from dlqa_lint.edits.given_number import numbered
from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.renumber import Change, New, padding, respelled_whole, taken_along
from dlqa_lint.edits.rewrite import Rewriting
from dlqa_lint.edits.sequence import Member, Series, faults, is_mixed, renumbered, series_of
from dlqa_lint.model.bank import Bank, Document, Number, Question
from dlqa_lint.model.finding import Edit
from dlqa_lint.model.form import NUMBER, parse_form
from dlqa_lint.text.source import Span


class Wish(NamedTuple):
    """What is asked for: the number of the first question, and by path the only spans that are meant."""

    first: int | None = None
    within: Mapping[str, Sequence[Span]] | None = None


class Plan(NamedTuple):
    """The new numbers of a document; `given` are the questions that had none, by position.

    `begun` counts the runs that begin with the number that was asked for, `notes` are what the owner has to
    know, and `last` is the number of the last question, from which another file may continue.
    """

    document: Document
    new: Mapping[Number, New]
    given: Mapping[int, Number]
    rewritings: Mapping[int, Rewriting]
    begun: int
    notes: tuple[str, ...]
    last: int

    @property
    def changes(self) -> bool:
        """Whether any number changes."""
        return bool(self.new or self.given)

    def edits(self, mentions: Mentions) -> tuple[Edit, ...]:
        """The edits that make it true; raises ObstacleError where something cannot be taken along."""
        return taken_along(mentions, self.document, self.new, Change(self.rewritings))


def planned(bank: Bank, chosen: Collection[str], wish: Wish, before: Mapping[str, Document]) -> list[Plan]:
    """The new numbers of the chosen documents of a bank.

    `before` gives the documents that files of a count over several files continue, by their paths.
    """
    lasts: dict[str, int] = {}
    plans = []
    for document in sorted(bank.documents, key=lambda document: len(up_to(document.path, before))):
        if document.path not in chosen or not document.questions:
            continue
        previous = before.get(document.path)
        goes_on = lasts.get(previous.path) if previous else None
        if previous and goes_on is None and wish.first is None:
            goes_on = last_number(previous)
        if wish.first is not None and wish.within is not None:
            goes_on = None
        plan = _plan(document, wish, goes_on)
        lasts[document.path] = plan.last
        plans.append(plan)
    return plans


class _Tally:
    """What is known of a document's new numbers so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lasts: dict[Number, tuple[int, int]] = {}
        """The last component of each number that is renumbered, and the width of its run."""
        self.given: dict[int, Number] = {}
        self.rewritings: dict[int, Rewriting] = {}
        self.begun = 0
        self.notes: list[str] = []

    def count(self, series: Series, first: int | None, width: int) -> None:
        """Number a series from its first number on."""
        members = tuple(self._numbered(series))
        first = _first_of(series) if first is None else first
        for index, value in renumbered(series._replace(members=members, first=first), 0).items():
            number, question = members[index].number, members[index].question
            if number is None:
                continue
            if number.spelling:
                self.lasts[number] = value, width
            elif question:
                spelling = str(value).zfill(width)
                self.given[question.position] = number._replace(spelling=spelling, value=(value,))

    def _numbered(self, series: Series) -> Iterator[Member]:
        """The members; a question that lacks its number and can have one has a number without a spelling."""
        before = series.first - 1
        for member in series.members:
            question = member.question
            if member.number is None and question and self._form(question):
                at = Span(question.text_span.start, question.text_span.start)
                yield Member(Number("", (before + 1,), "", at), question)
                before += 1
                continue
            before = member.value if member.number else before
            yield member

    def _form(self, question: Question) -> str | None:
        """The form in which a question without a number would have one; None for what differs in more than that.

        A deeper heading without a number may be a part of the answer above it.
        """
        forms = self.document.schema.question.form
        if question.shares_answer or question.withdrawn or not all(NUMBER in form for form in forms):
            return None
        own = parse_form(question.form)
        trial = question._replace(number=Number("1", (1,), "", question.text_span))
        alike = (form for form in forms if parse_form(form)[1:3] == own[1:3])
        return next((form for form in alike if numbered(self.document, trial, form)), None)

    def plan(self) -> Plan:
        """What comes of it."""
        new = dict(composed(self.document, self.lasts))
        for question in self.document.questions:
            if number := self.given.get(question.position):
                form = self._form(question) or ""
                rewriting = numbered(self.document, question._replace(number=number), form)
                if rewriting:
                    self.rewritings[question.position] = rewriting
        last = self.document.questions[-1]
        ends = self.given.get(last.position) or last.number
        value = new[last.number].value if last.number in new else ends.value if ends else (0,)
        return Plan(
            self.document, new, self.given, self.rewritings, self.begun, tuple(self.notes), value[-1]
        )  # fmt: skip


def _plan(document: Document, wish: Wish, goes_on: int | None) -> Plan:
    """The new numbers of one document, which continue from a number of another file if one is given."""
    tally = _Tally(document)
    if is_mixed(document):
        tally.notes.append(
            "found numbers of several depths side by side; which of them counts what, its owner must say"
        )
        return tally.plan()
    for series in series_of(document):
        if series.scope == "ids":
            if faults(series):
                tally.notes.append("its numbers are names in free order (ids), which are not renumbered")
            continue
        width = padding({member.number: None for member in series.members if member.number})
        for part, before in _narrowed(series, document, wish):
            first = wish.first
            if goes_on is not None and before is None and series.scope != "hierarchy":
                first = goes_on + 1
            elif first is not None:
                tally.begun += 1
            elif before and before.number:
                first = before.value + 1
            elif kept := _kept_first(series):
                tally.notes.append(kept)
            tally.count(part, first, width)
    return tally.plan()


def _narrowed(series: Series, document: Document, wish: Wish) -> Iterator[tuple[Series, Member | None]]:
    """The parts of a series that are asked for, each with the member before it."""
    if wish.within is None:
        yield series, None
        return
    for span in wish.within.get(document.path, ()):
        inside = [at for at, member in enumerate(series.members) if span.start <= _place(member) < span.end]
        if inside:
            before = series.members[inside[0] - 1] if inside[0] else None
            yield series._replace(members=series.members[inside[0] : inside[-1] + 1]), before


def _place(member: Member) -> int:
    if member.question:
        return member.question.span.start
    return member.number.span.start if member.number else 0


def _first_of(series: Series) -> int:
    """The number that a series begins with: its own unless that is out of step with those after it."""
    wrong = next((fault for fault in faults(series) if fault.kind == "wrong-first"), None)
    if wrong is None:
        return series.first
    counted = renumbered(series, 0)[wrong.at]
    return max(series.first + series.members[wrong.at].value - counted, 0)


def _kept_first(series: Series) -> str:
    """What to say where a series keeps a first number that is not the expected one."""
    first = _first_of(series)
    if first in (0, series.first):
        return ""
    return f"its first question stays number {first}; --from {series.first} begins with {series.first}"


def composed(document: Document, lasts: Mapping[Number, tuple[int, int]]) -> Iterator[tuple[Number, New]]:
    """The numbers that change, those below a changed parent (`3.1` below `3`) included."""
    numbers = {q.number: q.run for q in document.questions if q.number}
    numbers |= {number: -1 for number in lasts if number not in numbers}
    whole: dict[tuple[int, tuple[int, ...]], tuple[int, ...]] = {}
    for number, run in sorted(numbers.items(), key=lambda item: item[0].span):
        last, width = lasts.get(number, (number.value[-1], 0))
        above = number.value[:-1]
        value = (*whole.get((run, above), above), last)
        whole[run, number.value] = value
        if value != number.value:
            yield number, New(value, respelled_whole(number, value, width))
