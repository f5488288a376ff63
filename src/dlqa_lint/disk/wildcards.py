"""Patterns of paths matched without backtracking: the work grows with the pattern and the path only.

A pattern is a row of parts. Its states are the bits of a number, bit n for "all before part n is matched";
one character moves all of them at once. Where a pattern has two loops at most, a regular expression does the
same, faster, and cannot go astray for long.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

_LOOPS = 2


class Wild(Enum):
    """A part of a pattern that stands for more than one character, or for any."""

    ONE = auto()
    """`?`: any character but a slash."""
    NAME = auto()
    """`*`: any characters but slashes."""
    ALL = auto()
    """`**`: any characters."""
    FOLDERS = auto()
    """`**/`: nothing, or any characters that end in a slash."""


class OneOf(NamedTuple):
    """`[a-z]`: one character that a regular expression matches."""

    expression: str


Part = str | Wild | OneOf
"""A piece of a pattern; a string stands for itself."""

_EXPRESSIONS = {Wild.ONE: "[^/]", Wild.NAME: "[^/]*", Wild.ALL: ".*", Wild.FOLDERS: "(?:.*/)?"}
_LOOPING = (Wild.NAME, Wild.ALL, Wild.FOLDERS)


class Pattern:
    """A pattern that is compiled once and matched against whole paths."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = _simplified(parts)

    def fits(self, path: str) -> bool:
        """Whether the pattern matches all of a path."""
        if self._least > len(path):
            return False
        if self._expression is not None:
            return self._expression.fullmatch(path) is not None
        return self._machine.fits(path)

    def expression(self) -> re.Pattern[str]:
        """The pattern as a regular expression, which may backtrack."""
        return re.compile("".join(map(_expression, self._parts)), re.DOTALL)

    @cached_property
    def _least(self) -> int:
        """How many characters a path must have at least."""
        return sum(len(part) if isinstance(part, str) else part not in _LOOPING for part in self._parts)

    @cached_property
    def _expression(self) -> re.Pattern[str] | None:
        # What may be anything at the end is matched at once.
        inner = self._parts[:-1] if self._parts[-1:] == [Wild.ALL] else self._parts
        if sum(part in _LOOPING for part in inner) > _LOOPS:
            return None
        return self.expression()

    @cached_property
    def _machine(self) -> "Machine":
        return Machine(self._parts)


class Machine:
    """A pattern as states that a character moves."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._moves: list[str | OneOf | Wild] = []
        self._names = self._anything = self._skips = self._forks = self._slashes = 0
        for part in parts:
            if isinstance(part, str):
                self._moves += part
            else:
                self._add(part)
        self._known: dict[str, tuple[int, int]] = {}

    def _add(self, part: Wild | OneOf) -> None:
        at = 1 << len(self._moves)
        self._moves.append(part)
        if part is Wild.NAME:
            self._names |= at
            self._skips |= at
        elif part is Wild.ALL:
            self._anything |= at
            self._skips |= at
        elif part is Wild.FOLDERS:
            # The first state is before the folders, the second one inside them.
            self._moves.append(part)
            self._forks |= at
            self._anything |= at << 1
            self._slashes |= at << 1

    def fits(self, path: str) -> bool:
        """Whether the pattern matches all of a path."""
        states = self._reached(1)
        for character in path:
            if not states:
                return False
            steps, stays = self._effect(character)
            states = self._reached(((states & steps) << 1) | (states & stays))
        return bool(states >> len(self._moves) & 1)

    def _reached(self, states: int) -> int:
        """The states, and those to which no character is needed."""
        while True:
            more = states | (states & self._skips) << 1 | (states & self._forks) << 1
            more |= (states & self._forks) << 2
            if more == states:
                return states
            states = more

    def _effect(self, character: str) -> tuple[int, int]:
        """The states that a character leads on from, and those in which it may be passed over."""
        if character not in self._known:
            steps = self._slashes if character == "/" else 0
            for at, move in enumerate(self._moves):
                steps |= _takes(move, character) << at
            stays = self._anything if character == "/" else self._anything | self._names
            self._known[character] = steps, stays
        return self._known[character]


def _takes(move: str | OneOf | Wild, character: str) -> bool:
    if isinstance(move, OneOf):
        return re.fullmatch(move.expression, character, re.DOTALL) is not None
    return character != "/" if move is Wild.ONE else move == character


def _simplified(parts: Iterable[Part]) -> Sequence[Part]:
    """The parts without loops that say nothing because an equal one is before them."""
    found: list[Part] = []
    for part in parts:
        if not (found and part == found[-1] and part in _LOOPING):
            found.append(part)
    return found


def _expression(part: Part) -> str:
    if isinstance(part, OneOf):
        return part.expression
    return re.escape(part) if isinstance(part, str) else _EXPRESSIONS[part]
