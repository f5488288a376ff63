"""The loss of language models by parameters and training tokens, as fitted again by Besiroglu et al. (2024)."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure

FLOOR = 1.8172
"""The part of the loss that neither parameters nor tokens lower."""


def loss(parameters: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """The fitted loss."""
    return FLOOR + 482.01 / parameters**0.3478 + 2085.43 / tokens**0.3658


def draw(ink: Ink) -> Figure:
    """For three budgets of compute, the loss by the size of the model; the dots are the best sizes."""
    figure, (axes,) = sheet(ink)
    for budget, color, line in zip((1e20, 1e22, 1e24), ink.colors, ("-", "--", "-."), strict=False):
        sizes = np.logspace(8, 12, 400)
        found = loss(sizes, budget / (6 * sizes))
        axes.semilogx(sizes, found, line, color=color, label=f"10$^{{{int(np.log10(budget))}}}$ operations")
        best = int(np.argmin(found))
        axes.plot(sizes[best], found[best], "o", color=color)
    axes.axhline(FLOOR, linestyle=":", color=ink.text, linewidth=1)
    axes.annotate(f"{FLOOR:.2f}: what no model gets below", (1.1e8, FLOOR - 0.09), color=ink.text, fontsize=9)
    axes.set(xlabel="parameters", ylabel="loss", ylim=(1.6, 3.6), xlim=(1e8, 1e12))
    legend(axes, ink, loc="upper right")
    return figure
