"""The ten answers that the bank began with: they stay as they were given, and what the bank adds stands below."""

import pytest

from content_bank import BANK, ORIGINAL, below

SWALLOWED = "classification networks to convert raw scores into probabilities.\n"
"""The last item of a list, below which the original has a paragraph that Markdown takes for a part of it."""


@pytest.mark.parametrize("number", range(1, 11))
def test_the_given_answer_opens_the_bank_s_byte_for_byte(number: int) -> None:
    given = below(number, ORIGINAL.read_bytes().decode().replace(SWALLOWED, SWALLOWED + "\n"))
    ours = below(number, BANK.read_bytes().decode())
    assert given.startswith("Answer: ")
    assert ours.startswith(given.rstrip("\n"))
    rest = ours.removeprefix(given.rstrip("\n"))
    assert rest == "\n\n" or rest.startswith("\n\nIn ")
