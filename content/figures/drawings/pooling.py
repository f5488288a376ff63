"""Max and average pooling of a map of four by four with windows of two by two."""

import numpy as np
from ink import Ink, canvas
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from shapes import Point, arrow, cell, write

MAP = np.array([[1, 3, 2, 0], [5, 4, 1, 1], [0, 2, 6, 2], [2, 0, 2, 8]])


def grid(axes: Axes, ink: Ink, corner: Point, numbers: np.ndarray, block: int) -> None:
    """Cells with numbers, where windows of `block` cells share a color."""
    rows = len(numbers)
    for row in range(rows):
        for column in range(rows):
            color = ink.colors[2 * (row // block) + column // block]
            at = corner[0] + 0.6 * column, corner[1] + 0.6 * (rows - 1 - row)
            cell(axes, ink, at, 0.6, f"{numbers[row, column]:g}", fill=color + "55")


def draw(ink: Ink) -> Figure:
    """The map on the left, what is kept of it on the right."""
    figure, axes = canvas(ink, 8, 3.4, scale=0.85)
    windows = MAP.reshape(2, 2, 2, 2).swapaxes(1, 2).reshape(2, 2, 4)
    grid(axes, ink, (0.4, 0.5), MAP, 2)
    grid(axes, ink, (4.0, 1.1), windows.max(axis=2), 1)
    grid(axes, ink, (6.3, 1.1), windows.mean(axis=2), 1)
    arrow(axes, ink, (3.0, 1.7), (3.8, 1.7))
    for at, said in ((1.6, "feature map"), (4.6, "maximum"), (6.9, "mean")):
        write(axes, ink, (at, 3.15), said)
    return figure
