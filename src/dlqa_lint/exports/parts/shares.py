"""How Moodle shares the points of a question out among its options."""

from dlqa_lint.exports import UnfitError
from dlqa_lint.exports.parts.item import Item

_SHARES = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
"""A whole, a half, a third and so on; it takes no other values."""


def shares_of(item: Item) -> tuple[str, ...]:
    """The percentage of each option: right ones share the points, and all wrong ones together cost as many."""
    right = len(item.right)
    if right > len(_SHARES):
        raise UnfitError(f"found {right} right options, expected at most {len(_SHARES)}")
    if not item.several:
        return tuple(_SHARES[0] if choice.correct else "0" for choice in item.choices)
    wrong = min(len(item.choices) - right, len(_SHARES))
    return tuple(
        _SHARES[right - 1] if choice.correct else f"-{_SHARES[wrong - 1]}" for choice in item.choices
    )
