"""Putting right in a merged document what was right on both sides: numbers, contents, counts in titles."""

from collections.abc import Callable, Collection, Iterator, Mapping

from dlqa_lint.edits.full_tables import full_tables, missing_entries
from dlqa_lint.filters.fingerprint import identity
from dlqa_lint.fixer import CheckResult, fix_provable
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Fix
from dlqa_lint.rules import all_rules
from dlqa_lint.rules.contents.missing_contents_entry import MissingContentsEntry
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
        fresh += _unlisted(document, sides)
        return CheckResult({source.path: document}, [finding for finding in fresh if _is_ours(finding)])

    result = fix_provable({merged.path: merged.source}, check, unsafe=True)
    return result.changed.get(merged.path, merged.source)


def _found(document: Document) -> Iterator[Finding]:
    yield from lint(Bank((document,)), selected(all_rules(), _RULES))


def _unlisted(document: Document, sides: Collection[Document]) -> Iterator[Finding]:
    """What is missing in one of several tables of contents, if that lists every question on the sides that have it."""
    full = [
        full_tables(side, LinkMap(Bank((side,))))
        for side in sides
        if len(side.contents) == len(document.contents)
    ]
    tables = frozenset.intersection(*full) if full else frozenset()
    edits = missing_entries(document, LinkMap(Bank((document,))), tables) if tables else ()
    if edits:
        rule = MissingContentsEntry()
        asked = document.questions[0]
        fix = Fix("list the questions in all tables of contents", edits)
        yield rule.finding(document, asked.span, "a table lacks questions", question=asked, fix=fix)


def _is_ours(finding: Finding) -> bool:
    """Whether a finding may be repaired here."""
    owned = finding.rule in _OWNED or finding.family in _OWNED
    return finding.fix is not None and (finding.fix.safe or owned)
