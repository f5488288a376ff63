"""What `renumber`, `add` and `remove` share: their options, putting right what goes by numbers, and handing over."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.cli import fixing
from dlqa_lint.cli.editable_banks import Workbench, rewritten
from dlqa_lint.cli.options import UsageError, add_reading
from dlqa_lint.cli.output import complain, put_diff, put_filtered, say, wants_color
from dlqa_lint.disk.presence import is_there
from dlqa_lint.edits.retarget import renamed_by, retargeted
from dlqa_lint.links.ordinary_documents import with_links
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source


class ChangeOptions(NamedTuple):
    """What becomes of a change, and what is said about it."""

    diff: bool = False
    quiet: bool = False
    color: str = "auto"


def add_changing(parser: ArgumentParser) -> None:
    """Add what says which documents are read, and what becomes of the change."""
    add_reading(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--diff", action="store_true", help="print what would be changed, and write nothing")
    group.add_argument("--quiet", action="store_true", help="say only what went wrong")
    group.add_argument("--color", choices=["auto", "always", "never"], default="auto", help="use colours")


def reread(source: Source, document: Document) -> Document:
    """A changed source, read as its document was."""
    return with_links(recognise(source, None if document.schema.inferred else document.schema))


class PutRight(NamedTuple):
    """Documents with contents and counts put right: what was done, and what has to be done by hand."""

    documents: dict[str, Document]
    done: tuple[str, ...]
    left: tuple[str, ...]


def put_right(
    before: Bank, bank: Bank, listed: Callable[[Finding], bool], counted: Callable[[str, str], bool]
) -> PutRight:
    """The documents of a changed bank with missing contents entries and with counts that were right before.

    `listed` says whether a question that lacks its entry gets it, `counted` whether a stated number in a
    document, by its path, becomes the right one. Every table that listed all questions does so again.
    """
    from dlqa_lint.fixer.requested_changes import applied, prove  # only where something is changed
    from dlqa_lint.rules.contents.missing_contents_entry import MissingContentsEntry
    from dlqa_lint.rules.structure.wrong_question_count import WrongQuestionCount

    after = {document.path: document for document in bank.documents}
    entry, count = MissingContentsEntry(), WrongQuestionCount()
    missing = [found for found in entry.check(bank) if listed(found)]
    wrong = (found for document in bank.documents if document.is_bank for found in count.check(document))
    stale = [found for found in wrong if counted(found.path, after[found.path].source.slice(found.span))]
    fixes = [found.fix for found in missing if found.fix and found.fix.safe]
    fixes += [found.fix for found in stale if found.fix]
    link_map = LinkMap(bank)
    edits = {edit for fix in fixes for edit in fix.edits}
    for path in {edit.path for edit in edits}:
        edits.update(retargeted(link_map, after[path], renamed_by(after[path], edits)) or ())
    documents = applied(after, edits, reread)
    prove("put contents and counts right", (after, documents), edits)
    documents = _in_all_tables(before, documents)
    left = (found for found in missing if not (found.fix and found.fix.safe))
    return PutRight(
        documents,
        tuple(fix.title for fix in fixes),
        tuple(f"{found.path}: {found.message}; write its entry by hand" for found in left),
    )


def _in_all_tables(bank: Bank, documents: dict[str, Document]) -> dict[str, Document]:
    """Documents of which every table of contents that listed all questions of its own before does so again."""
    from dlqa_lint.edits.full_tables import full_tables, missing_entries  # only where something is changed
    from dlqa_lint.fixer.requested_changes import applied, prove

    before, after = LinkMap(bank), LinkMap(bank._replace(documents=tuple(documents.values())))
    edits = [
        edit
        for document in bank.documents
        if len(document.contents) == len(documents[document.path].contents)
        for edit in missing_entries(documents[document.path], after, full_tables(document, before))
    ]
    listing = applied(documents, edits, reread)
    prove("list a question in all tables", (documents, listing), edits)
    return listing


def right_before(bench: Workbench) -> Callable[[str, str], bool]:
    """Tells of a stated number whether it was right in a document before that changed."""
    from dlqa_lint.rules.structure.wrong_question_count import WrongQuestionCount

    wrong = {
        (path, document.source.slice(found.span))
        for path, document in bench.documents.items()
        if document.is_bank
        for found in WrongQuestionCount().check(document)
    }
    return lambda path, said: (path, said) not in wrong


def refuse_namesake(command: str, paths: Collection[str]) -> None:
    """Refuse a command without paths where a file or folder has its name: to check that may be meant."""
    if not paths and is_there(command):
        raise UsageError(f"{command}: found no path; say dlqa-lint {command} . for everything here")


def hand_over(
    benches: Sequence[tuple[Workbench, Mapping[str, Document]]],
    lines: Iterable[str],
    options: ChangeOptions,
    *,
    from_stdin: bool,
) -> int:
    """Write or show what changed, and say it; the exit code is 1 for a difference that is only shown."""
    fixed = [_fixed(bench, after) for bench, after in benches]
    if options.diff:
        colour = wants_color(options.color)
        text = fixing.diff_of(fixed, colour=colour)
        put_diff(text, colour=colour)
        return int(bool(text))
    if from_stdin:
        put_filtered(fixing.text_of(fixed))
    else:
        fixing.write_fixed(
            fixed, [document.path for bench, _ in benches for document in bench.bank.documents]
        )
    if not options.quiet:
        say(lines, sys.stderr if from_stdin else sys.stdout)
    return 0


def _fixed(bench: Workbench, after: Mapping[str, Document]) -> fixing.Fixed:
    before = bench.documents
    changed = rewritten(before, after)
    bank = bench.project.bank._replace(documents=tuple(after.values()))
    return fixing.Fixed(
        bench.project._replace(bank=bank),
        [],
        {path: before[path].source for path in changed},
        {path: after[path].source for path in changed},
        len(changed),
    )


def note(messages: Iterable[str], *, quiet: bool) -> None:
    """Say on standard error what the owner has to know, unless silence is wished for."""
    if not quiet:
        complain(messages)
