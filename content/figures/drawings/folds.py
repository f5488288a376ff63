"""Five-fold cross-validation, and its variant for time series."""

from ink import Ink, canvas
from matplotlib.figure import Figure
from shapes import cell, write


def draw(ink: Ink) -> Figure:
    """Rows of parts: trained on, tested on, or left out."""
    figure, axes = canvas(ink, 9.4, 3.9, scale=0.76)
    fills = {"train": ink.colors[0] + "66", "test": ink.colors[1], "unused": "none"}
    for left, title, role in (
        (1.0, "k-fold, k = 5", lambda row, at: "test" if at == row else "train"),
        (
            5.6,
            "time-ordered",
            lambda row, at: "test" if at == row + 1 else "train" if at <= row else "unused",
        ),
    ):
        rows = 5 if left < 5 else 4
        for row in range(rows):
            for at in range(5):
                cell(axes, ink, (left + at * 0.6, 2.8 - row * 0.6), 0.6, fill=fills[role(row, at)])
            if left < 5:
                write(axes, ink, (left - 0.45, 3.1 - row * 0.6), f"{row + 1}")
        write(axes, ink, (left + 1.5, 3.65), title)
    for at, name in ((5.6, "train"), (7.1, "test")):
        cell(axes, ink, (at, 0.42), 0.3, fill=fills[name])
        write(axes, ink, (at + 0.42, 0.57), name, ha="left")
    return figure
