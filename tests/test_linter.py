"""Which rules run, and which of their findings count."""

from collections.abc import Iterator

import pytest

from dlqa_lint.linter import (
    RuleSelection,
    in_order,
    lint,
    lint_bank,
    lint_document,
    only_paths,
    selected,
    settle,
    with_severities,
    without_ignored,
)
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.model.schema import Schema
from dlqa_lint.rule import BankRule, DocumentRule, Rule
from dlqa_lint.text.source import Source, Span


class BadStart(DocumentRule):
    """A document starts badly."""

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.finding(document, Span(2, 3), "second")
        yield self.finding(document, Span(0, 1), "first")


class QuietFault(DocumentRule):
    """Something is amiss that few care about."""

    default = False
    severity = Severity.INFO

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.finding(document, Span(1, 2), "quiet")


class PoorStyle(DocumentRule):
    """Something could be said better, in a family that is off as a whole."""

    default = False
    with_family = True

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.finding(document, Span(1, 2), "poor")


class ManyDocuments(BankRule):
    """There are many documents."""

    def check(self, bank: Bank) -> Iterator[Finding]:
        first, *others = bank.documents
        for other in others:
            yield self.finding(
                other, Span(0, 0), "many", related=[Place(first.path, Span(0, 0), "the first")]
            )


class BrokenRule(DocumentRule):
    """A rule with a bug."""

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.finding(document, Span(0, 0), "before the crash")
        raise KeyError(document.path)


for _rule, _family in (
    (BadStart, "starts"),
    (QuietFault, "faults"),
    (PoorStyle, "styles"),
    (ManyDocuments, "banks"),
    (BrokenRule, "faults"),
):
    _rule.family = _family
RULES: dict[str, type[Rule]] = {rule.name: rule for rule in (BadStart, ManyDocuments, PoorStyle, QuietFault)}


def _document(path: str, *, is_bank: bool = True) -> Document:
    return Document(Source(path, "# A\n"), Schema(), is_bank=is_bank, evidence="")


def _finding(path: str = "a.md", rule: str = "number-gap", related: tuple[Place, ...] = ()) -> Finding:
    return Finding(rule, "numbering", Severity.ERROR, "m", path, Span(0, 0), related=related)


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        (RuleSelection(), ["bad-start", "many-documents"]),
        (RuleSelection(select=()), []),
        (RuleSelection(select=("starts",)), ["bad-start"]),
        (RuleSelection(select=("bad-start", "banks")), ["bad-start", "many-documents"]),
        (RuleSelection(select=("faults",)), []),
        (RuleSelection(select=("quiet-fault",)), ["quiet-fault"]),
        (RuleSelection(select=("styles",)), ["poor-style"]),
        (RuleSelection(select=("styles",), ignore=("poor-style",)), []),
        (RuleSelection(extend_select=("styles",)), ["bad-start", "many-documents", "poor-style"]),
        (RuleSelection(extend_select=("quiet-fault",)), ["bad-start", "many-documents", "quiet-fault"]),
        (RuleSelection(extend_select=("faults",)), ["bad-start", "many-documents", "quiet-fault"]),
        (RuleSelection(select=("banks",), extend_select=("bad-start",)), ["bad-start", "many-documents"]),
        (RuleSelection(ignore=("starts",)), ["many-documents"]),
        (RuleSelection(ignore=("bad-start",)), ["many-documents"]),
        (RuleSelection(select=("starts",), ignore=("bad-start",)), []),
        (RuleSelection(select=("bad-start",), ignore=("starts",)), ["bad-start"]),
        (RuleSelection(select=("bad-start",), ignore=("bad-start",)), []),
        (RuleSelection(ignore=("starts",), extend_select=("starts",)), ["many-documents"]),
    ],
)
def test_rules_run_as_they_are_selected(selection: RuleSelection, names: list[str]) -> None:
    assert [rule.name for rule in selected(RULES, selection)] == names


def test_findings_are_in_the_order_of_their_places() -> None:
    findings = lint_document(_document("a.md"), [QuietFault(), BadStart()])
    assert [finding.message for finding in findings] == ["first", "quiet", "second"]


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [_document("b.md"), _document("a.md")]
    findings = [lint(Bank(tuple(order)), [BadStart()]) for order in (documents, documents[::-1])]
    assert findings[0] == findings[1]
    assert [finding.path for finding in findings[0]] == ["a.md", "a.md", "b.md", "b.md"]


def test_equal_findings_count_once() -> None:
    assert in_order([_finding(), _finding(), _finding("b.md")]) == [_finding(), _finding("b.md")]


def test_nothing_is_found_in_a_document_that_is_not_a_bank() -> None:
    documents = (_document("a.md", is_bank=False), _document("b.md"), _document("c.md"))
    findings = lint(Bank(documents), [BadStart(), ManyDocuments()])
    assert {finding.path for finding in findings} == {"b.md", "c.md"}
    assert [finding.related[0].path for finding in findings if finding.related] == ["b.md"]


def test_document_rules_run_on_what_is_reported_and_bank_rules_on_all() -> None:
    bank = Bank((_document("a.md"), _document("b.md")), frozenset({"b.md"}))
    assert [finding.path for finding in lint(bank, [BadStart(), ManyDocuments()])] == ["b.md"] * 3
    assert [finding.path for finding in lint_bank(bank, [BadStart(), ManyDocuments()])] == ["b.md"]


def test_a_crash_in_a_rule_goes_through_and_says_whose_it_is() -> None:
    with pytest.raises(KeyError) as caught:
        lint_document(_document("a.md"), [BrokenRule()])
    assert caught.value.__notes__ == [
        "while running the rule broken-rule on a.md; this is a bug in dlqa-lint"
    ]


def test_findings_outside_the_given_paths_are_dropped_unless_they_point_into_them() -> None:
    pointing = _finding("c.md", related=(Place("a.md", Span(0, 0), "also here"),))
    findings = [_finding("a.md"), _finding("b.md"), pointing]
    assert settle(findings, [only_paths({"a.md"})]) == [_finding("a.md"), pointing]


def test_severities_are_set_by_rule_before_family() -> None:
    step = with_severities({"numbering": Severity.INFO, "number-gap": Severity.WARNING})
    found = settle([_finding(), _finding(rule="duplicate-number")], [step])
    assert [finding.severity for finding in found] == ["warning", "info"]
    assert settle([_finding()], [with_severities({"answers": Severity.INFO})]) == [_finding()]


def test_rules_and_families_are_ignored_by_file() -> None:
    ignored = {"a.md": {"numbering"}, "b.md": {"number-gap"}}
    findings = [_finding("a.md"), _finding("b.md"), _finding("b.md", "duplicate-number"), _finding("c.md")]
    kept = settle(findings, [without_ignored(lambda path: ignored.get(path, set()))])
    assert kept == findings[2:]
