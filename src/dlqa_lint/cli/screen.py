"""What the terminal that findings are read on is known to show."""

import os

from dlqa_lint.cli.output import columns
from dlqa_lint.report import Screen

_WITH_LINKS = ("VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM")
"""Set by GNOME Terminal and its kin, Windows Terminal, Konsole and DomTerm."""
_PROGRAMS = frozenset(
    (
        "Hyper",
        "iTerm.app",
        "rio",
        "Tabby",
        "terminology",
        "vscode",
        "WarpTerminal",
        "WezTerm",
        "ghostty",
        "zed",
    )
)
_TERMS = ("alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty")
"""How the names of terminals begin that set nothing else."""
_BETWEEN = ("screen", "tmux")
"""Programs that pass on what they know, whatever the terminal behind them shows; tmux knows links since 3.4."""


def terminal(*, color: bool) -> Screen:
    """The terminal that standard output is."""
    return Screen(color, columns(), links=color and _shows_links())


def _shows_links() -> bool:
    """Whether the terminal is known to show links; FORCE_HYPERLINK knows better, and 0 means no."""
    forced = os.environ.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    term = os.environ.get("TERM", "")
    if term.startswith(_BETWEEN):
        return False
    known = any(os.environ.get(name) for name in _WITH_LINKS) or os.environ.get("TERM_PROGRAM") in _PROGRAMS
    return known or term.startswith(_TERMS)
