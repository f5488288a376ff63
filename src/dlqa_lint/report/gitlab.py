"""The format `gitlab`: a Code Quality report, which GitLab shows in merge requests."""

from dlqa_lint.filters.fingerprint import fingerprints
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.report import Report
from dlqa_lint.report.parts.document import dumps
from dlqa_lint.report.parts.region import region, slashed

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """The findings as a JSON array of Code Quality issues."""
    keys = fingerprints(report.findings)
    return dumps([_issue(report, finding, key) for finding, key in zip(report.findings, keys, strict=True)])


def _issue(report: Report, finding: Finding, fingerprint: str) -> dict[str, object]:
    start, end = region(report, finding.path, finding.span)
    return {
        "description": f"{finding.rule}: {finding.message}",  # GitLab does not show check_name
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": slashed(finding.path), "lines": {"begin": start.line, "end": end.line}},
    }
