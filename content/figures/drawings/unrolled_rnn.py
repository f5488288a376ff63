"""A recurrent network as a loop, and unrolled over time."""

from ink import Ink, canvas
from matplotlib.figure import Figure
from shapes import arrow, box, write


def draw(ink: Ink) -> Figure:
    """The loop on the left, four steps with the same weights on the right."""
    figure, axes = canvas(ink, 10, 3.4, scale=0.75)
    columns = [(1.2, ""), (4.0, "₁"), (5.7, "₂"), (7.4, "₃"), (9.1, "₄")]
    for at, index in columns:
        box(axes, ink, (at, 1.7), (0.9, 0.7), f"h{index}", color=ink.colors[0])
        for y, name in ((0.45, "x"), (2.95, "ŷ")):
            write(axes, ink, (at, y), f"{name}{index}")
        arrow(axes, ink, (at, 0.7), (at, 1.33), color=ink.colors[1])
        arrow(axes, ink, (at, 2.07), (at, 2.7), color=ink.colors[3])
    arrow(axes, ink, (1.65, 1.5), (1.65, 1.9), bend=2.2, color=ink.colors[2])
    write(axes, ink, (2.5, 1.7), "=", fontsize=16)
    for start in (3.1, 4.45, 6.15, 7.85):
        arrow(axes, ink, (start, 1.7), (start + (0.44 if start == 3.1 else 0.79), 1.7), color=ink.colors[2])
    for at in (4.85, 6.55, 8.25):
        write(axes, ink, (at, 1.95), "W", color=ink.colors[2], fontsize=9)
    write(axes, ink, (2.95, 1.7), "h₀")
    return figure
