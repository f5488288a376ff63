"""Running rules: which ones run, on what, in which order findings come, and which findings count.

The way is documents -> raw findings (`lint_document` and `lint_bank`: pure, so that they can be cached and
made in parallel) -> `lint`, which puts them together and heeds doubts and suppressions -> `settle`, which heeds the
settings and the paths of the command line. Baselines and changed lines come after that, in `cli/narrowing`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from dlqa_lint.edits.linked_parts import linked_parts
from dlqa_lint.filters.suppressions import suppress
from dlqa_lint.filters.uncertain_reading import doubted
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import BankRule, ClosingRule, DocumentRule, LinkedRule, Rule

Subject = TypeVar("Subject", Document, Bank)

Filter = Callable[[Finding], Finding | None]
"""A step of settling: the finding, perhaps changed, or None to drop it."""


class RuleSelection(NamedTuple):
    """Which rules run, by rule and family names; no `select` means the default rules.

    A rule's own name counts more than its family's: `select = ["numbering"]` with `ignore = ["number-gap"]`
    leaves the gap out, `select = ["number-gap"]` with `ignore = ["numbering"]` keeps it. A rule that is off
    by default runs only if `select` names the rule itself or `extend_select` names it or its family; where the
    whole family is off, `select` may name that too.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()

    @property
    def asked(self) -> frozenset[str]:
        """The rules and families that are selected, or selected besides."""
        return frozenset((*(self.select or ()), *self.extend_select))

    def picks(self, rule: type[Rule]) -> bool:
        """Whether a rule runs."""
        named = self.select or ()
        if rule.name in self.ignore:
            return False
        if rule.name in named or rule.name in self.extend_select:
            return True
        if rule.family in self.ignore:
            return False
        if rule.family in self.extend_select:
            return True
        if self.select is None:
            return rule.default
        return rule.family in named and (rule.default or rule.with_family)


def selected(rules: Mapping[str, type[Rule]], selection: RuleSelection) -> tuple[Rule, ...]:
    """The rules that run, in the order of their names."""
    return tuple(rule() for rule in rules.values() if selection.picks(rule))


def lint_document(document: Document, rules: Iterable[Rule]) -> list[Finding]:
    """What the document rules find in a document, in order; nothing if it is not a question document."""
    if not document.is_bank:
        return []
    found: list[Finding] = []
    for rule in rules:
        if isinstance(rule, DocumentRule) and rule.unsettled == (document.conflict is not None):
            found += _run(rule, rule.check, document, document.path)
    return in_order(found)


def lint_bank(bank: Bank, rules: Collection[Rule]) -> list[Finding]:
    """What the bank rules find in a bank, in order; they see its question documents, and files with their keys."""
    questions = _question_documents(bank)
    linked = [rule for rule in rules if isinstance(rule, LinkedRule)]
    found = (
        [finding for part in linked_parts(questions) for finding in _linked(part, linked)] if linked else []
    )
    for rule in rules:
        if isinstance(rule, BankRule) and not isinstance(rule, LinkedRule):
            found += _run(rule, rule.check, questions, "the bank")
    return in_order(found)


def _linked(part: Bank, rules: Collection[LinkedRule]) -> list[Finding]:
    """What rules find in a part of a bank, from memory where all that they look at is as it was."""
    names = [rule.name for rule in rules]
    told = [(document.source, document.schema) for document in part.documents]

    def made() -> list[Finding]:
        return [finding for rule in rules for finding in _run(rule, rule.check, part, "the bank")]

    content = (names, part.whole, sorted(part.absent), told)
    found: list[Finding] = part.recall(f"linked {part.documents[0].path}", content, made)
    return found


def lint(
    bank: Bank, rules: Collection[Rule], known: Mapping[str, Iterable[Finding]] = MappingProxyType({})
) -> list[Finding]:
    """What all rules find in a bank and no suppression hides; document rules see only what is reported.

    `known` is what the document rules found already, by path.
    """
    found = lint_bank(bank, rules)
    reported = [
        document for document in bank.documents if not bank.reported or document.path in bank.reported
    ]
    for document in reported:
        found += known[document.path] if document.path in known else lint_document(document, rules)
    found = doubted(found, bank.documents, rules)
    return in_order(suppressed(found, bank, reported, rules))


def suppressed(
    found: Iterable[Finding], bank: Bank, reported: Iterable[Document], rules: Collection[Rule]
) -> list[Finding]:
    """The findings that no suppression hides, and what the rules about suppressions say of the rest."""
    questions = _question_documents(bank)
    settled = suppress(found, questions.documents)
    ran = frozenset(rule.name for rule in rules)
    closing: list[Finding] = []
    for document in reported if any(isinstance(rule, ClosingRule) for rule in rules) else ():
        used = {span for path, span in settled.used if path == document.path}
        for rule in rules:
            if isinstance(rule, ClosingRule) and _is_readable(document):
                closing += rule.check(document, questions, used, ran)
    return [*settled.findings, *suppress(closing, questions.documents).findings]


def _question_documents(bank: Bank) -> Bank:
    answers = tuple(document for document in bank.documents if document.keys and not document.is_bank)
    blank = tuple(d for d in bank.documents if not d.is_bank and not d.source.text.strip())
    ordinary = frozenset(document.path for document in bank.documents if not document.is_bank)
    readable = tuple(filter(_is_readable, bank.documents))
    return bank._replace(documents=readable, answer_files=answers, blank=blank, ordinary=ordinary)


def _is_readable(document: Document) -> bool:
    """Whether a document is a question document, with no merge conflict to settle first."""
    return document.is_bank and document.conflict is None


def settle(findings: Iterable[Finding], filters: Iterable[Filter]) -> list[Finding]:
    """The findings that count: those that every filter lets through."""
    settled = list(findings)
    for step in filters:
        settled = [kept for finding in settled if (kept := step(finding)) is not None]
    return settled


def only_paths(paths: Collection[str]) -> Filter:
    """The filter that keeps the findings of some documents.

    A finding that points into one of them counts as its own: a new question may repeat a later one.
    """

    def step(finding: Finding) -> Finding | None:
        touched = finding.path in paths or any(place.path in paths for place in finding.related)
        return finding if touched else None

    return step


def with_severities(severities: Mapping[str, Severity]) -> Filter:
    """The filter that gives findings the severity set for their rule or, failing that, for their family."""

    def step(finding: Finding) -> Finding:
        severity = severities.get(finding.rule) or severities.get(finding.family)
        return finding._replace(severity=severity) if severity else finding

    return step


def without_ignored(ignored: Callable[[str], Collection[str]]) -> Filter:
    """The filter that drops findings whose rule or family is ignored in their file."""

    def step(finding: Finding) -> Finding | None:
        names = ignored(finding.path)
        return None if finding.rule in names or finding.family in names else finding

    return step


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by path, place, rule and message; equal ones once."""
    return sorted(
        dict.fromkeys(findings), key=lambda found: (found.path, found.span, found.rule, found.message)
    )


def _run(
    rule: Rule, check: Callable[[Subject], Iterator[Finding]], subject: Subject, where: str
) -> list[Finding]:
    """The findings of one rule; a crash is a bug and goes through, with a note on whose it is."""
    try:
        return list(check(subject))
    except Exception as error:
        error.add_note(f"while running the rule {rule.name} on {where}; this is a bug in dlqa-lint")
        raise
