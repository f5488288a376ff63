"""Numbering files anew by their names: which file of a series gets which name, and what its document says then."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dlqa_lint.edits.file_series import (
    FileSeries,
    SeriesFile,
    belong_together,
    counts_through,
    spelled_number,
    with_number,
)
from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.moved_links import Moves
from dlqa_lint.edits.renumber import New, respelled_whole, taken_along
from dlqa_lint.edits.retarget import renamed_by, retargeted
from dlqa_lint.edits.stated_numbers import AT_QUESTION, Stated, stated_numbers
from dlqa_lint.errors import CannotRunError
from dlqa_lint.links.references import every_reference
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.source import Span


class RenamedSeries(NamedTuple):
    """A series of files with the numbers that they get, by their names as they are; `note` says why it gets none."""

    series: FileSeries
    new: Mapping[str, str]
    note: str = ""

    @property
    def changing(self) -> dict[str, str]:
        """The new numbers of the names that change."""
        return {name: number for name, number in self.new.items() if number != spelled_number(name)}

    @property
    def moves(self) -> Moves:
        """The paths that change, of files or of folders."""
        folder = self.series.folder and f"{self.series.folder}/"
        return {
            f"{folder}{name}": f"{folder}{with_number(name, number)}"
            for name, number in self.changing.items()
        }

    def name_of(self, path: str) -> str:
        """The name in the folder of the series to which a path below it leads; itself for any other."""
        folder = self.series.folder and f"{self.series.folder}/"
        return path.removeprefix(folder).partition("/")[0] if path.startswith(folder) else path


def renamed_series(series: FileSeries, first: int | None) -> RenamedSeries:
    """A series counted anew, from its own first number unless another one is wished for."""
    numbers = sorted({number for number, _ in series.names})
    if len(numbers) + series.used_again.total() < _questions(series):
        return RenamedSeries(
            series, {}, "several files have each number, and which of them count is not known"
        )
    if first is None and not counts_through(numbers):
        note = "the numbers of its files are names (ids), which stay; --from N counts them anew"
        return RenamedSeries(series, {}, note)
    spelled = [spelled_number(name) for _, name in series.names]
    width = max((len(number) for number in spelled if number.startswith("0")), default=0)
    width = width if sum(len(number) >= width for number in spelled) * 2 > len(spelled) else 0
    value = (numbers[0] if first is None else first) - 1
    new: dict[str, str] = {}
    before = (-1, "")
    for number, name in series.names:
        value += not (number == before[0] and belong_together(before[1], name))
        new[name], before = str(value).zfill(width), (number, name)
    return RenamedSeries(series, new)


def _questions(series: FileSeries) -> int:
    """How many questions a series has names for; those of one question belong together."""
    pairs = zip(series.names, series.names[1:], strict=False)
    together = sum(one == other and belong_together(name, more) for (one, name), (other, more) in pairs)
    return len(series.names) - together


def number_edits(renamed: RenamedSeries, mentions: Mentions) -> Iterator[Edit]:
    """The edits that let the documents of a series say their new numbers, and all that cites them with them."""
    if not renamed.changing:
        return
    said = stated_numbers(renamed.series.files)
    for file in renamed.series.files:
        spelling = renamed.new.get(renamed.name_of(file.document.path), file.spelling)
        changing = {
            place: number
            for place, number in said[file.document.path].items()
            if _changes(file, number, int(spelling))
        }
        if changing:
            yield from _own_edits(file, changing, spelling, mentions)
    yield from _reference_edits(renamed)


def _changes(file: SeriesFile, said: Stated, new: int) -> bool:
    """Whether a number in a document becomes another; raises CannotRunError where it fits neither name of its file."""
    if said.value not in (file.value, new):
        line = file.document.source.position(said.span.start).line
        raise CannotRunError(
            f"{file.document.path}:{line}: found the number {said.value} in the document and {file.spelling} in the "
            "name of its file, expected one number; put one of them right, nothing was written"
        )
    return said.value != new


def _own_edits(
    file: SeriesFile, changing: Mapping[str, Stated], spelling: str, mentions: Mentions
) -> Iterator[Edit]:
    """The edits of the places at which a document says its number."""
    document, number = file.document, file.question.number
    edits: dict[tuple[str, Span], str] = {}
    for said in changing.values():
        digits = document.source.slice(said.span)
        edits[document.path, said.span] = str(int(spelling)).zfill(len(digits) if digits[0] == "0" else 0)
    if AT_QUESTION in changing and number:
        value = (*number.value[:-1], int(spelling))
        new = {number: New(value, respelled_whole(number, value))}
        edits |= {(path, span): text for path, span, text in taken_along(mentions, document, new)}
    made = [Edit(*place, text) for place, text in edits.items()]
    for edit in retargeted(mentions.link_map, document, renamed_by(document, made)) or ():
        edits[edit.path, edit.span] = edit.replacement
    yield from (Edit(*place, text) for place, text in edits.items())


def _reference_edits(renamed: RenamedSeries) -> Iterator[Edit]:
    """The edits of references, `see question 5`, to other files of a series.

    Raises CannotRunError where one may mean either of two files.
    """
    meant: dict[int, set[int]] = {}
    for number, name in renamed.series.names:
        meant.setdefault(number, set()).add(int(renamed.new[name]))
    for file in renamed.series.files:
        document = file.document
        for reference in every_reference(document):
            if reference.target is not None or not reference.number.isdecimal():
                continue
            new = meant.get(int(reference.number), set())
            if len(new) > 1:
                raise _unclear(document, reference.phrase)
            if new and new != {int(reference.number)}:
                yield Edit(document.path, reference.span, str(*new).zfill(_padding(reference.number)))


def _padding(number: str) -> int:
    return len(number) if number.startswith("0") else 0


def _unclear(document: Document, phrase: Span) -> CannotRunError:
    line = document.source.position(phrase.start).line
    return CannotRunError(
        f'{document.path}:{line}: found "{document.source.slice(phrase)}", and several files have that number; '
        "make it a link to the one that is meant, nothing was written"
    )
