"""The promise with the recogniser that the linter uses, on the forms that real banks have."""

from collections.abc import Mapping

import pytest

from dlqa_lint.fixer import CheckResult, FixResult
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source
from fixer.proved import FixError, fix
from fixer.tiny import Rule, one_fix

MIXED = """# **4 machine learning interview questions**

### 1. What is a loss function?
Answer: A number that training makes small.

### 2. What is depth?
Answer: How many layers there are:

1. The first layer: sees pixels.
2. The last layer: sees classes.
All of them are trained together.

### 3. What is momentum?
Answer: A memory of earlier steps.

4. **What is a schedule?**

    **Answer:** The plan of the learning rate:

    ```python
    for step in steps:
        rate = plan(step)
    ```
"""

MENDED = """# 4 machine learning interview questions

### 1. What is a loss function?
Answer: A number that training makes small.

### 2. What is depth?
Answer: How many layers there are:

1. The first layer: sees pixels.
2. The last layer: sees classes.

All of them are trained together.

### 3. What is momentum?
Answer: A memory of earlier steps.

### 4. What is a schedule?

Answer: The plan of the learning rate:

```python
for step in steps:
    rate = plan(step)
```
"""

DETAILS = """# Interview questions on Git

<details>
<summary>1. What is a commit?</summary>

A snapshot of all files, with a message.

</details>

<details>
<summary>2. What is a branch?</summary>

A name that moves along with new commits.

</details>

<details>
<summary>3. What is a tag?</summary>

A name that stays at one commit.

</details>
"""

QUIZ = """# Python quiz questions

## Q1. What does `len` return?

- [ ] a string
- [x] a number
- [ ] nothing

## Q2. What is `2 ** 3`?

- [ ] 6
- [x] 8
- [ ] 9

## Q3. Which one is a keyword?

- [x] `lambda`
- [ ] `len`
"""


def rewritten(before: str, after: str) -> FixResult:
    """What comes of a fix that writes a whole document anew and says that it is safe."""
    wanted: Rule = one_fix(before, [("a.md", 0, len(before), after)])

    def check(sources: Mapping[str, Source]) -> CheckResult:
        documents = {path: recognise(source, None) for path, source in sources.items()}
        findings = [
            Finding("rewrite", "tests", Severity.WARNING, message, path, made.edits[0].span, fix=made)
            for path, document in documents.items()
            for message, made in wanted(document)
        ]
        return CheckResult(documents, findings)

    return fix({"a.md": Source("a.md", before)}, check, unsafe=False)


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_mixed_document_may_be_brought_into_one_form(newline: str) -> None:
    before, after = MIXED.replace("\n", newline), MENDED.replace("\n", newline)
    assert rewritten(before, after).changed["a.md"].text == after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("All of them are", "All are"),
        ("1. The first", "1. The last"),
        ("2. The last", "3. The last"),
        ("        rate = plan(step)", "    rate = plan(step)"),
        ("A memory of earlier steps.\n", ""),
        ("### 2. What is depth?", "### 2. What depth is?"),
    ],
)
def test_a_mixed_document_must_keep_its_words_on_the_way(old: str, new: str) -> None:
    text = MENDED if old in MENDED else MIXED
    with pytest.raises(FixError, match="would break their promise"):
        rewritten(MIXED, swapped(text, (old, new)))


def test_details_may_become_headings() -> None:
    after = swapped(
        DETAILS,
        ("<details>\n<summary>", "### "),
        ("</summary>", ""),
        ("</details>\n\n", ""),
        ("</details>\n", ""),
    )
    assert rewritten(DETAILS, after).changed["a.md"].text == after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[x] 8", "[ ] 8"),
        ("`2 ** 3`", "`2 * 3`"),
        ("- [ ] 9\n", ""),
        ("`lambda`", "lambda"),
        ("[ ] 6", "[ ] 6."),
    ],
)
def test_a_quiz_must_keep_its_options_and_code(old: str, new: str) -> None:
    with pytest.raises(FixError, match="would break their promise"):
        rewritten(QUIZ, swapped(QUIZ, (old, new)))


def test_the_form_of_a_quiz_may_change() -> None:
    after = swapped(QUIZ, ("## Q1. ", "## Q1: "), ("## Q2. ", "## Q2: "), ("## Q3. ", "## Q3: "))
    assert rewritten(QUIZ, after).changed["a.md"].text == after


COUNTED = "# Interview questions\n\n" + "".join(
    f"### {number}. What is {word}?\nAnswer: {word} is a thing of its own.\n\n"
    for number, word in zip((1, 2, 4, 5), ("loss", "depth", "width", "decay"), strict=True)
)


def test_numbers_after_a_gap_may_change() -> None:
    after = swapped(COUNTED, ("### 4.", "### 3."), ("### 5.", "### 4."))
    assert rewritten(COUNTED, after).changed["a.md"].text == after


def test_a_number_before_the_first_gap_must_not_change() -> None:
    after = swapped(COUNTED, ("### 2.", "### 3."), ("### 1.", "### 2."))
    with pytest.raises(FixError, match="the number 1 was right and became 2"):
        rewritten(COUNTED, after)


def test_an_anchor_in_front_of_a_number_keeps_its_digits() -> None:
    before = swapped(COUNTED, ("### 4.", '### <a name="q4"></a>4.'))
    after = swapped(before, ("</a>4.", "</a>3."), ("### 5.", "### 4."))
    assert rewritten(before, after).changed["a.md"].text == after
    with pytest.raises(FixError, match="would break their promise"):
        rewritten(before, swapped(after, ('"q4"', '"q9"')))


def test_a_link_that_led_nowhere_may_come_to_lead_somewhere() -> None:
    before = COUNTED + "See [the third](a.md#3-what-is-width).\n"
    after = swapped(before, ("### 4.", "### 3."), ("### 5.", "### 4."))
    assert rewritten(before, after).changed["a.md"].text == after


LISTED = """# Questions on rivers

## Contents

1. [Sources](#sources)
   1. [What is a spring?](#1-what-is-a-spring)
   2. [What is a bog?](#2-what-is-a-bog)
2. [Mouths](#mouths)
   1. [What is a delta?](#3-what-is-a-delta)

## Sources

### 1. What is a spring?

Water that comes out of the ground.

### 2. What is a bog?

Wet ground of moss.

## Mouths

### 3. What is a delta?

Land that a river brings.
"""


def test_entries_that_become_prose_are_missed_even_where_they_are_listed_again() -> None:
    old, above = "   1. [What is a delta?]", "   2. [What is a bog?](#2-what-is-a-bog)"
    lost = swapped(LISTED, (old, "   3. [What is a delta?]"))
    for after in (lost, swapped(lost, (above, f"{above}\n   3. [What is a delta?](#3-what-is-a-delta)"))):
        with pytest.raises(FixError, match=r"entries became|listed 2 times"):
            rewritten(LISTED, after)
