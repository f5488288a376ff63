"""The formulas of the bank are shown as they are meant: on GitHub, whose Markdown reads them first, and on a page."""

import re

from content_bank import BANK
from dlqa_lint.exports.parts.mathml import mathml

TEXT = re.sub(r"^```.*?^```$", "", BANK.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+)\$")


def formulas() -> list[str]:
    return [found.group(1) or found.group(2) for found in FORMULA.finditer(TEXT)]


def test_no_dollar_is_left_over() -> None:
    assert len(formulas()) > 400
    assert [line for line in FORMULA.sub("", TEXT).splitlines() if "$" in line] == []


def test_braces_and_sizes_come_in_pairs() -> None:
    unpaired = [
        formula
        for formula in formulas()
        if formula.count("{") != formula.count("}")
        or len(re.findall(r"\\left\b", formula)) != len(re.findall(r"\\right\b", formula))
    ]
    assert unpaired == []


def test_no_backslash_is_left_before_a_character_that_markdown_unescapes() -> None:
    assert [formula for formula in formulas() if re.search(r"\\[^A-Za-z ]", formula)] == []


def test_characters_that_html_or_emphasis_would_take_are_written_as_words() -> None:
    assert [formula for formula in formulas() if re.search(r"[<>*]", formula)] == []


def test_formulas_touch_their_dollars_and_no_letter_touches_them() -> None:
    assert [formula for formula in formulas() if formula != formula.strip()] == []
    touched = [
        found.group()
        for found in FORMULA.finditer(TEXT)
        if TEXT[found.start() - 1].isalnum() or TEXT[found.end()].isalnum()
    ]
    assert touched == []


def test_a_page_shows_all_of_them() -> None:
    assert [formula for formula in formulas() if not mathml(formula, False).startswith("<math")] == []
