"""Learning: from labelled documents to the weights of the reasons (needs SciPy, the extra `tune`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import minimize

from dlqa_lint.recognise.choice.weights import Weights
from dlqa_lint.recognise.reason import GroupReason, LineReason, Reason, StrayReason
from dlqa_lint.recognise.reasons import all_reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labels import Label

    from dlqa_lint.recognise.choice.group import Group
    from dlqa_lint.recognise.choice.page import Page

    Array = np.ndarray[Any, np.dtype[np.float64]]

REASONS: dict[str, Reason] = dict(all_reasons())
_OF_LINES = {name: reason for name, reason in REASONS.items() if isinstance(reason, LineReason)}
LINE_NAMES = list(_OF_LINES)
GROUP_NAMES = [name for name, reason in REASONS.items() if not isinstance(reason, StrayReason)]
STRAY = np.array([isinstance(REASONS[name], StrayReason) for name in LINE_NAMES])

GROUP_PENALTY = 0.05
"""The penalty on squared weights of groups; cross-validated among 0.03, 0.1, 0.3 and 1."""

LINE_PENALTY = 2.0
"""The same for lines; cross-validated among 0.15, 0.5 and 2."""

LARGE = 20
"""A group of so many lines counts three times as much as one of a single line, and a larger one no more."""

LEAN = 0.2
"""How far the prior leans towards questions, in log-odds.

Of 0.2 and 0.3, the mean F1 of banks that was cross-validated is 0.864 and 0.869, and 33 and 35 of 431 ordinary
documents are read as banks: one step more finds three banks and two that are none.
"""

MIXED = 6.0
"""How much more a group counts for the line weights in which some lines ask and some do not."""

KEEP = 5.0
"""How much worse it is to leave a question out of its group than to take in a line that asks nothing.

Cross-validated among 1, 3, 5 and 7: most groups are right as a whole.
"""

ASKING = 0.35
"""A group counts for the line weights where at least this share of it asks."""


@dataclass(frozen=True)
class Example:
    """A group of a labelled document: the features of the group and its lines, and what is true of them.

    `true` is the share of its judged lines that ask, `share` how much its document counts.
    """

    document: int
    group: Array
    lines: Array
    asks: Array
    true: float
    weight: float
    share: float


def examples_of(number: int, label: Label, page: Page, share: float = 1.0) -> Iterable[Example]:
    """The groups of a document as examples; `share` is how much the document counts."""
    for group in page.groups:
        numbers = [line.line + 1 for line in group.lines]
        judged = np.array([n not in label.accept or n in label.questions for n in numbers])
        if not judged.any():
            continue
        asks = np.array([float(n in label.questions) for n in numbers])
        lines, features = _features(group)
        true = float(asks[judged].mean())
        weight = share * (0.5 + min(len(group), LARGE) / LARGE)
        yield Example(number, features, lines[judged], asks[judged], true, weight, share)


def _features(group: Group) -> tuple[Array, Array]:
    """The features of each line, as they differ from their group, and those of the group."""
    lines = np.array([reason.of_lines(group) for reason in _OF_LINES.values()], np.float64).T
    mean = lines.mean(axis=0)
    shares = dict(zip(LINE_NAMES, mean, strict=True))
    features = [
        reason.of_group(group) if isinstance(reason := REASONS[name], GroupReason) else shares[name]
        for name in GROUP_NAMES
    ]
    return lines - np.where(STRAY, 0.0, mean), np.array(features, float)


def fit(examples: Sequence[Example]) -> Weights:
    """The weights that explain examples best."""
    inside = [example for example in examples if example.true >= ASKING and len(example.asks) > 1]
    group = _logistic(
        np.array([example.group for example in examples]),
        np.array([example.true for example in examples]),
        np.array([example.weight for example in examples]),
        GROUP_NAMES,
        GROUP_PENALTY,
    )
    line = _logistic(
        np.vstack([example.lines for example in inside]),
        np.concatenate([example.asks for example in inside]),
        np.concatenate([_line_weights(example) for example in inside]),
        LINE_NAMES,
        LINE_PENALTY,
    )
    return Weights(
        float(group[-1]) + LEAN,
        float(line[-1]),
        dict(zip(GROUP_NAMES, map(float, group), strict=False)),
        dict(zip(LINE_NAMES, map(float, line), strict=False)),
    )


def _line_weights(example: Example) -> Array:
    """How much each line of a group counts: a group of five hundred lines ten times one of five."""
    mixed = 0 < example.asks.mean() < 1
    each = example.share * (MIXED if mixed else 1.0) / max(len(example.asks), 5) ** 0.5
    counts: Array = np.where(example.asks > 0, KEEP * each, each)
    return counts


def _logistic(x: Array, y: Array, w: Array, names: Sequence[str], penalty: float) -> Array:
    """Regularised logistic regression, the sign of each coefficient as its reason says; the prior last."""
    sides = {"for": (0, None), "against": (None, 0), "either": (None, None)}
    count = x.shape[1]

    def loss(b: Array) -> tuple[float, Array]:
        z = np.clip(x @ b[:count] + b[count], -30, 30)
        residual = w * (1 / (1 + np.exp(-z)) - y)
        value = (w * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * penalty * (b[:count] ** 2).sum()
        return float(value), np.r_[x.T @ residual + penalty * b[:count], residual.sum()]

    bounds = [*(sides[REASONS[name].sign] for name in names), (None, None)]
    found = minimize(
        loss, np.zeros(count + 1), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}
    )
    return np.asarray(found.x)
