"""The rule reference: the docstrings of the rules are its pages, and their cases say what their fixes are."""

from collections.abc import Iterable, Iterator, Mapping
from inspect import cleandoc

from generated import contents

from cases import case_files, read_cases
from dlqa_lint.report.parts.manual import page_as_markdown
from dlqa_lint.rule import Rule
from dlqa_lint.rules import all_rules

_HEAD = "| rule | what it finds | severity | fix | runs by default |\n| --- | --- | --- | --- | --- |"


def pages() -> dict[str, str]:
    """A page for each rule, and one that lists them all."""
    rules = all_rules()
    fixes = {file.stem: ", ".join(kinds_of_fixes(file.stem)) or "none" for file in case_files()}
    return {f"{name}.md": _page(rule) for name, rule in rules.items()} | {
        "index.md": _index(rules.values(), fixes)
    }


def kinds_of_fixes(rule: str) -> Iterator[str]:
    """Whether the fixes of a rule are safe, unsafe, or now this and now that, as its cases show."""
    cases = [case for file in case_files() if file.stem == rule for case in read_cases(file)]
    if any(case.fixed for case in cases):
        yield "safe"
    if any(case.fixed_unsafe for case in cases):
        yield "unsafe"


def _page(rule: type[Rule]) -> str:
    default = "" if rule.default else " It runs only if it is selected."
    kind = f"A rule of the family `{rule.family}`, of severity `{rule.severity}`.{default}"
    return f"# {rule.name}\n\n{kind}\n\n{page_as_markdown(cleandoc(rule.__doc__ or ''))}\n"


def _index(rules: Iterable[type[Rule]], fixes: Mapping[str, str]) -> str:
    families: dict[str, list[type[Rule]]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    parts = [
        "# Rules",
        "The name of a rule states the fault that it finds. `dlqa-lint rule NAME` prints its page.",
        "[Fix safely](../fixing.md) says what makes a fix safe. Where both words stand, some fixes of the rule are "
        "safe and some are not, and its page says which. A rule that does not run by default has to be "
        "[selected](../settings.md).",
    ]
    for family, found in sorted(families.items()):
        parts += [f"## {family}", "\n".join([_HEAD, *(_row(rule, fixes[rule.name]) for rule in found)])]
    names = [rule.name for found in families.values() for rule in found]
    return "\n\n".join([*parts, contents(names)])


def _row(rule: type[Rule], fix: str) -> str:
    does = cleandoc(rule.__doc__ or "").partition("\n")[0].replace("|", "\\|")
    return f"| [{rule.name}]({rule.name}.md) | {does} | {rule.severity} | {fix} | {'yes' if rule.default else 'no'} |"
