"""missing-contents-entry: questions that their document's table of contents leaves out."""

from collections.abc import Iterator, Sequence

from dlqa_lint.edits.new_entries import Slot, new_entries, slot_beside
from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import asks
from dlqa_lint.links.contents import all_matches
from dlqa_lint.links.entries import entry_words, likeness, normal
from dlqa_lint.links.match import Match
from dlqa_lint.links.targets import LinkMap, link_map_of
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.model.finding import Edit, Finding, Fix, Place, Severity
from dlqa_lint.rule import LinkedRule, place, quoted
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import LINK

_MANY = 4
_PERHAPS = 0.5
"""Share of letter pairs from which an entry that leads nowhere may be the one that is missing."""
_LINK_ALONE = regex(LINK)


class MissingContentsEntry(LinkedRule):
    """A question is missing from a table of contents that lists its neighbours.

    Who looks a question up in the contents and does not find it takes it for not asked, and asks it again.
    Only runs of which at least half is listed are meant: contents that name sections, or exercises that
    were left out on purpose, are fine, and so is a heading that asks nothing where all that are listed ask.
    Fine as well is a question to which a link before the first question leads (a row that fell out of its
    table), and a template that waits for its words (`## 7. Title` with nothing below).

    Example:
        - [1. What is a tensor?](#1-what-is-a-tensor)
        - [3. What is a shape?](#3-what-is-a-shape)

    Repair:
        - [1. What is a tensor?](#1-what-is-a-tensor)
        - [2. What is a rank?](#2-what-is-a-rank)
        - [3. What is a shape?](#3-what-is-a-shape)

    Fix: Adds the entry at its place, written like its neighbour (list or table row, number, link,
    percent-encoding). It is safe, for nothing but the contents changes; it is unsafe where an entry with much
    the same words leads nowhere, for it may be the one. There is none where the neighbour shows no form to
    follow.

    Schema: `contents.anchors`.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        link_map = link_map_of(bank)
        listed: dict[str, dict[int, Match]] = {}
        dead: dict[str, list[str]] = {}
        for match in all_matches(link_map):
            if not (match.question or match.landing or match.outside):
                dead.setdefault(match.document.path, []).append(normal(entry_words(match.entry)))
            if match.question:
                listed.setdefault(match.document.path, {}).setdefault(match.question.position, match)
        for document in bank.documents:
            here = listed.get(document.path, {})
            if here:
                yield from self._document(document, here, dead.get(document.path, ()), link_map)

    def _document(
        self, document: Document, listed: dict[int, Match], dead: Sequence[str], link_map: LinkMap
    ) -> Iterator[Finding]:
        missing: list[tuple[Question, Slot]] = []
        found = listed.keys() | _linked_above(document, link_map)
        # A second question of the same words is a duplicate, and one entry names both.
        named = {normal(q.plain_text) for q in document.questions if q.position in listed}
        for run in document.runs:
            members = set(run.questions)
            asked = [q for q in document.questions if q.position in members and not q.withdrawn]
            known = [question for question in asked if question.position in listed]
            if known and len(known) * 2 >= len(asked):
                for q in asked:
                    words = normal(q.plain_text)
                    if q.position not in found and words not in named and _belongs(q, known):
                        named.add(words)
                        missing.append((q, slot_beside(q, known, listed)))
        edits = new_entries(missing, link_map)
        for group in _together(missing):
            sure = not any(_may_be(question, dead) for question, _ in group)
            yield self._finding(document, group, edits, sure=sure)

    def _finding(
        self, document: Document, group: list[tuple[Question, Slot]], edits: dict[int, Edit], *, sure: bool
    ) -> Finding:
        (question, slot), *others = group
        number = f"question {question.number.label} " if question.number else ""
        where = Place(
            slot.neighbour.owner.path, slot.neighbour.entry.span, "the entry next to which it belongs"
        )
        also = [place(document, other, "not listed either") for other, _ in others]
        made = {edit for q, _ in group if (edit := edits.get(q.position))}
        whole = made and all(q.position in edits for q, _ in group)
        title = (
            "add the missing entry to the contents"
            if not others
            else "add the missing entries to the contents"
        )
        more = f", nor are the {len(others)} questions after it" if others else ""
        message = f"{number}{quoted(question.plain_text)} is not listed in the table of contents{more}"
        return self.finding(
            document,
            question.span,
            message,
            question=question,
            related=(where, *also),
            fix=Fix(title, made, sure) if whole else None,
        )


def _together(missing: list[tuple[Question, Slot]]) -> Iterator[list[tuple[Question, Slot]]]:
    """The missing questions one by one; many that stand side by side together."""
    block: list[tuple[Question, Slot]] = []
    for one in [*missing, None]:
        if one and block and one[0].position == block[-1][0].position + 1:
            block.append(one)
            continue
        yield from [block] if len(block) > _MANY else [[single] for single in block]
        block = [one] if one else []


def _linked_above(document: Document, link_map: LinkMap) -> set[int]:
    """The positions of the questions to which links before the first question lead that are no entry's own.

    A blank line inside a table ends it: Markdown reads the rows after it as a paragraph, but their links work.
    So do those in a line that goes on with an entry (`-[4. Why?](#4-why)`, which lacks a space).
    """
    first = document.questions[0].span.start if document.questions else 0
    found = set()
    own = {entry.link.span for contents in document.contents for entry in contents.entries if entry.link}
    for link in document.links:
        if link.span.start >= first or link.span in own:
            continue
        aim = link_map.aim(document, link)
        if aim and aim.document is document and aim.fragment:
            landing = link_map.targets(document).find(aim.fragment)
            if landing and landing.question:
                found.add(landing.question.position)
    return found


def _belongs(question: Question, known: Sequence[Question]) -> bool:
    """Whether a question belongs into contents that list others.

    A heading that only links out (`## [Home](../README.md)`) does not, nor one that asks nothing where all
    that are listed ask, nor one that still waits for its words.
    """
    link = _LINK_ALONE.fullmatch(question.text.strip())
    if link and not link["target"].startswith("#"):
        return False
    if vocabulary.awaits_words(question.plain_text) and not _is_told(question):
        return False
    return asks(question.plain_text) or not all(asks(other.plain_text) for other in known)


def _is_told(question: Question) -> bool:
    """Whether words answer a question; the empty block of code below a template is material at most."""
    answer = question.answer
    return answer is not None and answer.given and answer.kind != "material"


def _may_be(question: Question, dead: Sequence[str]) -> bool:
    """Whether an entry that leads nowhere may stand for a question."""
    asked = normal(question.plain_text)
    return any(likeness(words, asked) >= _PERHAPS for words in dead)
