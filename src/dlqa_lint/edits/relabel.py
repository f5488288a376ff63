"""Giving the options of a question other labels, with every letter that names them."""

import re
from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Edit
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_LETTER = regex(r"(?<![\w'’.&-])[A-Ha-h](?![\w'’+#&-])")
_SIGN = regex(rf"(?<![\w'’.&-])[1-9{marks.OPTION_LETTERS}](?![\w'’+#&-])")
# Where a letter stands for an option, whatever word it may be elsewhere ("A list is …", "in C").
_NAMES = regex(
    r"(?:options?|choices?|answers?|key)\s*:?\s*[*_(`\"]{0,3}\Z"
    r"|(?:options?|choices?|answers?)\s[A-Ha-h ,&/()]*(?:and|or)?\s*\(?\Z",
    re.IGNORECASE,
)
_NAMED = regex(r"[)*_`\"]{0,3}\s*(?:[.):](?=\s)|(?:is|are|was)\b|,\s*[A-H]\b|\s(?:and|or)\s[A-H]\b)")


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

    None where a letter cannot be placed for certain: a label stands twice and the key or the explanation names
    it, a letter may be a word, or it names no option yet, and would name another one than was meant. Behind
    A, B, C, C the letter D names the last one already.
    """
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
    """The letters by which key and explanation name options, each with whether it surely does."""
    text, key = document.source.text, question.answer_letters_span
    letters = (
        _LETTER if question.options[0].label.isascii() and question.options[0].label.isalpha() else _SIGN
    )
    last = max(option.span.end for option in question.options)
    stretches = [(last, max(question.body.end, question.span.end))]
    if key and not last <= key.start < stretches[0][1]:
        stretches.append((key.start, key.end))
    for start, end in stretches:
        for match in letters.finditer(text, start, end):
            span = Span(*match.span())
            in_key = key is not None and key.start <= span.start < key.end
            if not in_key and match.group().islower():
                continue
            before, behind = text[max(start, span.start - 40) : span.start], text[span.end : span.end + 12]
            certain = in_key or bool(_NAMES.search(before)) or bool(_NAMED.match(behind))
            yield span, certain
