"""Print the manual page of a rule, or all rules with one line each."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from inspect import cleandoc

from dlqa_lint.cli.options import check_names
from dlqa_lint.cli.output import put
from dlqa_lint.cli.selection import rule_names
from dlqa_lint.rule import Rule
from dlqa_lint.rules import all_rules


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a rule, or a family (default: all rules)")


def run(options: Namespace) -> int:
    """Print the page, or the list."""
    rules = all_rules()
    if options.name is None:
        put(_list(rules.values()))
        return 0
    check_names([options.name], rule_names(), "rule")
    if options.name in rules:
        put(_page(rules[options.name]))
    else:
        put(_list(rule for rule in rules.values() if rule.family == options.name))
    return 0


def _page(rule: type[Rule]) -> str:
    default = "" if rule.default else ", runs only if it is selected"
    return f"{rule.name} ({rule.family}, {rule.severity}{default})\n\n{cleandoc(rule.__doc__ or '')}\n"


def _list(rules: Iterable[type[Rule]]) -> str:
    """The rules by family, each with the first sentence of its page."""
    families: dict[str, list[type[Rule]]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    width = max((len(rule.name) for found in families.values() for rule in found), default=0)
    parts = []
    for family, found in sorted(families.items()):
        lines = [
            f"  {rule.name:<{width}}  {(rule.__doc__ or '').strip().partition(chr(10))[0]}" for rule in found
        ]
        parts.append("\n".join([family, *lines]))
    return "\n\n".join(parts) + "\n"
