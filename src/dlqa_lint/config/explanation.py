"""What speaks for an inferred schema: for each of its keys a sentence that counts what the documents show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dlqa_lint.model.bank import Answer, Document, Number, Question
from dlqa_lint.model.form import TEXT, form_key
from dlqa_lint.recognise.habits import SURE_WITH_MARKER, docsify_anchors, sure_share
from dlqa_lint.text.counts import counted

_NAMED = 5
"""The most lines that a sentence names one by one."""


def evidence_of(documents: Sequence[Document]) -> dict[str, str]:
    """What speaks for the schema that documents share, by key: `{"title.form": "the title is at line 1"}`."""
    found = {
        "question.form": _question_form(documents),
        "numbering.scope": _numbering(documents),
        "numbering.first": _first(documents),
        "answer.form": _answer_form(documents),
        "answer.required": _answer_required(documents),
        "title.form": _title(documents),
        "contents.required": _contents(documents),
        "contents.anchors": _anchors(documents),
        "options.form": _options(documents),
    }
    return {key: sentence for key, sentence in found.items() if sentence}


def _questions(documents: Iterable[Document]) -> list[Question]:
    return [question for document in documents for question in document.questions]


def _question_form(documents: Sequence[Document]) -> str:
    """How many questions are written in the form (in each of several), and where the others are."""
    forms = documents[0].schema.question.form
    right = {form_key(form) for form in forms}
    questions = _questions(documents)
    tally = Counter(form_key(question.form) for question in questions)
    total = counted(len(questions), "question")
    counts = [f'form "{form}": {tally[form_key(form)]} of {total}' for form in forms]
    others = [
        (document, question)
        for document in documents
        for question in document.questions
        if form_key(question.form) not in right
    ]
    differ = _lines(documents, others)
    return ", ".join(counts) + (f", {differ} {'differs' if len(others) == 1 else 'differ'}" if others else "")


def _lines(documents: Sequence[Document], found: Sequence[tuple[Document, Question]]) -> str:
    """Where questions are: `line 7`, `lines 7, 9`, or with the path where there are several documents."""
    places = [
        str(question.line) if len(documents) == 1 else f"{document.path}:{question.line}"
        for document, question in found[:_NAMED]
    ]
    head = "" if len(documents) > 1 else "line " if len(found) == 1 else "lines "
    rest = len(found) - len(places)
    return head + ", ".join(places) + (f" and {rest} more" if rest else "")


def _carrying(documents: Sequence[Document]) -> str:
    questions = _questions(documents)
    carrying = sum(question.number is not None for question in questions)
    return f"{carrying} of {counted(len(questions), 'question')} carry a number"


def _numbering(documents: Sequence[Document]) -> str:
    """How many questions are numbered, and what makes the numbers follow the scope."""
    say = _SCOPES[documents[0].schema.numbering.scope] if _numbers(documents) else _carrying
    return say(documents)


def _one_count(documents: Sequence[Document]) -> str:
    return f"{_carrying(documents)}, and {_spans(documents)}"


def _spans(documents: Sequence[Document]) -> str:
    """From which number to which the count runs."""
    if len(documents) > 1:
        return "each document has one count"
    numbers = _numbers(documents)
    if any(run.lazy for run in documents[0].runs):
        return "the page that shows the list counts them"
    return f"the count runs once, from {numbers[0].label} to {numbers[-1].label}"


def _numbers(documents: Sequence[Document]) -> list[Number]:
    return [question.number for question in _questions(documents) if question.number]


def _by_section(documents: Sequence[Document]) -> str:
    count = sum(len(document.runs) for document in documents)
    return f"{_carrying(documents)}, and the count starts again in each of {counted(count, 'section')}"


def _by_run(documents: Sequence[Document]) -> str:
    starts = [
        (document, document.at(run.questions[0])) for document in documents for run in document.runs[1:]
    ]
    where = _lines(documents, starts)
    return f"{_carrying(documents)}, and the count starts again at {where}, not with every section"


def _hierarchy(documents: Sequence[Document]) -> str:
    numbers = _numbers(documents)
    deep = [number for number in numbers if len(number.value) > 1]
    example = f", {deep[0].label} for one" if deep else ""
    return f"{len(deep)} of {counted(len(numbers), 'number')} have several parts{example}"


def _ids(documents: Sequence[Document]) -> str:
    values = [number.value[-1] for number in _numbers(documents)]
    back = sum(after < before for before, after in pairwise(values))
    return (
        f"{counted(len(set(values)), 'different number')} from {min(values)} to {max(values)}, which go back "
        f"{counted(back, 'time')}: they name questions and do not count them"
    )


_SCOPES = {
    "document": _one_count,
    "section": _by_section,
    "runs": _by_run,
    "hierarchy": _hierarchy,
    "ids": _ids,
    "none": _carrying,
}


def _first(documents: Sequence[Document]) -> str:
    """With which numbers runs begin."""
    if documents[0].schema.numbering.scope in ("none", "ids", "hierarchy"):
        return ""
    begins = Counter(
        first.label
        for document in documents
        for run in document.runs
        if (first := _first_of(document, run.questions))
    )
    several = sum(begins.values()) > 1
    said = [
        f"{label} ({counted(count, 'run')})" if several else label for label, count in sorted(begins.items())
    ]
    return f"the count begins at {', '.join(said[:_NAMED])}" if said else ""


def _first_of(document: Document, positions: Sequence[int]) -> Number | None:
    return next((number for at in positions if (number := document.at(at).number)), None)


def _answer_form(documents: Sequence[Document]) -> str:
    """How many answers begin in the form, and how the others do."""
    wanted = documents[0].schema.answer.form
    answers = [question.answer for question in _questions(documents) if question.answer is not None]
    if not answers:
        return "no question has an answer"
    plain = sum(answer.marker is None for answer in answers)
    total = counted(len(answers), "answer")
    if wanted == TEXT:
        marked = len(answers) - plain
        return f"{plain} of {total} begin without a marker" + (f", {marked} with one" if marked else "")
    right = sum(_same_marker(answer, wanted) for answer in answers)
    others = len(answers) - plain - right
    said = [f"{right} of {total} begin like this"]
    said += [f"{others} with another marker"] if others else []
    said += [f"{plain} without one"] if plain else []
    return ", ".join(said)


def _same_marker(answer: Answer, wanted: str) -> bool:
    if answer.marker is None:
        return False
    return "".join(answer.marker.common_form.split()) == "".join(wanted.split())


def _answer_required(documents: Sequence[Document]) -> str:
    """How many questions are answered, which decides whether an answer is required."""
    questions = _questions(documents)
    answered = sum(question.answered for question in questions)
    tried = sum(question.answer is not None and not question.answered for question in questions)
    said = f"{answered} of {counted(len(questions), 'question')} are answered"
    unsure = sum(question.answered and not _surely_answered(question) for question in questions)
    said += f", {unsure} of them by notes, code or images only" if unsure else ""
    said += f", {tried} more have only a marker or a placeholder" if tried else ""
    if not documents[0].schema.inferred:
        return said
    only = "" if documents[0].schema.answer.required else " only"
    enough = f"at least two and at least {sure_share(questions).words} are answered for sure"
    return (
        f"{said}; answers are required{only} where {enough}, {SURE_WITH_MARKER.words} with a marker, "
        "or half with notes"
    )


def _surely_answered(question: Question) -> bool:
    answer = question.answer
    return question.marked_option or (
        answer is not None and (answer.marker is not None or answer.kind == "prose")
    )


def _title(documents: Sequence[Document]) -> str:
    titles = [(document, document.title) for document in documents if document.title]
    if not titles:
        return "there is no title" if len(documents) == 1 else "no document has a title"
    document, title = titles[0]
    if len(documents) > 1:
        return f"{len(titles)} of {counted(len(documents), 'document')} have a title at this level"
    line = document.source.position(title.span.start).line
    decorated = "" if title.form == document.schema.title.form else f', written as "{title.form}"'
    return f"the title is at line {line}{decorated}"


def _anchors(documents: Sequence[Document]) -> str:
    """How many entries show that the anchors are not those of GitHub."""
    shown = [anchor for document in documents for anchor in docsify_anchors(document)]
    led = counted(len(shown), "contents entry has", "contents entries have")
    return f'{led} a "_" before the number, "{shown[0]}" for one' if shown else ""


def _contents(documents: Sequence[Document]) -> str:
    tables = [(document, contents) for document in documents for contents in document.contents]
    if not tables:
        return "there is no table of contents"
    if len(documents) > 1:
        having = sum(bool(document.contents) for document in documents)
        return f"{having} of {counted(len(documents), 'document')} have a table of contents"
    entries = sum(len(contents.entries) for _, contents in tables)
    line = documents[0].source.position(tables[0][1].span.start).line
    return f"a {tables[0][1].kind} at line {line}; {counted(entries, 'entry', 'entries')}"


def _options(documents: Sequence[Document]) -> str:
    """How many questions offer options, how many of those are written so, and how many mark the right one."""
    schema = documents[0].schema.options
    if schema is None:
        return ""
    questions = _questions(documents)
    quizzes = [question for question in questions if question.options]
    options = [option for question in quizzes for option in question.options]
    alike = sum(option.form == schema.form for option in options)
    marked = sum(question.marked_option or bool(question.answer_letters) for question in quizzes)
    return (
        f"{len(quizzes)} of {counted(len(questions), 'question')} have options, {alike} of "
        f"{counted(len(options), 'option')} are written like this; "
        f"{counted(marked, 'question')} mark the correct one"
    )
