"""The names of products that banks are about."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dlqa_lint.similarity import tables
from dlqa_lint.text.lazy_regex import regex

_WORD = regex(r"[^\W_]+")


class Products(NamedTuple):
    """The products that a text names, and the broader ones that they may be a part of."""

    names: frozenset[str] = frozenset()
    broader: frozenset[str] = frozenset()

    def exclude(self, others: "Products") -> bool:
        """Whether both name some, and none of one is named by the other or is a part of it."""
        apart = self.names.isdisjoint(others.names | others.broader) and others.names.isdisjoint(self.broader)
        return bool(self.names and others.names) and apart


def products_in(text: str) -> Products:
    """The products that a title or a path names."""
    known = _known()
    found = [known[word] for word in _WORD.findall(text.casefold()) if word in known]
    return Products(
        frozenset().union(*(one.names for one in found)), frozenset().union(*(one.broader for one in found))
    )


@cache
def _known() -> Mapping[str, Products]:
    """What each name stands for."""
    found: dict[str, Products] = {}
    for line in tables.lines("products"):
        names, _, broader = line.partition(":")
        first, *others = names.split()
        for name in (first, *others):
            found[name] = Products(frozenset((first,)), frozenset(broader.split()))
    return found
