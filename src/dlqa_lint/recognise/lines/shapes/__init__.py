"""Shapes: lines that ask in syntax beside CommonMark's, one shape a module, found by walking the package.

A module has one function, `find(source, blocks)`, which gives the lines of its shape. Nothing is judged here.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from dlqa_lint.discovery import modules_of
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.source import Source


class _Shape(Protocol):
    def find(self, source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]: ...


@cache
def _shapes() -> tuple[_Shape, ...]:
    return tuple(cast("_Shape", import_module(f"{__name__}.{name}")) for name in modules_of(__path__))


def in_other_shapes(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The lines of a document in every shape that CommonMark does not know."""
    for shape in _shapes():
        yield from shape.find(source, blocks)
