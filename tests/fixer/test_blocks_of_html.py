"""HTML that holds Markdown, with tabs and lists in it, is fixed around: nothing is refused, words and code stay."""

import pytest

from fuzz.checks import check_document

MARKDOWN_INSIDE = """\
# 3 things

- [1. What is a?](#1-what-is-a)

###  1. What is a?

<details markdown=1>
<summary>Answer</summary>

It is a.

    1. code

</details>

### 4.   What is b?

<details markdown=1><summary>Answer</summary>

```text
3. code
```

</details>
"""
TABS_AND_LISTS = """\
# Things

<details><summary>1. What is a?</summary>

<details>

\t2. <a>

\t\tcode

1. It is a:

\t2. <a>

</details>
</details>

### 3. What is b?

1. <b>

\t2. <a>

\t\t\tcode

###  5. What is c?
It is c.
"""
TEXTS = {"Markdown inside": MARKDOWN_INSIDE, "tabs and lists": TABS_AND_LISTS}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("schema", range(6))
def test_a_block_of_html_is_fixed_around(text: str, newline: str, schema: int) -> None:
    assert not check_document(text.replace("\n", newline), schema).refused


def test_what_is_around_it_is_fixed() -> None:
    made = check_document(MARKDOWN_INSIDE)
    assert "\n### 1. What is a?\n" in made.changed["a.md"].text
