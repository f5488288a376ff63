"""What formats for learners ask of a question; a question that lacks it is named with what it lacks."""

from dlqa_lint.exports import UnfitError
from dlqa_lint.exports.parts.item import Item


def require_answer(item: Item) -> None:
    """UnfitError unless there is something to learn: a right option, or an answer in words."""
    if item.question.withdrawn:
        raise UnfitError("it is struck out")
    if item.choices:
        require_key(item)
    elif not item.explanation or not item.question.answered:
        raise UnfitError("it has no answer")


def require_key(item: Item) -> None:
    """UnfitError unless there are options of which one or more are right."""
    if item.question.withdrawn:
        raise UnfitError("it is struck out")
    if len(item.choices) < 2:
        raise UnfitError("it has only one option" if item.choices else "it has no options")
    if not item.right:
        raise UnfitError("nothing says which of its options is right")
