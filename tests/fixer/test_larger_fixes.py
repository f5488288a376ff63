"""Fixes that change a lot at once, and what unsafe ones may do besides."""

import pytest

from dlqa_lint.fixer import fix_provable
from dlqa_lint.text.source import Source
from fixer.proved import FixError
from fixer.tiny import Rule, checker, fixed, one_fix, replacing, rule, run

GAP = {
    "a.md": """# Bank

## Contents
- [1. What is loss?](#1-what-is-loss)
- [3. What is depth?](#3-what-is-depth)

### 1. What is loss?
Answer: See question 3, not Q4 of 3 others, <a href="#3-what-is-depth">there</a>.

### 3. What is depth?
Answer: Layers, see [3](b.md#3-what-is-width).
""",
    "b.md": "### 3. What is width?\nAnswer: See [question 3](a.md#3-what-is-depth) of 3.\n",
}

TAKEN_ALONG = (
    ("a.md", "[3. What is depth?](#3-what", "[2. What is depth?](#2-what"),
    ("a.md", "See question 3", "See question 2"),
    ("a.md", '<a href="#3-what', '<a href="#2-what'),
    ("a.md", "### 3. What", "### 2. What"),
    ("b.md", "[question 3](a.md#3-what", "[question 2](a.md#2-what"),
)

ITEMS = """# Bank

1. **What is loss?**

   Answer: A number.

   ```python
   if loss:
       fall()

   ```

   1. It falls.
      - slowly

2. **What is depth?**

   > Answer: Layers.
"""

HEADINGS = """# Bank

### 1. What is loss?

Answer: A number.

```python
if loss:
    fall()

```

1. It falls.
   - slowly

### 2. What is depth?

> Answer: Layers.
"""


def edits(changes: tuple[tuple[str, str, str], ...]) -> list[tuple[str, int, int, str]]:
    found = []
    for path, old, new in changes:
        assert GAP[path].count(old) == 1
        at = GAP[path].index(old)
        found.append((path, at, at + len(old), new))
    return sorted(found)


def after(path: str, changes: tuple[tuple[str, str, str], ...] = TAKEN_ALONG) -> str:
    text = GAP[path]
    for where, old, new in changes:
        text = text.replace(old, new) if where == path else text
    return text


def test_renumbering_that_takes_everything_along_over_two_files_is_safe() -> None:
    result = run(GAP, rule("number-gap", one_fix(GAP["a.md"], edits(TAKEN_ALONG))))
    assert {path: source.text for path, source in result.changed.items()} == {
        path: after(path) for path in ("a.md", "b.md")
    }


@pytest.mark.parametrize("left", range(len(TAKEN_ALONG)), ids=[old for _, old, _ in TAKEN_ALONG])
def test_renumbering_that_leaves_a_link_behind_is_refused(left: int) -> None:
    changes = TAKEN_ALONG[:left] + TAKEN_ALONG[left + 1 :]
    careless = rule("careless", one_fix(GAP["a.md"], edits(changes)))
    if TAKEN_ALONG[left][1] == "See question 3":
        run(GAP, careless)  # A reference in words is no link: the rule answers for it.
        return
    with pytest.raises(FixError, match=r"no longer leads|became"):
        run(GAP, careless)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Q4 of", "Q5 of"),
        ("of 3 others", "of 2 others"),
        ("Layers", "2 layers"),
        ("See question 3", "See question 4"),
    ],
)
def test_renumbering_changes_no_other_number(old: str, new: str) -> None:
    changes = (*(change for change in TAKEN_ALONG if old not in change[1]), ("a.md", old, new))
    with pytest.raises(FixError, match="became"):
        run(GAP, rule("careless", one_fix(GAP["a.md"], edits(changes))))


QUIZ = """# Depth

### 1. What is loss?

- [x] a number
- [ ] as in question 3
- [ ] 3 layers

### 3. What is depth?

- [x] layers
- [ ] loss
"""


@pytest.mark.parametrize(
    "careless", [("3 layers", "2 layers"), ("in question 3", "in question 4"), ("[ ] as", "[x] as")]
)
def test_an_option_changes_no_more_than_the_number_that_it_cites(careless: tuple[str, str]) -> None:
    def made(*changes: tuple[str, str]) -> tuple[str, Rule]:
        places = sorted((QUIZ.index(old), old, new) for old, new in changes)
        return rule("gap", one_fix(QUIZ, [("a.md", at, at + len(old), new) for at, old, new in places]))

    right = ("### 3.", "### 2."), ("question 3", "question 2")
    (changed,) = run({"a.md": QUIZ}, made(*right)).changed.values()
    assert changed.text == QUIZ.replace("### 3.", "### 2.").replace("question 3", "question 2")
    with pytest.raises(FixError, match="options"):
        run({"a.md": QUIZ}, made(right[0], careless))


