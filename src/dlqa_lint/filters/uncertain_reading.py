"""Doubts applied: where it is uncertain which lines ask, findings that depend on it are not errors."""

from collections.abc import Iterable

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import Rule

AMBIGUOUS = "ambiguous-document"
"""The rule that says so of a document; where nothing hangs on the doubt it has nothing to say."""


def doubted(found: Iterable[Finding], documents: Iterable[Document], rules: Iterable[Rule]) -> list[Finding]:
    """The findings, those that hang on a doubtful reading as `info`, with fixes that are not safe.

    A finding hangs on every document that it points into: who repeats a doubtful question may repeat nothing.
    """
    doubtful = {document.path for document in documents if document.doubt}
    if not doubtful:
        return list(found)
    firm = {rule.name for rule in rules if not rule.hangs_on_reading}
    weighed: list[Finding] = []
    shaken: set[str] = set()
    for finding in found:
        paths = doubtful & {finding.path, *(place.path for place in finding.related)}
        weaker = _weakened(finding) if paths and finding.rule not in firm else finding
        if weaker != finding:
            shaken |= paths
        weighed.append(weaker)
    return [finding for finding in weighed if finding.rule != AMBIGUOUS or finding.path in shaken]


def _weakened(finding: Finding) -> Finding:
    """The finding as it stands where its document may have been misread."""
    fix = finding.fix._replace(safe=False) if finding.fix else None
    return finding._replace(severity=Severity.INFO, fix=fix)
