"""Options by their concerns, as commands make them of their arguments."""

from typing import NamedTuple

import pytest

from dlqa_lint.cli.adoption_options import AdoptionOptions, FixingOptions
from dlqa_lint.cli.bank_changes import ChangeOptions
from dlqa_lint.cli.options import ReadingOptions, options_of
from dlqa_lint.cli.parsers import parse


@pytest.mark.parametrize(
    ("concern", "command"),
    [
        (ReadingOptions, "check"),
        (AdoptionOptions, "check"),
        (FixingOptions, "check"),
        (ChangeOptions, "renumber"),
    ],
)
def test_options_that_nobody_gives_are_what_they_are_without_a_command_line(
    concern: type[NamedTuple], command: str
) -> None:
    given = parse(command, [], named=True)
    assert set(concern._fields) <= vars(given).keys()
    assert options_of(concern, given)._asdict() == concern._field_defaults


def test_options_cannot_change_any_more() -> None:
    found = options_of(
        ReadingOptions, parse("check", ["--select", "answers,duplicates", "a", "b"], named=True)
    )
    assert found.paths == ("a", "b")
    assert found.select == ("answers", "duplicates")
