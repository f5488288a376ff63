"""Focal loss beside cross-entropy."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure


def draw(ink: Ink) -> Figure:
    """The loss by the probability of the true class, for four strengths of focusing."""
    p = np.linspace(0.02, 1, 200)
    figure, (axes,) = sheet(ink, height=2.8)
    for strength, color, line in zip((0, 1, 2, 5), ink.colors, ("-", "--", "-.", ":"), strict=True):
        name = "γ = 0: cross-entropy" if strength == 0 else f"γ = {strength}"
        axes.plot(p, -((1 - p) ** strength) * np.log(p), line, color=color, label=name)
    axes.set(xlabel="probability of the true class", ylabel="loss", ylim=(0, 3))
    legend(axes, ink)
    return figure
