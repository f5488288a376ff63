"""A short year of a small bank, merged by real git; `benchmarks/year.py` lives through long ones."""

from pathlib import Path

import pytest

from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source
from merging.year import live
from merging.year_bank import parse

RULES = selected(all_rules(), RuleSelection(select=("numbering", "contents", "wrong-question-count")))


@pytest.mark.slow
def test_nothing_is_lost_in_a_year_and_few_conflicts_are_left(tmp_path: Path) -> None:
    folders = [tmp_path / "without", tmp_path / "with"]
    for folder in folders:
        folder.mkdir()
    without, with_driver = (
        live(folder, 40, 14, 3, driver=driver) for folder, driver in zip(folders, (False, True), strict=True)
    )
    assert with_driver.wrong == ()
    assert parse(with_driver.text) == list(with_driver.bank)
    document = recognise(Source("bank.md", with_driver.text), None)
    assert lint(Bank((document,)), RULES) == []
    assert with_driver.counts.merges == without.counts.merges == 14
    assert with_driver.counts.conflicts * 10 < without.counts.conflicts
