"""The variance of the mean of several models, by how much their errors are correlated."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure


def draw(ink: Ink) -> Figure:
    """One curve for each correlation; dotted is what no number of models gets below."""
    models = np.arange(1, 21)
    figure, (axes,) = sheet(ink, height=2.8)
    for correlation, color, line in zip(
        (0.0, 0.3, 0.6, 0.9), ink.colors, ("-", "--", "-.", "-"), strict=True
    ):
        axes.plot(
            models, correlation + (1 - correlation) / models, line, color=color, label=f"ρ = {correlation}"
        )
        axes.axhline(correlation, linestyle=":", color=color, linewidth=1)
    axes.set(
        xlabel="number of models", ylabel="share of the variance", ylim=(0, 1.05), xticks=(1, 5, 10, 15, 20)
    )
    legend(axes, ink, loc="center right", ncols=4, bbox_to_anchor=(1, 0.74))
    return figure
