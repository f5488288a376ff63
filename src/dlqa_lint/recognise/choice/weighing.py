"""Weighing: how much the reasons say about the groups of a page, and about each line of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.recognise.choice.weights import weights
from dlqa_lint.recognise.reason import GroupReason, LineReason, StrayReason
from dlqa_lint.recognise.reasons import all_reasons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class Argument(NamedTuple):
    """What one reason says, in log-odds: above 0 it speaks for questions."""

    reason: str
    weight: float


class Weighed(NamedTuple):
    """A group with the arguments about it; their sum with the prior is its log-odds."""

    group: Group
    arguments: tuple[Argument, ...]
    total: float


def weigh_group(group: Group) -> Weighed:
    """What the reasons say about a group as a whole."""
    learned = weights()
    arguments = []
    for name, weight in learned.group.items():
        reason = all_reasons()[name]
        if isinstance(reason, GroupReason):
            feature = reason.of_group(group)
        elif isinstance(reason, LineReason):
            feature = sum(_features(name, reason, group)) / len(group)
        if feature:
            arguments.append(Argument(name, weight * feature))
    return Weighed(group, tuple(arguments), learned.prior + sum(weight for _, weight in arguments))


def weigh_lines(group: Group) -> list[tuple[Argument, ...]]:
    """What the reasons say about each line of a group that asks, beside what they say about the group."""
    found: list[list[Argument]] = [[] for _ in group.lines]
    if len(group) == 1:
        return [()]
    for name, weight in weights().line.items():
        reason = all_reasons()[name]
        if not isinstance(reason, LineReason):
            continue
        features = _features(name, reason, group)
        common = 0.0 if isinstance(reason, StrayReason) else sum(features) / len(features)
        said = {feature: Argument(name, weight * (feature - common)) for feature in set(features) - {common}}
        for arguments, feature in zip(found, features, strict=True):
            if feature in said:
                arguments.append(said[feature])
    return [tuple(arguments) for arguments in found]


def _features(name: str, reason: LineReason, group: Group) -> Sequence[float]:
    """What a reason says of each line of a group; it is asked once."""
    if name not in group.features:
        group.features[name] = reason.of_lines(group)
    return group.features[name]
