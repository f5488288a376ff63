"""How `make docs` builds the site; what refers to rules and commands is made anew each time, from themselves."""

import os
import sys
from pathlib import Path

from sphinx.application import Sphinx

HERE = Path(__file__).parent
# The modules beside this one, and the reader of the cases.
sys.path[:0] = [str(HERE), str(HERE.parent / "tests")]

import command_pages
import rule_pages
from generated import write_pages

from dlqa_lint import __version__
from dlqa_lint.report.parts.pages import SITE

project = "dlqa-lint"
version = release = __version__
extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "furo"
# Which of the versions that are published side by side it is, so that a reader knows.
html_title = f"dlqa-lint {os.environ.get('DOCS_OF', '')}".strip()
# Search engines are to show the pages at the top, and not the same of each version.
html_baseurl = f"{SITE}/"
html_copy_source = html_show_sourcelink = html_show_copyright = False
# It would turn an option outside of code, --fix, into a dash and a word.
smartquotes = False


def setup(app: Sphinx) -> None:
    """Write the references before Sphinx looks which pages there are."""
    app.connect("builder-inited", lambda app: write_references(Path(app.srcdir)))


def write_references(folder: Path) -> None:
    """Write the pages about rules and commands below a folder."""
    write_pages(folder / "rules", rule_pages.pages())
    write_pages(folder / "commands", command_pages.pages())
