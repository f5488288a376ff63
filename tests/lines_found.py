"""Line cases: `tests/recognise/lines/<shape>.md`, each second-level heading a case with its name.

A case holds a `markdown` block (the document) and a `lines` block: the lines that could ask in it, with
their parts. Weights have no say in them. `python tests/lines_found.py` rewrites the latter.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dlqa_lint.recognise.lines import Candidate, find_candidates, find_details
from dlqa_lint.text.blocks import blocks
from dlqa_lint.text.source import Source

FOLDER = Path(__file__).parent / "recognise" / "lines"
_CASE = re.compile(
    r"^## (?P<name>.+)\n(?:(?!## |`{3,}).*\n)*?(?P<fence>`{3,})markdown\n(?P<text>[\s\S]*?)^(?P=fence)\n\n"
    r"(?:```lines\n(?P<lines>[\s\S]*?)```\n)?",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class LineCase:
    """One case: a document, and the lines that are expected in it."""

    name: str
    text: str
    expected: tuple[str, ...]


def read_file(file: Path) -> Iterator[LineCase]:
    """The cases of a file."""
    for match in _CASE.finditer(file.read_text(encoding="utf-8")):
        expected = tuple((match["lines"] or "").splitlines())
        yield LineCase(f"{file.stem}: {match['name']}", match["text"], expected)


def candidates_of(source: Source) -> list[Candidate]:
    """The lines of a source that could ask."""
    found = blocks(source)
    return find_candidates(source, found, find_details(source, found))


def described(text: str) -> tuple[str, ...]:
    """The lines of a document that could ask, one each: place, kind, level, form, number, label, words."""
    source = Source("case.md", text)
    return tuple(_line(source, candidate) for candidate in candidates_of(source))


def _line(source: Source, candidate: Candidate) -> str:
    level = f" {candidate.level}" if candidate.level else ""
    form = candidate.template.replace("\n\n", "⏎").replace("\n", "⏎")
    number = f" | number {candidate.number}" if candidate.number else ""
    label = f" | label {candidate.label}" if candidate.label else ""
    words = " ⏎ ".join(candidate.text.splitlines())
    body = " ".join(source.text[candidate.body_at : candidate.body_end].split())
    delimited = f" | body {body[:40].strip()}" if candidate.body_at >= 0 else ""
    return f"{candidate.line + 1} {candidate.kind}{level} {form}{number}{label} | {words}{delimited}"


def update(file: Path) -> None:
    """Write the lines that are found now into a file's cases."""

    def renewed(match: re.Match[str]) -> str:
        head = match.group().removesuffix(f"```lines\n{match['lines']}```\n")
        return head + "```lines\n" + "".join(f"{line}\n" for line in described(match["text"])) + "```\n"

    file.write_text(_CASE.sub(renewed, file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.md")):
        if not sys.argv[1:] or path.stem in sys.argv[1:]:
            update(path)
