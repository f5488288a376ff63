"""Baselines: known findings that do not count, by rule and question and on no line.

A baseline is a JSON file with a line for each entry, sorted, so that a change of it reads well in a diff.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from dlqa_lint.errors import CannotRunError
from dlqa_lint.filters.fingerprint import identities
from dlqa_lint.model.finding import Finding
from dlqa_lint.text.excess import excess

VERSION = 2
_READ = (1, VERSION)
"""Version 1 knew some findings by another wording of their messages; `identities` still does."""
_ABOUT = 72


class BaselineError(CannotRunError):
    """A baseline that cannot be read; the message names the file and says why."""


class KnownFindings(NamedTuple):
    """Known findings that are alike: file, rule and words are for people, the key is what counts."""

    path: str
    rule: str
    about: str
    key: str
    count: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs


class Baseline(NamedTuple):
    """The entries of a baseline file, and the folder that their paths count from."""

    folder: str = ""
    entries: tuple[KnownFindings, ...] = ()


def parsed(text: str, folder: str, shown: str) -> Baseline:
    """The baseline that a text holds; raises BaselineError for anything else."""
    import json  # only where there is a baseline

    again = "remove the file, and --write-baseline writes it again"
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        # What is valid JSON but too much for the parser has a place all the same.
        wrong = None if isinstance(error, json.JSONDecodeError) else excess(text)
        raise BaselineError(f"{shown}: {wrong or f'is not JSON ({error})'}; {again}") from None
    version = data.get("version") if isinstance(data, dict) else None
    if version not in _READ:
        found = "no version" if version is None else f"version {json.dumps(version)}"
        raise BaselineError(f"{shown}: found {found}, expected a baseline of version {VERSION}; {again}")
    listed = data.get("findings")
    if not isinstance(listed, list):
        raise BaselineError(f'{shown}: found no list "findings", expected the known findings there; {again}')
    for number, item in enumerate(listed, 1):
        if not _is_entry(item):
            shape = ", ".join(f'"{name}"' for name in KnownFindings._fields)
            raise BaselineError(f"{shown}: entry {number} is broken, expected {shape}; {again}")
    return Baseline(folder, tuple(KnownFindings(**item) for item in listed))


def _is_entry(item: Any) -> bool:
    if not isinstance(item, dict) or set(item) != set(KnownFindings._fields):
        return False
    words = all(isinstance(item[name], str) for name in KnownFindings._fields[:-1])
    return words and type(item["count"]) is int and item["count"] > 0


def text_of(baseline: Baseline) -> str:
    """The text of a baseline file."""
    import json  # only where there is a baseline

    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(baseline.entries)]
    body = "[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {body}\n}}\n'


def without_known(
    findings: Sequence[Finding],
    baseline: Baseline,
    *,
    last: Callable[[Finding], bool],
    stays: Callable[[KnownFindings, Finding], bool],
    everywhere: Callable[[], Sequence[Finding]],
) -> list[Finding]:
    """The findings that a baseline does not know.

    Of findings that are alike it knows so many; those for which `last` holds are the first to be new. `stays`
    tells whether what an entry is about is still in its file, so that the like of it elsewhere is new.
    `everywhere` finds what there is in the whole bank: of what was moved, a part of the bank shows too little.
    """
    known = _known(findings, baseline, last, stays)
    if not known.moved:
        return [finding for at, finding in enumerate(findings) if at not in known.indexes]
    every = everywhere()
    told = {every[at] for at in _known(every, baseline, last, stays).indexes}
    return [finding for finding in findings if finding not in told]


def stale(
    findings: Sequence[Finding],
    baseline: Baseline,
    judged: Callable[[KnownFindings], bool],
    stays: Callable[[KnownFindings, Finding], bool],
) -> list[KnownFindings]:
    """The entries, of those that a run could judge, whose findings are gone, all or some of them.

    One to whose file a finding of the same rule and question points is not gone: a question that is asked in
    several files is one finding, and a new file may have come before the others.
    """
    left = _known(findings, baseline, lambda _: False, stays).left
    open_ones = [entry for entry in baseline.entries if left[entry.path, entry.key] > 0 and judged(entry)]
    return [
        entry for entry in open_ones if not any(_points_to(finding, entry, baseline) for finding in findings)
    ]


def _may_be(finding: Finding, entry: KnownFindings) -> bool:
    """Whether a finding would be one of an entry if it were in the entry's file."""
    return finding.rule == entry.rule and entry.key in _keys(finding, entry.path)


def _points_to(finding: Finding, entry: KnownFindings, baseline: Baseline) -> bool:
    return _may_be(finding, entry) and any(
        _relative(place.path, baseline.folder) == entry.path for place in finding.related
    )


class _Known(NamedTuple):
    """The indexes of the known findings, what is left of the entries by path and key, and whether any moved."""

    indexes: set[int]
    left: Counter[tuple[str, str]]
    moved: bool


def _known(
    findings: Sequence[Finding],
    baseline: Baseline,
    last: Callable[[Finding], bool],
    stays: Callable[[KnownFindings, Finding], bool],
) -> _Known:
    """The findings that a baseline knows.

    An entry counts for its own file. Where that is gone, or its question is gone from there, it counts for the
    one other file that has such a finding: file or question were moved. Of several such files nobody
    can tell which one it is.
    """
    left: Counter[tuple[str, str]] = Counter()
    for entry in baseline.entries:
        left[entry.path, entry.key] += entry.count
    order = sorted(range(len(findings)), key=lambda at: last(findings[at]))
    places = [_relative(finding.path, baseline.folder) for finding in findings]
    known = set[int]()
    for at in order:
        for key in _keys(findings[at], places[at]):
            if at not in known:
                _take(left, (places[at], key), at, known)
    at_home = len(known)
    for entry in baseline.entries:
        if left[entry.path, entry.key] > 0:
            unknown = [at for at in order if at not in known and _may_be(findings[at], entry)]
            alike = [at for at in unknown if not stays(entry, findings[at])]
            for at in alike if len({places[at] for at in alike}) == 1 else ():
                _take(left, (entry.path, entry.key), at, known)
    return _Known(known, left, moved=len(known) > at_home)


def _take(left: Counter[tuple[str, str]], entry: tuple[str, str], at: int, known: set[int]) -> None:
    if left[entry] > 0:
        left[entry] -= 1
        known.add(at)


def updated(
    findings: Iterable[Finding], baseline: Baseline, judged: Callable[[KnownFindings], bool]
) -> Baseline:
    """A baseline that knows findings, besides what a run could not judge."""
    counts = Counter(
        (
            _relative(finding.path, baseline.folder),
            finding.rule,
            _about(finding),
            _keys(finding, _relative(finding.path, baseline.folder))[0],
        )
        for finding in findings
    )
    kept = [entry for entry in baseline.entries if not judged(entry)]
    made = [KnownFindings(*told, count) for told, count in counts.items()]
    return Baseline(baseline.folder, tuple(sorted([*kept, *made])))


def _keys(finding: Finding, path: str) -> tuple[str, ...]:
    """What a finding would be about in the file of a path, wherever the run was started, the present key first."""
    return identities(finding._replace(path=path))


def _relative(path: str, folder: str) -> str:
    return PurePath(os.path.relpath(path, folder or ".")).as_posix()


def _about(finding: Finding) -> str:
    return about(finding.question.text if finding.question else finding.message)


def about(text: str) -> str:
    """A text as entries show it."""
    text = " ".join(text.split())
    return text if len(text) <= _ABOUT else text[: _ABOUT - 1].rstrip() + "…"
