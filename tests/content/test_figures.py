"""The figures of the bank are current, are all shown, and say in words what they show."""

import re
import sys
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from content_bank import BANK, document
from dlqa_lint.model.bank import question_at

FOLDER = BANK.parent / "figures"
SHOWN = re.compile(
    r'^<picture>\n  <source media="\(prefers-color-scheme: dark\)" srcset="figures/(?P<dark>\w+)-dark\.svg">\n'
    r'  <img alt="(?P<alt>[^"<>]+)" src="figures/(?P<light>\w+)-light\.svg">\n</picture>$',
    re.MULTILINE,
)
NUMBER = re.compile(r"-?\d+\.\d+")
LEAST_WORDS = 15
"""Fewer say what is shown, and not what is to be seen in it."""


@pytest.fixture(autouse=True)
def drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the drawings, from which their modules are imported."""
    monkeypatch.syspath_prepend(str(FOLDER))


def names() -> list[str]:
    return sorted(file.stem for file in (FOLDER / "drawings").glob("*.py"))


def text_of(name: str, theme: str) -> str:
    return (FOLDER / f"{name}-{theme}.svg").read_text("utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", names())
def test_a_figure_is_drawn_from_the_code_that_is_there(name: str, theme: str) -> None:
    fingerprint = import_module("fingerprint").fingerprint(name)
    assert f"drawn from {fingerprint}" in text_of(name, theme), "run `make figures`"


def test_all_figures_are_shown_once_in_both_themes_and_described_in_words() -> None:
    shown = list(SHOWN.finditer(BANK.read_text("utf-8")))
    assert sorted(found["light"] for found in shown) == names()
    assert [found["dark"] for found in shown] == [found["light"] for found in shown]
    assert len(shown) >= 15
    assert [found["light"] for found in shown if len(found["alt"].split()) < LEAST_WORDS] == []
    assert all(question_at(document(), found.start()) for found in shown)


def test_no_file_is_left_of_a_figure_that_was_removed() -> None:
    files = {f"{name}-{theme}.svg" for name in names() for theme in ("light", "dark")}
    assert {file.name for file in FOLDER.glob("*.svg")} == files


@pytest.mark.slow
@pytest.mark.skipif(not find_spec("matplotlib"), reason="needs the extra figures")
@pytest.mark.parametrize("name", names())
def test_drawn_again_a_figure_is_the_same(name: str) -> None:
    drawn = import_module("draw").drawn(name, "light")
    rounded = partial(NUMBER.sub, lambda number: f"{float(number.group()):.1f}".replace("-0.0", "0.0"))
    assert rounded(drawn) == rounded(text_of(name, "light"))


def test_a_figure_holds_no_date_and_no_path_of_the_machine_that_drew_it() -> None:
    for name in names():
        assert not re.search(
            r"<dc:date>|/home/|/Users/|" + re.escape(str(Path(sys.prefix))), text_of(name, "light")
        )
