"""What `--explain-lines` prints: every group of lines that was weighed, and why a line asks or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise import choice_of
from dlqa_lint.recognise.choice.weights import weights
from dlqa_lint.text.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dlqa_lint.cli.banks import ReadBanks
    from dlqa_lint.model.bank import Document
    from dlqa_lint.recognise.choice.choose import Choice, Verdict
    from dlqa_lint.recognise.choice.weighing import Argument, Weighed

_SHOWN = 6
"""How many lines of a group that does not ask are shown; of one that asks, all are."""

_WIDTH = 60
"""How many characters of a line are shown."""

_ROUNDED = 0.005
"""Anything below this rounds to 0 in the two digits that are printed."""

_LEAST = 0.05
"""Arguments that weigh less, in log-odds, are not named; what they say together is."""


def explained_lines(reading: ReadBanks) -> str:
    """The verdicts on the lines of every reported document."""
    documents = (document for bank in reading.banks for document in bank.reported)
    return "\n".join(line for document in documents for line in (*_document(document), ""))


def _document(document: Document) -> Iterator[str]:
    schema = None if document.schema.inferred else document.schema
    choice = choice_of(document.source, schema)
    asks = "a question document" if document.is_bank else "not a question document"
    yield f"{document.path}: {asks}, confidence {choice.confidence:.2f}"
    for row in sorted(choice.weighed, key=lambda row: -row.total):
        yield from _group(row, choice)


def _group(row: Weighed, choice: Choice) -> Iterator[str]:
    chosen = row in choice.chosen
    count = counted(len(row.group), "line")
    verdict = "asks" if chosen else "does not ask"
    yield f"  {count} like {row.group.lines[0].template!r}: {verdict} ({row.total:+.2f})"
    yield f"    {_said('prior', weights().prior, row.arguments)}"
    own = {line.span for line in row.group.lines}
    verdicts = [verdict for verdict in choice.verdicts if verdict.line.span in own]
    yield from _lines(verdicts if chosen else verdicts[:_SHOWN], chosen=chosen)
    if not chosen and len(verdicts) > _SHOWN:
        yield f"    … and {len(verdicts) - _SHOWN} more"


def _lines(verdicts: Iterable[Verdict], *, chosen: bool) -> Iterator[str]:
    for verdict in verdicts:
        text = " ".join(verdict.line.text.split())
        shown = text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
        sign = "" if not chosen else f"{'?' if verdict.asks else '-'} {verdict.total:+.2f} "
        why = f"   [{_said('base', weights().base, verdict.arguments)}]" if chosen else ""
        yield f"    {verdict.line.line + 1}: {sign}{shown}{why}"


def _said(start: str, weight: float, arguments: Sequence[Argument]) -> str:
    """What adds up to the total: where it starts, and the reasons, those for questions first."""
    ranked = sorted(arguments, key=lambda argument: -argument.weight)
    named = [(reason, weight) for reason, weight in ranked if abs(weight) >= _LEAST]
    small = sum(weight for _, weight in ranked if abs(weight) < _LEAST)
    rest = [("others", small)] if abs(small) >= _ROUNDED else []
    return ", ".join(f"{name} {said:+.2f}" for name, said in [(start, weight), *named, *rest])
