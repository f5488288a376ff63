"""Options without what gives the answer away."""

import pytest

from dlqa_lint.exports.parts.unmarked import unmarked
from exported import items


@pytest.mark.parametrize(
    ("texts", "right", "found"),
    [
        (("a", "**b** ✓", "c"), {1}, ("a", "b", "c")),
        (("a", "✅ b", "✅ c"), {1, 2}, ("a", "b", "c")),
        (("a ❌", "b ✔️"), {1}, ("a", "b")),
        (("**a**", "b", "__c__"), {0, 2}, ("a", "b", "c")),
        (("**a**", "**b**"), {0}, ("**a**", "**b**")),
        (("**a**", "**b** c **d**"), {1}, ("**a**", "**b** c **d**")),
        (("✓", "x"), {0}, ("✓", "x")),
        (("a ✓", "b"), {1}, ("a ✓", "b")),
        (("**a**", "b"), set(), ("**a**", "b")),
    ],
)
def test_marks_go_where_exactly_the_right_options_have_them(
    texts: tuple[str, ...], right: set[int], found: tuple[str, ...]
) -> None:
    assert unmarked(texts, frozenset(right)) == found


def test_a_folded_key_leaves_no_fold_behind() -> None:
    (item,) = items(
        "# Q\n\n### 1. Which is wet?\n\n- A. sand\n- B. rain\n\n"
        "<details><summary>Answer</summary>\n\nCorrect answer: B\n\n</details>\n"
    )
    assert (item.right, item.matter, item.explanation) == ((1,), "", "")
