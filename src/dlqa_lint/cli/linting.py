"""Linting a bank: which findings there are, and what a run has to say."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from dlqa_lint.cli.banks import ProjectBank
from dlqa_lint.cli.output import wants_color
from dlqa_lint.cli.progress import Progress
from dlqa_lint.linter import Filter, in_order, lint, only_paths, settle, with_severities, without_ignored
from dlqa_lint.model.finding import Finding
from dlqa_lint.report import Report, Screen


def findings_of(bank: ProjectBank, *, quiet: bool) -> list[Finding]:
    """The findings of a bank that count."""
    with Progress("checking", quiet=quiet):
        return settle(lint(bank.bank, bank.rules, bank.found), _filters(bank))


def _filters(bank: ProjectBank) -> list[Filter]:
    """What findings pass through; suppressions, a baseline and the like are further steps."""
    project = bank.project
    return [
        only_paths(bank.bank.reported),
        without_ignored(lambda path: project.ignored_rules(Path(path))),
        with_severities(project.settings.severity),
    ]


def _screen(choice: str) -> Screen:
    """What the findings are read on: a terminal, or a file or program of which nothing is known."""
    color = wants_color(choice)
    if not sys.stdout.isatty():
        return Screen(color)
    from dlqa_lint.cli.screen import terminal  # only where there is one

    return terminal(color=color)


def report_of(
    banks: Sequence[ProjectBank],
    findings: Iterable[list[Finding]],
    *,
    color: str,
    quiet: bool = False,
    fixed: int = 0,
) -> Report:
    """What a run has to say: its findings, and the counts of what it read."""
    reported = [document for bank in banks for document in bank.reported]
    documents = [document for document in reported if document.is_bank]
    questions = [question for document in documents for question in document.questions]
    return Report(
        findings=tuple(in_order(finding for found in findings for finding in found)),
        sources={document.path: document.source for bank in banks for document in bank.bank.documents},
        documents=len(documents),
        questions=len(questions),
        answered=sum(question.answered for question in questions),
        word_count=sum(question.answer.word_count for question in questions if question.answer),
        skipped=len(reported) - len(documents),
        fixed=fixed,
        rules={rule.name: type(rule) for bank in banks for rule in bank.rules},
        screen=_screen(color),
        quiet=quiet,
    )
