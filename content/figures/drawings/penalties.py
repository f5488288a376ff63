"""Why L1 gives zeros and L2 does not: where contours of the loss touch a diamond and a circle."""

import numpy as np
from ink import Ink, sheet
from matplotlib.figure import Figure

BEST = np.array([1.0, 2.3])
SHAPE = np.array([[1.0, 0.35], [0.35, 1.0]])


def loss(points: np.ndarray) -> np.ndarray:
    """A quadratic loss around its best weights."""
    away = points - BEST
    return np.einsum("...i,ij,...j", away, SHAPE, away)


def draw(ink: Ink) -> Figure:
    """The set of allowed weights, the contours, and the point where they touch."""
    figure, axes = sheet(ink, 2, height=3.4)
    turn = np.linspace(0, 2 * np.pi, 361)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=-1)
    diamond = circle / np.abs(circle).sum(axis=-1, keepdims=True)
    grid = np.stack(np.meshgrid(np.linspace(-1.5, 3, 200), np.linspace(-1.5, 3.5, 200)), axis=-1)
    for one, border, name in zip(axes, (diamond, circle), ("L1", "L2"), strict=True):
        touch = border[np.argmin(loss(border))]
        one.fill(*border.T, color=ink.panel, zorder=1)
        one.plot(*border.T, color=ink.colors[0], linewidth=1.5)
        levels = [0.3, 1.0, float(loss(touch)), 4.5]
        one.contour(
            *np.moveaxis(grid, -1, 0), loss(grid), levels=sorted(levels), colors=ink.colors[1], linewidths=1
        )
        one.plot(*touch, "o", color=ink.text, markersize=6)
        one.plot(*BEST, "x", color=ink.colors[1])
        one.set(
            title=f"{name}: ({abs(touch[0]):.2f}, {touch[1]:.2f})", aspect="equal", xlabel="w₁", ylabel="w₂"
        )
    return figure
