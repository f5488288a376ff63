"""A finding's place as machine formats want it: a path with slashes, and no line more than it takes."""

from pathlib import PurePath

from dlqa_lint.report import Report
from dlqa_lint.text.source import Position, Span


def slashed(path: str) -> str:
    """The path with forward slashes and without a leading `./`."""
    return PurePath(path).as_posix()


def region(report: Report, path: str, span: Span) -> tuple[Position, Position]:
    """The start and end of a span; final line ends do not count, so that a line ends on its own line."""
    source, end = report.sources[path], span.end
    while end > span.start and source.text[end - 1] in "\r\n":
        end -= 1
    return source.position(span.start), source.position(end)
