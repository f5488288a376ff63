"""The format `sarif`: SARIF 2.1.0 as GitHub code scanning takes it."""

import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from dlqa_lint.filters.fingerprint import fingerprints
from dlqa_lint.model.finding import Finding, Fix, Place, Severity
from dlqa_lint.report import Report
from dlqa_lint.report.parts.document import dumps
from dlqa_lint.report.parts.manual import driver
from dlqa_lint.report.parts.region import region, slashed
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Position, Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PLACEHOLDER = regex(r"\{(\d+)\}")


def render(report: Report) -> str:
    """The run as a SARIF log with one run, whether or not there are findings."""
    tool = driver(report, _LEVELS)
    indexes = {rule["id"]: index for index, rule in enumerate(tool["rules"])}
    keys = fingerprints(report.findings)
    run = {
        "tool": {"driver": tool},
        "automationDetails": {"id": "dlqa-lint/"},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(report, finding, indexes[finding.rule], key)
            for finding, key in zip(report.findings, keys, strict=True)
        ],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(report: Report, finding: Finding, index: int, key: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _location(report, finding.path, finding.span)}],
        # GitHub tells alerts apart by the first key alone; where it is missing, by the text of the line.
        "partialFingerprints": {"primaryLocationLineHash": f"{key}:1", "questionIdentity/v1": key},
    }
    if finding.related:
        result["relatedLocations"] = [
            _related(report, place, at) for at, place in enumerate(finding.related, 1)
        ]
    if finding.fix and finding.fix.edits:
        result["fixes"] = [_fix(report, finding.fix)]
    return result


def _message(finding: Finding) -> str:
    """The message, with a link to each related location; nothing in a document's text becomes a link."""
    links = ", ".join(f"[{_link_text(place)}]({at})" for at, place in enumerate(finding.related, 1))
    return _plain(finding.message) + (f" ({links})" if links else "")


def _plain(text: str) -> str:
    """The text without what SARIF reads as a placeholder, `{0}`, or as a link, `[text](target)`."""
    return _PLACEHOLDER.sub(r"{{\1}}", text).replace("](", "] (")


def _link_text(place: Place) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", _PLACEHOLDER.sub(r"{{\1}}", place.message or place.path))


def _related(report: Report, place: Place, at: int) -> dict[str, Any]:
    location = _location(report, place.path, place.span)
    return {"id": at, "physicalLocation": location, "message": {"text": _plain(place.message or place.path)}}


def _location(report: Report, path: str, span: Span) -> dict[str, Any]:
    """A span as a region on its first line, since GitHub hides an alert unless all its lines were changed."""
    start, end = region(report, path, span)
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if start.line == end.line:
        return {**location, "region": _region(start, end)}
    source = report.sources[path]
    line_end = source.position(source.line_span(start.line - 1).end)
    return {**location, "region": _region(start, line_end), "contextRegion": _region(start, end)}


def _region(start: Position, end: Position) -> dict[str, int]:
    first = {"startLine": start.line, "startColumn": start.column}
    return {**first, "endLine": end.line, "endColumn": end.column}


def _uri(path: str) -> str:
    if PurePath(path).is_absolute():
        return PurePath(path).as_uri()
    return quote(slashed(path).encode("utf-8", "surrogateescape"))


def _fix(report: Report, fix: Fix) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        start, end = report.position(edit.path, edit.span.start), report.position(edit.path, edit.span.end)
        replacement = {"deletedRegion": _region(start, end), "insertedContent": {"text": edit.replacement}}
        changes.setdefault(edit.path, []).append(replacement)
    return {
        "description": {"text": _plain(fix.title)},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
            for path, replacements in changes.items()
        ],
        "properties": {"safe": fix.safe},
    }
