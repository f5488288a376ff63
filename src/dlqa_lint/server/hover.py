"""What is told about the place under the pointer: the pages of the rules, and the question's twins."""

from collections.abc import Iterator
from inspect import cleandoc

from dlqa_lint.report.parts.manual import page_as_markdown
from dlqa_lint.report.parts.question_state import number_and_words, state_of
from dlqa_lint.rules import all_rules
from dlqa_lint.server.similar_questions import twins_of
from dlqa_lint.server.snapshot import Snapshot, asks_at
from dlqa_lint.text.lazy_regex import regex

_MARKUP = regex(r"([\\`*_{}\[\]<>#])")
_PARTED = "\n\n---\n\n"


def told(snapshot: Snapshot, offset: int) -> str:
    """Markdown about a place; "" where there is nothing to tell."""
    return _PARTED.join([*_about_question(snapshot, offset), *_pages(snapshot, offset)])


def _about_question(snapshot: Snapshot, offset: int) -> Iterator[str]:
    """The question on whose line the place is, its state, and the questions of the bank similar to it."""
    question = snapshot.question(offset)
    if question is None or not asks_at(question, offset):
        return
    lines = [f"**{_literal(number_and_words(question))}** ({state_of(question)})"]
    for twin in twins_of(snapshot, question):
        where = f"line {twin.question.line}"
        if twin.document.path != snapshot.path:
            where += f" of {twin.document.path}"
        lines.append(f"- {twin.relation}: {_literal(number_and_words(twin.question))} ({where})")
    yield lines[0] + "\n\n" * (len(lines) > 1) + "\n".join(lines[1:])


def _pages(snapshot: Snapshot, offset: int) -> Iterator[str]:
    """The page of each rule that found something here, the nearest first."""
    found = (*snapshot.findings, *snapshot.echoes)
    here = [finding for finding in found if finding.span.start <= offset <= finding.span.end]
    here.sort(key=lambda finding: finding.span.end - finding.span.start)
    for name in dict.fromkeys(finding.rule for finding in here):
        page = page_as_markdown(cleandoc(all_rules()[name].__doc__ or ""))
        yield f"**{name}**\n\n{page}"


def _literal(text: str) -> str:
    """A text with what Markdown would take for markup in it escaped."""
    return _MARKUP.sub(r"\\\1", text)
