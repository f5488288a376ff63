"""Bias and variance of polynomials by their degree, measured over many training sets."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure

DEGREES = range(10)
SETS, POINTS, NOISE = 400, 40, 0.4


def draw(ink: Ink) -> Figure:
    """Squared bias, variance, and their sum with the noise."""
    rng = np.random.default_rng(0)
    new = np.linspace(-0.9, 0.9, 60)
    truth = np.sin(4 * new + 1)
    bias, variance = [], []
    for degree in DEGREES:
        said = []
        for _ in range(SETS):
            x = rng.uniform(-1, 1, POINTS)
            y = np.sin(4 * x + 1) + rng.normal(0, NOISE, POINTS)
            said.append(np.polynomial.Polynomial.fit(x, y, degree, domain=[-1, 1])(new))
        bias.append(np.mean((np.mean(said, axis=0) - truth) ** 2))
        variance.append(np.mean(np.var(said, axis=0)))
    total = np.array(bias) + variance + NOISE**2
    figure, (axes,) = sheet(ink)
    axes.plot(DEGREES, total, "-", color=ink.text, label="expected error on new data")
    axes.plot(DEGREES, bias, "--", color=ink.colors[0], label="bias²")
    axes.plot(DEGREES, variance, "-.", color=ink.colors[1], label="variance")
    axes.axhline(NOISE**2, linestyle=":", color=ink.colors[2], label="noise")
    axes.set(xlabel="degree of the polynomial", ylabel="squared error", ylim=(0, 0.8))
    legend(axes, ink, loc="upper right")
    return figure
