"""Writing suppressions: every finding gets a fix that hides it, in place of the fix that would repair it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from dlqa_lint.edits.indent import item_width
from dlqa_lint.model.bank import Document, Question, question_at
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.model.question import ITEMS
from dlqa_lint.text.blocks import blocks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_NO_PLACE = frozenset(("row", "file"))
"""The kinds of question that have no line of their own for a comment."""

_CONTAINER = regex(r"[ \t>]*")
_KEPT = "unused-suppression"
"""The rule whose own fix is the right one: what hides nothing goes."""


class _Home(NamedTuple):
    """Where a suppression goes: the verb, and the position of the question or the index of the line."""

    verb: str
    at: int = -1


def suppressing(findings: Iterable[Finding], documents: Mapping[str, Document], reason: str) -> list[Finding]:
    """The findings, each with the fix that adds a suppression to its document; None where no place is left.

    Findings that one comment hides share it: the first of them brings the fix.
    """
    found = list(findings)
    homes: dict[tuple[str, _Home], list[int]] = {}
    for at, finding in enumerate(found):
        document = documents.get(finding.path)
        if finding.rule == _KEPT or document is None:
            continue
        home = _home(document, finding)
        found[at] = finding._replace(fix=None)
        if home:
            homes.setdefault((finding.path, home), []).append(at)
    for (path, home), members in homes.items():
        rules = dict.fromkeys(found[at].rule for at in members)
        edit = _edit(documents[path], home, sorted(rules), reason)
        found[members[0]] = found[members[0]]._replace(fix=Fix("hide it", (edit,)))
    return found


def _home(document: Document, finding: Finding) -> _Home | None:
    """The narrowest place for a suppression that has not been tried in vain."""
    for home in _homes(document, finding):
        if not _tried(document, home, finding):
            return home
    return None


def _homes(document: Document, finding: Finding) -> Iterator[_Home]:
    question = _question(document, finding)
    if question and question.kind not in _NO_PLACE:
        yield _Home("ignore", question.position)
    line = document.source.line_index(finding.span.start)
    if question is None and document.source.lines[line].startswith("#"):
        yield _Home("ignore-next-line", line)
    yield _Home("ignore-file")


def _question(document: Document, finding: Finding) -> Question | None:
    """The question that a suppression of a finding would be about."""
    if finding.question is None:
        return question_at(document, finding.span.start)
    line = finding.question.line
    return next((question for question in document.questions if question.line == line), None)


def _tried(document: Document, home: _Home, finding: Finding) -> bool:
    """Whether a suppression is there already, and the finding still counts."""
    for suppression in document.suppressions:
        if suppression.verb != home.verb or finding.rule not in (name.text for name in suppression.names):
            continue
        start, end = suppression.scope
        within = start <= finding.span.start < end
        if home.at in suppression.questions if home.verb == "ignore" else within:
            return True
    return False


def _edit(document: Document, home: _Home, rules: Collection[str], reason: str) -> Edit:
    """The edit that writes a suppression, or adds names to the one with the same reason in the same place."""
    here = (other for other in document.suppressions if home.verb == other.verb == "ignore-file")
    same = next((other for other in here if other.names and other.reason == reason), None)
    if same:
        names = sorted({*rules, *(name.text for name in same.names)})
        span = Span(same.names[0].span.start, same.names[-1].span.end)
        return Edit(document.path, span, ", ".join(names))
    comment = f"<!-- dlqa-lint: {home.verb} {', '.join(rules)}: {reason} -->"
    source = document.source
    if home.verb == "ignore":
        return _about(document, document.at(home.at), comment)
    if home.verb == "ignore-next-line":
        return _above(document, source.starts[home.at], comment)
    return _at_top(document, comment)


def _about(document: Document, question: Question, comment: str) -> Edit:
    """A comment above a question, or inside it where one above would be outside its item or `<details>`."""
    source = document.source
    if question.kind not in ITEMS and question.kind != "summary":
        return _above(document, question.span.start, comment)
    width = item_width(source, question.span.start) if question.kind in ITEMS else 0
    first = source.starts[source.line_index(question.span.start)]
    lead = source.text[first : question.span.start]
    prefix = lead if ">" in lead or question.kind == "summary" else ""
    indent = prefix + " " * (width - len(prefix.expandtabs(4)))
    last = source.last_line(question.span)
    end, after = source.line_span(last).end, source.full_line_span(last).end
    if end == after:
        return Edit(document.path, Span(end, end), f"{source.newline}{indent}{comment}")
    return Edit(document.path, Span(after, after), f"{indent}{comment}{source.newline}")


def _above(document: Document, offset: int, comment: str) -> Edit:
    source = document.source
    start = source.starts[source.line_index(offset)]
    lead = _CONTAINER.match(source.text, start, offset)
    prefix = lead.group() if lead else ""
    return Edit(document.path, Span(start, start), f"{prefix}{comment}{source.newline}")


def _at_top(document: Document, comment: str) -> Edit:
    """A comment before everything but the front matter."""
    source = document.source
    first = next(iter(blocks(source)), None)
    line = first.end if first and first.kind == "front-matter" else 0
    if line >= len(source.starts):
        end = len(source.text)
        return Edit(document.path, Span(end, end), f"{source.newline}{comment}")
    gap = source.newline * (1 + (not source.is_blank(line)))
    return Edit(document.path, Span(source.starts[line], source.starts[line]), comment + gap)