@pytest.mark.parametrize(
    ("before", "wanted"), [(ITEMS, HEADINGS), (HEADINGS, ITEMS)], ids=["to headings", "to items"]
)
def test_list_items_and_headings_turn_into_each_other(before: str, wanted: str) -> None:
    form = rule("question-form", one_fix(before, [("a.md", 0, len(before), wanted)]))
    assert fixed(before, form) == wanted


def test_code_that_is_dedented_too_far_on_the_way_is_refused() -> None:
    wrong = HEADINGS.replace("    fall()", "   fall()")
    with pytest.raises(FixError, match="code block"):
        fixed(ITEMS, rule("question-form", one_fix(ITEMS, [("a.md", 0, len(ITEMS), wrong)])))


def test_a_word_that_changes_with_the_form_is_refused() -> None:
    wrong = HEADINGS.replace("slowly", "fast")
    with pytest.raises(FixError, match="slowly"):
        fixed(ITEMS, rule("question-form", one_fix(ITEMS, [("a.md", 0, len(ITEMS), wrong)])))


ANSWERS = (
    "# Bank\n\n### 1. What is loss?\nAnswer: A small number.\n\n### 2. What is depth?\nAnswer: Many layers.\n"
)


def test_an_unsafe_fix_may_change_the_words_that_it_declares() -> None:
    shout = rule("shout", replacing("small", "SMALL", safe=False))
    assert fixed(ANSWERS, shout, unsafe=True) == ANSWERS.replace("small", "SMALL")
    cut = rule("cut", replacing(" small", "", safe=False))
    assert fixed(ANSWERS, cut, unsafe=True) == ANSWERS.replace(" small", "")
    add = rule("add", one_fix(ANSWERS, [("a.md", 45, 45, " really")], safe=False))
    assert " really" in fixed(ANSWERS, add, unsafe=True)


@pytest.mark.parametrize(
    ("old", "at", "new"),
    [
        ("# 2 Banks #", "2", "3"),
        ("# ****2 Banks****", "2", "3"),
        ("# Bank\n\n- one\n  - two", "  - two", "   - two"),
    ],
)
def test_markup_around_an_unsafe_fix_is_not_a_word(old: str, at: str, new: str) -> None:
    text = ANSWERS.replace("# Bank", old, 1)
    start = text.index(at)
    edit = ("a.md", start, start, " ") if new.endswith(at) else ("a.md", start, start + 1, new)
    count = rule("count", one_fix(text, [edit], safe=False))
    assert fixed(text, count, unsafe=True) == text.replace(at, new, 1)


def test_beside_an_unsafe_fix_a_false_claim_of_safety_is_still_refused() -> None:
    shout = rule("shout", replacing("small", "SMALL", safe=False))
    at = ANSWERS.index("Many")
    liar = rule("liar", one_fix(ANSWERS.replace("small", "SMALL"), [("a.md", at, at + 4, "Some")]))
    with pytest.raises(FixError, match="Many") as caught:
        fixed(ANSWERS, shout, liar, unsafe=True)
    assert caught.value.rules == ("liar", "shout")


def test_an_unsafe_fix_must_not_lose_a_question() -> None:
    lose = rule("lose", replacing("### 2. What is depth?", "What is depth?", safe=False))
    with pytest.raises(FixError, match="2 questions became 1"):
        fixed(ANSWERS, lose, unsafe=True)


def test_what_an_unsafe_fix_wrote_stays_free_when_a_later_pass_moves_it() -> None:
    shout = rule("shout", replacing("small", "SMALL", safe=False))
    quiet = rule("quiet", replacing("A SMALL", "A  SMALL"))
    spaces = rule("spaces", replacing("# Bank", "#  Bank"))
    wanted = ANSWERS.replace("A small", "A  SMALL").replace("# Bank", "#  Bank", 1)
    assert fixed(ANSWERS, shout, quiet, spaces, unsafe=True) == wanted


def test_the_message_names_the_place_the_change_and_the_rules() -> None:
    liar = rule("liar", one_fix(ANSWERS, [("a.md", ANSWERS.index("Many"), ANSWERS.index("Many") + 5, "")]))
    (refusal,) = fix_provable({"a.md": Source("a.md", ANSWERS)}, checker(liar), unsafe=False).refused
    assert refusal.lines == (
        "a.md: found fixes of liar that cannot be proved, and they were left out; "
        "this is a bug in dlqa-lint, please report it with this diff:",
        "the fixes would break their promise:",
        "  a.md:7: 'What is depth Many layers .' became 'What is depth layers .'",
        *("--- a.md", "+++ a.md", "@@ -4,4 +4,4 @@", " Answer: A small number.", " "),
        *(" ### 2. What is depth?", "-Answer: Many layers.", "+Answer: layers."),
    )
