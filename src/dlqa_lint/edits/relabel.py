"""Giving the options of a question other labels, with every letter that names them."""

from collections.abc import Iterator

from dlqa_lint.language.option_letters import LARGE, OPTION_BEFORE, SMALL
from dlqa_lint.language.option_verdicts import option_verdicts
from dlqa_lint.model.bank import Document, Question, key_for
from dlqa_lint.model.finding import Edit
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_SIGN = regex(rf"(?<![\w'’.&-])[A-Ha-h1-9{marks.OPTION_LETTERS}](?![\w'’+#&-])")
_ONE = regex(r"(?<![^\W_])[A-Ha-h](?!\w)")
_LINE_BEFORE = regex(r"(?:^|[\r\n])[ \t>*_(-]*\Z")
_LINE_AFTER = regex(r"[*_]{0,3}[):][)*_]{0,3}(?=\s)")


def right_labels(question: Question) -> list[str]:
    """The labels that the options of a question should have: they count on from the first."""
    labels = [option.label for option in question.options]
    if labels[0] in marks.OPTION_LETTERS:
        series = [series for series in marks.OPTION_SERIES if labels[0] in series]
        return list(
            max(series, key=lambda letters: len(set(letters[: len(labels)]) & set(labels)))[: len(labels)]
        )
    first = "A" if labels[0].isupper() else "a" if labels[0].isalpha() else "1"
    return [chr(ord(first) + at) for at in range(len(labels))]


def relabelled(document: Document, question: Question) -> list[Edit] | None:
    """The edits that label the options in order, the key and the explanation with them.

    None where a letter cannot be placed for certain: nothing in the document says which option is right, and a key
    elsewhere may name it; a label is used twice and the key or the explanation names
    it, a letter may be a word, or it names no option yet, and would come to name the wrong one. After
    A, B, C, C the letter D names the last one already.
    """
    if not question.right and not question.answer_letters:
        return None
    wanted = right_labels(question)
    labels = [option.label for option in question.options]
    renamed = {old: new for old, new in zip(labels, wanted, strict=True) if old != new}
    ambiguous = {label for label in labels if labels.count(label) > 1}
    ambiguous |= {
        new for old, new in zip(labels, wanted, strict=True) if new not in labels and old not in ambiguous
    }
    edits = [
        Edit(document.path, option.label_span, new)
        for option, new in zip(question.options, wanted, strict=True)
        if option.label_span and option.label != new
    ]
    if not edits or any(option.label_span is None for option in question.options):
        return None
    for span, certain in mentions(document, question):
        letter = document.source.slice(span)
        old = letter.upper() if labels[0].isupper() else letter.lower()
        if old in ambiguous or (old in renamed and not certain):
            return None
        if old in renamed:
            new = renamed[old]
            edits.append(Edit(document.path, span, new.upper() if letter.isupper() else new.lower()))
    return edits


def mentions(document: Document, question: Question) -> Iterator[tuple[Span, bool]]:
    """The letters by which key and explanation name options, each with whether it certainly does.

    Certain are those of the key, after a noun ("option B"), before a colon or bracket at the start of a line,
    and those that a verdict is about. "Vitamin C. It is …" may name none.
    """
    text, key = document.source.text, question.answer_letters_span
    label = question.options[0].label
    letters = {letter.upper() for letter in question.answer_letters}
    for match in _SIGN.finditer(text, key.start, key.end) if key else ():
        if match.group().upper() in letters:
            yield Span(*match.span()), True
    for stretch in _explanations(document, question):
        if label.isascii() and label.isalpha():
            found = _in_words(text, stretch, small=label.islower())
        else:
            found = ((Span(*match.span()), False) for match in _SIGN.finditer(text, *stretch))
        yield from ((span, sure) for span, sure in found if not key or not key.start <= span.start < key.end)


def _explanations(document: Document, question: Question) -> Iterator[Span]:
    """What is below the options, and after the question's entry in an answer key elsewhere."""
    last = max(option.span.end for option in question.options)
    below = Span(last, max(question.body.end, question.span.end))
    yield below
    at, key = question.answer_letters_span, key_for(question, document.keys)
    if at and key and key.span.start <= at.start < key.span.end and not below.start <= at.start < below.end:
        ends = [entry.span.start for entry in key.entries if entry.span.start > at.start]
        yield Span(at.end, min([*ends, key.span.end]))


def _in_words(text: str, stretch: Span, *, small: bool) -> Iterator[tuple[Span, bool]]:
    """The letters in a stretch of words; small ones are mostly words and variables."""
    verdicts = option_verdicts(text, stretch, "", small=small)
    judged = sorted(verdict.span for verdict in verdicts if verdict.kind != "denied")
    begun, judged_to = 0, 0
    for run in (SMALL if small else LARGE).finditer(text, *stretch):
        while begun < len(judged) and judged[begun].start <= run.start():
            begun, judged_to = begun + 1, max(judged_to, judged[begun].end)
        before = text[max(stretch.start, run.start() - _REACH) : run.start()]
        named = OPTION_BEFORE.search(before) is not None
        opens = _LINE_BEFORE.search(before) and _LINE_AFTER.match(text, run.end() - run.group().endswith(")"))
        sure = run.start() < judged_to or bool(opens) or (named and not run.group().islower())
        if sure or named or run.group().strip("ae") or len(run.group()) > 1:
            yield from ((Span(*match.span()), sure) for match in _ONE.finditer(text, *run.span()))


_REACH = 40
"""How far before a letter its noun may be, in characters."""
