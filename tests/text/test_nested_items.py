"""Where an item begins in a line that opens several."""

import pytest

from dlqa_lint.text.blocks import blocks, marker_start
from dlqa_lint.text.source import Source


@pytest.mark.parametrize(
    ("text", "markers", "words"),
    [
        ("1. 1. 1. What?\n", [0, 3, 6], 9),
        ("1. - 1. What?\n", [0, 3, 5], 8),
        ("- - - What?\n", [0, 2, 4], 6),
        ("1. 1\n", [0], 3),
        ("   2. 2. 2\n", [3, 6], 9),
        ("> 1. 1. 1\n", [2, 5], 8),
        ("- > - -\n", [0, 4, 6], None),
        ("1. ## 1. What?\n", [0], 6),
    ],
)
def test_an_item_and_its_words_are_found_after_the_item_around_it(
    text: str, markers: list[int], words: int | None
) -> None:
    source = Source("a.md", text)
    found = blocks(source)
    assert [marker_start(source, block) for block in found if block.kind == "item"] == markers
    if words is not None:
        assert [block.start for block in found if block.kind in ("paragraph", "heading")] == [words]
