"""Cases of reasons: `tests/reasons/<reason-name>.md`, each second-level heading a case with its sentence.

A case holds a four-backtick `markdown` block, the document (`markdown path=quiz/week-1.md` where its name
matters), and an `asks` block with the numbers of the lines that ask, one a line. No `asks` block: nothing
asks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dlqa_lint.recognise import recognise
from dlqa_lint.recognise.choice.weights import Weights, replaced, weights
from dlqa_lint.text.source import Source

REASONS = Path(__file__).parent / "reasons"
_CASE = re.compile(r"^## (.+)\n", re.MULTILINE)
_DOCUMENT = re.compile(
    r"^(?P<fence>`{4,})markdown(?: path=(?P<path>\S+))?\n(?P<text>.*?)^(?P=fence)\n", re.MULTILINE | re.DOTALL
)
_ASKS = re.compile(r"^```asks\n(?P<lines>.*?)^```\n", re.MULTILINE | re.DOTALL)
ALONE = "bank.md"
"""The path of a document whose name says nothing."""


@dataclass(frozen=True, slots=True)
class ReasonCase:
    """One case: the reason it is about, its sentence, a document, and the lines of it that ask."""

    reason: str
    name: str
    path: str
    text: str
    asks: tuple[int, ...]

    @property
    def id(self) -> str:
        """The reason and the sentence."""
        return f"{self.reason}: {self.name}"

    def read(self) -> tuple[int, ...]:
        """The lines that are read as questions."""
        return tuple(question.line for question in recognise(Source(self.path, self.text), None).questions)


def reason_files() -> list[Path]:
    """The case files, sorted."""
    return sorted(REASONS.glob("*.md"))


def read_reason_cases(file: Path) -> Iterator[ReasonCase]:
    """The cases of a file."""
    text = file.read_text("utf-8")
    hidden = _DOCUMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    heads = list(_CASE.finditer(hidden))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=True):
        document = _DOCUMENT.search(text, head.end(), end)
        if document is None:
            raise ValueError(f"{file.name}: {head[1]!r} has no document")
        listed = _ASKS.search(hidden, head.end(), end)
        asks = tuple(map(int, listed["lines"].split())) if listed else ()
        yield ReasonCase(file.stem, head[1], document["path"] or ALONE, document["text"], asks)


def read_without(case: ReasonCase, reason: str) -> tuple[int, ...]:
    """The lines that are read as questions when a reason says nothing."""
    learned = weights()
    with replaced(
        Weights(learned.prior, learned.base, _less(learned.group, reason), _less(learned.line, reason))
    ):
        return case.read()


def _less(table: dict[str, float], reason: str) -> dict[str, float]:
    return {name: weight for name, weight in table.items() if name != reason}
