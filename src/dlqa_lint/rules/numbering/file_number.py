"""file-number: the number in a file's name does not fit its neighbours, or what the file says itself."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from dlqa_lint.edits.continued_files import absent_parts, last_number
from dlqa_lint.edits.file_series import FileSeries, SeriesFile, counts_through, file_series
from dlqa_lint.edits.stated_numbers import Stated, disagreeing
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import BankRule, place

_STRAY = 0.05
"""Of so few names the padding is a slip; of more it is another habit. Set by hand; from 0.02 to 0.1 no case changes."""


class FileNumber(BankRule):
    """The number in a file's name is missing before it, used twice, out of order, or contradicts the document.

    In a bank of one question a file the names count: `q01.md`, `q02.md`, `12. What is a keel?.md`, or folders
    `007/README.md`. Found are a number that no file beside it has, one that two files have, one that is
    padded to another width and so listed elsewhere (`7.md` among `006.md` and `008.md`), and one other than
    the document's own, in its heading or front matter, where most of the files agree with theirs. Of parts
    that continue one count (`part-1.md`, `part-2.md`) none may be missing. One slip is one finding. Other
    files of many questions, dates, years, versions, weeks and chapters count something else, and numbers of
    which many are missing are ids.

    Readers and links go by the name, and a file that says 7 outside and 8 inside is cited as both.

    Example:
        questions/q01.md, q02.md, q04.md

    Repair:
        questions/q01.md, q02.md, q03.md

    Fix: None. Links from elsewhere lead to the file's name, so renaming wants somebody's word: `dlqa-lint renumber
    --files` renames, and takes links and numbers along.

    Schema: nothing; `numbering` is about the numbers inside a document.
    """

    def check(self, bank: Bank) -> Iterator[Finding]:
        for series in file_series(bank):
            stated = disagreeing(series.files)
            yield from self._contradicting(series, stated)
            agreeing = [file for file in series.files if file.document.path not in stated]
            if agreeing:
                again = series.used_again
                yield from self._badly_padded(agreeing)
                yield from self._duplicates(agreeing, again)
                yield from self._gaps(agreeing, series.taken | {n.value for n in stated.values()}, again)
        for before, after, missing in absent_parts(bank):
            yield self._absent(before, after, missing)

    def _absent(self, before: Document, after: Document, missing: range) -> Finding:
        """The finding on parts of a count that are missing between two others."""
        message = (
            f"no file has the number {_span(missing)} in its name, expected one after {before.path}, "
            f"whose last question is {last_number(before)}"
        )
        related = (place(before, before.questions[-1], "the last question before it"),)
        first = after.questions[0]
        return self.finding(after, first.span, message, question=first, related=related)

    def _contradicting(self, series: FileSeries, stated: Mapping[str, Stated]) -> Iterator[Finding]:
        """The files that say another number than their names; those in a row that do so alike are one slip."""

        def slip(file: SeriesFile) -> int:
            number = stated.get(file.document.path)
            return number.value - file.value if number else 0

        agreeing = len(series.files) - len(stated)
        for _, group in groupby(series.files, key=slip):
            first, *others = group
            number = stated.get(first.document.path)
            if number is None:
                continue
            more = f", and the {len(others)} files after it differ alike" if others else ""
            message = (
                f"the document says {number.value} and the name of its file {first.spelling}{more}, expected "
                f"one number, as in {agreeing} files beside it"
            )
            related = [place(other.document, other.question, "here too") for other in others]
            yield self.finding(first.document, number.span, message, question=first.question, related=related)

    def _badly_padded(self, files: Sequence[SeriesFile]) -> Iterator[Finding]:
        """The files that are listed elsewhere because their numbers are not padded as the others are."""
        widths = Counter(len(file.spelling) for file in files if file.spelling.startswith("0"))
        width, padded = widths.most_common(1)[0] if widths else (0, 0)
        other = [file for file in files if len(file.spelling) != width and file.value < 10**width]
        odd = [file for file in other if _is_listed_elsewhere(file, files)]
        for file in odd if len(odd) <= max(1, _STRAY * len(files)) < padded else ():
            message = (
                f"the name of the file has the number {file.spelling}, expected {file.value:0{width}} "
                "as in the others: lists of files put it elsewhere"
            )
            yield self.finding(file.document, file.question.span, message, question=file.question)

    def _gaps(
        self, files: Sequence[SeriesFile], taken: frozenset[int], again: Counter[int]
    ) -> Iterator[Finding]:
        """The numbers that nothing beside the files has."""
        known = sorted(number for number in taken if files[0].value <= number <= files[-1].value)
        gaps = [(low, high) for low, high in pairwise(known) if high > low + 1]
        for low, high in gaps if counts_through(known) else ():
            # 4, 5, 5, 7 is one slip, and so is 4, 6, 6, 7.
            if again[low] + again[high] >= high - low - 1:
                continue
            after = next(file for file in files if file.value >= high)
            before = next(file for file in reversed(files) if file.value <= low)
            lacking = _span(range(low + 1, high))
            message = f"no file has the number {lacking} in its name, expected one between {low} and {high}"
            related = (place(before.document, before.question, "the file before the gap"),)
            yield self.finding(
                after.document, after.question.span, message, question=after.question, related=related
            )

    def _duplicates(self, files: Sequence[SeriesFile], again: Counter[int]) -> Iterator[Finding]:
        """The files that have one number; `q5.md` and `q5-solution.md` belong together."""
        for one, other in pairwise(files):
            if one.value == other.value and again[one.value]:
                message = (
                    f"the name of the file has the number {other.spelling}, expected one of its own: "
                    f"{one.document.path} has it too"
                )
                related = (place(one.document, one.question, "the other file of this number"),)
                yield self.finding(
                    other.document, other.question.span, message, question=other.question, related=related
                )


def _span(numbers: range) -> str:
    """Numbers in a row as messages name them."""
    return f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else str(numbers[0])


def _is_listed_elsewhere(file: SeriesFile, files: Sequence[SeriesFile]) -> bool:
    """Whether the order of names puts a file elsewhere than that of numbers."""
    return any(
        (file.spelling < other.spelling) != (file.value < other.value)
        for other in files
        if other.value != file.value
    )
