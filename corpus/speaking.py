"""Where a reason speaks: every group of lines that it says something about, and whether rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pages import page_of

from dlqa_lint.recognise.choice.weighing import weigh_group
from dlqa_lint.recognise.choice.weights import weights
from dlqa_lint.recognise.reason import GroupReason, LineReason, Reason
from dlqa_lint.recognise.reasons import all_reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from labels import Label

    from dlqa_lint.recognise.choice.group import Group

SHOWN = 6
"""So many lines of a group are named."""


class Spoken(NamedTuple):
    """What a reason says about a group, and what is true.

    `lines` are those it speaks about, counted from 1, and `asking` those of them that ask; `feature` is how much
    it is so of the group, `weight` what it adds to the group's `total`, in log-odds.
    """

    label: Label
    lines: tuple[int, ...]
    asking: int
    feature: float
    weight: float
    total: float
    favours: bool

    @property
    def rightly(self) -> bool:
        """Whether the reason is on the side of most of the lines."""
        return self.favours == (self.asking * 2 > len(self.lines))

    @property
    def decides(self) -> bool:
        """Whether the group would change sides if the reason said nothing."""
        return (self.total > 0) != (self.total - self.weight > 0)


def spoken(name: str, rows: Iterable[tuple[Label, Path]]) -> Iterator[Spoken]:
    """All that a reason says about some documents; lines that are not judged are left out."""
    reason = all_reasons()[name]
    learned = weights().group.get(name, 0.0)
    favours = _favours(name, reason)
    for label, file in rows:
        for group in page_of(label, file).groups:
            features = _features(reason, group)
            numbers = [line.line + 1 for line in group.lines]
            said = [n for n, feature in zip(numbers, features, strict=True) if feature]
            lines = tuple(n for n in said if n in label.questions or n not in label.accept)
            if lines:
                feature = sum(features) / len(features)
                asking = sum(n in label.questions for n in lines)
                total = weigh_group(group).total
                yield Spoken(label, lines, asking, feature, learned * feature, total, favours)


def _features(reason: Reason, group: Group) -> list[float]:
    if isinstance(reason, GroupReason):
        return [reason.of_group(group)] * len(group)
    assert isinstance(reason, LineReason)
    return [float(feature) for feature in reason.of_lines(group)]


def _favours(name: str, reason: Reason) -> bool:
    """Whether a reason speaks for questions; one that may speak either way as it was learned."""
    if reason.sign != "either":
        return reason.sign == "for"
    return weights().group.get(name, 0.0) + weights().line.get(name, 0.0) > 0


def told(found: Iterable[Spoken]) -> Iterator[str]:
    """What was spoken, a group a line: first what is wrong, and of that first what decides; the count last."""
    ordered = sorted(
        found, key=lambda said: (said.rightly, not said.decides, said.label.repo, said.label.path, said.lines)
    )
    for said in ordered:
        how = ("rightly" if said.rightly else "WRONGLY") + (", decides" if said.decides else "")
        more = " …" if len(said.lines) > SHOWN else ""
        yield (
            f"{how}: {said.weight:+.2f} of {said.total:+.2f} (feature {said.feature:.2f}); "
            f"{said.asking} of {len(said.lines)} ask: {', '.join(map(str, said.lines[:SHOWN]))}{more}  "
            f"[{said.label.shape}, {said.label.language}] {said.label.repo}/{said.label.path}"
        )
    right = sum(said.rightly for said in ordered)
    yield f"speaks about {len(ordered)} groups: rightly about {right}, wrongly about {len(ordered) - right}"
