"""A bank with several tables of contents, to which one side adds a question: those that list all go on doing so."""

import pytest

from dlqa_lint.cli.merging import Texts, merged_by_questions
from dlqa_lint.disk.git_merge import Markers
from merging.shapes import slug

WORDS = ("ash", "fir", "yew")


def _bank(words: tuple[str, ...], *tables: tuple[str, ...]) -> str:
    """A bank with a list of its questions, and more tables of some of them."""
    asked = {word: f"{at}. What is {word}?" for at, word in enumerate(words, 1)}
    links = {word: f"[{text}](#{slug(text)})" for word, text in asked.items()}
    lists = "".join(f"- {links[word]}\n" for word in words)
    for at, table in enumerate(tables, 1):
        rows = "".join(f"| {links[word]} |\n" for word in table)
        lists += f"\n## Table {at}\n\n| Question |\n| --- |\n{rows}"
    answers = "".join(f"\n### {asked[word]}\n\n{word.capitalize()} is good.\n" for word in words)
    return f"# B\n\n{lists}\n## Questions\n{answers}"


def _merged(base: str, ours: str, theirs: str) -> str:
    data, conflicts = merged_by_questions(
        Texts(base.encode(), ours.encode(), theirs.encode()), "b.md", Markers()
    )
    assert conflicts == 0
    return data.decode()


@pytest.mark.parametrize("place", range(len(WORDS) + 1))
def test_a_new_table_of_all_lists_what_the_other_side_added(place: int) -> None:
    added = (*WORDS[:place], "ivy", *WORDS[place:])
    base, tabled, grown = _bank(WORDS), _bank(WORDS, WORDS), _bank(added)
    assert _merged(base, tabled, grown) == _merged(base, grown, tabled) == _bank(added, added)


def test_a_table_of_some_stays_as_it_is() -> None:
    some, added = WORDS[:2], (*WORDS, "ivy")
    assert _merged(_bank(WORDS), _bank(WORDS, some), _bank(added)) == _bank(added, some)


def test_a_table_that_one_side_left_incomplete_stays_so() -> None:
    theirs, both = (*WORDS, "oak"), (*WORDS, "ivy", "oak")
    merged = _merged(_bank(WORDS, WORDS), _bank((*WORDS, "ivy"), WORDS), _bank(theirs, theirs))
    assert merged == _bank(both, theirs)
