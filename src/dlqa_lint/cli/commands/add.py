"""Write a new question into a bank, in the bank's own form, with its number and its contents entry.

dlqa-lint add "What is a tensor?" bank/ --after 6
What the bank asks already is shown first, as `similar` does. The answer is left to you: TODO takes its place.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping

from dlqa_lint.cli.bank_changes import (
    ChangeOptions,
    add_changing,
    hand_over,
    note,
    put_right,
    reread,
    right_before,
)
from dlqa_lint.cli.editable_banks import Workbench, read_workbenches, rewritten
from dlqa_lint.cli.named_questions import spot_of
from dlqa_lint.cli.near_questions import nearest, shown
from dlqa_lint.cli.options import ReadingOptions, UsageError, options_of
from dlqa_lint.edits.insertion import Insertion, InsertionPoint, insertion
from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.renumber import ObstacleError
from dlqa_lint.errors import CannotRunError
from dlqa_lint.links.entries import normal
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.similarity.duplicate_or_related import RELATED_FROM
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.source import Source, Span

_NEAREST = 3
"""How many questions similar to the new one are shown."""


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "question", nargs="?", default="", metavar="QUESTION", help="the text of the new question"
    )
    add_changing(parser)
    group = parser.add_argument_group("place (default: at the end)")
    group.add_argument("--after", metavar="N", help="the number, or the words, of the question before it")
    group.add_argument(
        "--section", metavar="NAME", help="the section at whose end it goes; with --after: the section of N"
    )


def run(options: Namespace) -> int:
    """Say what is asked already, write the stub, and move numbers and links."""
    reading, changing = options_of(ReadingOptions, options), options_of(ChangeOptions, options)
    words = _words(options.question)
    benches = read_workbenches(reading)
    asked = [document for bench in benches for document in bench.bank.documents if document.is_bank]
    rows = [row for row in nearest(words, asked, _NEAREST) if row[2].level or row[2].score >= RELATED_FROM]
    near = shown(words, rows) if rows else ["nothing similar is asked yet"]
    bench, spot = spot_of(benches, options.after, options.section)
    after, lines = _added(bench, spot, words)
    if changing.diff:
        note(near, quiet=changing.quiet)
    else:
        lines = [*near, *lines]
    return hand_over([(bench, after)], lines, changing, from_stdin=reading.from_stdin)


def _words(text: str) -> str:
    """The words of the question."""
    words = " ".join(text.split())
    if not any(map(str.isalnum, words)):
        raise UsageError('add: expected the text of a question: dlqa-lint add "How does dropout work?" PATHS')
    return words


def _added(bench: Workbench, spot: InsertionPoint, words: str) -> tuple[Mapping[str, Document], list[str]]:
    """The bank with the new question, proved, and what to say about it."""
    from dlqa_lint.fixer.requested_changes import applied, prove
    from dlqa_lint.fixer.without_question import Apart, without  # only where something is changed

    before = bench.documents
    try:
        made = insertion(Mentions(LinkMap(bench.bank), bench.parts), spot, words, bench.parts)
    except ObstacleError as error:
        raise CannotRunError(f"{error}; nothing was written") from error
    after = applied(before, made.edits, reread)
    path = spot.document.path
    question = _found(before[path], after[path], made, words)
    written = _written(made, before[path].source)
    apart = Apart(path, made.position, ((path, written),))
    prove("add a question", (before, without(after, apart)), made.edits, [made.stub])
    new = path, question.line
    righted = put_right(
        bench.bank,
        bench.changed(after).bank,
        lambda found: new == (found.path, found.question and found.question.line),
        right_before(bench),
    )
    question = righted.documents[path].at(made.position)
    return righted.documents, [*_lines(before, righted.documents, path, question), *righted.left]


def _written(made: Insertion, source: Source) -> Span:
    """Where the text of the new question is among the changes."""
    from dlqa_lint.fixer.edits import translated  # only where something is changed

    above = (
        edit for edit in made.edits if edit.path == source.path and edit.span.end <= made.stub.span.start
    )
    grown = sum(
        len(translated(edit, source)) - (edit.span.end - edit.span.start)
        for edit in above
        if edit != made.stub
    )
    start = made.stub.span.start + grown
    return Span(start, start + len(translated(made.stub, source)))


def _found(before: Document, after: Document, made: Insertion, words: str) -> Question:
    """The new question as it is read; CannotRunError where it would be none, or one more or less beside it."""
    index = made.position - 1
    if len(after.questions) == len(before.questions) + 1:
        question = after.questions[index]
        label = question.number.label if question.number else ""
        if label == made.number and normal(question.plain_text) == normal(plain(words)):
            return question
    line = before.source.position(made.stub.span.start).line
    raise CannotRunError(
        f'{before.path}:{line}: "{words}" would not be read as question {made.number or "of this document"} here, so '
        "nothing was written; write it by hand, or give the document a schema (dlqa-lint init)"
    )


def _lines(
    before: Mapping[str, Document], after: Mapping[str, Document], path: str, question: Question
) -> Iterator[str]:
    number = f"question {question.number.label}" if question.number else "a question"
    yield f"{path}:{question.line}: added {number}  {question.plain_text}"
    yield f"changed {', '.join(rewritten(before, after))}; write the answer in place of TODO"
