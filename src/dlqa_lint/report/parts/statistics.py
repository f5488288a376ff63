"""The text of `--statistics`: how many findings each rule has, and the health of the bank."""

from collections import Counter

from dlqa_lint.report import Report
from dlqa_lint.report.parts.summary import counted


def statistics(report: Report) -> str:
    """The findings of each rule, most first, with how many a fix would repair; then what the bank holds."""
    counts = Counter(finding.rule for finding in report.findings)
    fixable = Counter(finding.rule for finding in report.findings if finding.fix)
    width = len(str(max(counts.values(), default=0)))
    lines = []
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        note = f" ({fixable[rule]} fixable)" if fixable[rule] else ""
        lines.append(f"{count:>{width}} {rule}{note}")
    return "\n".join([*(lines or ["no findings"]), "", _health(report)]) + "\n"


def _health(report: Report) -> str:
    parts = [counted(report.documents, "document"), counted(report.questions, "question")]
    if report.questions:
        # Rounded down: a bank with one question open is not 100 % answered.
        parts.append(f"{report.answered} answered ({report.answered * 100 // report.questions} %)")
    parts.append(f"{counted(report.word_count, 'word')} of answers")
    return ", ".join(parts)
