"""Doubts applied: where it is uncertain which lines ask, findings that depend on it are not errors."""

from collections.abc import Iterable

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import Rule

AMBIGUOUS = "ambiguous-document"
"""The rule that says so of a document; where nothing hangs on the doubt it has nothing to say."""


def doubted(found: Iterable[Finding], documents: Iterable[Document], rules: Iterable[Rule]) -> list[Finding]:
    """The findings, those that hang on a doubtful reading as `info`.

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
        if paths and finding.rule not in firm and finding.severity is not Severity.INFO:
            shaken |= paths
            weighed.append(finding._replace(severity=Severity.INFO))
        else:
            weighed.append(finding)
    return [finding for finding in weighed if finding.rule != AMBIGUOUS or finding.path in shaken]
