"""Draw the figures of the bank anew, in a light and a dark theme: `make figures`.

Each module in `drawings/` draws one figure. Its files say what code they were drawn from, so that a test can tell
without Matplotlib whether they are current.
"""

from importlib import import_module
from io import StringIO

import matplotlib as mpl
from fingerprint import THEMES, file_of, fingerprint, names
from ink import INKS, SETTINGS


def drawn(name: str, theme: str) -> str:
    """A figure as SVG; the same code gives the same text, whenever it runs."""
    with mpl.rc_context({**SETTINGS, "text.color": INKS[theme].text}):
        figure = import_module(f"drawings.{name}").draw(INKS[theme])
        text = StringIO()
        about = {"Date": None, "Creator": None, "Description": f"drawn from {fingerprint(name)}"}
        figure.savefig(text, format="svg", metadata=about)
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n"


def main() -> None:
    """Write all figures."""
    for name in names():
        for theme in THEMES:
            file_of(name, theme).write_text(drawn(name, theme), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
