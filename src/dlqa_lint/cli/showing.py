"""What `--show-settings`, `--show-files` and `--explain-schema` print."""

import json
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from dlqa_lint.cli.banks import ReadBanks
from dlqa_lint.config.settings import Settings
from dlqa_lint.disk import files as file_system
from dlqa_lint.model.bank import Document
from dlqa_lint.text.counts import counted
from dlqa_lint.text.paths import MARKDOWN


def settings(reading: ReadBanks) -> list[str]:
    """The settings of each project as TOML, after the file that they come from, and the rules that run."""
    lines: list[str] = []
    for bank in reading.banks:
        project = bank.project
        file = file_system.shown(project.file) if project.file else "no settings file"
        lines += [f"# {file}", *_toml(project.settings)]
        rules = (rule.name for rule in bank.rules)
        lines += [f"# rules that run: {', '.join(rules) or 'none'}", ""]
    return lines


def files(reading: ReadBanks, paths: Collection[str]) -> list[str]:
    """Every file with what became of it: how it was understood, or which filter dropped it.

    Where no paths were given, that is so of what the settings leave out as well.
    """
    found = {} if paths else _left_out(reading)
    found |= {dropped.path: dropped.reason for dropped in reading.dropped}
    for bank in reading.banks:
        for document in bank.bank.documents:
            aside = "" if document.path in bank.bank.reported else "; read for the bank, not reported"
            found[document.path] = _understood(document) + aside
    return [f"{path}: {what}" for path, what in sorted(found.items())]


def schemas(reading: ReadBanks) -> str:
    """The schema of every reported document, with the evidence for what was learned."""
    from dlqa_lint.cli.explaining import explained  # only where it is asked for

    return explained(reading)


def lines(reading: ReadBanks) -> str:
    """The verdict on every line that could ask, with its reasons."""
    from dlqa_lint.cli.reasons_shown import explained_lines  # only where it is asked for

    return explained_lines(reading)


def _left_out(reading: ReadBanks) -> dict[str, str]:
    """The Markdown files of projects that no include pattern of their settings matches."""
    return {
        file_system.shown(path): f"not included by {file_system.shown(bank.project.file)}"
        for bank in reading.banks
        if bank.project.include and bank.project.file
        for path, dropped in file_system.walk(bank.project.root)
        if dropped is None and path.suffix.lower() in MARKDOWN
    }


def _understood(document: Document) -> str:
    if not document.is_bank:
        return f"not a question document: {document.evidence.removeprefix('not a question document: ')}"
    count = len(document.questions)
    return f"question document ({counted(count, 'question')}): {document.evidence}"


def _toml(table: Settings) -> list[str]:
    named = ((field.name.replace("_", "-"), getattr(table, field.name)) for field in fields(table))
    return [f"{name} = {_value(value)}" for name, value in named if value is not None]


def _value(value: Any) -> str:
    if is_dataclass(value):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
