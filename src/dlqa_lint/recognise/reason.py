"""What a reason is: one thing that speaks for or against lines being questions."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

Sign = Literal["for", "against", "either"]


class Reason:
    """One thing that speaks for or against lines being questions; its docstring is its manual page.

    A reason is frozen and without state. `sign` says which way its weight may go when it is learned.
    """

    sign: ClassVar[Sign] = "for"

    @classmethod
    def name(cls) -> str:
        """The class's name in kebab case: `QuestionMark` is `question-mark`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()


class GroupReason(Reason, ABC):
    """A reason that looks at a group as a whole; it counts once, however many lines the group has."""

    @abstractmethod
    def of_group(self, group: Group) -> float:
        """How much it is so of a group, from 0 to 1."""


class LineReason(Reason, ABC):
    """A reason that looks at each line.

    What its lines have in common counts once for the group. For a single line only the difference to its
    group counts, so that a large group does not outvote a small one.
    """

    @abstractmethod
    def of_lines(self, group: Group) -> Sequence[float]:
        """How much it is so of each line of a group, from 0 to 1."""


class StrayReason(LineReason):
    """A reason that tells lines of one group apart and says nothing about the group as a whole."""
