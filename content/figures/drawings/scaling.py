"""The loss of language models by parameters and training tokens, as fitted by Hoffmann et al. (2022)."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure


def loss(parameters: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """The fitted loss."""
    return 1.69 + 406.4 / parameters**0.34 + 410.7 / tokens**0.28


def draw(ink: Ink) -> Figure:
    """For three budgets of compute, the loss by the size of the model; the dots are the best sizes."""
    figure, (axes,) = sheet(ink)
    for budget, color, line in zip((1e20, 1e22, 1e24), ink.colors, ("-", "--", "-."), strict=False):
        sizes = np.logspace(8, 12, 400)
        found = loss(sizes, budget / (6 * sizes))
        axes.semilogx(sizes, found, line, color=color, label=f"10$^{{{int(np.log10(budget))}}}$ operations")
        best = int(np.argmin(found))
        axes.plot(sizes[best], found[best], "o", color=color)
    axes.axhline(1.69, linestyle=":", color=ink.text, linewidth=1)
    axes.annotate("1.69: what no model gets below", (1.1e8, 1.69), (1.1e8, 1.73), color=ink.text, fontsize=9)
    axes.set(xlabel="parameters", ylabel="loss", ylim=(1.6, 3.6), xlim=(1e8, 1e12))
    legend(axes, ink, loc="upper right")
    return figure
