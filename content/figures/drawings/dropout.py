"""A dense network, and one of the thinned networks that dropout trains in its place."""

from itertools import product

from ink import Ink, canvas
from matplotlib.figure import Figure
from shapes import disc, write

LAYERS = (3, 5, 5, 2)
DROPPED = {(1, 1), (1, 4), (2, 0), (2, 2), (2, 3)}


def place(left: float, layer: int, unit: int) -> tuple[float, float]:
    """Where a unit stands."""
    return left + layer * 1.1, 1.9 + (unit - (LAYERS[layer] - 1) / 2) * 0.7


def draw(ink: Ink) -> Figure:
    """Both networks side by side."""
    figure, axes = canvas(ink, 9, 4.1, scale=0.75)
    for left, dropped, said in ((0.6, set(), "at inference"), (5.1, DROPPED, "one training step")):
        for layer in range(len(LAYERS) - 1):
            for one, other in product(range(LAYERS[layer]), range(LAYERS[layer + 1])):
                if not {(layer, one), (layer + 1, other)} & dropped:
                    ends = [place(left, layer, one), place(left, layer + 1, other)]
                    axes.plot(*zip(*ends, strict=True), color=ink.faint, linewidth=1, zorder=1)
        for layer, units in enumerate(LAYERS):
            for unit in range(units):
                gone = (layer, unit) in dropped
                style = {"linestyle": ":", "facecolor": "none"} if gone else {}
                disc(
                    axes,
                    ink,
                    place(left, layer, unit),
                    0.22,
                    "0" if gone else "",
                    color=ink.colors[gone],
                    **style,
                )
        write(axes, ink, (left + 1.65, 3.85), said)
    return figure
