"""Options beside each other on one line: where each of them begins, and in which order they are read."""

from collections.abc import Sequence
from itertools import zip_longest

from dlqa_lint.model.bank import Option
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

_SPACE = r"(?:\s|&(?:nbsp|emsp|ensp);)"
# A run of blanks is tried from its beginning alone, or a long one would be read once from each of its signs.
_NOT_WITHIN = r"(?<!\s)(?<!&nbsp)(?<!&emsp)(?<!&ensp)(?<!&nbsp;)(?<!&emsp;)(?<!&ensp;)"
_BESIDE = regex(
    rf"(?P<gap>{_NOT_WITHIN}[;；,，、]?{_SPACE}+)(?:\*\*|\()?(?P<label>[{marks.OPTION_LABELS}])"
    rf"(?P<delimiter>[.):：、．）]|(?<=[{marks.CIRCLED}]))(?=\*\*|\s|[^\x00-\x7f]|[^\W\d_]{{2}})"
)
_GAP = regex(r"\s{2}|[\t\u3000;；]|&(?:nbsp|emsp|ensp);")
"""What parts two columns, or two options in a row; one space is in any sentence."""

BETWEEN = regex(rf"(?<![;；,，、\s])(?:[;；,，、]|{_SPACE})+\Z")
"""What is between two options, after the words of the first."""

_ROW = 3
"""So many options that count on are a row, whatever is between them."""


def parted(text: str, at: int, label: str, delimiter: str) -> list[int]:
    """Where the options of a line begin and where the last one ends; the first one's words begin at an offset.

    A. iron  B. copper  C. tin

    A. iron      C. tin
    B. copper    D. lead
    """
    found, narrow = [0], 0
    for match in _BESIDE.finditer(text, at):
        steps = _steps(label, match["label"])
        wide = bool(_GAP.search(match["gap"]))
        if match["delimiter"] == delimiter and (steps == 1 or (wide and steps > 1)):
            found.append(match.end("gap"))
            label, narrow = match["label"], narrow + (not wide)
    return [*(found if len(found) >= _ROW or not narrow else found[:1]), len(text)]


def _steps(before: str, label: str) -> int:
    """How many places a label comes after another one in their series; 0 where they are of none."""
    series = next((series for series in marks.OPTION_SERIES if before in series and label in series), "")
    return series.find(label) - series.find(before)


def in_columns(source: Source, options: Sequence[Option]) -> list[Option]:
    """Options in the order of their labels where these count down the columns, and not along the lines."""
    rows: dict[int, list[Option]] = {}
    for option in options:
        rows.setdefault(source.line_index(option.span.start), []).append(option)
    found = [option for column in zip_longest(*rows.values()) for option in column if option]
    labels = "".join(option.label for option in found)
    return found if any(series.startswith(labels) for series in marks.OPTION_SERIES) else list(options)
