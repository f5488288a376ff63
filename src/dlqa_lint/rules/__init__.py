"""The rules, one class a module, found by walking this package: adding a file adds a rule."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from dlqa_lint.discovery import modules_of, packages_of
from dlqa_lint.rule import Rule


@cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every rule by its name, sorted by name."""
    found = {rule.name: rule for rule in _walk()}
    return MappingProxyType(dict(sorted(found.items())))


def _walk() -> Iterator[type[Rule]]:
    """The rule classes of `<family>/<module>.py`; a name that starts with an underscore is a helper."""
    for family in packages_of(__path__):
        package = import_module(f"{__name__}.{family}")
        for module in modules_of(package.__path__):
            for name, value in vars(import_module(f"{package.__name__}.{module}")).items():
                if name.startswith("_") or not isinstance(value, type) or not issubclass(value, Rule):
                    continue
                if value.__module__ == f"{package.__name__}.{module}":
                    yield value
