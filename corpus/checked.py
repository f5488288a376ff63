"""What is wrong with labels, told with its line before anything is fetched, scored or learned from them."""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from labels import DOCUMENTS, LABELS, OWN_DOCUMENTS, OWN_LABELS, label_of, numbered_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

STATUSES = ("a", "u", "n", "s", "x")
NOT_A_BANK = "not-a-bank"
SHAPES = (
    "numbered-heading", "plain-heading", "heading-in-list", "list", "bold", "details", "table", "label",
    "flashcards", "quiz-checkbox", "quiz-lettered", "directive", "file", "other", NOT_A_BANK,
)  # fmt: skip
NUMBERING = (
    "number-gap",
    "duplicate-number",
    "number-out-of-order",
    "wrong-first-number",
    "unnumbered-question",
)
LANGUAGES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
    "iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt "
    "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
    "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
    "za zh zu"
)
"""The codes of ISO 639-1."""

_TEXT, _NUMBER, _TRUTH = "a text", "a number", "true or false"
_NUMBERS, _PAIRS = "a list of line numbers", 'a list of pairs such as [7, "a"]'
_PUBLIC = {"repo": _TEXT, "commit": _TEXT}
_FIELDS = {
    "path": _TEXT, "lines": _NUMBER, "language": _TEXT, "shape": _TEXT, "bank": _TRUTH, "look_alike": _TRUTH,
    "questions": _PAIRS, "accept": _NUMBERS, "numbering": _PAIRS, "note": _TEXT,
}  # fmt: skip
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40}")


def demand_sound_labels(documents: Path = DOCUMENTS, *, own: bool = False) -> None:
    """End the run and say why where a label is wrong; `own` are those of tests/banks."""
    found = faults(OWN_LABELS, OWN_DOCUMENTS, own=True) if own else faults(LABELS, documents)
    if said := "\n".join(found):
        sys.exit(said)


def faults(file: Path, documents: Path, *, own: bool = False) -> Iterator[str]:
    """What is wrong with the labels of a file; the lines of documents that are laid out are counted, too.

    The project's own documents have no repository and no commit.
    """
    first: dict[tuple[str, str], int] = {}
    for number, line in numbered_lines(file):
        place = f"{file.name}:{number}"
        try:
            data = json.loads(line)
        except json.JSONDecodeError as error:
            yield f"{place}: no JSON at character {error.pos + 1}: {error.msg}"
            continue
        fields = _FIELDS if own else _PUBLIC | _FIELDS
        if found := list(_misformed(data, fields)) or list(_untrue(data)):
            yield from (f"{place}: {fault}" for fault in found)
            continue
        label = label_of(data)
        if (before := first.setdefault((label.repo, label.path), number)) != number:
            yield f"{place}: {label.path} has a label in line {before} already"
        laid_out = label.file(documents)
        if laid_out.is_file() and (count := line_count(laid_out.read_bytes())) != label.lines:
            yield f'{place}: "lines" is {label.lines}, and {label.path} has {count}'


def line_count(data: bytes) -> int:
    """How many lines a document has, the last one with or without a newline."""
    return data.count(b"\n") + (data[-1:] not in (b"", b"\n"))


def _misformed(data: Any, fields: dict[str, str]) -> Iterator[str]:
    """Fields that are missing, unknown, or hold something of another kind."""
    if not isinstance(data, dict):
        yield "no JSON object"
        return
    yield from (f'"{name}" is missing' for name in fields if name not in data)
    yield from (f'"{name}" is no field of a label' for name in data if name not in fields)
    for name, kind in fields.items():
        if name in data and not _is(kind, data[name]):
            yield f'"{name}" is not {kind}'


def _is(kind: str, value: Any) -> bool:
    """Whether a value is of a kind; to Python, truths are numbers as well."""
    if kind == _NUMBERS:
        return isinstance(value, list) and all(type(item) is int for item in value)
    if kind == _PAIRS:
        return isinstance(value, list) and all(
            isinstance(pair, list) and [type(item) for item in pair] == [int, str] for pair in value
        )
    return type(value) is {_TEXT: str, _NUMBER: int, _TRUTH: bool}[kind]


def _untrue(data: dict[str, Any]) -> Iterator[str]:
    """What the fields of a label say that cannot be."""
    yield from _place_faults(data)
    if data["language"] not in LANGUAGES.split():
        yield f'language "{data["language"]}" is no code of ISO 639-1'
    if data["shape"] not in SHAPES:
        yield f'shape "{data["shape"]}" is none of {", ".join(SHAPES)}'
    elif data["bank"] is (data["shape"] == NOT_A_BANK):
        yield f'"bank" is {json.dumps(data["bank"])}, and the shape {data["shape"]}'
    if data["bank"] and data["look_alike"]:
        yield "a bank is no look-alike of one"
    if data["questions"] and not data["bank"]:
        yield '"bank" is false, and there are questions'
    for field, word, known in (("questions", "status", STATUSES), ("numbering", "rule", NUMBERING)):
        for line, said in data[field]:
            if said not in known:
                yield f'{word} "{said}" of line {line} is none of {", ".join(known)}'
    asking, misnumbered = ([line for line, _ in data[field]] for field in ("questions", "numbering"))
    for field, lines in (("questions", asking), ("accept", data["accept"]), ("numbering", misnumbered)):
        yield from (f'"{field}": {fault}' for fault in _line_faults(lines, data["lines"]))
    for line in sorted(set(misnumbered) - set(asking)):
        yield f'"numbering": line {line} is none of the questions'


def _place_faults(data: dict[str, Any]) -> Iterator[str]:
    """Where no document can be; what `lay_out` writes stays inside its folder."""
    if "repo" in data and not _REPOSITORY.fullmatch(data["repo"]):
        yield f'repo "{data["repo"]}" is not OWNER/NAME'
    if "commit" in data and not _COMMIT.fullmatch(data["commit"]):
        yield f'commit "{data["commit"]}" is not 40 hex digits'
    if {"", ".", ".."} & set(data["path"].split("/")) or "\\" in data["path"]:
        yield f'path "{data["path"]}" is no path inside a repository'


def _line_faults(lines: Sequence[int], count: int) -> Iterator[str]:
    """Lines that the document does not have, and those not in ascending order."""
    yield from (f"there is no line {line}, for there are {count}" for line in lines if not 1 <= line <= count)
    for before, after in pairwise(lines):
        if after <= before:
            yield f"line {after} comes after line {before}"
