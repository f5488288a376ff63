"""One classifier, judged by its ROC curve and by precision and recall, at two shares of positives."""

from statistics import NormalDist

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure

APART = 2.0
"""How far the scores of positives lie above those of negatives, in standard deviations."""


def draw(ink: Ink) -> Figure:
    """The ROC curve does not see how rare positives are; precision does."""
    thresholds = np.linspace(-4, 6, 400)
    above = np.vectorize(lambda at: 1 - NormalDist().cdf(at))
    fpr, tpr = above(thresholds), above(thresholds - APART)
    figure, (roc, pr) = sheet(ink, 2, height=3.2)
    area = NormalDist().cdf(APART / np.sqrt(2))
    roc.plot(fpr, tpr, color=ink.colors[0], label=f"AUC {area:.2f}")
    roc.plot([0, 1], [0, 1], ":", color=ink.text, linewidth=1, label="chance")
    roc.set(title="ROC", xlabel="false positive rate", ylabel="true positive rate")
    for share, color, line in ((0.5, ink.colors[0], "-"), (0.01, ink.colors[1], "--")):
        precision = share * tpr / (share * tpr + (1 - share) * fpr)
        pr.plot(tpr, precision, line, color=color, label=f"{share:.0%} positives")
    pr.set(title="Precision and recall", xlabel="recall", ylabel="precision", ylim=(0, 1.05))
    legend(roc, ink, loc="lower right")
    legend(pr, ink, loc="lower left")
    return figure
