"""question-form: a question that is written in another form than the schema's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.links.targets import LinkMap, link_map_of
from dlqa_lint.model.bank import Bank, Document, Number, Question
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.model.form import NUMBER, form_key, parse_form
from dlqa_lint.model.numbers import are_nested, depth_of
from dlqa_lint.model.question import ITEMS
from dlqa_lint.rule import LinkedRule, place, quoted
from dlqa_lint.rules.forms._meant_otherwise import is_meant
from dlqa_lint.rules.forms._sections_and_lists import apart_in_lists, leaves_its_section
from dlqa_lint.rules.index_lists import in_an_index
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_SENTENCES = regex(rf"\w\W?[{marks.SENTENCE_ENDS}]\s+\S*\w")
"""The end of a sentence with another behind it."""
_LINE_END = "\n"
"""What is before the words of a form whose label stands alone."""

_DELIMITED = regex(r"[-–—:.)]+\s")
"""What is left of a delimiter that was not understood: the `-` in `2. - What is a tensor?`."""

_AFTER_NUMBER = regex(r"\{number\}([^\w{}]+)\{text\}")
"""What a form has between number and words."""

_MANY = 20
"""So many questions in one other form that no fix can change are one finding: more would hide what else is wrong."""

_SEVERAL, _MOST = 4, 3
"""Where no fix can change one in three of four or more questions that are written alike, none is changed."""


class Deviation(NamedTuple):
    """A question that is not in a form of its schema, the form that it should have, and the fix, if there is one."""

    question: Question
    target: str
    fix: Fix | None


class QuestionForm(LinkedRule):
    """A question is written in another form than the questions of its document are.

    Heading or list item, heading level, prefix, delimiter, emphasis and closing hashes make the form; white
    space does not count. Without a schema the form of the majority is the right one, and a run that is
    consistently in a form of its own may keep it. So may a question without a number that is the only one in its
    section where the others are lists, and a list that is the index of headings below. A range (`### P2–P4 Status`)
    and a number in a sentence (`### Task 3 with a picture`) lack no delimiter. Headings with longer numbers may be
    deeper (`### 1.` and `#### 1-1.`), if all of them do.

    Readers, tables of contents and scripts find questions by their form, and overlook the ones that differ. Many
    that are written alike, and that no fix can change, are one finding.

    Example:
        ### 1. What is a tensor?
        2. What is a rank?

    Repair:
        ### 1. What is a tensor?
        ### 2. What is a rank?

    Fix: Writes the question in the right form, moves what belongs to a list item in or out of the item, and
    lets links follow a heading whose anchor changes. It is safe, as only markup, label, delimiter and white
    space change, but for these cases: a question that would become a heading as high as the one it is below, and
    so leave its section or another question; a heading without a number that would become a list item; words below
    a label that would move up into it; and (without a schema) the questions of a list that differ all together and
    may be meant to. There is no fix where words could suffer: a `<summary>`, a table row, an answer whose own
    headings would no longer be below the question, a number that does not continue from the last right one, a line
    with more than the question on it, of which nobody can say whether it is the answer, and many questions that are
    written alike where it could change no more than two in three of them.

    Schema: `question.form`.
    """

    def check(self, bank: Bank) -> Iterator[Finding]:
        link_map = link_map_of(bank)
        for document in bank.documents:
            alike: dict[tuple[str, str], list[Deviation]] = {}
            for deviation in _deviations(link_map, document):
                alike.setdefault((deviation.question.form, deviation.target), []).append(deviation)
            for group in alike.values():
                for found in _of_one_cause(group):
                    yield self._told(document, found)

    def _told(self, document: Document, group: Sequence[Deviation]) -> Finding:
        """A question in another form, or many that are written alike and that no fix can change."""
        (question, target, fix), *others = group
        more = f" and {len(others)} more are" if others else " is"
        start = question.span.start
        return self.finding(
            document,
            Span(start, max(question.text_span.start, start + 1)),
            f"question {quoted(question.plain_text)}{more} written as {quoted(question.form)}, "
            f"expected {quoted(target)}",
            question=question,
            related=[place(document, other.question, "written likewise") for other in others],
            fix=fix,
        )


def _of_one_cause(alike: list[Deviation]) -> Iterator[list[Deviation]]:
    """Questions that are written alike, one by one where a fix changes most of them.

    Where it does not, they would be written in two ways afterwards: no fix is offered, and many are one finding.
    """
    lacking = [deviation for deviation in alike if deviation.fix is None]
    if len(alike) >= _SEVERAL and len(lacking) * _MOST > len(alike):
        alike = lacking = [deviation._replace(fix=None) for deviation in alike]
    together = len(lacking) >= _MANY
    yield from ([deviation] for deviation in alike if deviation.fix or not together)
    if together:
        yield lacking


def _deviations(link_map: LinkMap, document: Document) -> Iterator[Deviation]:
    """The questions of a document that are not in a form of its schema."""
    schema = document.schema
    forms = {form_key(form): parse_form(form).template for form in schema.question.form}
    headings = [(q.number.key, q.level) for q in document.questions if q.kind == "heading" and q.number]
    nested = schema.inferred and are_nested(headings)
    depths: dict[str, Counter[int]] = {}
    for q in document.questions:
        if q.number:
            depths.setdefault(form_key(q.form), Counter())[depth_of(q.number.key)] += 1
    listed: frozenset[int] | None = None if schema.inferred else frozenset()
    apart: frozenset[int] | None = None if schema.inferred else frozenset()
    last: Number | None = None
    for question in document.questions if forms else ():
        own = _at_own_level(forms, question) if nested else forms
        goes_on = _goes_on(question, last)
        if form_key(question.form) in forms:
            last = question.number or last
        if question.withdrawn or form_key(question.form) in own:
            continue
        if question.kind in ITEMS and listed is None:
            listed = in_an_index(document)
        if question.position in (listed or ()):
            continue
        target = _target(document, question, own)
        if NUMBER in target and question.number is None:
            continue  # that is an unnumbered-question
        if schema.inferred and is_meant(document, question, target):
            continue
        sure = goes_on and not (
            _changes_depth(depths, question, target)
            or _may_hold_its_answer(document, question)
            or _DELIMITED.match(question.plain_text)
        )
        fix = _fix(link_map, document, question, target) if sure else None
        last = question.number or last if fix else last
        if fix and question.kind in ITEMS and apart is None:
            apart = apart_in_lists(document, forms)
        alone = question.position in (apart or ())
        if fix and (
            alone or _loses_its_place(question, target) or leaves_its_section(document, question, target)
        ):
            fix = Fix(fix.title, fix.edits, safe=False)
        yield Deviation(question, target, fix)


def _may_hold_its_answer(document: Document, question: Question) -> bool:
    """Whether a question that should have an answer, and has none, goes on behind the end of a sentence.

    4. What is a tuple? It is a fixed row.
    """
    wanted = document.schema.answer.required and question.answer is None and not question.options
    return wanted and _SENTENCES.search(question.plain_text) is not None


def _changes_depth(depths: Mapping[str, Counter[int]], question: Question, target: str) -> bool:
    """Whether a heading would move to the level of numbers that are mostly longer or shorter than its own.

    `depths` are the depths of the numbers of each form.

    ## 1. What is a sail?

    ### 1a. What is it made of?

    ### 1b. Who sews it?
    """
    if question.kind != "heading" or not question.number or parse_form(target).level == question.level:
        return False
    there = depths.get(form_key(target), Counter())
    return there[depth_of(question.number.key)] * 2 < there.total()


def _loses_its_place(question: Question, target: str) -> bool:
    """Whether a heading that no number counts would become a list item, or words below a label would move into it."""
    moves_up = _LINE_END in question.form and _LINE_END not in target
    unnumbered = question.kind == "heading" and question.number is None
    return moves_up or (unnumbered and parse_form(target).kind == "item")


def _goes_on(question: Question, last: Number | None) -> bool:
    """Whether a number continues from the last one in the right form; if not, an answer may be counting.

    `last` counts what gets that form as well.
    """
    if question.number is None or last is None:
        return True
    return len(last.value) == len(question.number.value) and last.key < question.number.key


def _at_own_level(forms: dict[str, str], question: Question) -> dict[str, str]:
    """The forms of the level of a numbered heading; where there are none, all of them at its level."""
    if question.kind != "heading" or not question.number:
        return forms
    known = {key: form for key, form in forms.items() if parse_form(form).level == question.level}
    if known:
        return known
    hashes = "#" * question.level
    moved = (hashes + form.lstrip("#") if form.startswith("#") else form for form in forms.values())
    return {form_key(form): form for form in moved}


def _is_cited_namesake(link_map: LinkMap, document: Document, question: Question) -> bool:
    """Whether links lead to one of several questions with the same words, which would swap their anchors."""
    from dlqa_lint.edits.retarget import retargeted  # only where something is wrong

    same = {other.position for other in document.questions if other.plain_text == question.plain_text}
    gone = {i: None for i, heading in enumerate(document.headings) if heading.question in same}
    return len(same) > 1 and retargeted(link_map, document, gone) is None


def _target(document: Document, question: Question, forms: dict[str, str]) -> str:
    """The form that a question should have: its run's own, else the first that has a number if it has one."""
    own = form_key(document.runs[question.run].form) if document.runs else ""
    fitting = [form for form in forms.values() if (NUMBER in form) == (question.number is not None)]
    return forms.get(own) or (fitting or list(forms.values()))[0]


