"""Headings inside answers."""

import pytest

from dlqa_lint.exports.parts.lowered import begins_with_words, ends_with_list, lowered


@pytest.mark.parametrize(
    ("text", "level", "found"),
    [
        ("# a\n\nb\n\n## c", 4, "#### a\n\nb\n\n##### c"),
        ("a\n===\n\nb\n---", 4, "#### a\n\n##### b"),
        ("##### a", 4, "##### a"),
        ("# a\n\n### b", 5, "##### a\n\n**b**"),
        ("```\n# a\n```\n\n> # b", 4, "```\n# a\n```\n\n> # b"),
        ("#### a\n\nb\n---", 3, "##### a\n\n### b"),
        ("no heading", 4, "no heading"),
    ],
)
def test_no_heading_is_higher_than_the_level(text: str, level: int, found: str) -> None:
    assert lowered(text, level) == found


def test_what_a_text_begins_and_ends_with() -> None:
    begin = ("a", "- a", "```\na\n```", "| a |\n| - |", "# a", "    a", "")
    assert [begins_with_words(text) for text in begin] == [True, False, False, False, False, False, False]
    assert [ends_with_list(text) for text in ("- a", "1. a\n   - b", "- a\n\nb", "")] == [
        True,
        True,
        False,
        False,
    ]
