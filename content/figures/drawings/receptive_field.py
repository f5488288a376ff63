"""The receptive field of one unit grows by two with each layer of three-wide convolutions."""

from ink import Ink, canvas
from matplotlib.figure import Figure
from shapes import arrow, cell, write

WIDE, SIZE = 11, 0.5


def draw(ink: Ink) -> Figure:
    """Four rows of cells; those on which the top one depends are filled."""
    figure, axes = canvas(ink, 9.2, 4.2, scale=0.78)
    middle = WIDE // 2
    for row in range(4):
        reach = 3 - row
        for at in range(WIDE):
            seen = abs(at - middle) <= reach
            cell(
                axes, ink, (0.3 + at * SIZE, 0.35 + row * 1.05), SIZE, fill=ink.colors[0] if seen else "none"
            )
            if row and seen:
                for offset in (-1, 0, 1):
                    start = 0.3 + (at + offset + 0.5) * SIZE, 0.35 + (row - 1) * 1.05 + SIZE
                    end = 0.3 + (at + 0.5) * SIZE, 0.35 + row * 1.05
                    arrow(axes, ink, start, end, color=ink.faint, mutation_scale=7, linewidth=0.8)
        name = "input" if row == 0 else f"layer {row}"
        said = f"{name}: sees {2 * row + 1}" if row else "input"
        write(axes, ink, (6.1, 0.6 + row * 1.05), said, ha="left")
    return figure
