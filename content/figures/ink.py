"""The colors of the light and the dark theme, and empty sheets to draw on."""

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",  # text stays text: it can be read aloud, searched and compared
    "svg.hashsalt": "dlqa-lint",  # ids are the same each time
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial", "sans-serif"],
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11,
    "axes.grid": True,
    "grid.linewidth": 0.6,
    "lines.linewidth": 2,
    "legend.frameon": False,
    "legend.fontsize": 9,
}


@dataclass(frozen=True)
class Ink:
    """The colors of a theme; `colors` tell curves apart, also for people who see red and green alike."""

    text: str
    faint: str
    panel: str
    colors: tuple[str, str, str, str]


INKS = {
    "light": Ink("#1f2328", "#d0d7de", "#eaeef2", ("#0969da", "#bc4c00", "#8250df", "#1a7f37")),
    "dark": Ink("#e6edf3", "#3d444d", "#262c36", ("#58a6ff", "#f0883e", "#bc8cff", "#3fb950")),
}


def sheet(
    ink: Ink, columns: int = 1, *, width: float = 7.2, height: float = 3.0
) -> tuple[Figure, list[Axes]]:
    """An empty figure with axes side by side, in inches."""
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = [figure.add_subplot(1, columns, place + 1) for place in range(columns)]
    for one in axes:
        one.set_facecolor("none")
        one.grid(color=ink.faint)
        one.tick_params(colors=ink.text)
        for spine in one.spines.values():
            spine.set_color(ink.text)
        for label in (one.title, one.xaxis.label, one.yaxis.label):
            label.set_color(ink.text)
    figure.patch.set_alpha(0)
    return figure, axes


def canvas(ink: Ink, width: float, height: float, *, scale: float = 1.0) -> tuple[Figure, Axes]:
    """A figure of boxes and arrows: no axes, one unit is `scale` inches each way."""
    figure = Figure(figsize=(width * scale, height * scale))
    figure.patch.set_alpha(0)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    axes.set_axis_off()
    return figure, axes


def legend(axes: Axes, ink: Ink, **options: Any) -> None:
    """A legend in the text's color."""
    axes.legend(labelcolor=ink.text, **options)
