"""What arrives of a gradient in networks of thirty layers, with and without the remedies."""

import numpy as np
from ink import Ink, legend, sheet
from matplotlib.figure import Figure

LAYERS, WIDTH = 30, 128


def norms(activation: str, spread: float, *, residual: bool = False) -> list[float]:
    """The length of the gradient at each layer, from the first to the last, as a share of what comes from above."""
    rng = np.random.default_rng(0)
    x, jacobians = rng.normal(size=WIDTH), []
    for _ in range(LAYERS):
        weights = rng.normal(0, spread / np.sqrt(WIDTH), (WIDTH, WIDTH))
        z = weights @ x
        value, slope = {
            "sigmoid": (1 / (1 + np.exp(-z)), 0.25 / np.cosh(z / 2) ** 2),
            "tanh": (np.tanh(z), 1 / np.cosh(z) ** 2),
            "relu": (np.maximum(z, 0), (z > 0) * 1.0),
        }[activation]
        jacobians.append(slope[:, None] * weights + residual * np.eye(WIDTH))
        x = value + residual * x
    gradient = rng.normal(size=WIDTH)
    found = [1.0]
    length = np.linalg.norm(gradient)
    for jacobian in reversed(jacobians):
        gradient = jacobian.T @ gradient
        found.append(float(np.linalg.norm(gradient) / length))
    return found[::-1]


def draw(ink: Ink) -> Figure:
    """One curve for each kind of network, on a logarithmic axis."""
    figure, (axes,) = sheet(ink)
    rows = [
        (f"ReLU, He / √{LAYERS}, residual", norms("relu", np.sqrt(2 / LAYERS), residual=True), "-"),
        ("ReLU, He", norms("relu", np.sqrt(2)), "--"),
        ("tanh, Xavier", norms("tanh", 1.0), "-."),
        ("sigmoid, Xavier", norms("sigmoid", 1.0), ":"),
    ]
    for (name, found, line), color in zip(rows, ink.colors, strict=True):
        axes.semilogy(range(LAYERS + 1), found, line, color=color, label=name)
    axes.set(xlabel="layer (0 is the input)", ylabel="length of the gradient", ylim=(1e-20, 1e3))
    legend(axes, ink, loc="lower right")
    return figure
