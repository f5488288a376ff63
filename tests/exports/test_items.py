"""What exports see of a question."""

from exported import Meant, items, meant_by, written


def test_what_belongs_to_a_question_is_told_from_its_answer() -> None:
    (item,) = items(
        "# Q\n\n### 1. What is printed?\n\nLook:\n\n```python\nx = 1\n```\n\n![a](a.png)\n\n"
        "- [ ] one\n- [x] two\n\n<details><summary>Answer</summary>\n\nSo.\n\n</details>\n\n---\n"
    )
    assert item.matter == "Look:\n\n```python\nx = 1\n```\n\n![a](a.png)"
    assert item.asked == f"What is printed?\n\n{item.matter}"
    assert item.explanation == "So."


def test_code_at_the_end_of_what_belongs_to_a_question_keeps_its_fence() -> None:
    (item,) = items("# Q\n\n### 1. What is printed?\n\n```\nx\n```\n\n`A` one\n`B` two\n\n**Answer: `B`**\n")
    assert item.matter.startswith("```\nx\n```")


def test_tags_around_an_answer_are_not_its_own_and_lists_stay_deep() -> None:
    (item,) = items(
        "# Q\n\n1. Why?\n   <details><summary>Answer</summary>\n\n   - a\n     - b\n\n   </details>\n"
    )
    assert item.explanation == "- a\n  - b"


def test_what_is_below_the_options_gives_nothing_away() -> None:
    folded = "<details><summary>Response</summary>\n\nIt is water.\n\n</details>"
    (item,) = items(f"# Q\n\n### 1. Which is wet?\n\nLook.\n\n- [ ] sand\n- [x] rain\n\n{folded}\n\n---\n")
    assert item.asked == "Which is wet?\n\nLook."
    assert item.explanation in (folded, "It is water.")


def test_letters_of_a_key_are_not_an_explanation() -> None:
    def explained(answer: str) -> str:
        (item,) = items(f"# Q\n\n### 1. Which is wet?\n\nA) sand\nB) rain\nC) coal\n\n{answer}\n")
        assert item.right == (1,), answer
        return item.explanation

    assert explained("Answer: B") == ""
    assert explained("**Answer: B**") == ""
    assert explained("**Answer: B**\n\nIt is **water**.") == "It is **water**."
    assert explained("Answer: **B.** Because.") == "Because."
    assert explained("Answer: B) rain") == ""
    assert explained("Answer: B - It is water.") == "It is water."
    assert explained("Answer: B **is** water.") == "**is** water."


def test_the_emphasis_around_an_answer_is_not_its_own() -> None:
    (item,) = items("# Q\n\n### 1. Which is wet?\n\n**Answer: rain is**\n\nAnd **snow**.\n")
    assert item.explanation == "rain is\n\nAnd **snow**."


def test_an_answer_that_several_questions_share_is_the_answer_of_each() -> None:
    first, second = items("# Q\n\n### What is rain?\n### What is drizzle?\n\nIt is water.\n")
    assert first.answer == second.answer == "It is water."


def test_sections_are_named_from_the_outermost_and_the_title_is_none() -> None:
    text = (
        "# Weather\n\n## Wet\n\n### Rain\n\n#### 1. Is it wet?\n\nYes.\n\n## Dry\n\n#### 2. Is sand?\n\nNo.\n"
    )
    assert [item.sections for item in items(text)] == [("Wet", "Rain"), ("Dry",)]


def test_a_question_is_known_by_its_words_alone() -> None:
    bank = [Meant("Which is wet?", ("sand", "rain"), frozenset({1})), Meant("Why is *it*?", answer="So.")]
    first, second = (item.key for item in items(written(bank)))
    other = [bank[1]._replace(answer="Because."), bank[0]._replace(options=("fog", "rain"), section="Dry")]
    assert [item.key for item in items(written(other))] == [second, first]
    assert first != second


def test_equal_questions_are_told_apart_by_what_belongs_to_them_and_then_by_their_order() -> None:
    def asked(code: str) -> str:
        return f"What is printed?\n\n```\n{code}\n```"

    bank = [Meant(asked(code), ("1", "2"), frozenset({0})) for code in ("a", "b", "a")]
    keys = [item.key for item in items(written(bank))]
    assert len(set(keys)) == 3
    assert [item.key for item in items(written(bank[::-1]))] == [keys[0], keys[1], keys[2]]


def test_what_is_meant_is_what_is_read() -> None:
    meant = Meant("Which is wet?", ("sand", "rain"), frozenset({1}), "Because.")
    assert [meant_by(item) for item in items(written([meant]))] == [meant]


def test_code_in_an_item_keeps_its_tabs_and_loses_the_indentation_of_the_item() -> None:
    (item,) = items(
        "# Q\n\n1. What does it print?\n\n   So:\n\n   ```go\n   func f() {\n   \treturn\n   }\n   ```\n"
    )
    assert item.answer == "So:\n\n```go\nfunc f() {\n\treturn\n}\n```"


def test_what_a_key_answers_has_no_answer_of_another_question() -> None:
    wet, dry, why = items(
        "# Q\n\n### 1. Which is wet?\n\n- A. sand\n- B. rain\n\n### 2. Which is dry?\n\n- A. sand\n- B. rain\n\n"
        "### 3. Why?\n\nIt falls.\n\n## Answers\n\n1. B\n2. A\n"
    )
    assert (wet.right, wet.answer, wet.explanation) == ((1,), "", "")
    assert (dry.right, dry.answer, dry.explanation) == ((0,), "", "")
    assert why.answer == "It falls."


def test_stacked_headings_have_the_answer_below_the_last_one() -> None:
    found = items(
        "# Q\n\n### What is rain?\n### Where is it from?\nWater, from clouds.\n\n### Why?\n\nIt falls.\n"
    )
    assert [item.answer for item in found] == ["Water, from clouds.", "Water, from clouds.", "It falls."]
