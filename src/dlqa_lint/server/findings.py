"""Findings as editors show them."""

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
)

from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.report.parts.pages import address_of
from dlqa_lint.server.snapshot import Snapshot

SOURCE = "dlqa-lint"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def shown(snapshot: Snapshot) -> list[Diagnostic]:
    """The findings of a document, and those elsewhere that point into it."""
    return [as_shown(snapshot, finding) for finding in (*snapshot.findings, *snapshot.echoes)]


def as_shown(snapshot: Snapshot, finding: Finding) -> Diagnostic:
    """A finding with its place, its rule and the other places that it names."""
    related = [
        DiagnosticRelatedInformation(location, place.message)
        for place in finding.related
        if (location := snapshot.location(place.path, place.span))
    ]
    return Diagnostic(
        range=snapshot.places.range(finding.span),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=CodeDescription(address_of(finding.rule)),
        source=SOURCE,
        related_information=related or None,
    )
