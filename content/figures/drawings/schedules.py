"""Schedules of the learning rate, as shares of the highest one."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure

STEPS, WARM = 1000, 100


def draw(ink: Ink) -> Figure:
    """Four schedules, three of them after a warm-up."""
    step = np.arange(STEPS + 1)
    warm = np.minimum(1, step / WARM)
    rest = np.clip((step - WARM) / (STEPS - WARM), 0, 1)
    rows = {
        "warm-up and cosine": (warm * (1 + np.cos(np.pi * rest)) / 2, "-"),
        "warm-up and linear decay": (warm * (1 - rest), "--"),
        "warm-up, constant, decay at the end": (warm * np.minimum(1, (STEPS - step) / 200), "-."),
        "divided by ten at 500 and 750": (np.select([step < 500, step < 750], [1.0, 0.1], 0.01), ":"),
    }
    figure, (axes,) = sheet(ink)
    for (name, (share, line)), color in zip(rows.items(), ink.colors, strict=True):
        axes.plot(step, share, line, color=color, label=name)
    axes.set(xlabel="step", ylabel="share of the highest rate", ylim=(0, 1.42))
    legend(axes, ink, ncols=2, loc="upper center")
    return figure
