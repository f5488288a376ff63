"""The numbers that files carry in their names, as series: `q01.md`, `q02.md`, `12. What is a keel?.md`.

What counts is one question a file, whose number is in its file's name, or in that of its folder where the
files are called alike (`007/README.md`). Files of many questions are chapters, weeks or exams, and their
numbers count those.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dlqa_lint.language.translations import language_in_path
from dlqa_lint.language.vocabulary import PART_WORDS
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.paths import MARKDOWN, slashed

# No year, and nothing that continues with a letter or a second number, as `3rd`, `1.2` and `05-12` do.
_NUMBERED = regex(
    r"(?P<before>\D*)(?P<number>(?!(?:19|20)\d\d(?!\d))\d{1,5})(?!\d|[^\W\d_]|[._~–-]\d).*", re.DOTALL
)
_WORD = regex(r"[^\W\d_]+")
_FIRST = regex(r"\D*(?P<number>\d{1,5})(?!\d)")

_LEAST = 3
"""The least number of files in a series."""
_MOSTLY = 2 / 3
"""The part of a series that must hold a single question a file; of the others some are read as more or none."""

_SPARSE = 0.05
"""Names with several gaps, and more than this part of their number, are ids: what is missing was removed.
Set by hand; from 0.02 to 0.1 no case changes."""
_TWICE = 0.1
_FEW = 2
"""Where more than a few names, and a larger part of them, have numbers that others have, there are two sorts.
Set by hand; from 0.05 to 0.2, and from 1 to 4, no case changes."""


class SeriesFile(NamedTuple):
    """A document, the number in its name as it is spelled there, and the question that it holds."""

    document: Document
    question: Question
    spelling: str

    @property
    def stem(self) -> str:
        """The path without its ending."""
        return self.document.path.rpartition(".")[0]

    @property
    def value(self) -> int:
        """What the number counts."""
        return int(self.spelling)


class FileSeries(NamedTuple):
    """Files side by side whose names count their questions, in the order of their numbers.

    `names` are those of all files or folders of the series, linted or not, with their numbers, `folder` is where
    they are, and `taken` are the numbers of all that is beside them.
    """

    files: tuple[SeriesFile, ...]
    names: tuple[tuple[int, str], ...]
    taken: frozenset[int]
    folder: str

    @property
    def used_again(self) -> Counter[int]:
        """The numbers that several names have, by how often more than once; none where many have."""
        again = Counter(
            number
            for (number, name), (following, other) in pairwise(self.names)
            if number == following and not belong_together(name, other)
        )
        return again if again.total() <= max(_FEW, _TWICE * len(self.names)) else Counter()


class _Name(NamedTuple):
    """What the files of a series share.

    It is their folder, the words before the number, the language, and, where the number is that of a folder
    of their own, the name of the file.
    """

    folder: str
    before: str
    language: str
    file: str = ""


def belong_together(name: str, other: str) -> bool:
    """Whether two files with one number are about one question: `q5.md` and `q5-solution.md`."""
    one, two = (each.rpartition(".")[0] or each for each in (name, other))
    return one.startswith(two) or two.startswith(one)


def counts_through(numbers: Sequence[int]) -> bool:
    """Whether rising numbers count; with many gaps they are ids."""
    gaps = [high - low - 1 for low, high in pairwise(numbers) if high > low + 1]
    return len(gaps) <= max(1, _SPARSE * len(numbers)) and sum(gaps) <= len(numbers) / 2


def spelled_number(name: str) -> str:
    """The number in the name of a file or folder of a series, as it is spelled."""
    found = _number_in(name)
    return found[1] if found else ""


def with_number(name: str, spelling: str) -> str:
    """The name of a file or folder of a series with another number."""
    match = _NUMBERED.fullmatch(name)
    return name[: match.start("number")] + spelling + name[match.end("number") :] if match else name


def file_series(bank: Bank) -> Iterator[FileSeries]:
    """The series of files that hold a question each."""
    members: dict[_Name, list[SeriesFile]] = {}
    for document in bank.documents:
        named = _named(document.path) if document.questions else None
        if named:
            name, spelling = named
            members.setdefault(name, []).append(SeriesFile(document, document.questions[0], spelling))
    for name, files in members.items():
        beside = bank.beside.get(name.folder) or {_own_name(file.document.path, name) for file in files}
        alike = sorted((int(found), other) for other in beside if (found := _number_of(other, name)))
        single = sum(len(file.document.questions) == 1 for file in files)
        # Of a bank that is not whole the other files were not read.
        if len(files) >= _LEAST and single >= _MOSTLY * (len(alike) if bank.whole else len(files)):
            ordered = sorted(files, key=lambda file: (file.value, file.document.path))
            yield FileSeries(tuple(ordered), tuple(alike), numbers_of(beside), name.folder)


def numbered_folders(paths: Iterable[str]) -> set[str]:
    """The folders of some documents in which names hold numbers: the documents' own, or those of their folders."""
    folders = set()
    for path in paths:
        folder, _, file = slashed(path).rpartition("/")
        above, _, own = folder.rpartition("/")
        folders |= {where for where, name in ((folder, file), (above, own)) if _FIRST.match(name)}
    return folders


def _named(path: str) -> tuple[_Name, str] | None:
    """What a document shares with others of its series, and its number; None without one."""
    folder, _, file = slashed(path).rpartition("/")
    language = language_in_path(path)
    found = _number_in(file)
    if found:
        return _Name(folder, found[0], language), found[1]
    above, _, own = folder.rpartition("/")
    found = _number_in(own) if not any(map(str.isdigit, file)) else None
    return (_Name(above, found[0], language, file.casefold()), found[1]) if found else None


def _number_in(name: str) -> tuple[str, str] | None:
    """The words before the number of a name, and the number; None where it counts something else."""
    match = _NUMBERED.fullmatch(name)
    if match is None or any(map(PART_WORDS.fullmatch, _WORD.findall(match["before"]))):
        return None
    return match["before"].casefold(), match["number"]


def _own_name(path: str, name: _Name) -> str:
    """The part of a document's path that holds its number."""
    return slashed(path).rsplit("/", 2 if name.file else 1)[-2 if name.file else -1]


def _number_of(other: str, name: _Name) -> str | None:
    """The number of a file or folder beside a series, if it is one of it."""
    is_file = other.casefold().endswith(MARKDOWN)
    if is_file == bool(name.file) or (
        is_file and language_in_path(f"{name.folder}/{other}") != name.language
    ):
        return None
    found = _number_in(other)
    return found[1] if found and found[0] == name.before else None


def numbers_of(names: Iterable[str]) -> frozenset[int]:
    """The numbers that names begin with, whatever follows: 10 is taken by `10glued.md` and by `10-1.txt`."""
    return frozenset(int(match["number"]) for match in map(_FIRST.match, names) if match)
