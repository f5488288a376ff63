"""The range of a weight: as long as a weight moves inside it, no document of tests/banks is read otherwise.

A sample is tried here. `corpus/borders` tries all ends on all labelled documents, and beyond the ends as well.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from dlqa_lint.recognise.choice import weights as learned
from dlqa_lint.recognise.choice.choose import choose
from dlqa_lint.recognise.choice.page import Page
from dlqa_lint.recognise.choice.reading import read
from dlqa_lint.text.source import Source

BANKS = Path(__file__).parent.parent / "banks" / "documents"
REASONS = json.loads(Path(learned.__file__).with_name("weights.json").read_text("utf-8"))["reasons"]

EVERY = 12
"""One end of so many is tried."""

STEP = 0.01
"""How far inside an end a weight stays, for with three digits the others say a little more or less than they did."""

FAR = 20.0
"""How far a weight moves where its range has no end, in log-odds."""


def ends() -> list[tuple[str, str, float]]:
    """The table, the reason, and the weight just inside an end of its range, for all ends."""
    return [
        (table, name, entry[table] + side * (FAR if end is None else max(abs(end - entry[table]) - STEP, 0)))
        for name, entry in REASONS.items()
        for table in ("group", "line")
        if table in entry
        for side, end in zip((-1, 1), entry[f"{table}-range"], strict=True)
    ]


@cache
def pages() -> tuple[Page, ...]:
    files = sorted(BANKS.rglob("*.md"))
    return tuple(
        Page(read(Source.from_bytes(f"/{file.relative_to(BANKS).as_posix()}", file.read_bytes())))
        for file in files
    )


def questions() -> list[list[int]]:
    """The lines that ask, document by document."""
    return [[line.line for line in choose(page).questions] for page in pages()]


@pytest.fixture(scope="module")
def shipped() -> list[list[int]]:
    return questions()


@pytest.mark.parametrize(("table", "name", "weight"), ends()[::EVERY])
def test_inside_its_range_a_weight_changes_no_reading(
    table: str, name: str, weight: float, shipped: list[list[int]]
) -> None:
    group, line = dict(learned.weights().group), dict(learned.weights().line)
    (group if table == "group" else line)[name] = weight
    with learned.replaced(learned.weights()._replace(group=group, line=line)):
        assert questions() == shipped
