"""How numbers are spelled and read back."""

from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.model.numbers import in_han, is_han, value_of


@given(st.integers(1, 9999))
def test_numbers_in_chinese_words_are_read_back(value: int) -> None:
    spelled = in_han(value)
    assert is_han(spelled)
    assert value_of(spelled) == (value,)


def test_digits_one_by_one_in_chinese_are_a_number() -> None:
    assert value_of("二三") == (23,)
    assert value_of("一〇") == (10,)
