"""Series of numbers: what is a fault in them, and that renumbering leaves what is right as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.edits.sequence import Member, Series, faults, renumbered
from dlqa_lint.model.bank import Number, Question
from dlqa_lint.text.source import Span


def member(at: int, spelling: str) -> Member:
    """A member from `4`, `17a`, `~4~` (withdrawn) or `-` (a question without a number)."""
    span = Span(at * 10, at * 10 + 5)
    question = Question(at + 1, None, "", "", span, span, "", "heading", 2, span, at + 1)
    if spelling == "-":
        return Member(None, question)
    bare = spelling.strip("~")
    digits = bare.rstrip("ab")
    number = Number(bare, (int(digits),), bare[len(digits) :], span)
    return Member(number, None if bare != spelling else question)


def series(spellings: str) -> Series:
    return Series(tuple(member(at, spelling) for at, spelling in enumerate(spellings.split())), 1, "document")


def found(spellings: str) -> list[str]:
    """Each fault as `kind@spelling>expected`."""
    given = series(spellings)
    return [
        f"{fault.kind}@{number.spelling}>{fault.expected}"
        for fault in faults(given)
        if (number := given.members[fault.at].number) is not None
    ]


@pytest.mark.parametrize(
    ("spellings", "expected"),
    [
        ("1 2 3", []),
        ("1 2 4 5", ["gap@4>3"]),
        ("1 2 3 4 4 5 6", ["duplicate@4>5"]),
        ("1 2 3 4 3 4 5", ["duplicate@3>5"]),
        ("1 2 3 1 2 3 4", ["duplicate@1>4"]),
        ("1 2 30 4 5", ["out-of-order@30>3"]),
        ("1 3 4 2", ["out-of-order@2>4"]),
        ("1 2 30 4 6", ["out-of-order@30>3", "gap@6>5"]),
        ("40 2 3", ["out-of-order@40>1"]),
        ("1 2 4 5 2 3", ["duplicate@2>5"]),
        ("96 97 98", ["wrong-first@96>1"]),
        ("0 1 2", ["wrong-first@0>1"]),
        ("1 2 - 4", []),
        ("1 2 - 5", ["gap@5>4"]),
        ("1 2 ~3~ 4", []),
        ("1 2 2a 2b 3", []),
        ("", []),
    ],
)
def test_one_slip_is_one_fault(spellings: str, expected: list[str]) -> None:
    assert found(spellings) == expected


numbers = st.lists(st.integers(1, 12), max_size=12).map(lambda values: " ".join(map(str, [1, *values])))


@given(numbers)
def test_renumbering_from_the_first_fault_leaves_none(spellings: str) -> None:
    given = series(spellings)
    if not faults(given):
        return
    start = min(fault.start for fault in faults(given))
    values = renumbered(given, start)
    put_right = " ".join(
        str(values.get(at, number.value[-1]))
        for at, (number, _) in enumerate(given.members)
        if number is not None
    )
    assert found(put_right) == []


@given(numbers)
def test_what_is_before_the_first_fault_is_never_renumbered(spellings: str) -> None:
    given = series(spellings)
    for fault in faults(given):
        assert min(renumbered(given, fault.start)) == fault.start <= fault.at


@given(st.integers(1, 30))
def test_a_correct_count_has_no_fault(length: int) -> None:
    assert found(" ".join(map(str, range(1, length + 1)))) == []


@given(st.lists(st.integers(1, 9), max_size=8))
def test_a_count_that_begins_with_its_first_number_and_has_no_lower_one_does_not_begin_wrongly(
    numbers: list[int],
) -> None:
    # `wrong-first-number` looks at no other.
    given = series(" ".join(map(str, [1, *numbers])))
    assert not [fault for fault in faults(given) if fault.kind == "wrong-first"]
