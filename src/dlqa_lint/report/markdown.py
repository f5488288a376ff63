"""The format `markdown`: a heading, the closing line and a table, for step summaries and comments."""

import re
from pathlib import PurePath
from urllib.parse import quote

from dlqa_lint.model.finding import Finding
from dlqa_lint.report import Report
from dlqa_lint.report.parts.headline import place
from dlqa_lint.report.parts.region import slashed
from dlqa_lint.report.parts.summary import closing
from dlqa_lint.text.counts import how_many
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.visible import visible

_HEAD = "| Place | Severity | Rule | Finding |\n| --- | --- | --- | --- |\n"
_ROOM = 1_000_000  # bytes; GitHub takes at most 1 MiB of summary from a step
_ACTIVE = regex(r"[\\`*_\[\]<>|~$&]")
_SUMMONS = regex(r"(?<=[@#])(?=\w)|(?<=://)|(?<=\bwww\.)", re.IGNORECASE)


def render(report: Report) -> str:
    """The findings as a Markdown table."""
    rows, room = [], _ROOM
    for finding in report.findings:
        row = _row(report, finding)
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            break
        rows.append(row)
    table = f"\n{_HEAD}{''.join(rows)}" if rows else ""
    left = len(report.findings) - len(rows)
    more = f"\n… and {how_many(left, 'more finding')}.\n" if left else ""
    return f"## dlqa-lint\n\n{closing(report)}\n{table}{more}"


def _row(report: Report, finding: Finding) -> str:
    where = _inert(place(report, finding.path, finding.span.start))
    if address := _address(report, finding):
        where = f"[{where}]({address})"
    return f"| {where} | {finding.severity.value} | {finding.rule} | {_inert(finding.message)} |\n"


def _address(report: Report, finding: Finding) -> str:
    """The web address of a finding's line; empty for a file that is not below the folder of the run."""
    path = PurePath(finding.path)
    if not report.address or path.is_absolute() or ".." in path.parts:
        return ""
    line = report.position(finding.path, finding.span.start).line
    written = quote(slashed(finding.path).encode("utf-8", "surrogateescape"), safe="/")
    # Without `plain` GitHub shows Markdown rendered, where lines cannot be named.
    return f"{report.address}/{written}?plain=1#L{line}"


def _inert(text: str) -> str:
    """The text as Markdown that shows exactly it: no markup, no cell's end, nobody notified, no link."""
    flat = visible(" ".join(text.split()))
    return _ACTIVE.sub(r"\\\g<0>", _SUMMONS.sub("\u200b", flat))
