"""What a document's habits say about its schema: numbering, answer marker, options; never demands or `first`.

A schema that is learned holds all that the rules need: the same schema from a file leads to the same
findings.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.form import problem_of
from dlqa_lint.model.schema import AnswerForm, ContentsForm, Numbering, OptionsForm, Schema, TitleForm
from dlqa_lint.recognise.document.runs import learn_scope, runs_of, with_runs
from dlqa_lint.text.lazy_regex import regex


class Share(NamedTuple):
    """A part of all questions, and how a sentence calls it."""

    least: float
    words: str


_SURE = Share(1 / 4, "a quarter")
"""Two answered questions, and this share of all, show that the others lack an answer. Where fewer are, most labelled
documents record what was asked, with a remark here and there: a tenth found 14 lines more, and 43 that lack nothing."""

_SURE_IN_A_LIST = Share(1 / 3, "a third")
"""The same in a list, where what is below an item need not answer it; of the labelled lists that answer
nothing, the one with most such items has a quarter."""

SURE_WITH_MARKER = Share(1 / 10, "a tenth")
"""The same of answers with a marker (`Answer:`); of the labelled lists that answer nothing, none has a fiftieth."""

_COUNTED_ANCHOR = regex(r"\W*(\d{1,4})\b.* #(?P<mark>_?)\1\d*-.+", re.DOTALL)
"""The words of an entry and its anchor where both begin with the same number."""


def learn(document: Document) -> Document:
    """The document under the schema that it follows itself."""
    questions = document.questions
    scope = learn_scope(questions)
    # Where the words of a question are below its label, what follows them may well ask on.
    apart = any("\n" in form for form in document.schema.question.form)
    marked = [q.answer for q in questions if q.answer is not None and q.answer.marker is not None]
    # A single empty one may have been forgotten; where all are, they are places to write.
    blank = len(marked) > 1 and all(answer.empty for answer in marked)
    kinds = Counter(_answer_kind(question, apart=apart, blank=blank) for question in questions)
    schema = replace(
        document.schema,
        numbering=Numbering(scope=scope),
        answer=AnswerForm(
            form=_answer_form(document),
            strict=False,
            required=_answers_required(kinds, 0 if blank else len(marked), sure_share(questions)),
        ),
        title=TitleForm(form=_title_form(document)),
        contents=ContentsForm(anchors="docsify") if docsify_anchors(document) else ContentsForm(),
        options=_options(document),
    )
    return _with_schema(document, schema)


def _answer_kind(question: Question, *, apart: bool, blank: bool) -> str:
    """How surely a question is answered: `prose` (a marked option, a marker that is not `blank`), `notes`, or not."""
    answer = question.answer
    if question.marked_option or (answer is not None and answer.marker is not None and not blank):
        return "prose"
    return answer.kind if answer is not None and not apart and answer.marker is None else ""


def _answers_required(kinds: Counter[str], marked: int, share: Share) -> bool:
    """Whether enough questions are answered: a share for sure, a tenth with a marker, or half if notes are counted."""
    sure, noted, count = kinds["prose"], kinds["prose"] + kinds["notes"], kinds.total()
    if marked >= 2 and marked >= SURE_WITH_MARKER.least * count:
        return True
    return (sure >= 2 and sure >= share.least * count) or (noted >= 2 and noted * 2 >= count)


def sure_share(questions: Sequence[Question]) -> Share:
    """How many of the questions must be answered for sure to show that the others lack an answer.

    Where most are plain list items it takes more: a remark below an item now and then, or the paragraph after the
    last one, does not show it. A word for an answer before it does.
    """
    listed = sum(question.kind == "item" for question in questions) * 2 > len(questions)
    return _SURE_IN_A_LIST if listed else _SURE


def _with_schema(document: Document, schema: Schema) -> Document:
    withdrawn = [number for run in document.runs for number in run.withdrawn]
    begin = document.stated.first if document.stated else None
    runs = runs_of(document.questions, schema.numbering.scope, begin, withdrawn)
    return document._replace(schema=schema, questions=with_runs(document.questions, runs), runs=tuple(runs))


def _title_form(document: Document) -> str:
    """The title's form without emphasis, unless most of its peers are emphasised like it.

    Those are the headings of its level, or, where it stands alone, all headings.
    """
    title = document.title
    if title is None:
        return ""
    hashes = "#" * title.level
    mark = title.form.removeprefix(f"{hashes} ").partition("{text}")[0]
    others = [heading for heading in document.headings if heading.span != title.span]
    peers = [heading for heading in others if heading.level == title.level] or others
    alike = sum(_is_marked(heading.text, mark) for heading in peers) * 2 > len(peers)
    return f"{hashes} {mark}{{text}}{mark}" if alike else f"{hashes} {{text}}"


def _is_marked(text: str, mark: str) -> bool:
    """Whether a mark is around all words of a heading; a sign may follow: `**Fees** ⭐`."""
    return bool(mark) and text.startswith(mark) and not any(map(str.isalnum, text.rpartition(mark)[2]))


def _answer_form(document: Document) -> str:
    """The marker that at least half of the answers carry; `{text}` where they have none in common."""
    answers = [question.answer for question in document.questions if question.answer is not None]
    forms = (answer.marker.common_form for answer in answers if answer.marker)
    marked = Counter(form for form in forms if problem_of(form) is None)
    if not marked or sum(marked.values()) * 2 < len(answers):
        return "{text}"
    return max(marked, key=lambda form: (marked[form], form))


def docsify_anchors(document: Document) -> list[str]:
    """Where contents entries lead as docsify has it, `[1 Oil](#_1-oil)`; nothing where as many lead to `#1-oil`."""
    links = [entry.link for contents in document.contents for entry in contents.entries if entry.link]
    counted = [
        (link.target, said["mark"])
        for link in links
        if (said := _COUNTED_ANCHOR.fullmatch(f"{link.text} {link.target}"))
    ]
    marked = [target for target, mark in counted if mark]
    return marked if len(marked) * 2 > len(counted) else []


def _options(document: Document) -> OptionsForm | None:
    """The options of a quiz: the commonest form, and whether one or several are right."""
    quizzes = [question.options for question in document.questions if question.options]
    if len(quizzes) * 2 < len(document.questions) or not quizzes:
        return None
    forms = Counter(options[0].form for options in quizzes)
    return OptionsForm(form=max(forms, key=lambda form: (forms[form], form)), required=False)
