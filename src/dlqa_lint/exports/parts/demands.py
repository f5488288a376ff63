"""What formats for learners ask of a question; a question that lacks it is named with what it lacks."""

from dlqa_lint.exports import UnfitError
from dlqa_lint.exports.parts.item import Item


def require_answer(item: Item) -> None:
    """UnfitError unless there is something to learn: a right option, or an answer in words."""
    if item.question.withdrawn:
        raise UnfitError("it is struck out")
    if not item.right and not (item.explanation and item.question.answered):
        raise UnfitError("nothing says which of its options is right" if item.choices else "it has no answer")


def require_key(item: Item) -> None:
    """UnfitError unless there are options of which one or more are right."""
    require_answer(item)
    if len(item.choices) < 2:
        raise UnfitError("it has only one option" if item.choices else "it has no options")
    if not item.right:
        raise UnfitError("nothing says which of its options is right")


def require_gradable(item: Item) -> None:
    """UnfitError unless a program can compare an answer with the right options, or a person with the answer."""
    require_answer(item)
    if item.choices:
        require_key(item)
