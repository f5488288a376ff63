"""The step summary of GitHub Actions: the whole table of findings, of which annotations show only a part."""

import os
from pathlib import Path
from urllib.parse import quote

from dlqa_lint.cli.output import complain
from dlqa_lint.disk.named_files import append
from dlqa_lint.disk.presence import is_there
from dlqa_lint.report import PAPER, Report, render

_VARIABLE = "GITHUB_STEP_SUMMARY"
_WHERE = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_WORKSPACE")


def summarise_step(report: Report) -> None:
    """Append the report as Markdown to the step's summary, where GitHub Actions names a file for it.

    A summary that cannot be written, in a container that does not see the file for example, is mentioned
    and nothing else happens: the findings are in the log.
    """
    file = os.environ.get(_VARIABLE)
    if not file:
        return
    try:
        append(file, render("markdown", report._replace(screen=PAPER, address=_address())))
    except OSError as error:
        complain([f"{_VARIABLE}: {error.filename}: {error.strerror}"])


def _address() -> str:
    """The web address of the current folder in the checked commit; empty where that is not sure.

    Only what is checked out at the workspace itself is known to be the repository that the variables name.
    """
    server, repository, commit, workspace = (os.environ.get(name, "") for name in _WHERE)
    if not (server and repository and commit and workspace and is_there(Path(workspace, ".git"))):
        return ""
    here, root = Path.cwd(), Path(workspace).resolve()
    if not here.is_relative_to(root):
        return ""
    below = here.relative_to(root).as_posix()
    folder = "" if below == "." else f"/{quote(below)}"
    return f"{server}/{repository}/blob/{commit}{folder}"
