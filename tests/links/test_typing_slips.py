"""Which texts are one but for slips of typing, and which are two."""

import pytest

from dlqa_lint.links.typing_slips import slips


@pytest.mark.parametrize(
    ("first", "second", "weight"),
    [
        ("How do you combine several shapes?", "How do you cobmine sevreal shapes?", 2),
        ("When is a copy made?", "When is a cpoy made?", 1),
        ("When does a view keep its memory?", "When does a a view keep its memroy?", 2),
        ("What is an exception?", "What is an exeption?", 1),
        ("¿Cuándo se copia una vista?", "¿Cuando se copia una vista?", 0),
    ],
)
def test_slips_are_counted(first: str, second: str, weight: int) -> None:
    assert slips(first, second) == slips(second, first) == weight


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("How do you import an array?", "How do you export an array?"),
        ("How do you mount a volume here?", "How do you unmount a volume here?"),
        ("What is a nitrate?", "What is a nitrite?"),
        ("What is MySQL for?", "What is MSSQL for?"),
        ("How is an IPv4 address written?", "How is an IPv6 address written?"),
        ("Who answers for the LDAP server?", "Who answers for the LDPA server?"),
        ("如何创建一个新的线程", "如何创建一个新的进程"),
        ("What is a copy?", "Waht is a a cpoy?"),
        ("What is a view?", "What is a view of memory?"),
        ("", ""),
    ],
)
def test_two_texts_stay_two(first: str, second: str) -> None:
    assert slips(first, second) is None
    assert slips(second, first) is None
