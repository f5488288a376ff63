"""Which rules run in a project, as its settings and the options say."""

from dlqa_lint.cli.options import ReadingOptions
from dlqa_lint.config.settings import Project
from dlqa_lint.linter import RuleSelection, selected
from dlqa_lint.rule import Rule
from dlqa_lint.rules import families, rules_within_reach


def _selection(options: ReadingOptions, project: Project) -> RuleSelection:
    """Which rules run: `--select` starts afresh, `--ignore` and `--extend-select` add to the settings."""
    ignore, extended = options.ignore or (), options.extend_select or ()
    if options.select is not None:
        return RuleSelection(options.select, ignore, extended)
    chosen = project.settings
    return RuleSelection(chosen.select, (*chosen.ignore, *ignore), (*chosen.extend_select, *extended))


def rules_of(project: Project, options: ReadingOptions) -> tuple[Rule, ...]:
    """The rules that run in a project."""
    selection = _selection(options, project)
    return selected(rules_within_reach(selection.asked), selection)


def rule_names() -> frozenset[str]:
    """The names of all rules and families."""
    return frozenset(families()) | frozenset(families().values())
