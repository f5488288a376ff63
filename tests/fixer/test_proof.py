"""The promise: what a fix that says it is safe may change, and what gets it refused."""

import pytest

from fixer.proved import FixError
from fixer.tiny import fixed, one_fix, replacing, rule, run

BANK = """# **2 deep questions**

Read all 40 pages first; see question 2.

## Contents
- [1. What is loss?](#1-what-is-loss)
- [2. What is `depth`?](#2-what-is-depth)

### 1. What is loss?
**Answer:** A number, see [depth](#2-what-is-depth) and [more](https://example.org/12).

1. It falls.
2. It `may  rise`.

```python
loss = 1
    # two
```

### 2. What is `depth`?
Answer: Layers, 12 of them, C++ or a * b. <img src="a.png"> ![deep](b.png)
- [x] many
- [ ] few
"""

LIES = {
    "a word of an answer is dropped": ("A number, see", "A, see"),
    "a word of an answer is changed": ("Layers", "Leyers"),
    "two words become one": ("It falls", "Itfalls"),
    "one word becomes two": ("Layers", "Lay ers"),
    "letters change their case": ("Layers", "layers"),
    "a sign is dropped": ("C++", "C"),
    "an operator is dropped": ("a * b", "a b"),
    "a word of a question is dropped": ("### 1. What is loss", "### 1. What loss"),
    "a word of the introduction is dropped": ("Read all", "Read"),
    "a number that is no question's changes": ("40 pages", "41 pages"),
    "a number in an answer changes": ("12 of them", "13 of them"),
    "a step of an answer is renumbered": ("2. It `may", "3. It `may"),
    "a reference goes elsewhere": ("see question 2", "see question 1"),
    "spaces in inline code change": ("`may  rise`", "`may rise`"),
    "inline code becomes text": ("`may  rise`", "may  rise"),
    "code is dedented": ("    # two", "  # two"),
    "a line of code is dropped": ("loss = 1\n", ""),
    "the language of code changes": ("```python", "```ruby"),
    "text becomes code": ("Layers, 12", "Layers,\n\n    12"),
    "an option is dropped": ("- [ ] few\n", ""),
    "another option becomes the right one": ("- [ ] few", "- [x] few"),
    "an option changes its words": ("] many", "] some"),
    "a picture is dropped": (' <img src="a.png">', ""),
    "a picture changes": ("b.png", "c.png"),
    "the words for a picture change": ("![deep]", "![flat]"),
    "a question is listed twice": (
        "- [2. What",
        "- [2. What is `depth`?](#2-what-is-depth)\n- [2. What",
    ),
    "a link out of the bank changes": ("example.org/12", "example.org/13"),
    "a link of an answer breaks": ("[depth](#2-what-is-depth)", "[depth](#3-what-is-depth)"),
    "a link of an answer goes to another question": (
        "see [depth](#2-what-is-depth)",
        "see [depth](#1-what-is-loss)",
    ),
    "a contents entry of a question is dropped": ("- [1. What is loss?](#1-what-is-loss)\n", ""),
    "a contents entry leads to another question": (
        "[1. What is loss?](#1-what-is-loss)",
        "[1. What is loss?](#2-what-is-depth)",
    ),
    "links are left behind by a new number": ("### 2. What", "### 3. What"),
    "a question is lost": ("### 2. What", "2. What"),
    "a question is gained": ("Layers, 12", "Layers,\n\n### 3. Why 12"),
    "an answer goes to the next question": (
        "\n### 2. What is `depth`?\nAnswer: ",
        "\nAnswer: \n### 2. What is `depth`?\n",
    ),
    "the final newline is dropped": ("- [ ] few\n", "- [ ] few"),
    "lone carriage returns come in": ("It falls.\n", "It falls.\r"),
}

TRUTHS = {
    "the title loses its emphasis": ("# **2 deep questions**", "# 2 deep questions"),
    "a count changes": ("# **2 deep", "# **3 deep"),
    "spaces after the hashes": ("### 1.", "###   1."),
    "the level of a heading": ("### 1. What is loss?\n", "## 1. What is loss?\n"),
    "closing hashes": ("### 1. What is loss?\n", "### 1. What is loss? ###\n"),
    "the delimiter of a number, links and all": ("1) What", "1. What"),
    "emphasis in a question": ("### 1. What is loss?", "### 1. What is *loss*?"),
    "the final punctuation of a question": ("### 1. What is loss?", "### 1. What is loss."),
    "an answer marker": ("**Answer:** A", "Answer: A"),
    "an answer marker is dropped": ("**Answer:** A", "A"),
    "blank lines": ("\n1. It falls", "\n\n1. It falls"),
    "a paragraph is divided": ("first; see", "first;\n\nsee"),
    "white space in text": ("number, see", "number,  see"),
    "emphasis in text": ("A number", "A **number**"),
    "bullets": ("- [x] many", "* [x] many"),
    "a contents entry says what it said in other words": ("[1. What is loss?]", "[1. What loss is]"),
    "contents in other markup": ("- [1. What", "* [1. What"),
    "an own comment": ("A number", "<!-- dlqa-lint: ignore short-answer: so be it --> A number"),
}


@pytest.mark.parametrize(("old", "new"), LIES.values(), ids=list(LIES))
def test_a_rule_that_is_wrong_about_being_safe_is_refused(old: str, new: str) -> None:
    assert old in BANK
    liar = rule("liar", one_fix(BANK, [("a.md", BANK.index(old), BANK.index(old) + len(old), new)]))
    honest = rule("honest", replacing("# **2 deep questions**", "# 2 deep questions"))
    with pytest.raises(FixError, match="would break their promise") as caught:
        fixed(BANK, liar, honest)
    assert "liar" in caught.value.rules
    assert caught.value.diff.startswith("--- a.md\n+++ a.md\n")


def test_a_rule_that_makes_questions_of_lines_it_does_not_touch_is_left_out() -> None:
    opened = rule("opened", replacing("```python\n", ""))
    result = run({"a.md": BANK}, opened)
    assert result.changed == {}
    assert [finding.rule for finding in result.findings] == ["opened"]


@pytest.mark.parametrize(("old", "new"), TRUTHS.values(), ids=list(TRUTHS))
def test_a_safe_fix_may_change(old: str, new: str) -> None:
    text = BANK.replace("1. What is loss?\n", "1) What is loss?\n") if ")" in old[:3] else BANK
    at = text.index(old)
    honest = rule("honest", one_fix(text, [("a.md", at, at + len(old), new)]))
    assert fixed(text, honest) == text.replace(old, new, 1)
