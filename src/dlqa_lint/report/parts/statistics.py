"""The text of `--statistics`: how many findings each rule has, and the health of the bank."""

from collections import Counter
from collections.abc import Iterable

from dlqa_lint.model.finding import Finding
from dlqa_lint.report import Report
from dlqa_lint.text.counts import how_many


def statistics(report: Report) -> str:
    """The findings of each rule, most first, with how many a fix would repair; then what the bank holds."""
    return "\n".join([*(by_rule(report.findings) or ["no findings"]), "", _health(report)]) + "\n"


def by_rule(findings: Iterable[Finding]) -> list[str]:
    """The number of findings of each rule, most first, with how many a fix would repair."""
    counts: Counter[str] = Counter()
    fixable: Counter[str] = Counter()
    for finding in findings:
        counts[finding.rule] += 1
        fixable[finding.rule] += finding.fix is not None
    width = len(str(max(counts.values(), default=0)))
    lines = []
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        note = f" ({fixable[rule]} fixable)" if fixable[rule] else ""
        lines.append(f"{count:>{width}} {rule}{note}")
    return lines


def _health(report: Report) -> str:
    parts = [how_many(report.documents, "document"), how_many(report.questions, "question")]
    if report.questions:
        # Rounded down: a bank with one question open is not 100 % answered.
        parts.append(f"{report.answered} answered ({report.answered * 100 // report.questions} %)")
    parts.append(f"{how_many(report.word_count, 'word')} of answers")
    return ", ".join(parts)
