"""option-label: labels of options that are out of order, repeated, missing or written differently."""

from collections import Counter
from collections.abc import Iterator

from dlqa_lint.edits.relabel import relabelled, right_labels
from dlqa_lint.model.bank import Document, Option, Question
from dlqa_lint.model.finding import Finding, Fix, Place
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text import marks


class OptionLabel(DocumentRule):
    """The labels of a question's options do not count, or one is written otherwise than its neighbours.

    Labels may be out of order (`A, C, B, D`), repeated (`A, B, B, D`), missing (`A, B, D`) or written
    otherwise (`B)` beside `A.`). A key that names such a letter names the wrong option, two of them or none.

    Example:
        A. rose
        C. grass
        B. sky

        Answer: C

    Repair:
        A. rose
        B. grass
        C. sky

        Answer: B

    Fix: Labels the options in order, and gives the key and the explanation the new letters, so that they name
    the same options. It is safe only where a schema file gives the owner's word, for readers may cite letters.
    There is none where the key or the explanation names a letter that is repeated or that no option has, where
    a letter may be a word, or where nothing says which option is right, for the key may be in another file; how
    a label is written is left to a person.

    Schema: `options.form`, by which options are recognised.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        usual = Counter(
            q.options[0].label for q in document.questions if len(q.options) > 1 and q.options[0].label
        )
        for question in document.questions:
            labels = [option.label for option in question.options]
            if len(labels) < 2 or not all(labels) or question.withdrawn:
                continue
            if labels[0] not in _FIRST and usual[labels[0]] * 2 > usual.total():
                continue
            if labels != right_labels(question):
                yield self._order(document, question, labels)
            elif found := _otherwise(question):
                at, option = found
                message = (
                    f"the option {quoted(document.source.slice(option.span))} of {quoted(question.plain_text)} is "
                    f"written as {quoted(option.form)}, expected {quoted(question.options[0 if at else 1].form)}"
                )
                yield self.finding(document, option.span, message, question=question)

    def _order(self, document: Document, question: Question, labels: list[str]) -> Finding:
        wanted = right_labels(question)
        at = next(index for index, label in enumerate(labels) if label != wanted[index])
        option, label = question.options[at], labels[at]
        first = labels.index(label)
        related = []
        if first < at:
            fault = f"the label {label} is used twice"
            related = [Place(document.path, question.options[first].span, "the first option with this label")]
        elif wanted[at] in labels:
            fault = f"the labels are out of order ({', '.join(labels)})"
        else:
            fault = f"the label {wanted[at]} is missing ({', '.join(labels)})"
        message = f"{fault} in {quoted(question.plain_text)}, expected {', '.join(wanted)}"
        edits = relabelled(document, question)
        fix = Fix("label the options in order", edits, safe=not document.schema.inferred) if edits else None
        span = option.label_span or option.span
        return self.finding(document, span, message, question=question, related=related, fix=fix)


_FIRST = frozenset(series[0] for series in marks.OPTION_SERIES)


def _otherwise(question: Question) -> tuple[int, Option] | None:
    """The one option that is written otherwise than all others."""
    forms = Counter(option.form for option in question.options)
    if len(forms) != 2 or len(question.options) < 3:
        return None
    rare = min(forms, key=lambda form: forms[form])
    if forms[rare] != 1:
        return None
    return next((at, option) for at, option in enumerate(question.options) if option.form == rare)
