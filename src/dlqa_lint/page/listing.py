"""Findings as the page lists them: by rule, by file, and each with its excerpt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from inspect import getdoc
from typing import NamedTuple

from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.report import Report
from dlqa_lint.report.parts.pages import address_of
from dlqa_lint.text.source import Source, Span

_LINES = 4  # of a span that are shown
_BEFORE, _MARKED, _AFTER = 80, 240, 160
"""How many characters of a line are shown before, in and after a span: a line may be megabytes long."""


class RuleRow(NamedTuple):
    """A rule, how often it found something, and how much of that a fix would repair."""

    name: str
    severity: str
    summary: str
    address: str
    findings: int
    safe: int
    unsafe: int


class FileRow(NamedTuple):
    """A file, and how many findings of each severity it has."""

    path: str
    errors: int
    warnings: int
    infos: int

    @property
    def findings(self) -> int:
        """All of them."""
        return self.errors + self.warnings + self.infos


class Line(NamedTuple):
    """A line of an excerpt; `marked` is what the finding is about."""

    number: int
    before: str
    marked: str
    after: str


class Related(NamedTuple):
    """Another place that a finding names."""

    path: str
    line: int
    message: str


class Row(NamedTuple):
    """A finding with all that is shown of it."""

    rule: str
    severity: str
    path: str
    line: int
    column: int
    message: str
    excerpt: tuple[Line, ...]
    related: tuple[Related, ...]
    fix: str
    safe: bool


def by_severity(findings: Iterable[Finding]) -> tuple[int, int, int]:
    """How many findings are errors, warnings and of severity `info`."""
    counts = Counter(finding.severity for finding in findings)
    return counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.INFO]


def rules_of(report: Report) -> list[RuleRow]:
    """The rules that found something, the one with most findings first."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, []).append(finding)
    rows = (_rule(report, name, findings) for name, findings in found.items())
    return sorted(rows, key=lambda row: (-row.findings, row.name))


def files_of(findings: Iterable[Finding]) -> list[FileRow]:
    """The files in which something was found, the one with most findings first."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.path, []).append(finding)
    rows = (FileRow(path, *by_severity(here)) for path, here in found.items())
    return sorted(rows, key=lambda row: (-row.findings, row.path))


def listed(report: Report) -> Iterator[Row]:
    """Every finding, in the order of the report."""
    for finding in report.findings:
        line, column, _ = report.position(finding.path, finding.span.start)
        related = (
            Related(place.path, report.position(place.path, place.span.start).line, place.message)
            for place in finding.related
        )
        yield Row(
            finding.rule,
            finding.severity.value,
            finding.path,
            line,
            column,
            finding.message,
            tuple(excerpt(report.sources[finding.path], finding.span)),
            tuple(related),
            finding.fix.title if finding.fix else "",
            finding.fix is not None and finding.fix.safe,
        )


def excerpt(source: Source, span: Span) -> Iterator[Line]:
    """The first lines of a span."""
    for index in source.line_range(span)[:_LINES]:
        start, end = source.line_span(index)
        low, high = (min(max(offset, start), end) for offset in span)
        left = max(start, low - _BEFORE)
        stop = min(high, low + _MARKED)
        right = min(end, stop + _AFTER)
        yield Line(
            index + 1,
            "…" * (left > start) + source.text[left:low],
            source.text[low:stop],
            source.text[stop:right] + "…" * (right < end),
        )


def _rule(report: Report, name: str, findings: Sequence[Finding]) -> RuleRow:
    rule = report.rules.get(name)
    page = getdoc(rule) or "" if rule else ""
    fixes = [finding.fix for finding in findings if finding.fix]
    return RuleRow(
        name,
        min((finding.severity for finding in findings), key=lambda severity: severity.rank).value,
        " ".join(page.partition("\n\n")[0].split()),
        address_of(name),
        len(findings),
        sum(fix.safe for fix in fixes),
        sum(not fix.safe for fix in fixes),
    )
