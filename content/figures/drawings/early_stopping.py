"""Early stopping with a patience of three epochs, on the losses of the example."""

from ink import Ink, legend, sheet
from matplotlib.figure import Figure

VALIDATION = (0.52, 0.44, 0.41, 0.40, 0.42, 0.41, 0.43)
TRAINING = (0.50, 0.40, 0.34, 0.29, 0.25, 0.22, 0.19)


def draw(ink: Ink) -> Figure:
    """The epoch that is kept, and the one where training ends."""
    epochs = range(1, len(VALIDATION) + 1)
    best = VALIDATION.index(min(VALIDATION)) + 1
    figure, (axes,) = sheet(ink, height=2.8)
    axes.plot(epochs, TRAINING, "o--", color=ink.colors[1], label="training loss", markersize=4)
    axes.plot(epochs, VALIDATION, "o-", color=ink.colors[0], label="validation loss", markersize=4)
    axes.plot(best, min(VALIDATION), "o", color="none", markeredgecolor=ink.text, markersize=12)
    axes.axvline(best + 3, linestyle=":", color=ink.text, linewidth=1.2)
    axes.annotate("kept", (best, min(VALIDATION)), (best, 0.47), color=ink.text, ha="center")
    axes.annotate("stop", (best + 3, 0.3), (best + 2.9, 0.33), color=ink.text, ha="right")
    axes.set(xlabel="epoch", ylabel="loss", ylim=(0.15, 0.56))
    legend(axes, ink, loc="lower left")
    return figure
