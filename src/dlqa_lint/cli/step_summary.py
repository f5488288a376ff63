"""The step summary of GitHub Actions: the whole table of findings, of which annotations show only a part."""

import os
from pathlib import Path

from dlqa_lint.cli.output import complain
from dlqa_lint.report import Report, render

_VARIABLE = "GITHUB_STEP_SUMMARY"


def summarise_step(report: Report) -> None:
    """Append the report as Markdown to the step's summary, where GitHub Actions names a file for it.

    A summary that cannot be written, in a container that does not see the file for example, is mentioned
    and nothing else happens: the findings are in the log.
    """
    file = os.environ.get(_VARIABLE)
    if not file:
        return
    try:
        with Path(file).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as summary:
            summary.write(render("markdown", report._replace(color=False)))
    except OSError as error:
        complain([f"{_VARIABLE}: {error.filename}: {error.strerror}"])
