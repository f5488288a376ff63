"""Activation functions, and how much of a gradient each lets through."""

from math import erf, sqrt

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure

Z = np.linspace(-4, 4, 401)


def sigmoid(z: np.ndarray) -> np.ndarray:
    """The logistic function."""
    return 1 / (1 + np.exp(-z))


def gelu(z: np.ndarray) -> np.ndarray:
    """The input times the normal distribution function of it."""
    return z * (1 + np.vectorize(erf)(z / sqrt(2))) / 2


def draw(ink: Ink) -> Figure:
    """The functions on the left, their slopes on the right."""
    figure, (values, slopes) = sheet(ink, 2)
    functions = {"sigmoid": sigmoid, "tanh": np.tanh, "ReLU": lambda z: np.maximum(z, 0), "GELU": gelu}
    for (name, function), color, line in zip(
        functions.items(), ink.colors, ("-", "--", "-.", ":"), strict=True
    ):
        values.plot(Z, function(Z), line, color=color, label=name)
        slopes.plot(Z, np.gradient(function(Z), Z), line, color=color)
    values.set(title="Value", xlabel="z", ylim=(-1.2, 3))
    slopes.set(title="Slope", xlabel="z", ylim=(-0.2, 1.25))
    legend(values, ink, loc="upper left")
    return figure
