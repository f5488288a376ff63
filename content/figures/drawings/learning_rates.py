"""Gradient descent on a parabola of curvature 10 with four learning rates."""

import numpy as np
from ink import Ink, sheet
from matplotlib.figure import Figure


def draw(ink: Ink) -> Figure:
    """The first steps from 1 for each rate."""
    figure, axes = sheet(ink, 4, height=2.3)
    theta = np.linspace(-1.5, 1.5, 101)
    for one, rate in zip(axes, (0.01, 0.1, 0.15, 0.21), strict=True):
        path = (1 - 10 * rate) ** np.arange(5.0)
        one.plot(theta, 5 * theta**2, color=ink.faint)
        one.plot(path, 5 * path**2, "o-", color=ink.colors[1 if rate > 0.2 else 0], markersize=4, linewidth=1)
        one.set(title=f"η = {rate}", xlim=(-1.6, 1.6), ylim=(-0.4, 11), yticks=[])
    return figure
