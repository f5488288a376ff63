"""ambiguous-document: a document of which it is not sure which lines ask."""

from collections.abc import Iterator, Sequence

from dlqa_lint.model.bank import Document, Doubt, question_at
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.counts import counted


class AmbiguousDocument(DocumentRule):
    """Lines that are written alike may be questions or none, and other findings hang on which they are.

    Without a schema, what speaks for a group of lines is weighed against what speaks against it. Here the two
    are as good as equal: if the lines were read wrongly, so were numbers, answers and counts. Findings of the
    document that hang on its questions are therefore of severity `info` until a schema says what they are,
    unless the settings give their rules a severity, and their fixes are unsafe. Where there is no such
    finding, nothing hangs on the doubt, and nothing is reported.

    A report about misread questions is noise, and whoever fixes what it says spoils the document.

    Example:
        # Interview

        1. Tell us about a project
        2. Describe your worst day

    Repair:
        # dlqa-schema.toml
        [question]
        form = "{number}. {text}"

    Fix: None. Whether the lines ask, only the author knows.

    Schema: `question.form`. Any schema settles the doubt: lines in its form ask, and others that are in doubt
    do not. The forms that the message names keep all that is sure as it was read.
    """

    hangs_on_reading = False

    def check(self, document: Document) -> Iterator[Finding]:
        doubt = document.doubt
        if doubt is None:
            return
        first, *more = doubt.spans
        lines = f"{counted(len(more), 'more line')} like {quoted(doubt.form)}"
        read = "read as questions and may not be" if doubt.asks else "not read as questions and may be"
        said = f"{quoted(document.source.slice(first))} and {lines} were {read}"
        message = f"{said}, expected a schema that decides: {_settling(doubt)}"
        yield self.finding(document, first, message, question=question_at(document, first.start))


def _settling(doubt: Doubt) -> str:
    """What settles each of the two readings."""
    without = _line(doubt.others) if doubt.others else "`exclude` in the settings"
    return f"{_line((*doubt.others, doubt.form))} if they ask, {without} if not"


def _line(forms: Sequence[str]) -> str:
    """The line of a schema that names forms."""
    import json  # its patterns would be compiled at every start

    return f"question.form = {json.dumps(forms[0] if len(forms) == 1 else forms, ensure_ascii=False)}"
