"""unused-suppression: a suppression that hides nothing."""

from collections.abc import Collection, Iterator, Sequence

from dlqa_lint.filters.suppressions import DISTINCT, DUPLICATES, IGNORING, Meanings
from dlqa_lint.model.bank import Bank, Document, Name, Suppression
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.rule import ClosingRule, quoted
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_ACROSS = (DUPLICATES, "contents")
"""The families whose findings may need a file that was not read."""
_TABLE_LIST_OR_CODE = regex(r"[ |:-]+$|[-*+] | *\d{1,9}[.)] | {4}|\t")
_LETTER = regex(r"[^\W\d_]")
_GOES_ON = regex(r"\s*(?:\Z|[^\W\d_]|[|.,;!?)])")
_SWALLOWS = regex(r"<!--|(?:\r\n|\r|\n)[ \t]*[\r\n]")


class UnusedSuppression(ClosingRule):
    """A suppression hides no finding, or calls a question distinct that nothing takes for the same.

    It was right once; left standing it hides the next fault of its kind. Names of rules that did not run, and
    questions of documents that were not read, are not judged; nor are duplicates and contents where only some
    files were named and no settings say what else belongs to the bank. Whether `distinct` tells two questions
    apart that nothing takes for the same is judged where every rule about duplicates runs, `related-topic`
    included; a question that does not exist is always reported.

    Example:
        <!-- dlqa-lint: ignore missing-answer: to be written -->

        ### 3. What is a shape?

        The length of each axis.

    Repair:
        ### 3. What is a shape?

        The length of each axis.

    Fix: Takes the name away, and the comment where no name is left. It is safe, for readers never see it; but where
    the comment calls questions distinct it is not, because the number may be wrong and not the comment.

    Schema: nothing.
    """

    def check(
        self, document: Document, bank: Bank, used: Collection[Span], ran: Collection[str]
    ) -> Iterator[Finding]:
        meanings = Meanings(bank.documents)
        standing = {name for _, name, _ in meanings.of(document)}
        for suppression in document.suppressions:
            idle = [
                name
                for name in suppression.names
                if name.span not in used
                and (
                    _judged_pair(name in standing, ran)
                    if suppression.verb == DISTINCT and meanings.document(document, name)
                    else _judged(suppression, name, bank, ran)
                )
            ]
            if idle:
                names = " and ".join(quoted(name.text) for name in idle)
                message = f"the suppression {quoted(suppression.verb)} of {names} hides nothing"
                yield self.finding(document, suppression.span, message, fix=_fix(document, suppression, idle))


def _judged_pair(stands: bool, ran: Collection[str]) -> bool:
    """Whether a name that is to tell two questions apart could have done so; `stands` says that it names one."""
    # The registry imports every rule, this one among them.
    from dlqa_lint.rules import all_rules

    # A pair may be near enough for `related-topic` only, which is off by default.
    return not stands or all(rule.name in ran for rule in all_rules().values() if rule.family == DUPLICATES)


def _judged(suppression: Suppression, name: Name, bank: Bank, ran: Collection[str]) -> bool:
    """Whether a name could have hidden something in this run."""
    from dlqa_lint.rules import all_rules

    rules = all_rules()
    meant = [
        rule.name
        for rule in rules.values()
        if (rule.default or rule.with_family) and name.text in (rule.name, rule.family)
    ]
    if not bank.whole and any(rules[rule].family in _ACROSS for rule in meant):
        return False
    return suppression.verb in IGNORING and bool(meant) and all(rule in ran for rule in meant)


def _fix(document: Document, suppression: Suppression, idle: Sequence[Name]) -> Fix | None:
    """The fix that takes names away, or the whole comment with its lines where it stands alone on them."""
    title = "take the suppression away"
    # Renumbering in the same run may make the number right again, and the reason would be lost.
    safe = suppression.verb != DISTINCT
    gone = set(idle)
    kept = [name for name in suppression.names if name not in gone]
    if kept:
        listed = Span(suppression.names[0].span.start, suppression.names[-1].span.end)
        return Fix(title, (Edit(document.path, listed, ", ".join(name.text for name in kept)),), safe=safe)
    removed = _removed(document.source, suppression.span)
    return Fix(title, (Edit(document.path, removed, ""),), safe=safe) if removed else None


def _removed(source: Source, comment: Span) -> Span | None:
    """What goes with a comment; None where it keeps the line below from being read with what is above.

    None, too, where a comment was not closed, and so holds what follows up to the end of another one.
    """
    if _SWALLOWS.search(source.text, comment.start + len("<!--"), comment.end):
        return None
    first, last = source.line_index(comment.start), source.line_index(comment.end)
    start, end = source.starts[first], source.full_line_span(last).end
    before, after = source.text[start : comment.start], source.text[comment.end : source.line_span(last).end]
    if before.strip() or after.strip():
        return _within_line(comment, before, after)
    if _TABLE_LIST_OR_CODE.match(next((line for line in source.lines[last + 1 :] if line.strip()), "")):
        return None
    if first and end == source.line_span(last).end:
        # The last line of a file without a final newline goes with the line ends and empty lines above it.
        above = next((at for at in range(first - 1, -1, -1) if source.lines[at].strip()), None)
        return Span(source.line_span(above).end if above is not None else 0, end)
    blank_above = first == 0 or not source.lines[first - 1].strip()
    if blank_above and last + 1 < len(source.lines) and not source.lines[last + 1].strip():
        below = source.full_line_span(last + 1).end
        # The last line of a text, white space without a line end, is what it ends in.
        end = below if below > source.line_span(last + 1).end else end
    return Span(start, end)


def _within_line(comment: Span, before: str, after: str) -> Span | None:
    """What goes with a comment that has text beside it; None where that would be read otherwise or run together.

    Signs at the edge of what is left may be markup there (`+`, `- a`, `> a`, `1.`, `---`); between words they are none.
    """
    opens = not before.strip() or _LETTER.search(before)
    if not opens or not _GOES_ON.match(after):
        return None
    if not after[:1].strip():
        return Span(comment.start - len(before) + len(before.rstrip()), comment.end)
    run_together = before[-1:].isalnum() and after[:1].isalnum()
    return None if run_together else comment
