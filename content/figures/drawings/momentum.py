"""Twenty steps along a narrow valley, with and without momentum."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure

CURVATURE = np.array([1.0, 20.0])


def path(rate: float, beta: float) -> np.ndarray:
    """The points that twenty steps lead through."""
    theta, velocity = np.array([-4.0, 1.0]), np.zeros(2)
    found = [theta]
    for _ in range(20):
        velocity = beta * velocity + CURVATURE * theta
        theta = theta - rate * velocity
        found.append(theta)
    return np.array(found)


def draw(ink: Ink) -> Figure:
    """Both paths over the contours of the loss, at settings that suit each."""
    figure, (axes,) = sheet(ink, height=2.8)
    x, y = np.meshgrid(np.linspace(-4.6, 2, 200), np.linspace(-1.4, 1.4, 200))
    axes.contour(
        x, y, (CURVATURE[0] * x**2 + CURVATURE[1] * y**2) / 2, levels=8, colors=ink.faint, linewidths=1
    )
    plain, heavy = path(0.09, 0.0), path(0.04, 0.7)
    axes.plot(*plain.T, "o-", color=ink.colors[1], markersize=3, linewidth=1, label="gradient descent")
    axes.plot(*heavy.T, "s-", color=ink.colors[0], markersize=3, linewidth=1, label="with momentum")
    axes.plot(0, 0, "*", color=ink.text, markersize=10)
    axes.set(xlim=(-4.6, 2), ylim=(-1.4, 1.4))
    legend(axes, ink, loc="lower right")
    return figure
