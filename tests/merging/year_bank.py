"""The bank of a scripted year: its questions as data and as a document, and the edits that are made to it."""

import random
import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

PARTS = "ABCDEFGHIJ"

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
_NOUNS = [
    "rope", "sail", "wind", "hull", "deck", "crew", "harbour", "anchor", "tide", "current", "buoy", "chart", "compass",
    "knot", "block", "winch", "shroud", "stay", "cabin", "ladder", "lantern", "signal", "watch", "course", "bearing",
]  # fmt: skip
_ASKS = ("What does a {} do?", "How is a {} made?", "When do you need a {}?", "Why does a {} fail?")
_GERMAN = ("Was tut ein {}?", "Wie macht man einen {}?", "Wann braucht man einen {}?")
_EDITS = ("insert", "insert", "append", "append", "delete", "move", "reword", "translate", "edit", "edit")
_SEES = re.compile(r"More about it: \[[^\]]*\]\(#([^)]*)\)\.")
_CITES = re.compile(r"See question (\d+)\.")
_QUESTION = re.compile(r"### (\d+)\. (.*)\n\n((?:.*\n)+?)(?=\n#|\Z)")
_ENTRY = re.compile(r"- \[(\d+)\. (.*)\]\(#(.*)\)")


class Asked(NamedTuple):
    """A question with a name that no other one has; `sees` and `cites` name those to which its answer sends."""

    name: str
    asks: str
    lines: tuple[str, ...]
    section: int
    sees: str = ""
    cites: str = ""


Bank = Sequence[Asked]


class Writer:
    """Makes up questions and edits."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.names = chance, set[str]()

    def question(self, section: int) -> Asked:
        name = "".join(self.chance.choices(_SYLLABLES, k=4))
        while name in self.names:
            name = "".join(self.chance.choices(_SYLLABLES, k=4))
        self.names.add(name)
        lines = tuple(self.line(name) for _ in range(self.chance.randint(2, 5)))
        return Asked(name, self.chance.choice(_ASKS).format(name), lines, section)

    def line(self, about: str) -> str:
        one, two, three = self.chance.sample(_NOUNS, 3)
        return f"The {one} of a {about} holds the {two} where a {three} would give way."

    def edited(self, bank: Bank) -> tuple[Bank, str]:
        """A bank after one edit, and the name of the question that was moved, if any."""
        kind = self.chance.choice(_EDITS)
        one, other = self.chance.sample(list(bank), 2)
        if kind in ("insert", "append"):
            above = bank[-1] if kind == "append" else one
            new = self.question(above.section)
            if self.chance.random() < 0.4:
                new = new._replace(cites=other.name)
            return _below(bank, above.name, new), ""
        if kind == "delete":
            return [forgetting(asked, {one.name}) for asked in bank if asked.name != one.name], ""
        if kind == "move":
            rest = [asked for asked in bank if asked.name != one.name]
            return _below(rest, other.name, one._replace(section=other.section)), one.name
        if kind == "reword":
            return put(bank, one.name, asks=self.chance.choice(_ASKS).format(f"good {one.name}")), ""
        if kind == "translate":
            lines = tuple(
                f"Ein {one.name} hält {line.split()[1]} und {line.split()[-1]}" for line in one.lines
            )
            return put(bank, one.name, asks=self.chance.choice(_GERMAN).format(one.name), lines=lines), ""
        at = self.chance.randrange(len(one.lines))
        lines = (*one.lines[:at], self.line(one.name), *one.lines[at + 1 :])
        return put(bank, one.name, lines=lines), ""


def put(bank: Bank, name: str, **changes: object) -> Bank:
    return [asked._replace(**changes) if asked.name == name else asked for asked in bank]  # type: ignore[arg-type]


def _below(bank: Bank, name: str, new: Asked) -> Bank:
    at = next(index for index, asked in enumerate(bank) if asked.name == name) + 1
    return [*bank[:at], new, *bank[at:]]


def forgetting(asked: Asked, gone: Collection[str]) -> Asked:
    """A question that no longer sends readers to those that go."""
    sees, cites = ("" if seen in gone else seen for seen in (asked.sees, asked.cites))
    return asked._replace(sees=sees, cites=cites)


def _slug(text: str) -> str:
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def render(bank: Bank) -> str:
    """The bank as a document: a counted title, contents, sections, answers with links and references."""
    numbers = {asked.name: at for at, asked in enumerate(bank, 1)}
    titles = {asked.name: f"{numbers[asked.name]}. {asked.asks}" for asked in bank}
    out = [f"# {len(bank)} questions about ships\n\n## Contents\n\n"]
    out += [f"- [{title}](#{_slug(title)})\n" for title in titles.values()]
    section = -1
    for asked in bank:
        if asked.section != section:
            section = asked.section
            out.append(f"\n## Part {PARTS[section]}\n")
        lines = [*asked.lines]
        if asked.sees in titles:
            lines.append(f"More about it: [there](#{_slug(titles[asked.sees])}).")
        if asked.cites in numbers:
            lines.append(f"See question {numbers[asked.cites]}.")
        out.append(f"\n### {titles[asked.name]}\n\n" + "".join(f"{line}\n" for line in lines))
    return "".join(out)


def parse(text: str) -> Bank | None:
    """The bank of a document; None where its title, numbers or contents are wrong."""
    found = list(_QUESTION.finditer(text))
    titles = [f"{match[1]}. {match[2]}" for match in found]
    in_order = [int(match[1]) for match in found] == list(range(1, len(found) + 1))
    listed = [(f"{entry[1]}. {entry[2]}", entry[3]) for entry in _ENTRY.finditer(text)]
    counted = text.startswith(f"# {len(found)} questions")
    if not (in_order and counted and listed == [(title, _slug(title)) for title in titles]):
        return None
    names = {match[1]: _name_in(match[2]) for match in found}
    names |= {_slug(title): _name_in(match[2]) for title, match in zip(titles, found, strict=True)}
    bank = []
    for match in found:
        part = text.rfind("\n## Part ", 0, match.start()) + len("\n## Part ")
        lines = tuple(line for line in match[3].splitlines() if not (_SEES.match(line) or _CITES.match(line)))
        sees, cites = (pattern.search(match[3]) for pattern in (_SEES, _CITES))
        bank.append(
            Asked(
                _name_in(match[2]),
                match[2],
                lines,
                PARTS.index(text[part]),
                names.get(sees[1], "?") if sees else "",
                names.get(cites[1], "?") if cites else "",
            )
        )
    return bank


def _name_in(asks: str) -> str:
    """The name in a question, the one word of eight small letters."""
    name = re.search(r"\b[a-z]{8}\b", asks)
    return name.group() if name else ""
