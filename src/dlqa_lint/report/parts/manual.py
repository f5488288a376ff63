"""The rules and their manual pages, as SARIF and editors show them; the docstrings of the rules are the pages."""

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from inspect import cleandoc
from typing import Any

from dlqa_lint.model.finding import Severity
from dlqa_lint.report import Report
from dlqa_lint.report.parts.pages import SITE, address_of
from dlqa_lint.text.lazy_regex import regex

_LABEL = regex(r"^(Example|Repair|Fix|Schema):", re.MULTILINE)
_CODE = regex(r"\n+((?:^ {4}.*\n(?:\n+(?= {4}))?)+)", re.MULTILINE)
_TICKS = regex(r"`{3,}")
_LONGEST = 1024  # characters of a description that GitHub takes
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def driver(report: Report, levels: Mapping[Severity, str]) -> dict[str, Any]:
    """The tool with every rule that ran or found something, sorted by name."""
    tool: dict[str, Any] = {"name": "dlqa-lint", "rules": [], "informationUri": SITE}
    if installed := installed_version():
        tool |= {"version": installed, "semanticVersion": installed}
    found = {finding.rule: (finding.family, finding.severity) for finding in report.findings}
    for name in sorted({*report.rules, *found}):
        rule = report.rules.get(name)
        family, severity = (rule.family, rule.severity) if rule else found[name]
        described = {
            "id": name,
            "name": rule.__name__ if rule else name,
            **_descriptions(name, rule.__doc__ if rule else None),
            "defaultConfiguration": {"level": levels[severity]},
            "properties": _properties(family, severity),
            "helpUri": address_of(name),
        }
        tool["rules"].append(described)
    return tool


def _properties(family: str, severity: Severity) -> dict[str, Any]:
    kind = _PROBLEMS[severity]
    return {"tags": ["question-bank", family], "precision": "high", "problem.severity": kind}


def _descriptions(name: str, docstring: str | None) -> dict[str, Any]:
    """A rule's manual page as its short, its full and its help text."""
    page = cleandoc(docstring or f"Reports every {name.replace('-', ' ')}.")
    summary, _, rest = page.partition("\n\n")
    reason = rest.partition("\n\n")[0]
    # An example, a heading or a list is not a sentence of the description.
    full = f"{summary} {reason}" if reason[:1].isalpha() and not reason.startswith("    ") else summary
    return {
        "shortDescription": {"text": _flat(summary)},
        "fullDescription": {"text": _flat(full)},
        "help": {"text": page, "markdown": page_as_markdown(page)},
    }


def page_as_markdown(page: str) -> str:
    """A rule's manual page as Markdown: its labels bold, its examples fenced."""
    return _CODE.sub(_fenced, _LABEL.sub(r"**\1:**", page + "\n")).rstrip("\n")


def _fenced(match: re.Match[str]) -> str:
    code = cleandoc(match.group(1))
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(code)), default=0))
    return f"\n\n{fence}markdown\n{code}\n{fence}\n"


def _flat(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def installed_version() -> str:
    """The version; empty where the package is not installed."""
    try:
        return version("dlqa-lint")
    except PackageNotFoundError:
        return ""
