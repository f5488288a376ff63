"""Take a question out of a bank, with its contents entry, and move the numbers after it.

dlqa-lint remove 7 bank/
A question that links or references still lead to is not removed; they are listed.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping

from dlqa_lint.cli.bank_changes import ChangeOptions, add_changing, hand_over, put_right, reread, right_before
from dlqa_lint.cli.editable_banks import Workbench, read_workbenches, rewritten
from dlqa_lint.cli.named_questions import question_of
from dlqa_lint.cli.options import ReadingOptions, UsageError, options_of
from dlqa_lint.cli.output import say
from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.removal import Removal, removal
from dlqa_lint.edits.renumber import ObstacleError
from dlqa_lint.errors import CannotRunError
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.counts import counted


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "question", nargs="?", default="", metavar="QUESTION", help="its number, or its words"
    )
    add_changing(parser)
    group = parser.add_argument_group("which question")
    group.add_argument("--section", metavar="NAME", help="the section of the question, where several have N")


def run(options: Namespace) -> int:
    """Remove the question unless something still leads to it: then the exit code is 1."""
    reading, changing = options_of(ReadingOptions, options), options_of(ChangeOptions, options)
    name = options.question
    if not name.strip():
        raise UsageError("remove: expected the number of a question, or its words: dlqa-lint remove 7 PATHS")
    benches = read_workbenches(reading)
    bench, document, question = question_of(benches, name, options.section, "remove")
    try:
        made = removal(Mentions(LinkMap(bench.bank), bench.parts), document, question, bench.parts)
    except ObstacleError as error:
        raise CannotRunError(f"{error}; nothing was written") from error
    if made.citations:
        say(_cited(bench, question, made))
        return 1
    after = _removed(bench, document, question, made)
    lines = _lines(bench.documents, after, document, question)
    return hand_over([(bench, after)], lines, changing, from_stdin=reading.from_stdin)


def _cited(bench: Workbench, question: Question, made: Removal) -> Iterator[str]:
    for path, span, message in made.citations:
        source = bench.documents[path].source
        line = source.line_index(span.start)
        yield f"{path}:{line + 1}: {message}: {source.lines[line].strip()}"
    yield f"{_named(question)} is not removed: let these places lead elsewhere first"


def _named(question: Question) -> str:
    label = f"question {question.number.label}" if question.number else "the question"
    return f'{label}, "{question.plain_text}",'


def _removed(
    bench: Workbench, document: Document, question: Question, made: Removal
) -> Mapping[str, Document]:
    """The bank without the question, proved."""
    from dlqa_lint.fixer.requested_changes import applied, prove
    from dlqa_lint.fixer.without_question import Apart, without  # only where something is changed

    before = bench.documents
    after = applied(before, made.edits, reread)
    if not after[document.path].is_bank:
        raise CannotRunError(
            f"{document.path}: without {_named(question)} it would not be read as a question bank; nothing was "
            "written; give it a schema (dlqa-lint init)"
        )
    _require_same_reading(document, question, after[document.path])
    places = tuple((edit.path, edit.span) for edit in made.deletions)
    apart = Apart(document.path, question.position, places)
    prove("remove a question", (without(before, apart), after), made.edits, made.deletions)
    return put_right(bench.bank, bench.changed(after).bank, lambda _: False, right_before(bench)).documents


def _require_same_reading(document: Document, question: Question, after: Document) -> None:
    """Refuse where what is left of a small bank no longer tells which of its lines ask."""
    expected, found = len(document.questions) - 1, len(after.questions)
    if expected != found:
        hint = "; give it a schema (dlqa-lint init)" if document.schema.inferred else ""
        raise CannotRunError(
            f"{document.path}: without {_named(question)} it would be read as {found} questions in place of "
            f"{expected}; nothing was written{hint}"
        )


def _lines(
    before: Mapping[str, Document], after: Mapping[str, Document], document: Document, question: Question
) -> Iterator[str]:
    words = question.answer.word_count if question.answer and question.answer.given else 0
    answer = f" and its answer of {counted(words, 'word')}" if words else ""
    yield f"{document.path}:{question.line}: removed {_named(question)[:-1]}{answer}"
    yield f"changed {', '.join(rewritten(before, after))}"
