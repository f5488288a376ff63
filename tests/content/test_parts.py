"""Each answer has something to say aloud, the depth below it, and the interviewer's next question."""

import re

import pytest

from content_bank import answer, part

OWN = range(1, 11)
"""The questions whose given answers stay; what is said aloud stands in a part of its own below each."""

_END_OF_SENTENCE = re.compile(r"[.?!](?=\s|$)")


def short(number: int) -> str:
    """What is said aloud: it opens an answer, or stands below a given one."""
    return part(number, "In short") if number in OWN else answer(number).text.partition("\n\nIn depth: ")[0]


@pytest.mark.parametrize("number", range(1, 51))
def test_two_to_four_sentences_say_it_aloud(number: int) -> None:
    text = short(number)
    assert 2 <= len(_END_OF_SENTENCE.findall(text)) <= 4
    assert 30 <= len(text.split()) <= 75, "a person speaks about 150 words a minute"
    assert "\n" not in text
    assert "$" not in text


@pytest.mark.parametrize("number", range(1, 51))
def test_the_next_question_is_one_and_comes_last(number: int) -> None:
    text = part(number, "Next question")
    assert "\n" not in text
    assert text.endswith(("?", "."))
    assert answer(number).parts[-1].name == "Next question"


def test_length_goes_by_importance_and_not_by_template() -> None:
    depths = sorted(len(part(number, "In depth").split()) for number in range(1, 51))
    assert depths[0] >= 100
    assert depths[-1] >= 2 * depths[0]
