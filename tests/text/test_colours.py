"""How legible the colours are, by the contrast that WCAG 2 defines."""

import re

import pytest

from dlqa_lint.text import colours

LEAST = 3.9
LEVELS = (0, 95, 135, 175, 215, 255)
"""The brightness of red, green and blue in the cube that colours 16 to 231 are."""
FIXED = {name: code for name, code in vars(colours).items() if name.isupper() and name != "BOLD"}


def luminance(code: str) -> float:
    found = re.fullmatch(r"38;5;(\d+)", code)
    assert found, "a colour that each terminal may show otherwise"
    index = int(found[1]) - 16
    assert 0 <= index < 216
    parts = [LEVELS[part] / 255 for part in (index // 36, index // 6 % 6, index % 6)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", FIXED)
def test_a_colour_is_legible_on_black_and_on_white(name: str) -> None:
    against_black = (luminance(FIXED[name]) + 0.05) / 0.05
    against_white = 1.05 / (luminance(FIXED[name]) + 0.05)
    assert min(against_black, against_white) >= LEAST
