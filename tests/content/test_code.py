"""The code of the bank runs, and prints what its lines `#: …` say."""

import ast
import contextlib
import io
import re
import sys
from importlib.util import find_spec
from typing import NamedTuple

import pytest

from content_bank import BANK

LONGEST = 20
"""More lines of code nobody reads in an interview, or writes there."""
WIDEST = 88
"""At this width formatters of Python break a line, if they are not told otherwise."""


class Block(NamedTuple):
    """A block of code, and the line where it begins."""

    line: int
    code: str

    @property
    def modules(self) -> set[str]:
        """The packages that are imported."""
        names: list[str] = []
        for node in ast.walk(ast.parse(self.code)):
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        return {name.partition(".")[0] for name in names}

    @property
    def said(self) -> list[str]:
        """What is said to be printed."""
        return re.findall(r"^#: (.*)$", self.code, re.MULTILINE)

    def printed(self) -> list[str]:
        """What is printed."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(self.code, f"{BANK.name}, line {self.line}", "exec"), {})
        return out.getvalue().splitlines()


BLOCKS = [
    Block(BANK.read_text("utf-8").count("\n", 0, block.start()) + 1, block.group(1))
    for block in re.finditer(r"^```python\n(.*?)^```$", BANK.read_text("utf-8"), re.MULTILINE | re.DOTALL)
]
PYTORCH = [block for block in BLOCKS if "torch" in block.modules]
NUMPY = [block for block in BLOCKS if block not in PYTORCH]


def of(blocks: list[Block]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("block", blocks, ids=[f"line {block.line}" for block in blocks])


def test_ten_blocks_and_more_are_in_pytorch() -> None:
    assert len(PYTORCH) >= 10


@of(BLOCKS)
def test_a_block_is_short_and_needs_nothing_rare(block: Block) -> None:
    code = [line for line in block.code.splitlines() if line and not line.startswith("#: ")]
    assert len(code) <= LONGEST
    assert max(map(len, code)) <= WIDEST
    assert block.modules <= {"numpy", "torch", *sys.stdlib_module_names}
    assert block.said


@of(NUMPY)
def test_a_block_prints_what_it_says(block: Block) -> None:
    assert block.printed() == block.said


@pytest.mark.slow
@pytest.mark.skipif(not find_spec("torch"), reason="needs the extra torch")
@of(PYTORCH)
def test_a_block_in_pytorch_prints_what_it_says(block: Block) -> None:
    assert block.printed() == block.said
