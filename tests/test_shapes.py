"""The page `docs/shapes.md`: it has every shape of the corpus, its figures add up, and its examples are read."""

import re
from collections import Counter
from pathlib import Path

import pytest
from checked import NOT_A_BANK, SHAPES
from labels import CORPUS, read_labels

import dlqa_lint

PAGE = (Path(__file__).parents[1] / "docs" / "shapes.md").read_text("utf-8")
ROWS = re.findall(r"^\| \[([a-z-]+)\]\(#\1\) \| .* \| (\d+) of (\d+) \|$", PAGE, re.MULTILINE)
EXAMPLES = re.findall(r"^`{4}markdown\n(.*?)^`{4}$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_table_has_each_shape_of_a_label_and_each_has_a_section() -> None:
    shapes = [name for name, *_ in ROWS]
    assert sorted(shapes) == sorted(set(SHAPES) - {NOT_A_BANK})
    assert f"`{NOT_A_BANK}`" in PAGE
    assert [name for name in re.findall(r"^## (.+)$", PAGE, re.MULTILINE) if name in SHAPES] == shapes


def test_no_more_banks_of_a_shape_are_counted_than_have_a_label_and_most() -> None:
    labelled = Counter(label.shape for label in read_labels() if label.bank)
    counted = Counter({name: int(count) for name, _, count in ROWS})
    assert counted <= labelled
    # Documents vanish from public repositories, and others are labelled later than the figures are taken.
    assert counted.total() > 0.7 * labelled.total()


def test_the_figures_add_up_to_those_of_the_corpus() -> None:
    readme = (CORPUS / "README.md").read_text("utf-8")
    exact, banks = (sum(int(row[column]) for row in ROWS) for column in (1, 2))
    assert f"| banks read exactly | {exact} of {banks} (" in readme


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_read_as_a_bank(example: str) -> None:
    document = dlqa_lint.parse(example, "bank.md")
    assert document.is_bank
    if "- [ ]" in example or "[(X)]" in example or "exsolution" in example:
        assert [option.correct for option in document.questions[0].options] == [False, True]
