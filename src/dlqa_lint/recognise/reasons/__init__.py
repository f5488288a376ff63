"""Reasons: what speaks for or against lines being questions, one class a file, found by walking."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from dlqa_lint.discovery import modules_of
from dlqa_lint.recognise.reason import Reason


@cache
def all_reasons() -> Mapping[str, Reason]:
    """Every reason by its name, sorted by name."""
    return MappingProxyType(dict(sorted((reason.name(), reason()) for reason in _walk())))


def _walk() -> Iterator[type[Reason]]:
    for module in modules_of(__path__):
        name = f"{__name__}.{module}"
        for value in vars(import_module(name)).values():
            if isinstance(value, type) and issubclass(value, Reason) and value.__module__ == name:
                yield value
