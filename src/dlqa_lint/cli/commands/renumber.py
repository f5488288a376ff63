"""Renumber questions on purpose, with contents, anchors, links and references.

What is out of step is put in step, and a question without a number among numbered ones gets one. --from begins
with another number, --files renames files whose names count. Every change is proved before it is written, as
fixes are.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from dlqa_lint.cli.bank_changes import (
    ChangeOptions,
    PutRight,
    add_changing,
    hand_over,
    note,
    put_right,
    refuse_namesake,
    reread,
)
from dlqa_lint.cli.editable_banks import Workbench, read_workbenches
from dlqa_lint.cli.named_questions import few, sections_of
from dlqa_lint.cli.number_maps import require_free, write_map
from dlqa_lint.cli.options import ReadingOptions, UsageError, count, options_of
from dlqa_lint.cli.renumber_report import Renumbered, doubts, lines, rows_of
from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.new_numbers import Plan, Wish, planned
from dlqa_lint.edits.old_anchors import kept_anchors
from dlqa_lint.edits.renumber import ObstacleError, united
from dlqa_lint.errors import CannotRunError
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Document
from dlqa_lint.text.source import Span


class NumberingOptions(NamedTuple):
    """Which numbers questions, or the files of one question each, shall have."""

    first: int | None
    section: str | None
    files: bool
    keep_old_anchors: bool
    map: str | None


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_changing(parser)
    group = parser.add_argument_group("numbering")
    group.add_argument(
        "--from", dest="first", metavar="N", type=count, help="the number of the first question"
    )
    group.add_argument("--section", metavar="NAME", help="number the questions of this section only")
    group.add_argument(
        "--files",
        action="store_true",
        help="rename the files of one question each by their places, with links and the numbers in them",
    )
    group.add_argument(
        "--keep-old-anchors",
        action="store_true",
        help='keep the anchors of renumbered headings as <a id="…">, so that links from outside still lead there',
    )
    group.add_argument(
        "--map", metavar="FILE", help="write old and new numbers and anchors to a file, as JSON"
    )


def run(options: Namespace) -> int:
    """Renumber, prove, write, and print old and new numbers."""
    reading, changing = options_of(ReadingOptions, options), options_of(ChangeOptions, options)
    numbering = options_of(NumberingOptions, options)
    refuse_namesake("renumber", reading.paths)
    if numbering.files and (reading.from_stdin or numbering.section or numbering.keep_old_anchors):
        raise UsageError(
            "--files renames files: found standard input, --section or --keep-old-anchors with it"
        )
    benches = read_workbenches(reading)
    if numbering.files:
        from dlqa_lint.cli.file_renaming import rename_files  # only where files are renamed

        return rename_files(benches, numbering.first, numbering.map, changing)
    done = _all_renumbered(benches, numbering)
    note((text for item in done for text in item.notes), quiet=changing.quiet)
    rows = [row for item in done for row in rows_of(item)]
    benches_after = [(item.bench, item.after) for item in done]
    code = hand_over(benches_after, lines(rows, done), changing, from_stdin=reading.from_stdin)
    if numbering.map and not changing.diff:
        write_map(numbering.map, [row._asdict() for row in rows])
    return code


def _all_renumbered(benches: list[Workbench], options: NumberingOptions) -> list[Renumbered]:
    """The banks after renumbering, proved."""
    if not any(bench.chosen for bench in benches):
        raise CannotRunError(
            "renumber: found no question document, expected one whose questions have numbers"
        )
    if options.map:
        require_free(options.map, [path for bench in benches for path in bench.documents])
    wishes = [_wish(bench, options) for bench in benches]
    plans = [
        planned(bench.bank, bench.chosen, wish, bench.parts)
        for bench, wish in zip(benches, wishes, strict=True)
    ]
    _require_one_run(plans, options)
    return [_renumbered(bench, made, options) for bench, made in zip(benches, plans, strict=True)]


def _wish(bench: Workbench, options: NumberingOptions) -> Wish:
    if options.section is None:
        return Wish(options.first)
    named = sections_of([bench.documents[path] for path in sorted(bench.chosen)], options.section)
    within: dict[str, list[Span]] = {}
    for document, section in named:
        within.setdefault(document.path, []).append(section.body)
    return Wish(options.first, within)


def _require_one_run(plans: Iterable[Iterable[Plan]], options: NumberingOptions) -> None:
    """Refuse a first number for several runs at once: each would begin with it."""
    begun = [plan for made in plans for plan in made if plan.begun]
    runs = sum(plan.begun for plan in begun)
    if options.first is not None and runs != 1:
        found = f"{runs} in {few(plan.document.path for plan in begun)}" if runs else "none"
        raise UsageError(
            f"--from numbers one run of questions, found {found}; name one by its path or --section"
        )


def _renumbered(bench: Workbench, plans: list[Plan], options: NumberingOptions) -> Renumbered:
    """A bank after renumbering, proved; a second time would change nothing."""
    from dlqa_lint.fixer.requested_changes import (
        UnprovedError,
        applied,
        prove,
    )  # only where something is changed

    mentions = Mentions(LinkMap(bench.bank), bench.parts)
    changing = [plan for plan in plans if plan.changes]
    try:
        edits = [edit for plan in changing for edit in plan.edits(mentions)]
        made = united(changing[0].document, edits) if changing else ()
    except ObstacleError as error:
        raise CannotRunError(f"{error}; nothing was written") from error
    after = applied(bench.documents, made, reread)
    prove("renumber", (bench.documents, after), made)
    righted = _righted(bench, bench.changed(after), changing)
    numbered = bench.changed(righted.documents)
    again = planned(numbered.bank, bench.chosen, _wish(numbered, options), numbered.parts)
    if any(plan.changes for plan in again):
        paths = [f"  {plan.document.path}: a second run would change more" for plan in again if plan.changes]
        raise UnprovedError("renumber", paths, "")
    notes = [f"{plan.document.path}: {text}" for plan in plans for text in plan.notes]
    notes += [*(text for plan in changing for text in doubts(plan)), *righted.left]
    notes += _undone_later(bench, numbered, changing) if options.section else ()
    if options.keep_old_anchors:
        numbered, lost = _with_old_anchors(bench, numbered)
        notes += lost
    return Renumbered(bench, tuple(changing), numbered.documents, tuple(notes), righted.done)


def _undone_later(bench: Workbench, numbered: Workbench, changing: Iterable[Plan]) -> Iterator[str]:
    """What to say of documents in which a section got numbers that the next plain run would take away."""
    plain = planned(numbered.bank, bench.chosen, Wish(), numbered.parts)
    fleeting = {(plan.document.path, number.span.start) for plan in plain for number in plan.new}
    for plan in changing:
        path = plan.document.path
        after = numbered.documents[path].questions
        pairs = zip(plan.document.questions, after, strict=True)
        written = [new.number for old, new in pairs if old.number in plan.new or old.position in plan.given]
        if any(number and (path, number.span.start) in fleeting for number in written):
            yield (
                f"{path}: all sections are one count here, and renumber without --section will count through; "
                'numbering.scope = "section" in a schema lets each count for itself'
            )


def _with_old_anchors(bench: Workbench, numbered: Workbench) -> tuple[Workbench, list[str]]:
    """The renumbered documents with the anchors that their questions had, and what to say of those that are lost."""
    from dlqa_lint.fixer.requested_changes import applied, prove  # only where something is changed

    paths = sorted(bench.chosen)
    kept = [kept_anchors(bench.documents[path], numbered.documents[path]) for path in paths]
    edits = [edit for anchors in kept for edit in anchors.edits]
    after = applied(numbered.documents, edits, reread)
    prove("keep old anchors", (numbered.documents, after), edits, edits)
    lost = [
        f'{path}: the anchor "{anchor}" leads to another question now'
        for path, anchors in zip(paths, kept, strict=True)
        for anchor in anchors.lost
    ]
    return numbered.changed(after), lost


def _righted(was: Workbench, bench: Workbench, changing: Collection[Plan]) -> PutRight:
    """The renumbered documents with the contents entries that they lack, and counts that went by the numbers."""
    before = {plan.document.path: _highest(plan.document) for plan in changing}

    def went_by_number(path: str, said: str) -> bool:
        counts = path in before and _highest(bench.documents[path]) == len(bench.documents[path].questions)
        return counts and said == str(before[path])

    return put_right(was.bank, bench.bank, lambda found: found.path in before, went_by_number)


def _highest(document: Document) -> int:
    return max((question.number.value[-1] for question in document.questions if question.number), default=0)
