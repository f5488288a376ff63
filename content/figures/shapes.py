"""Boxes, circles and arrows of the figures that are diagrams."""

from typing import Any

from ink import Ink
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Rectangle

Point = tuple[float, float]


def box(axes: Axes, ink: Ink, center: Point, size: Point, text: str, *, color: str = "") -> None:
    """A box with rounded corners and a text in its middle."""
    corner = center[0] - size[0] / 2, center[1] - size[1] / 2
    axes.add_patch(
        FancyBboxPatch(
            corner, *size, boxstyle="round,pad=0,rounding_size=0.08", facecolor=ink.panel,
            edgecolor=color or ink.text, linewidth=1.4,
        )
    )  # fmt: skip
    write(axes, ink, center, text)


def disc(
    axes: Axes, ink: Ink, center: Point, radius: float, text: str = "", *, color: str = "", **style: Any
) -> None:
    """A circle with a text in its middle."""
    made = {"facecolor": ink.panel, "edgecolor": color or ink.text, "linewidth": 1.4} | style
    axes.add_patch(Circle(center, radius, zorder=2, **made))
    write(axes, ink, center, text)


def cell(axes: Axes, ink: Ink, corner: Point, size: float, text: str = "", *, fill: str = "none") -> None:
    """A square of a grid."""
    axes.add_patch(Rectangle(corner, size, size, facecolor=fill, edgecolor=ink.text, linewidth=1))
    write(axes, ink, (corner[0] + size / 2, corner[1] + size / 2), text)


def arrow(
    axes: Axes, ink: Ink, start: Point, end: Point, *, color: str = "", bend: float = 0.0, **style: Any
) -> None:
    """An arrow from a point to another."""
    made = {"arrowstyle": "-|>", "mutation_scale": 11, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0} | style
    made["connectionstyle"] = f"arc3,rad={bend}"
    axes.add_patch(FancyArrowPatch(start, end, color=color or ink.text, zorder=1, **made))


def write(axes: Axes, ink: Ink, at: Point, text: str, **style: Any) -> None:
    """A text around a point."""
    made = {"ha": "center", "va": "center", "color": ink.text, "zorder": 3} | style
    if text:
        axes.text(*at, text, **made)
