"""Which findings are shown to people: not more than they want, those alike together, and what is said of the rest."""

from collections import Counter
from collections.abc import Hashable, Sequence

from dlqa_lint.model.finding import Finding
from dlqa_lint.report import Report
from dlqa_lint.text.counts import how_many

_FEW = 3
"""Fewer findings alike are shown one by one: listing a single one below another saves next to nothing."""


def chosen(report: Report) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """The findings that are shown, and those that are not, each in their order.

    Shown are the first of each rule, then the second of each, and so on, so that no rule crowds out the others.
    """
    if not report.most or len(report.findings) <= report.most:
        return report.findings, ()
    before: Counter[str] = Counter()
    turns: list[tuple[int, int, int]] = []
    for index, finding in enumerate(report.findings):
        turns.append((before[finding.rule], finding.severity.rank, index))
        before[finding.rule] += 1
    turns.sort()
    shown, left = (
        [report.findings[index] for index in sorted(index for _, _, index in part)]
        for part in (turns[: report.most], turns[report.most :])
    )
    return shown, left


def summed_up(left: Sequence[Finding]) -> list[str]:
    """What is said of findings that are not shown: how many there are, and how many of each rule."""
    if not left:
        return []
    from dlqa_lint.report.parts.statistics import by_rule  # only where not all are shown

    return [f"{how_many(len(left), 'more finding')} (--max-findings 0 shows all):", *by_rule(left)]


def alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings of one rule in one document that are repaired alike, together where the first of them is.

    One that names another place is about these two places, and stays alone.
    """
    kinds: dict[Hashable, list[int]] = {}
    for index, finding in enumerate(findings):
        kinds.setdefault(index if finding.related else _kind(finding), []).append(index)
    parts = (
        part
        for indexes in kinds.values()
        for part in ([indexes] if len(indexes) >= _FEW else [[index] for index in indexes])
    )
    return [[findings[index] for index in part] for part in sorted(parts)]


def _kind(finding: Finding) -> Hashable:
    fix = finding.fix
    return finding.path, finding.rule, finding.severity, fix and (fix.title, fix.safe)