def _spaced(document: Document, target: str) -> str:
    """A learned form with the blanks around its delimiter that most questions have there.

    #### 1。 什麼是船？

    #### 1 - What is a ship?
    """
    between = _AFTER_NUMBER.search(target)
    if not document.schema.inferred or between is None:
        return target
    gaps = Counter(
        " ".join(f"|{document.source.text[q.number.span.end : q.text_span.start]}|".split()).strip("|")
        for q in document.questions
        if q.number and form_key(q.form) == form_key(target)
    )
    usual = gaps.most_common(1)[0][0] if gaps else ""
    if "".join(usual.split()) != "".join(between.group(1).split()):
        return target
    return f"{target[: between.start(1)]}{usual}{target[between.end(1) :]}"


def _fix(link_map: LinkMap, document: Document, question: Question, target: str) -> Fix | None:
    """The fix, links included; None where the question or a link could not follow."""
    from dlqa_lint.edits.retarget import retargeted  # only where something is wrong
    from dlqa_lint.edits.rewrite import rewritten

    # Where the others lead, in `- [{text}](…)`, this one does not.
    new = None if "](" in target else rewritten(document, question, _spaced(document, target))
    if new is None:
        return None
    own = next(
        (i for i, heading in enumerate(document.headings) if heading.question == question.position), None
    )
    links: list[Edit] | None = []
    if own is not None:
        links = retargeted(link_map, document, {own: new.heading})
    elif new.heading is not None:
        before = sum(heading.span.start < question.span.start for heading in document.headings)
        links = retargeted(link_map, document, {}, (before, [new.heading]))
    if links is None or _is_cited_namesake(link_map, document, question):
        return None
    return Fix(f"write the question as {quoted(target)}", (*new.edits, *links))
