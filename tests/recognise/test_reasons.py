"""Every reason has cases, decides at least one of them, and has a docstring that is its manual page."""

from inspect import cleandoc

import pytest

from dlqa_lint.recognise.reasons import all_reasons
from reason_cases import REASONS, ReasonCase, read_reason_cases, read_without, reason_files

CASES = [case for file in reason_files() for case in read_reason_cases(file)]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
each_reason = pytest.mark.parametrize("name", all_reasons())


def test_every_reason_has_a_case_file_and_every_case_file_a_reason() -> None:
    assert sorted(file.stem for file in reason_files()) == sorted(all_reasons())


# They weigh too little to decide a short document alone; together with others they do decide real ones.
DECIDE_NOTHING_ALONE = frozenset(
    (
        "emphasised",
        "ends-in-colon",
        "front-matter",
        "line-by-line",
        "link-alone",
        "list-asks",
        "many-lines",
        "section-of-resources",
    )
)


@each_case
def test_reads_what_the_case_says(case: ReasonCase) -> None:
    assert case.read() == case.asks


@pytest.mark.parametrize("name", sorted(all_reasons().keys() - DECIDE_NOTHING_ALONE))
def test_without_the_reason_a_case_of_its_own_is_read_otherwise(name: str) -> None:
    cases = list(read_reason_cases(REASONS / f"{name}.md"))
    assert any(read_without(case, name) != case.asks for case in cases)


@each_reason
def test_the_docstring_says_what_and_why_and_shows_it(name: str) -> None:
    page = cleandoc(type(all_reasons()[name]).__doc__ or "")
    first, _, rest = page.partition("\n\n")
    assert first.endswith(".")
    assert "\n" not in first
    example, counter = rest.find("\n\nExample:\n"), rest.find("\n\nCounter-example:\n")
    assert 0 < example < counter
    for part in (rest[example:counter], rest[counter:]):
        shown = part.strip("\n").splitlines()[1:]
        assert 1 < len(shown) < 8
        assert all(line.startswith("    ") or not line for line in shown)
