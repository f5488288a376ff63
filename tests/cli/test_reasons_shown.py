"""`--explain-lines`: what is printed of a group and of a line adds up to its total."""

import re
from pathlib import Path

import pytest

from dlqa_lint.cli import main

BANK = """\
# Boats

Questions that we were asked on the quay, and what we said to them.

## 1. What is a keel?

A beam along the bottom.

### Why is it so heavy?

It holds the boat upright.

## 2. What is a mast?

A pole that carries the sail.

## 3. Explain reefing

It makes the sail smaller.

- in a gale
- at night
"""
_GROUP = re.compile(r"^  \d+ lines? like .*\((?P<total>[+-][\d.]+)\)\n    (?P<said>.*)$", re.MULTILINE)
_LINE = re.compile(r"^    \d+: [?-] (?P<total>[+-][\d.]+) .*\[(?P<said>.*)\]$", re.MULTILINE)
TOLERANCE = 0.06
"""A dozen numbers of two digits, each rounded."""


def _sum(said: str) -> float:
    return sum(float(part.rpartition(" ")[2]) for part in said.split(", "))


@pytest.mark.parametrize(("pattern", "start"), [(_GROUP, "prior"), (_LINE, "base")])
def test_what_is_printed_adds_up(
    pattern: re.Pattern[str],
    start: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bank.md").write_text(BANK, "utf-8")
    assert main(["--isolated", "--explain-lines", "bank.md"]) == 0
    found = list(pattern.finditer(capsys.readouterr().out))
    assert len(found) >= 3
    for match in found:
        assert match["said"].startswith(f"{start} ")
        assert _sum(match["said"]) == pytest.approx(float(match["total"]), abs=TOLERANCE)
