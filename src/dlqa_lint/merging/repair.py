"""Putting right in a merged document what was right on both sides: numbers, contents, counts in titles."""

from collections.abc import Callable, Collection, Iterator, Mapping

from dlqa_lint.filters.fingerprint import identity
from dlqa_lint.fixer import CheckResult, fix_provable
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source

Read = Callable[[Source], Document]
"""Reads a source by the schema that it has, if any."""

_COUNT = "wrong-question-count"
_OWNED = ("numbering", _COUNT)
"""Whose fixes want the owner's word, which is given by whoever sets a merge driver up."""
_RULES = RuleSelection(select=("numbering", "contents", _COUNT))


def repaired(merged: Document, sides: Collection[Document], read: Read) -> Source:
    """The source of a merged document with the proved fixes of what is wrong in it, and was on no side."""
    known = {identity(finding) for side in sides for finding in _found(side)}

    def check(sources: Mapping[str, Source]) -> CheckResult:
        [source] = sources.values()
        document = merged if source is merged.source else read(source)
        fresh = [finding for finding in _found(document) if identity(finding) not in known]
        return CheckResult({source.path: document}, [finding for finding in fresh if _is_ours(finding)])

    result = fix_provable({merged.path: merged.source}, check, unsafe=True)
    return result.changed.get(merged.path, merged.source)


def _found(document: Document) -> Iterator[Finding]:
    yield from lint(Bank((document,)), selected(all_rules(), _RULES))


def _is_ours(finding: Finding) -> bool:
    """Whether a finding may be repaired here."""
    owned = finding.rule in _OWNED or finding.family in _OWNED
    return finding.fix is not None and (finding.fix.safe or owned)
