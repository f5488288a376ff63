"""The same three logits at three temperatures."""

import numpy as np
from ink import Ink, sheet
from matplotlib.figure import Figure

LOGITS = np.array([3.0, 1.0, -1.0])


def draw(ink: Ink) -> Figure:
    """One chart of bars for each temperature."""
    figure, axes = sheet(ink, 3, height=2.4)
    for one, temperature in zip(axes, (0.5, 1, 3), strict=True):
        powers = np.exp(LOGITS / temperature)
        bars = one.bar(("3", "1", "-1"), powers / powers.sum(), color=ink.colors[:3], zorder=2)
        one.bar_label(bars, fmt="%.3f", color=ink.text, fontsize=9)
        one.set(title=f"T = {temperature}", ylim=(0, 1.1), xlabel="logit")
    axes[0].set_ylabel("probability")
    return figure
