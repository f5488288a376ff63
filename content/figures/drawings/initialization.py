"""The size of the signal in a ReLU network of twenty layers, for three spreads of its weights."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure

WIDTH, LAYERS = 512, 20


def sizes(spread: float) -> list[float]:
    """The root mean square behind each layer."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, WIDTH))
    found = [1.0]
    for _ in range(LAYERS):
        x = np.maximum(0, x @ rng.normal(0, spread, (WIDTH, WIDTH)))
        found.append(float(np.sqrt(np.mean(x**2))))
    return found


def draw(ink: Ink) -> Figure:
    """One curve for each spread, on a logarithmic axis."""
    figure, (axes,) = sheet(ink, height=2.8)
    rows = ((0.5, "0.5: eight times as large with each layer", "--"), (np.sqrt(2 / WIDTH), "0.0625: He", "-"),
            (0.01, "0.01: fades", ":"))  # fmt: skip
    for (spread, name, line), color in zip(rows, (ink.colors[1], ink.colors[0], ink.colors[2]), strict=True):
        axes.semilogy(sizes(spread), line, color=color, label=name)
    axes.set(xlabel="layer", ylabel="root mean square", xticks=range(0, LAYERS + 1, 5))
    legend(axes, ink, loc="upper left")
    return figure
