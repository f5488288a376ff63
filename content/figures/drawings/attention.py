"""The weights of one head of masked self-attention: each token looks at itself and at earlier ones."""

import numpy as np
from ink import Ink, canvas
from matplotlib.figure import Figure
from shapes import cell, write

TOKENS = ("the", "cat", "sat", "because", "it", "slept")
SCORES = np.array([
    [0, 0, 0, 0, 0, 0],
    [1, 2, 0, 0, 0, 0],
    [0, 3, 2, 0, 0, 0],
    [0, 1, 2, 2, 0, 0],
    [0, 4, 1, 0, 1, 0],
    [0, 2, 1, 1, 3, 2],
])  # fmt: skip


def draw(ink: Ink) -> Figure:
    """A table of weights; each row adds up to one."""
    figure, axes = canvas(ink, 9.2, 6.2, scale=0.72)
    masked = np.where(np.tri(6, dtype=bool), SCORES, -np.inf)
    weights = np.exp(masked - masked.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    for row, token in enumerate(TOKENS):
        y = 4.5 - row * 0.8
        write(axes, ink, (1.75, y + 0.4), token, ha="right")
        write(axes, ink, (2.3 + row * 0.8, 5.5), token, rotation=35)
        for column in range(6):
            weight = weights[row, column]
            strength = f"{round(30 + 200 * weight):02x}" if column <= row else "00"
            cell(axes, ink, (1.9 + column * 0.8, y), 0.8, fill=ink.colors[0] + strength[-2:])
            said = f"{weight:.2f}" if column <= row else "–"
            write(axes, ink, (2.3 + column * 0.8, y + 0.4), said, fontsize=9)
    write(axes, ink, (6.95, 2.9), "queries in rows,\nkeys in columns", ha="left", fontsize=9)
    return figure
