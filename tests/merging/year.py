"""A scripted year of a bank: branches that insert, delete, move, reword, translate and edit, merged by real git.

What should come of each merge is known, because every edit is: `expected` merges questions as data. Where git
reports a conflict, a person settles it, and the year goes on from the right document.
"""

import contextlib
import io
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from dlqa_lint.cli import main
from merging.conflicts import conflicts_in, settled
from merging.repository import Repository
from merging.year_bank import PARTS, Asked, Bank, Writer, forgetting, parse, put, render

DOCUMENT = "bank.md"
OPEN = 8
"""So many branches are open at a time."""


class Branch(NamedTuple):
    """A branch: where it began, what it makes of the bank, and the questions that it moved."""

    name: str
    commit: str
    start: Bank
    bank: Bank
    moved: frozenset[str]


class Counts(NamedTuple):
    """What was counted: merges with conflicts, the conflicts, and the lines in them.

    `unmended` are those of the merges with conflicts that are still wrong when a side was taken of each.
    """

    merges: int = 0
    conflicted: int = 0
    conflicts: int = 0
    lines: int = 0
    unmended: int = 0


class Year(NamedTuple):
    """What happened in a year; `wrong` are merges that git called clean and that were not right."""

    counts: Counts
    wrong: tuple[str, ...]
    bank: Bank
    text: str


def live(folder: Path, questions: int, branches: int, seed: int, *, driver: bool) -> Year:
    """Live through a year in a new repository, with the merge driver or without."""
    repository = Repository(folder)
    if driver:
        with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
            assert main(["init", "--merge-driver"]) == 0
    return _Living(repository, random.Random(seed), questions).through(branches)


class _Living:
    """The state of a year."""

    def __init__(self, repository: Repository, chance: random.Random, questions: int) -> None:
        self.repository, self.chance = repository, chance
        self.writer = Writer(chance)
        self.bank: Bank = [self.writer.question(at * len(PARTS) // questions) for at in range(questions)]
        for _ in range(questions // 3):
            at = chance.randrange(questions)
            self.bank = put(self.bank, self.bank[at].name, sees=chance.choice(self.bank).name)
        self.since: dict[str, set[str]] = {}
        """What was moved on the main branch since each open branch began."""
        self.counts = Counts()
        self.wrong: list[str] = []
        self._commit("start")

    def _commit(self, message: str) -> None:
        self.repository.commit({DOCUMENT: render(self.bank).encode()}, message)

    def through(self, branches: int) -> Year:
        waiting: list[Branch] = []
        for at in range(branches):
            waiting.append(self._begin(f"branch-{at}"))
            if len(waiting) == OPEN:
                self._merge(waiting.pop(self.chance.randrange(OPEN)))
        self.chance.shuffle(waiting)
        for branch in waiting:
            self._merge(branch)
        text = (self.repository.folder / DOCUMENT).read_text(encoding="utf-8")
        return Year(self.counts, tuple(self.wrong), self.bank, text)

    def _begin(self, name: str) -> Branch:
        """A branch with some edits, written as a careful author writes them."""
        bank, moved = self.bank, set[str]()
        for _ in range(self.chance.randint(1, 4)):
            bank, one = self.writer.edited(bank)
            moved |= {one} & {asked.name for asked in self.bank}
        commit = self.repository.git("rev-parse", "main").strip()
        self.repository.git("checkout", "--quiet", "-b", name, commit)
        self.repository.commit({DOCUMENT: render(bank).encode()}, name)
        self.repository.git("checkout", "--quiet", "main")
        self.since[name] = set()
        return Branch(name, commit, self.bank, bank, frozenset(moved))

    def _merge(self, branch: Branch) -> None:
        right = expected(branch, self.bank, self.since[branch.name])
        done = self.repository.run("merge", "--quiet", "--no-edit", branch.name)
        text = (self.repository.folder / DOCUMENT).read_text(encoding="utf-8")
        if done.returncode:
            self._count(text)
            self.bank = right
            self._commit(f"settle {branch.name}")
        else:
            self.counts = self.counts._replace(merges=self.counts.merges + 1)
            merged = parse(text)
            problems = list(differences(merged, right)) if merged else ["numbers or contents are wrong"]
            self.wrong += [f"{branch.name}: {problem}" for problem in problems[:1]]
            self.bank = right if problems or merged is None else merged
            if problems:
                self._commit(f"repair {branch.name}")
        for moved in self.since.values():
            moved.update(branch.moved)

    def _count(self, text: str) -> None:
        found = conflicts_in(text)
        lines = sum(side.count("\n") for conflict in found for side in conflict.values())
        more = Counts(1, 1, len(found), lines, int(parse(settled(text, "theirs")) is None))
        self.counts = Counts(*map(sum, zip(self.counts, more, strict=True)))


def expected(branch: Branch, main: Bank, moved_on_main: set[str]) -> Bank:
    """What merging a branch should come to; where both sides want something else, what the branch wants."""
    start, ours, theirs = ({a.name: a for a in bank} for bank in (branch.start, main, branch.bank))
    kept: dict[str, Asked] = {}
    for name in {**ours, **theirs}:
        mine, other, old = ours.get(name), theirs.get(name), start.get(name)
        if mine and other:
            kept[name] = _three_way(old or mine, mine, other)
        elif (
            old is None
            or not _unchanged(old, mine or other)
            or _needed(name, start, ours if mine else theirs)
        ):
            kept[name] = next(asked for asked in (mine, other) if asked)
    order = [name for name in ours if name in kept and (name not in branch.moved or name in moved_on_main)]
    newer = {name for name in order if name not in theirs} | moved_on_main
    above = ""
    for name in theirs:
        if name not in kept or name in moved_on_main:
            continue
        if name not in order:
            at = order.index(above) + 1 if above else 0
            while at < len(order) and order[at] in newer and kept[order[at]].section == kept[name].section:
                at += 1
            order.insert(at, name)
        above = name
    gone = (start.keys() | ours.keys() | theirs.keys()) - set(order)
    return [forgetting(kept[name], gone) for name in order]


def _unchanged(old: Asked, new: Asked | None) -> bool:
    return new is not None and (old.asks, old.lines) == (new.asks, new.lines)


def _needed(name: str, start: Mapping[str, Asked], side: Mapping[str, Asked]) -> bool:
    """Whether a side came to send readers to a question."""
    return any(
        name in (asked.sees, asked.cites) and (asked.name not in start or name not in start[asked.name][4:])
        for asked in side.values()
    )


def _three_way(old: Asked, mine: Asked, other: Asked) -> Asked:
    fields = [m if o == b else o for b, m, o in zip(old, mine, other, strict=True)]
    return Asked._make(fields)


def differences(found: Bank, right: Bank) -> Iterator[str]:
    """What is wrong in a bank, whatever the order of its questions."""
    found_by, right_by = ({asked.name: asked for asked in bank} for bank in (found, right))
    for name in sorted(found_by.keys() ^ right_by.keys()):
        yield f"{name} is {'surplus' if name in found_by else 'lost'}"
    for name in sorted(found_by.keys() & right_by.keys()):
        if found_by[name] != right_by[name]:
            yield f"{found_by[name]} should be {right_by[name]}"
