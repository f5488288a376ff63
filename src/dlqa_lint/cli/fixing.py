"""Fixing banks: the seam between what was read, the fixer, and the files that are written."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from dlqa_lint.cli.banks import ProjectBank
from dlqa_lint.model.bank import Document, Recall
from dlqa_lint.model.finding import Finding
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source

_REMEMBERED = 4
"""What rules ask for by one name, in two levels, before and after a pass."""

Lint = Callable[[ProjectBank], list[Finding]]
"""Gives the findings of a bank that count."""


class Fixed(NamedTuple):
    """A bank after fixing: `before` and `after` hold the sources that changed, by path."""

    bank: ProjectBank
    findings: list[Finding]
    before: Mapping[str, Source]
    after: Mapping[str, Source]
    count: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    refused: tuple[str, ...] = ()
    """What to say about fixes that were left out because they could not be proved."""


def fix_bank(bank: ProjectBank, lint: Lint, *, unsafe: bool) -> Fixed:
    """Fix what is reported of a bank, in memory; what cannot be proved is left out and listed in `refused`."""
    from dlqa_lint.fixer import CheckResult, fix_provable  # only where something is fixed

    as_read = {document.path: document for document in bank.bank.documents}
    at_hand = dict(as_read)
    # What cannot be proved is tried again and again, mostly from the same texts.
    known: dict[tuple[str, str], Document] = {}

    recall = _in_memory(bank.bank.recall)

    def with_sources(sources: Mapping[str, Source]) -> ProjectBank:
        for path, source in sources.items():
            if at_hand[path].source is not source:
                at_hand[path] = known.get((path, source.text)) or _read_again(source, as_read[path])
                known[path, source.text] = at_hand[path]
        found = {path: found for path, found in bank.found.items() if at_hand[path] is as_read[path]}
        now = bank.bank._replace(documents=tuple(at_hand.values()), recall=recall)
        return bank._replace(bank=now, found=found)

    def check(sources: Mapping[str, Source]) -> CheckResult:
        linted = with_sources(sources)
        return CheckResult(dict(at_hand), lint(linted))

    before = {document.path: document.source for document in bank.reported if document.is_bank}
    result = fix_provable(before, check, unsafe=unsafe)
    after = with_sources({**before, **result.changed})
    written = {**result.changed, **(_followed(bank, after) if result.changed else {})}
    changed = {document.path: document.source for document in bank.reported if document.path in written}
    refused = tuple(line for refusal in result.refused for line in refusal.lines)
    count = sum(result.applied.values())
    return Fixed(after, list(result.findings), changed, written, count, refused)


def _in_memory(recall: Recall) -> Recall:
    """A recall that knows also what it made last: few fixes change what rules compare."""
    made: dict[str, deque[tuple[object, Any]]] = {}

    def recall_or_make(name: str, content: object, make: Callable[[], Any]) -> Any:
        known = made.setdefault(name, deque(maxlen=_REMEMBERED))
        for of, value in known:
            if of == content:
                return value
        known.append((content, recall(name, content, make)))
        return known[-1][-1]

    return recall_or_make


def _read_again(source: Source, before: Document) -> Document:
    """The document that a changed text is, or the one before where the text is that again."""
    if source.text == before.source.text:
        return before
    schema = before.schema
    return recognise(source, None if schema.inferred else schema)


def _followed(bank: ProjectBank, fixed: ProjectBank) -> dict[str, Source]:
    """The ordinary documents of a run whose links follow what was fixed, as far as each still leads where it led."""
    from dlqa_lint.edits.following_links import following  # only where something is fixed
    from dlqa_lint.fixer.links import leads_in, strayed
    from dlqa_lint.fixer.requested_changes import applied
    from dlqa_lint.links.ordinary_documents import with_links
    from dlqa_lint.links.targets import LinkMap

    was = {document.path: with_links(document) for document in bank.bank.documents}
    now = {document.path: document for document in fixed.bank.documents}
    now |= {path: document for path, document in was.items() if not document.is_bank}
    owners = [was[document.path] for document in bank.reported if not document.is_bank]
    before, after_fix = (LinkMap(bank.bank._replace(documents=tuple(side.values()))) for side in (was, now))
    edits = list(following(before, after_fix, owners))
    after = applied(now, edits, lambda source, _: with_links(recognise(source, None)))
    leads = leads_in(was), leads_in(after)
    return {
        path: after[path].source
        for path in {edit.path for edit in edits}
        if not after[path].is_bank and not any(strayed(was[path], after[path], *leads, after))
    }


def text_of(fixed: Iterable[Fixed]) -> str:
    """The fixed input, for standard output."""
    return "".join(document.source.to_bytes().decode() for item in fixed for document in item.bank.reported)


def write_fixed(fixed: Iterable[Fixed], linted: Iterable[str]) -> None:
    """Write the changed files."""
    from dlqa_lint.disk.writing import NewContent, write  # only where something is fixed

    changes = [
        NewContent(path, source.to_bytes(), item.after[path].to_bytes())
        for item in fixed
        for path, source in item.before.items()
    ]
    write(changes, set(linted))


def diff_of(fixed: Iterable[Fixed], *, colour: bool) -> str:
    """What fixing would change."""
    from dlqa_lint.fixer.diff import unified  # difflib only where a diff is shown

    return "".join(
        unified(source, item.after[path], colour=colour)
        for item in fixed
        for path, source in item.before.items()
    )
