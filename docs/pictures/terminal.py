"""Draw what the command prints to a terminal about a half-finished bank: `make pictures`."""

import re
import sys
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME, TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests"))
from in_terminal import shown  # noqa: E402 - it is where the line above says

FILE = Path(__file__).with_name("terminal.svg")
FOLDER = ROOT / "tests" / "documents"
ARGUMENTS = ("--isolated", "--max-findings", "5", "50-deep-learning-interview-questions.md")
"""As many findings as there are rules, so that the picture has one of each and still fits into a window."""
COLUMNS = 100
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
_FROM_AFAR = re.compile(r" *@font-face \{\{.*?\n *\}\}\n", re.DOTALL)
"""Fonts on the web, which a picture in a page may not fetch."""


def printed() -> str:
    """What the terminal shows, with the command itself."""
    said = shown(
        "--no-cache", *ARGUMENTS, folder=FOLDER, columns=COLUMNS, environment={"FORCE_HYPERLINK": "0"}
    )
    return f"$ dlqa-lint {' '.join(ARGUMENTS)}\n{said}"


def drawn(text: str) -> str:
    """The terminal as SVG; on black, for which the colours are made, and which fits into light and dark pages."""
    ansi = [tuple(color) for color in map(SVG_EXPORT_THEME.ansi_colors.__getitem__, range(16))]
    theme = TerminalTheme(BLACK, WHITE, ansi[:8], ansi[8:])
    console = Console(
        record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(text), soft_wrap=True)
    template = _FROM_AFAR.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code, ", "")
    svg = console.export_svg(title="dlqa-lint", theme=theme, code_format=template, unique_id="terminal")
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def main() -> None:
    """Write the picture beside this file."""
    FILE.write_text(drawn(printed()), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
