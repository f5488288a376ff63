"""The LSTM cell: the upper line carries the cell state, which is only scaled and added to."""

from ink import Ink, canvas
from matplotlib.figure import Figure
from shapes import arrow, box, disc, write


def draw(ink: Ink) -> Figure:
    """Three gates and the candidate below the line of the cell state."""
    figure, axes = canvas(ink, 10, 5, scale=0.75)
    blue, orange, purple, green = ink.colors
    arrow(axes, ink, (0.5, 4.2), (9.5, 4.2), color=blue, linewidth=2.4)
    write(axes, ink, (0.75, 4.5), "c(t-1)")
    write(axes, ink, (9.2, 4.5), "c(t)")
    arrow(axes, ink, (0.45, 0.7), (6.6, 0.7), arrowstyle="-")
    write(axes, ink, (0.45, 1.0), "h(t-1), x(t)", ha="left")
    gates = ((2.1, "σ", "forget gate f", orange), (3.8, "σ", "input gate i", orange),
             (5.2, "tanh", "candidate g", purple), (6.6, "σ", "output gate o", orange))  # fmt: skip
    for at, sign, name, color in gates:
        arrow(axes, ink, (at, 0.7), (at, 1.33))
        box(axes, ink, (at, 1.6), (0.85, 0.55), sign, color=color)
        write(axes, ink, (at, 0.35), name, fontsize=8.5)
    arrow(axes, ink, (2.1, 1.88), (2.1, 3.98))
    disc(axes, ink, (2.1, 4.2), 0.22, "×", color=blue)
    disc(axes, ink, (4.5, 2.9), 0.22, "×", color=green)
    arrow(axes, ink, (3.8, 1.88), (4.38, 2.72))
    arrow(axes, ink, (5.2, 1.88), (4.62, 2.72))
    arrow(axes, ink, (4.5, 3.12), (4.5, 3.98))
    disc(axes, ink, (4.5, 4.2), 0.22, "+", color=blue)
    box(axes, ink, (7.9, 3.3), (0.85, 0.5), "tanh", color=purple)
    arrow(axes, ink, (7.9, 4.2), (7.9, 3.56))
    disc(axes, ink, (7.9, 2.2), 0.22, "×", color=green)
    arrow(axes, ink, (7.9, 3.05), (7.9, 2.43))
    arrow(axes, ink, (6.6, 1.88), (7.68, 2.17))
    arrow(axes, ink, (8.12, 2.2), (9.5, 2.2))
    write(axes, ink, (9.2, 2.5), "h(t)")
    return figure
