"""Write a page about the bank: what it holds, what was found in it, and what fixes would do."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dlqa_lint.cli.banks import ReadBanks, read_banks
from dlqa_lint.cli.linting import findings_of, report_of
from dlqa_lint.cli.made_files import deliver, question_documents, require_another_file
from dlqa_lint.cli.options import ReadingOptions, UsageError, add_reading, count, options_of
from dlqa_lint.cli.output import complain
from dlqa_lint.errors import CannotRunError
from dlqa_lint.model.bank import Document

if TYPE_CHECKING:
    from dlqa_lint.page import Inspection

_MISSING = (
    'the report needs the extra "report", which is not installed; pip install "dlqa-lint[report]" installs it'
)


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    group = parser.add_argument_group("the page")
    group.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: standard output)")
    group.add_argument(
        "--title", metavar="TEXT", help="what the page is called (default: the bank's own title)"
    )
    group.add_argument(
        "--history",
        metavar="N",
        type=count,
        default=0,
        help="show how the bank became what it is, at up to N commits of its git history",
    )


def run(options: Namespace) -> int:
    """Read, lint and fix in memory, and write the page."""
    asked = options_of(ReadingOptions, options)
    if options.history and asked.from_stdin:
        raise UsageError("--history: found standard input, which has no past, expected files")
    try:
        from dlqa_lint.page.rendering import page_of  # only who has the extra can import it
    except ModuleNotFoundError as error:
        if error.name not in ("jinja2", "markupsafe"):
            raise
        raise CannotRunError(_MISSING) from error
    from dlqa_lint.report.parts.manual import installed_version

    reading = read_banks(asked, lints=True)
    read = [document for bank in reading.banks for document in bank.bank.documents]
    require_another_file(options.output, read, "reported")
    past = None
    if options.history:
        from dlqa_lint.cli.history import moments  # only where it is asked for

        past = moments(reading, asked, options.history)
    inspection = _inspection(reading, options.title)._replace(past=past)
    deliver(options.output, page_of(inspection, installed_version(), _today()))
    return complain(reading.problems)


def _inspection(reading: ReadBanks, title: str | None) -> "Inspection":
    """All that the page is made of, but for the past."""
    from dlqa_lint.cli.fixing import fix_bank  # a command whose help is asked for needs none
    from dlqa_lint.page import Change, Inspection

    documents = question_documents(reading)
    found = [findings_of(bank, quiet=False) for bank in reading.banks]
    fixed = [fix_bank(bank, partial(findings_of, quiet=False), unsafe=False) for bank in reading.banks]
    return Inspection(
        title=title or _title(documents),
        documents=documents,
        report=report_of(reading.banks, found, color="never"),
        changes=[
            Change(source, item.after[path]) for item in fixed for path, source in sorted(item.before.items())
        ],
        fixed=sum(item.count for item in fixed),
        refused=[line for item in fixed for line in item.refused],
    )


def _title(documents: Sequence[Document]) -> str:
    """The title of the only document, or the name of the folder in which the run began."""
    title = documents[0].title if len(documents) == 1 else None
    return title.plain_text if title else Path.cwd().name or "/"


def _today() -> str:
    """The date of the page: today's or, so that the same page can be made again, what SOURCE_DATE_EPOCH says."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return datetime.now(UTC).date().isoformat()
    try:
        return datetime.fromtimestamp(int(given), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise CannotRunError(
            f'SOURCE_DATE_EPOCH: found "{given}", expected a number of seconds since 1970'
        ) from error
