"""A picture of how time grows with size: one line for each series, both axes logarithmic."""

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 720, 420, 60, 50
_COLOURS = ("#1f6feb", "#cf222e", "#1a7f37", "#8250df", "#bf8700", "#57606a")

Series = Mapping[str, Sequence[tuple[float, float]]]


def picture(series: Series, across: str, up: str) -> str:
    """The series as SVG; `across` and `up` say what the axes measure."""
    points = [point for line in series.values() for point in line]
    x = Scale([point[0] for point in points], _LEFT, _WIDTH - 170)
    y = Scale([point[1] for point in points], _HEIGHT - _BOTTOM, 20)
    drawn = [*_grid(x, [point[0] for point in points], across, upright=True)]
    drawn += _grid(y, [point[1] for point in points], up, upright=False)
    for at, (name, line) in enumerate(series.items()):
        colour = _COLOURS[at % len(_COLOURS)]
        path = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in line)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn.append(f'<text x="{_WIDTH - 160}" y="{30 + 18 * at}" fill="{colour}">{name}</text>')
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    return "\n".join(
        [head, f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>', *drawn, "</svg>", ""]
    )


class Scale:
    """Values to places on an axis, by their logarithms."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._low, self._high = floor(log10(min(values))), ceil(log10(max(values)))
        self._start, self._end = start, end

    def __call__(self, value: float) -> float:
        """The place of a value."""
        share = (log10(value) - self._low) / max(self._high - self._low, 1)
        return self._start + share * (self._end - self._start)

    @property
    def ticks(self) -> list[float]:
        """The powers of ten on the axis."""
        return [10.0**power for power in range(self._low, self._high + 1)]


def _grid(scale: Scale, values: Sequence[float], name: str, *, upright: bool) -> list[str]:
    lines = []
    for tick in scale.ticks:
        at = scale(tick)
        ends = (at, 20, at, _HEIGHT - _BOTTOM) if upright else (_LEFT, at, _WIDTH - 170, at)
        lines.append('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="#d0d7de"/>'.format(*ends))
        x, y, anchor = (at, _HEIGHT - _BOTTOM + 16, "middle") if upright else (_LEFT - 6, at + 4, "end")
        lines.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{tick:g}</text>')
    x, y = (_LEFT, _HEIGHT - 10) if upright else (4, 12)
    return [*lines, f'<text x="{x}" y="{y}" fill="#57606a">{name}</text>']
