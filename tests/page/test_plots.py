"""Plots: what is drawn where, and what is said of it."""

from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.page.plots import Series, columns, lines, share

COUNTS = st.integers(0, 10**7)


def _drawn(svg: str, tag: str) -> list[Element]:
    return list(fromstring(svg).iter(tag))


def _scale(svg: str) -> tuple[int, float]:
    """What the top of the axis is worth, and how high it is."""
    ys = [float(line.get("y1", "")) for line in _drawn(svg, "line")]
    numbers = [int(text.text or "") for text in _drawn(svg, "text")[: len(ys)]]
    assert numbers == sorted(numbers)
    assert numbers[0] == 0
    return numbers[-1], max(ys) - min(ys)


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_columns_are_as_high_as_their_values(values: list[int]) -> None:
    svg = columns("Things", [f"<{at}>" for at in range(len(values))], values)
    top, height = _scale(svg)
    assert top >= max(values)
    assert top <= max(2.5 * max(values), 4)
    drawn = [float(column.get("height", "")) for column in _drawn(svg, "rect")]
    assert drawn == pytest.approx([value / top * height for value in values], abs=0.01, rel=1e-3)
    assert fromstring(svg).get("aria-label") == "Things: " + "; ".join(
        f"<{at}>: {value}" for at, value in enumerate(values)
    )


@given(st.lists(st.tuples(st.integers(0, 2 * 10**9), COUNTS), min_size=2, max_size=30))
def test_lines_go_through_their_values(points: list[tuple[int, int]]) -> None:
    places = sorted(place for place, _ in points)
    values = [value for _, value in points]
    svg = lines("Things", places, [str(place) for place in places], [Series("all", values)])
    top, height = _scale(svg)
    floor = max(float(line.get("y1", "")) for line in _drawn(svg, "line"))
    dots = [(float(dot.get("cx", "")), float(dot.get("cy", ""))) for dot in _drawn(svg, "circle")]
    assert [floor - y for _, y in dots] == pytest.approx(
        [v / top * height for v in values], abs=0.01, rel=1e-3
    )
    assert dots == sorted(dots, key=lambda dot: dot[0])
    left, right = (float(_drawn(svg, "line")[0].get(end, "")) for end in ("x1", "x2"))
    assert (dots[0][0], dots[-1][0]) == pytest.approx((left, right), abs=0.01)


def test_places_that_run_backwards_are_spread_evenly() -> None:
    svg = lines("Things", [30, 10, 20], ["a", "b", "c"], [Series("all", [1, 2, 3])])
    first, second, third = (float(dot.get("cx", "")) for dot in _drawn(svg, "circle"))
    assert second - first == pytest.approx(third - second)


def test_a_share_is_a_filled_bar() -> None:
    track, filled = _drawn(share(40), "rect")
    assert (track.get("width"), filled.get("width")) == ("100", "40")
