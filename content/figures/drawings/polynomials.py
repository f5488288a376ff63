"""Polynomials of three degrees through twelve noisy points: too simple, about right, and overfitted."""

import numpy as np
from ink import Ink, sheet
from matplotlib.figure import Figure

X = np.linspace(-1, 1, 201)


def draw(ink: Ink) -> Figure:
    """The same points and the same curve that they come from, with three fits."""
    rng = np.random.default_rng(0)
    x = rng.uniform(-1, 1, 12)
    y = np.sin(3 * x) + rng.normal(0, 0.3, 12)
    figure, axes = sheet(ink, 3, height=2.6)
    for one, degree in zip(axes, (1, 3, 9), strict=True):
        one.plot(X, np.sin(3 * X), "--", color=ink.text, linewidth=1)
        one.plot(X, np.polynomial.Polynomial.fit(x, y, degree)(X), color=ink.colors[0])
        one.plot(x, y, "o", color=ink.colors[1], markersize=4)
        one.set(title=f"degree {degree}", ylim=(-2, 2), xlim=(-1, 1))
    return figure
