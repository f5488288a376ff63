"""The rules, one class a module, found by walking this package: adding a file adds a rule."""

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from dlqa_lint.rule import Rule


@cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every rule by its name, sorted by name."""
    found = {rule.name: rule for rule in _walk()}
    return MappingProxyType(dict(sorted(found.items())))


def _walk() -> Iterator[type[Rule]]:
    """The rule classes of `<family>/<module>.py`; a name that starts with an underscore is a helper."""
    for module in pkgutil.walk_packages(__path__, __name__ + "."):
        if module.ispkg or module.name.rpartition(".")[2].startswith("_"):
            continue
        for name, value in vars(import_module(module.name)).items():
            if name.startswith("_") or not isinstance(value, type) or not issubclass(value, Rule):
                continue
            if value.__module__ == module.name:
                yield value
