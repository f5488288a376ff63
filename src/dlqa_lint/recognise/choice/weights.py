"""The learned weights of the reasons, read from their one data file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Weights(NamedTuple):
    """What reasons weigh, in log-odds.

    `prior` is what a group starts with, and `base` a line of a group that asks. `group` and `line` hold the
    weight of each reason by name, for groups and for the lines within one.
    """

    prior: float
    base: float
    group: dict[str, float]
    line: dict[str, float]


def weights() -> Weights:
    """The weights in force: those that come with the program, unless others were put in their place."""
    return _others[-1] if _others else _shipped()


_others: list[Weights] = []


@contextmanager
def replaced(other: Weights) -> Iterator[None]:
    """Puts other weights in force, for measuring what they would read."""
    _others.append(other)
    try:
        yield
    finally:
        _others.pop()


@cache
def _shipped() -> Weights:
    import json  # its patterns would be compiled at every start

    data = json.loads(Path(__file__).with_name("weights.json").read_text("utf-8"))
    reasons = data["reasons"]
    return Weights(
        data["prior"],
        data["base"],
        {name: entry["group"] for name, entry in reasons.items() if entry.get("group")},
        {name: entry["line"] for name, entry in reasons.items() if entry.get("line")},
    )
