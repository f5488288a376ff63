"""The parts of a count over several files: which file continues which."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.paths import slashed

_COUNTED = regex(r"\d+(?=[^\d/\\]*\Z)")
_DIGITS = regex(r"(\d{1,9})")

_Name = tuple[str | int, ...]


def parts(bank: Bank) -> dict[str, Document]:
    """The document that each part of a count over several files continues, by the path of the part.

    Two in a row of which one continues where the other ends show that files such as `part1.md` and `part2.md`,
    whose names differ in a number alone, are all meant to. Files of other names that stand side by side are
    parts where at least half of them do so, in the order of their names or in that of their first numbers.
    """
    found: dict[str, Document] = {}
    for siblings in _siblings(bank):
        for order in (siblings, _by_numbers(siblings) if bank.whole else []):
            pairs = list(_in_a_row(order, whole=bank.whole))
            if _going_on(pairs) * 2 >= max(len(pairs), 1):
                found |= {after.path: before for before, after in pairs}
                break
    for numbered in _numbered(bank):
        pairs = [(a, b) for (one, a), (other, b) in pairwise(numbered) if other == one + 1]
        if _going_on(pairs):
            found |= {after.path: before for before, after in pairs}
    return found


def absent_parts(bank: Bank) -> Iterator[tuple[Document, Document, range]]:
    """The parts between which others are missing, with the numbers of these.

    That files such as `part1.md` and `part2.md` are parts of a count is shown by two of them that continue the count.
    """
    for named in _numbered(bank):
        # A file of one question has its number in its name.
        numbered = [(number, document) for number, document in named if len(document.questions) > 1]
        if not _going_on([(a, b) for (one, a), (other, b) in pairwise(numbered) if other == one + 1]):
            continue
        for (one, before), (other, after) in pairwise(numbered):
            missing = range(one + 1, other)
            if missing and not any(map(_stands_beside(bank, before).__contains__, missing)):
                yield before, after, missing


def _stands_beside(bank: Bank, part: Document) -> set[int]:
    """The numbers of the files beside a part that are named like it, whatever is in them."""
    folder, _, own = slashed(part.path).rpartition("/")
    pattern = _COUNTED.sub("#", own, count=1)
    numbers = (_COUNTED.search(name) for name in bank.beside.get(folder, ()))
    return {
        int(n.group()) for n in numbers if n and n.string[: n.start()] + "#" + n.string[n.end() :] == pattern
    }


def up_to(path: str, before: Mapping[str, Document]) -> list[str]:
    """A part and those of its count before it, nearest first, given which part continues which."""
    found = {path: None}
    while path in before and before[path].path not in found:
        path = before[path].path
        found[path] = None
    return list(found)


def last_number(document: Document) -> int:
    """The number of a document's last question."""
    number = document.questions[-1].number
    return number.value[-1] if number else 0


def _going_on(pairs: Sequence[tuple[Document, Document]]) -> int:
    return sum(_first_number(after) == last_number(before) + 1 for before, after in pairs)


def _first_number(document: Document) -> int:
    number = document.questions[0].number
    return number.value[-1] if number else 0


def _numbered(bank: Bank) -> Iterator[list[tuple[int, Document]]]:
    """The documents whose names differ in a number alone, by that number."""
    series: dict[str, list[tuple[int, Document]]] = {}
    for document in bank.documents:
        stem = _COUNTED.search(document.path)
        if stem and _counts_once(document):
            name = document.path[: stem.start()] + "#" + document.path[stem.end() :]
            series.setdefault(name, []).append((int(stem.group()), document))
    for numbered in series.values():
        yield sorted(numbered, key=lambda part: part[0])


def _siblings(bank: Bank) -> Iterator[list[Document]]:
    """The documents of one folder, and those of one name in folders side by side, in the order of their names."""
    series: dict[tuple[str, str], list[Document]] = {}
    for document in bank.documents:
        folder, _, name = slashed(document.path).rpartition("/")
        series.setdefault((folder, ""), []).append(document)
        if folder:
            series.setdefault((folder.rpartition("/")[0], name), []).append(document)
    for siblings in series.values():
        yield sorted(siblings, key=lambda document: _name(document.path))


def _by_numbers(siblings: Sequence[Document]) -> list[Document]:
    """The documents that count questions in the order of their first numbers; none where two begin alike."""
    counting = [document for document in siblings if _counts_once(document) and _first_number(document)]
    alike = len({_first_number(document) for document in counting}) < len(counting)
    return [] if alike else sorted(counting, key=_first_number)


def _in_a_row(siblings: Sequence[Document], *, whole: bool) -> Iterator[tuple[Document, Document]]:
    """The neighbours that count questions, but for those between which a file may be missing.

    A file with a single question is not part of a count: its number may be a name, as that of its file.
    """
    for before, after in pairwise(siblings):
        step = _step(_name(before.path), _name(after.path))
        counting = all(_counts_once(part) and len(part.questions) > 1 for part in (before, after))
        if counting and (step == 1 or (whole and step is None)):
            yield before, after


def _step(before: _Name, after: _Name) -> int | None:
    """By how much the first number in which two names differ rises; None where words differ before it."""
    one, other = next(((a, b) for a, b in zip(before, after, strict=False) if a != b), ("", ""))
    return other - one if isinstance(one, int) and isinstance(other, int) else None


def _name(path: str) -> _Name:
    """A path with its numbers as such, so that 10 comes after 9: words and numbers alternate."""
    pieces = _DIGITS.split(path.casefold())
    return tuple(int(piece) if at % 2 else piece for at, piece in enumerate(pieces))


def _counts_once(document: Document) -> bool:
    """Whether all questions of a document are one count, to its last one."""
    return len(document.runs) == 1 and bool(document.questions) and document.questions[-1].number is not None
