"""The code of the bank runs, and prints what its lines `#: …` say."""

import contextlib
import io
import re

import pytest

from content_bank import BANK

BLOCKS = [
    (BANK.read_text("utf-8").count("\n", 0, block.start()) + 1, block.group(1))
    for block in re.finditer(r"^```python\n(.*?)^```$", BANK.read_text("utf-8"), re.MULTILINE | re.DOTALL)
]
LONGEST = 26
"""More lines nobody reads in an interview, or writes there."""


def test_there_are_ten_pieces_of_code() -> None:
    assert len(BLOCKS) >= 10


@pytest.mark.parametrize(("line", "code"), BLOCKS, ids=[f"line {line}" for line, _ in BLOCKS])
def test_code_prints_what_it_says(line: int, code: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, f"{BANK.name}, line {line}", "exec"), {})
    assert printed.getvalue().splitlines() == re.findall(r"^#: (.*)$", code, re.MULTILINE)
    assert len(code.splitlines()) <= LONGEST
