"""Which weights learning moved: the few lines of the diff of weights.json that tell something."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dlqa_lint.recognise.choice.weights import Weights

NOISE = 0.05
"""One document more or less moves most weights by up to this much, in log-odds."""


def moved(old: Weights, new: Weights) -> Iterator[str]:
    """The weights that are farther from what they were than noise goes, the farthest first."""
    before, after = _named(old), _named(new)
    change = {name: after.get(name, 0.0) - before.get(name, 0.0) for name in chain(before, after)}
    for name, by in sorted(change.items(), key=lambda item: (-abs(item[1]), item[0])):
        if abs(by) > NOISE:
            yield f"{name}: {before.get(name, 0.0):+.2f} -> {after.get(name, 0.0):+.2f}"


def _named(weights: Weights) -> dict[str, float]:
    """Every number of the weights under a name that says of what it is."""
    tables = (("group", weights.group), ("line", weights.line))
    each = {f"{name} ({kind})": weight for kind, table in tables for name, weight in table.items()}
    return {"prior": weights.prior, "base": weights.base} | each
