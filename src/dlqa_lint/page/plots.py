"""Plots as SVG: pure functions of numbers, coloured by the classes of the page's style, legible without colours.

Every plot says in its label what it shows, number by number, for those who cannot see it.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

_WIDTH, _HEIGHT = 480, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 20, 28
"""The margins that hold the numbers of the axes; the units are those of the drawing, about a pixel on a phone."""
_INNER_WIDTH, _INNER_HEIGHT = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
_FLOOR = _HEIGHT - _BOTTOM
_STEPS = (1, 2, 5)  # what an axis may count in, times a power of ten
_MOST_STEPS = 4  # lines of a grid above its floor


class Series(NamedTuple):
    """A line of a plot: its name, and a value for each place on the axis."""

    name: str
    values: Sequence[int]


def columns(title: str, names: Sequence[str], values: Sequence[int]) -> str:
    """A column for each value, with the value above it and the name below."""
    told = "; ".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
    svg = _drawing(f"{title}: {told}")
    top = _grid(svg, max(values, default=0))
    room = _INNER_WIDTH / max(len(values), 1)
    for at, (name, value) in enumerate(zip(names, values, strict=True)):
        height = _INNER_HEIGHT * value / top
        middle = _LEFT + room * (at + 0.5)
        _add(
            svg,
            "rect",
            "column",
            x=middle - room * 0.35,
            y=_FLOOR - height,
            width=room * 0.7,
            height=height,
        )
        _text(svg, middle, _FLOOR - height - 5, str(value), "middle")
        _text(svg, middle, _HEIGHT - 8, name, "middle")
    return tostring(svg, "unicode")


def lines(title: str, places: Sequence[float], names: Sequence[str], series: Sequence[Series]) -> str:
    """A line for each series over places in rising order; the first and the last place are named below.

    Places are spread as far as they lie apart, or evenly where they do not.
    """
    ends = "; ".join(f"{line.name}: {line.values[0]} to {line.values[-1]}" for line in series)
    svg = _drawing(f"{title}, {names[0]} to {names[-1]}: {ends}")
    top = _grid(svg, max(value for line in series for value in line.values))
    across = _across(places)
    for at, line in enumerate(series):
        dots = [
            (x, _FLOOR - _INNER_HEIGHT * value / top) for x, value in zip(across, line.values, strict=True)
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
        _add(svg, "polyline", f"line line-{at}", points=path)
        for x, y in dots:
            _add(svg, "circle", f"dot line-{at}", cx=x, cy=y, r=3)
    _text(svg, _LEFT, _HEIGHT - 8, names[0], "start")
    _text(svg, _WIDTH - _RIGHT, _HEIGHT - 8, names[-1], "end")
    return tostring(svg, "unicode")


def share(percent: int) -> str:
    """A bar that is filled as far as a share says; the number stands beside it, so that it has no label."""
    svg = Element("svg", {"viewBox": "0 0 100 8", "class": "share", "aria-hidden": "true"})
    svg.set("preserveAspectRatio", "none")
    _add(svg, "rect", "track", x=0, y=0, width=100, height=8)
    _add(svg, "rect", "column", x=0, y=0, width=percent, height=8)
    return tostring(svg, "unicode")


def _across(places: Sequence[float]) -> list[float]:
    """Where on the axis places are drawn."""
    if places[-1] <= places[0] or any(after < before for before, after in pairwise(places)):
        places = list(range(len(places)))
    span = (places[-1] - places[0]) or 1
    return [_LEFT + _INNER_WIDTH * (place - places[0]) / span for place in places]


def _grid(svg: Element, largest: int) -> int:
    """Draw the lines of a grid with their numbers; what its top is worth."""
    step = _step(largest)
    top = step * max(-(-largest // step), 1)
    for value in range(0, top + 1, step):
        y = _FLOOR - _INNER_HEIGHT * value / top
        _add(svg, "line", "grid", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y)
        _text(svg, _LEFT - 6, y + 4, str(value), "end")
    return top


def _step(largest: int) -> int:
    """The smallest round number that is not too small to count in."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * _MOST_STEPS >= largest:
                return step * power
        power *= 10


def _drawing(label: str) -> Element:
    return Element("svg", {"viewBox": f"0 0 {_WIDTH} {_HEIGHT}", "role": "img", "aria-label": label})


def _add(parent: Element, tag: str, kind: str, **places: float | str) -> None:
    shown = {name: f"{value:g}" if not isinstance(value, str) else value for name, value in places.items()}
    SubElement(parent, tag, {"class": kind, **shown})


def _text(parent: Element, x: float, y: float, text: str, anchor: str) -> None:
    element = SubElement(parent, "text", {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor})
    element.text = text
