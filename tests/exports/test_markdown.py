"""The format `markdown`."""

import dlqa_lint
from dlqa_lint.exports import exported
from dlqa_lint.exports.parts.item import items_of
from exported import BANKS, Meant, for_all, items_meant, meant_by, text_of, written

SEVERAL = """# Weather

Welcome. [Rain][r]

- [What is rain?](#what-is-rain)

**Q1) What is rain?**

A: Water, [see there][R].

**Q2) Which is dry?**

A) fog
B) sand

Answer: B - It is *dry*.

[r]: https://example.org/r
"""


@for_all(BANKS)
def test_all_questions_are_read_back_and_written_in_the_same_way(meant: tuple[Meant, ...]) -> None:
    text = exported("markdown", items_meant(meant)).data
    assert isinstance(text, str)
    again = items_of([dlqa_lint.parse(text, "a.md", schema="quiz-checkbox")])
    assert tuple(map(meant_by, again)) == tuple(asked._replace(section="") for asked in meant)
    assert [item.sections for item in again] == [item.sections for item in items_meant(meant)]
    assert exported("markdown", again).data == text


def test_every_form_becomes_one() -> None:
    assert text_of("markdown", SEVERAL) == (
        "# Weather\n\n## 1. What is rain?\n\n**Answer:** Water, [see there][R].\n\n"
        "## 2. Which is dry?\n\n- [ ] fog\n- [x] sand\n\n**Answer:** It is *dry*.\n\n"
        "[r]: <https://example.org/r>\n"
    )


def test_what_a_question_is_about_is_below_it_even_if_it_was_above_its_words() -> None:
    code = "```python\nprint(1)\n```"
    text = text_of(
        "markdown", f"# Quiz\n\n## Question 1\n\n{code}\n\nWhat is printed?\n\n(Think.)\n\nAnswer: 1\n"
    )
    assert text == f"# Quiz\n\n## 1. What is printed?\n\n{code}\n\n(Think.)\n\n**Answer:** 1\n"


def test_headings_in_answers_are_below_questions() -> None:
    answer = "So:\n\n##### One\n\nA.\n\n###### Two\n\nB.\n\n```sh\n# three\n```"
    text = text_of("markdown", f"# Q\n\n#### 1. Why?\n\n{answer}\n")
    assert text == (
        "# Q\n\n## 1. Why?\n\n**Answer:** So:\n\n##### One\n\nA.\n\n###### Two\n\nB.\n\n```sh\n# three\n```\n"
    )


def test_numbers_that_are_missing_or_not_their_own_are_counted_again() -> None:
    first, second = written([Meant("Why?", answer="So.")]), written([Meant("How?", answer="Thus.")])
    assert text_of("markdown", first, second) == (
        "# Weather\n\n## 1. Why?\n\n**Answer:** So.\n\n# Weather\n\n## 2. How?\n\n**Answer:** Thus.\n"
    )
    assert "## 1. Why?" in text_of("markdown", "# Q\n\n### Why?\n\nSo.\n\n### How?\n\nThus.\n")


def test_a_list_of_the_question_is_not_an_option_and_code_begins_on_a_line_of_its_own() -> None:
    text = text_of(
        "markdown", written([Meant("Which?\n\n- one\n- two", ("a", "b"), frozenset({0}), "```\nx\n```")])
    )
    assert "- one\n- two\n\n<!-- -->\n\n- [x] a\n- [ ] b\n\n**Answer:**\n\n```\nx\n```\n" in text


def test_sections_keep_their_depth() -> None:
    bank = "# Q\n\n## A\n\n### B\n\n#### 1. Why?\n\nSo.\n\n## C\n\n#### 2. How?\n\nThus.\n"
    text = text_of("markdown", bank)
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Q", "## A", "### B", "#### 1. Why?", "## C", "#### 2. How?",
    ]  # fmt: skip


def test_hashes_at_the_end_of_a_question_stay() -> None:
    assert "## 1. Is it C \\#\n" in text_of(
        "markdown", "# Q\n\n1. Is it C #\n\n   Yes.\n\n2. Is it D?\n\n   No.\n"
    )
