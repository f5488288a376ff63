"""The labels of the corpus, and where the documents lie that they tell of."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from reason_cases import read_reason_cases, reason_files
from recognised import FOLDER, read_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

CORPUS = Path(__file__).parent
LABELS = CORPUS / "labels.jsonl"
DOCUMENTS = CORPUS / "documents"
TESTS = CORPUS.parent / "tests"
OWN = TESTS / "banks"
OWN_LABELS = OWN / "labels.jsonl"
OWN_DOCUMENTS = OWN / "documents"

_READ = re.compile(r"^(\d+) [^|\n]*\|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Label:
    """What is true of one document; README.md says what each field means.

    `repo` is empty for the documents that the project wrote itself. `questions` tells the status of each
    line that asks, `numbering` the fault of each number that is wrong.
    """

    path: str
    lines: int
    language: str
    shape: str
    bank: bool
    questions: dict[int, str]
    repo: str = ""
    commit: str = ""
    look_alike: bool = False
    accept: frozenset[int] = frozenset()
    numbering: dict[int, str] = field(default_factory=dict)
    note: str = ""

    @property
    def asked(self) -> frozenset[int]:
        """The lines that ask, without those that may be read either way."""
        return frozenset(self.questions) - self.accept

    def file(self, documents: Path) -> Path:
        """Where the document lies below a folder of laid-out documents."""
        return documents / self.repo.replace("/", "__") / self.path


def numbered_lines(file: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that hold something, counted from 1."""
    # Not `splitlines`, which ends lines at characters that JSON may hold as they are.
    for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
        if line.strip():
            yield number, line


def read_labels(file: Path = LABELS) -> Iterator[Label]:
    """The labels of a file, one JSON object a line."""
    for _, line in numbered_lines(file):
        yield label_of(json.loads(line))


def labels_of(repositories: Collection[str]) -> list[Label]:
    """The labels of some repositories, or all where none is named; one that has no label ends the run."""
    labels = list(read_labels())
    if unknown := sorted(set(repositories) - {label.repo for label in labels}):
        sys.exit(f"{LABELS.name} has no label of {', '.join(unknown)}")
    return [label for label in labels if not repositories or label.repo in repositories]


def label_of(data: dict[str, object]) -> Label:
    """The label that a JSON object says."""
    known = {name: data[name] for name in Label.__slots__ if name in data}
    known["questions"] = {int(line): str(status) for line, status in data["questions"]}  # type: ignore[attr-defined]
    known["numbering"] = {int(line): str(kind) for line, kind in data.get("numbering", ())}  # type: ignore[attr-defined]
    known["accept"] = frozenset(data.get("accept", ()))  # type: ignore[call-overload]
    return Label(**known)  # type: ignore[arg-type]


def real_documents(documents: Path = DOCUMENTS) -> list[tuple[Label, Path]]:
    """The labelled documents of public repositories that are laid out, each with its file."""
    found = [(label, label.file(documents)) for label in read_labels()]
    return [(label, file) for label, file in found if file.is_file()]


def case_documents() -> Iterator[tuple[Label, str]]:
    """The documents of the recogniser's cases (tests/recognise) that have no schema, each with its text."""
    for file in sorted(FOLDER.glob("*.md")):
        for case in read_file(file):
            if case.schema is not None:
                continue
            lines = [int(match[1]) for said in case.expected if (match := _READ.match(said))]
            count = case.text.count("\n")
            yield (
                Label(f"case/{case.name}", count, "en", "case", bool(lines), dict.fromkeys(lines, "a")),
                case.text,
            )


def reason_cases() -> Iterator[tuple[Label, str, str]]:
    """The documents of the reasons' cases (tests/reasons), each with its path and text."""
    for file in reason_files():
        for case in read_reason_cases(file):
            count = case.text.count("\n")
            label = Label(
                f"reason/{case.id}", count, "en", "case", bool(case.asks), dict.fromkeys(case.asks, "a")
            )
            yield label, case.path, case.text


def ordinary_documents() -> Iterator[tuple[Label, str]]:
    """The documents of tests/not_banks, in which nothing asks, each with its text."""
    for file in sorted((TESTS / "not_banks").glob("*.md")):
        text = file.read_text("utf-8")
        yield Label(file.name, text.count("\n"), "en", "not-a-bank", bank=False, questions={}), text


def own_documents() -> list[tuple[Label, Path]]:
    """The documents that the project wrote itself, each with its file."""
    return [(label, label.file(OWN_DOCUMENTS)) for label in read_labels(OWN_LABELS)]
