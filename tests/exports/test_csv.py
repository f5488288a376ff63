"""The format `csv`."""

import csv
import io

import pytest

from dlqa_lint.exports import exported
from exported import BANKS, Meant, for_all, items_meant, text_of, written

LETTERS = "ABCD"


def _rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def _shown(cell: str) -> str:
    """What a cell says, without the apostrophe that makes it harmless."""
    return cell[1:] if cell.startswith("'") else cell


@for_all(BANKS)
def test_all_questions_are_read_back(meant: tuple[Meant, ...]) -> None:
    data = exported("csv", items_meant(meant)).data
    assert isinstance(data, str)
    found = []
    for row in _rows(data):
        options = tuple(_shown(row[f"option {letter}"]) for letter in LETTERS if row.get(f"option {letter}"))
        right = frozenset(LETTERS.index(letter) for letter in row["correct"].split())
        found.append(Meant(_shown(row["question"]), options, right, _shown(row["answer"])))
    assert found == [asked._replace(section="") for asked in meant]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    formula = f'{start}HYPERLINK("https://example.org";"here")'
    text = text_of(
        "csv", written([Meant("Which?", ("rain", f"`{formula}`"), frozenset({0}), "So.")]).replace("`", "")
    )
    (row,) = _rows(text)
    assert row["option B"] == f"'{formula}"


def test_a_number_is_not_a_formula() -> None:
    (row,) = _rows(text_of("csv", written([Meant("Which?", ("-5", "-5,2%"), frozenset({0}))])))
    assert (row["option A"], row["option B"]) == ("-5", "-5,2%")


def test_fields_and_options_have_columns_of_their_own() -> None:
    few, many = Meant("Why?", answer="So."), Meant("Which?", ("a", "b", "c"), frozenset({0, 2}))
    rows = _rows(text_of("csv", written([few, many])))
    assert list(rows[0])[6:] == ["question", "option A", "option B", "option C", "correct", "answer"]
    assert (rows[0]["option A"], rows[1]["correct"]) == ("", "A C")


def test_a_bank_without_questions_has_no_rows() -> None:
    assert _rows(text_of("csv")) == []
