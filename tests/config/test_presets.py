"""Each preset finds every question of the documents it is for, and nothing wrong in a tidy one."""

import pytest

import dlqa_lint
from dlqa_lint.config.schema_files import preset_names

DOCUMENTS = {
    "details": """\
# Letters

<details><summary>What is an alpha?</summary>

The first letter.

</details>

<details>
<summary>How is a beta written?</summary>

With two bows.

</details>
""",
    "faq": """\
# Questions about letters

## What is an alpha?

The first letter.

## How is a beta written?

With two bows.
""",
    "file-per-question": """\
---
question: What is an alpha?
difficulty: easy
---

The first letter.
""",
    "list": """\
# Letters

1. What is an alpha?
2. How is a beta written?

   With two bows.
3. Who was the first to count gammas?
""",
    "list-heading": """\
# Letters

1. ### What is an alpha?

   The first letter.

2. ### How is a beta written?

   With two bows.
""",
    "numbered-heading": """\
# Letters

### 1. What is an alpha?

The first letter.

### 2. How is a beta written?

With two bows.
""",
    "plain-heading": """\
# Letters

## Greek

### What is an alpha?

The first letter.

### How is a beta written?

With two bows.
""",
    "quiz-checkbox": """\
# Letters

#### Q1. What is an alpha?

- [x] a letter
- [ ] a word

#### Q2. How is a beta written?

- [ ] with one bow
- [x] with two bows
""",
    "quiz-lettered": """\
# Letters

### 1. What is an alpha?

- A. a letter
- B. a word

Answer: A

### 2. How is a beta written?

- A. with one bow
- B. with two bows

Answer: B
""",
}


def test_every_preset_is_tried() -> None:
    assert sorted(DOCUMENTS) == list(preset_names())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_preset_understands_its_documents(name: str) -> None:
    document = dlqa_lint.parse(DOCUMENTS[name], schema=name)
    asked = ["What is an alpha?", "How is a beta written?", "Who was the first to count gammas?"]
    assert [question.plain_text for question in document.questions] == asked[: len(document.questions)]
    assert len(document.questions) == {"list": 3, "file-per-question": 1}.get(name, 2)
    assert [question.position for question in document.questions if not question.answered] == (
        [1, 3] if name == "list" else []
    )
    assert [finding.message for finding in dlqa_lint.lint(document)] == []
