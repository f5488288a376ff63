"""One side puts three questions into another order, and the other side adds one: every order, every place."""

from itertools import permutations

import pytest

from dlqa_lint.cli.merging import Texts, merged_by_questions
from dlqa_lint.disk.git_merge import Markers
from merging.shapes import slug

WORDS = ("ash", "bark", "moss")
ORDERS = list(permutations(WORDS))
NEW = "ivy"


def _bank(words: tuple[str, ...]) -> str:
    asked = [f"{at}. What is {word}?" for at, word in enumerate(words, 1)]
    contents = "".join(f"- [{text}](#{slug(text)})\n" for text in asked)
    answers = (f"{word.capitalize()} is good.\n" for word in words)
    return f"# B\n\n{contents}" + "".join(
        f"\n## {text}\n\n{answer}" for text, answer in zip(asked, answers, strict=True)
    )


@pytest.mark.parametrize("side", ["ours", "theirs"])
@pytest.mark.parametrize("place", range(len(WORDS) + 1))
@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_a_question_added_to_others_in_any_order_is_listed_once(
    order: tuple[str, ...], place: int, side: str
) -> None:
    sorted_anew, added = _bank(order), _bank((*WORDS[:place], NEW, *WORDS[place:]))
    sides = (sorted_anew, added) if side == "ours" else (added, sorted_anew)
    data, conflicts = merged_by_questions(
        Texts(_bank(WORDS).encode(), *(text.encode() for text in sides)), "b.md", Markers()
    )
    expected = [_bank((*order[:at], NEW, *order[at:])) for at in range(len(WORDS) + 1)]
    assert conflicts == 0
    assert data.decode() in expected
