"""Answers copied from one question to another."""

from collections.abc import Sequence

from dlqa_lint.similarity import copied_answers, shingles

WORDS = (
    "amber birch cedar dune ember fjord grove heath inlet jetty knoll ledge marsh notch oasis plain quarry"
)
LONG = " ".join(f"{word}{number}" for number in range(3) for word in WORDS.split())


def places(answers: Sequence[str]) -> list[tuple[int, ...]]:
    return [group.indexes for group in copied_answers(list(map(shingles, answers)))]


def test_near_verbatim_answers_are_one_group() -> None:
    changed = LONG.replace("fjord1", "Fjord one,")
    assert places([LONG, "something else entirely", changed, LONG]) == [(0, 2, 3)]


def test_short_and_empty_answers_are_left_alone() -> None:
    assert places(["Yes, it is.", "Yes, it is.", "", ""]) == []


def test_links_and_boilerplate_do_not_count() -> None:
    links = " ".join(f"https://example.org/{number}" for number in range(60))
    assert places([links, links]) == []
    frame = (
        "Please read the chapter again and then answer in your own words, giving one example from your own "
        "daily work and one from the text, please. "
    )
    own = [" ".join(f"{word}{number}" for word in WORDS.split()[:8]) for number in range(12)]
    assert places([frame * 2 + text for text in own]) == []


def test_many_verbatim_copies_are_not_boilerplate() -> None:
    others = [" ".join(f"{word}x{number}" for word in WORDS.split() * 2) for number in range(3)]
    assert places([LONG] * 8 + others) == [(0, 1, 2, 3, 4, 5, 6, 7)]


def test_an_answer_within_a_longer_one_is_not_a_copy() -> None:
    assert places([LONG, LONG + " " + " ".join(f"{word}z" for word in WORDS.split() * 3)]) == []


def test_symbols_count_as_words() -> None:
    answer = "卷积神经网络是一种前馈神经网络其人工神经元可以响应一部分覆盖范围内的周围单元"
    assert places([answer, answer + "。"]) == [(0, 1)]
