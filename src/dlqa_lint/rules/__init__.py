"""The rules, one class a module, found by walking this package: adding a file adds a rule.

A module is called as its rule and lies in the folder of its family, so that both are known without importing
it. Importing all rules takes as long as reading a short document.
"""

from collections.abc import Collection, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from dlqa_lint.discovery import modules_of, packages_of
from dlqa_lint.rule import Rule, is_off


@cache
def families() -> Mapping[str, str]:
    """The family of every rule by the rule's name, sorted by name; a name with an underscore first is a helper."""
    found = {
        module.replace("_", "-"): family
        for folder in __path__
        for family in packages_of([folder])
        for module in modules_of([f"{folder}/{family}"])
    }
    return MappingProxyType(dict(sorted(found.items())))


@cache
def rule_called(name: str) -> type[Rule]:
    """The rule of a name."""
    module = import_module(f"{__name__}.{families()[name]}.{name.replace('-', '_')}")
    (rule,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
        if not value.__name__.startswith("_")
    )
    return rule


@cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every rule by its name, sorted by name."""
    return MappingProxyType({name: rule_called(name) for name in families()})


def rules_within_reach(asked: Collection[str]) -> Mapping[str, type[Rule]]:
    """The rules that a run can reach: all but those of a family that is off, if it or the rule is not asked for.

    `asked` are the names of rules and families that are selected, or selected besides.
    """
    return {
        name: rule_called(name)
        for name, family in families().items()
        if name in asked or family in asked or not is_off(f"{__name__}.{family}")
    }
