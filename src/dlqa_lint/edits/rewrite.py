"""Writing a question in another form: the edits that change the markup around its words, and never a word."""

import re
from typing import NamedTuple

from dlqa_lint.edits.indent import item_width, lines_below, moved
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Edit
from dlqa_lint.model.form import NUMBER, TEXT, Form, is_markup_only, parse_form
from dlqa_lint.model.question import HEADINGS, ITEMS, LINES
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import RAW_TAGS
from dlqa_lint.text.source import Source, Span

_BULLETS = ("-", "*", "+")
_OPENER = regex(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:#{1,6}(?:[ \t]+|$))?")
_LIST_OPENER = regex(r"(?:[-*+]|\d{1,9}[.)])(?:\s|$)")
_TEMPLATE_OPENER = regex(r"(?:(?:-|\{number\}[.)]) )?(?:#{1,6} )?")
_CLOSERS = regex(r"(?:[ \t*_#\u00a0]|</(?:b|strong|u|i|em)>)*(?:(?:\r\n|\r|\n) {0,3}(?:=+|-+)[ \t]*)?")
_SPACES = regex(r"[\s\\]+")
# At the beginning of a line they hold what follows as it is, and in a heading they do not.
_RAW = regex(rf"<(?:{RAW_TAGS})\b", re.IGNORECASE)
# What these stand for a question in another form does not say.
_UNKNOWN = regex(r"\{(?:mark|label)\}")


class Rewriting(NamedTuple):
    """A question in another form: the edits, and its heading's new text (None: it is no longer a heading)."""

    edits: tuple[Edit, ...]
    heading: str | None


class _Line(NamedTuple):
    """The new line of a question: what precedes its words, what follows, and the text of its heading."""

    before: str
    after: str
    heading: str | None


def rewritten(document: Document, question: Question, template: str) -> Rewriting | None:
    """What turns a question from its form into another one; None where that cannot be done without a risk."""
    source, form, old = document.source, parse_form(template), parse_form(question.form)
    line = _new_line(source, question, form)
    if line is None or not _movable(document, question, form):
        return None
    first = source.line_index(question.span.start)
    before = item_width(source, question.span.start) if old.kind in ITEMS else 0
    start = source.starts[first]
    after = item_width(Source("", line.before + "x"), 0) if form.kind in ITEMS else 0
    if bool(before) != bool(after) and _swallows(document, question):
        return None
    tail = Span(question.text_span.end, max(question.span.end, question.text_span.end))
    last = source.line_index(tail.end)
    below = lines_below(source, Span(tail.end, tail.end), question.body)
    if form.kind != old.kind and _becomes_code(source, last + 1, before):
        return None
    body = moved(source, document.path, below, before, after)
    if body is None:
        return None
    edits = [*body]
    gap = form.kind != old.kind
    head = Span(start, question.text_span.start)
    opening = "\n" * (gap and first > 0 and not source.is_blank(first - 1)) + line.before
    if source.slice(head) != opening:
        edits.append(Edit(document.path, head, opening))
    closing = line.after if source.slice(tail).strip() != line.after.strip() else source.slice(tail)
    if gap and last + 1 < len(source.lines) and not source.is_blank(last + 1):
        closing += "\n"
    if source.slice(tail) != closing:
        edits.append(Edit(document.path, tail, closing))
    return Rewriting(tuple(edits), line.heading)


def _new_line(source: Source, question: Question, form: Form) -> _Line | None:
    """The line of a question in a form; None if the form cannot hold it."""
    number = question.number.label if question.number else ""
    text = source.slice(question.text_span)
    lead = _lead(source, question)
    if lead is None or (NUMBER in form.template) != bool(number) or not _holds(form, number, text):
        return None
    head, _, tail = form.template.partition(TEXT)
    opener = _TEMPLATE_OPENER.match(head)
    split = opener.end() if opener else 0
    before = head[:split].replace(NUMBER, number) + lead + head[split:].replace(NUMBER, number)
    bullet = source.text[question.span.start]
    if bullet in _BULLETS and before.startswith(_BULLETS):
        # Another bullet would begin another list.
        before = bullet + before[1:]
    if form.kind in HEADINGS and tail.endswith(" #"):
        closing, tail = " " + "#" * form.level, tail[:-2]
    else:
        closing = ""
    content = lead + head[split:].replace(NUMBER, number) + text + tail
    if NUMBER in head[split:]:
        # A bare number may run into the words, and a paragraph is not a question after an anchor.
        read = parse_line(content, space_delimits=form.kind in HEADINGS)
        if (read.number, read.text) != (number, text) or (lead and form.kind == "paragraph"):
            return None
    return _Line(before, tail + closing, content if form.kind in HEADINGS else None)


def _lead(source: Source, question: Question) -> str | None:
    """What is on the line besides the form (an anchor, an emoji); None if the line is not understood."""
    text = source.text[source.starts[source.line_index(question.span.start)] : question.text_span.start]
    opener, template = _OPENER.match(text), _TEMPLATE_OPENER.match(question.form)
    rest = text[opener.end() if opener else 0 :]
    head = question.form[template.end() if template else 0 :].partition(TEXT)[0]
    spelling = question.number.spelling if question.number else ""
    known = _SPACES.sub("", head.replace(NUMBER, spelling))
    if not _SPACES.sub("", rest).endswith(known):
        return None
    length = len(_SPACES.sub("", rest)) - len(known)
    end = 0
    for end, character in enumerate(rest):  # noqa: B007 - the place where the known head begins
        if length == 0 and not character.isspace():
            break
        length -= not _SPACES.fullmatch(character)
    else:
        end = len(rest)
    # Hashes that lack their space wait until they have it.
    return None if rest[:end].startswith("##") else rest[:end]


def _holds(form: Form, number: str, text: str) -> bool:
    """Whether a form can hold a text: on one line, and with nothing that its markup would swallow."""
    if _UNKNOWN.search(form.template) or _RAW.search(text):
        return False
    if form.kind not in LINES or "\n" in text or "\r" in text or not text.strip():
        return False
    head, _, tail = form.template.partition(TEXT)
    if form.list_numbered and not number.isdecimal():
        return False
    if form.kind in HEADINGS and re.search(r"(?:^|\s)#+$", text):
        return False
    if form.kind == "item" and _TEMPLATE_OPENER.fullmatch(head) and _LIST_OPENER.match(text):
        return False
    emphasis = set("*_") & set(tail)
    return not (emphasis & set(text)) and bool(head.strip())


def _movable(document: Document, question: Question, form: Form) -> bool:
    """Whether a question may change its form with all that is below it."""
    source = document.source
    # A form with a bracket is half a link.
    if question.kind not in LINES or question.withdrawn or "[" in question.form:
        return False
    tail = source.text[question.text_span.end : max(question.span.end, question.text_span.end)]
    if source.text[
        max(question.span.end, question.text_span.end) : source.line_span(
            source.line_index(question.span.end)
        ).end
    ].strip():
        return False
    before = source.text[source.starts[source.line_index(question.span.start)] : question.span.start]
    indent = len(before.expandtabs(4))
    # From two columns on, and a tab is four, an item may be in another item.
    if not _CLOSERS.fullmatch(tail) or (question.kind in ITEMS and indent > 1):
        return False
    inner = [
        heading
        for heading in document.headings
        if question.body.start <= heading.span.start < question.body.end
    ]
    if form.kind == "heading":
        # A heading of the answer that is not below the question's own would end the question, and one that
        # ends it now must still do so.
        following = next(
            (h for h in document.headings if h.span.start >= max(question.body.end, question.span.end)), None
        )
        ends = following is None or following.question is not None or following.level <= form.level
        return ends and all(heading.level > form.level for heading in inner)
    return not inner or form.kind == question.kind


def _becomes_code(source: Source, index: int, width: int) -> bool:
    """Whether a line right below continues a question's paragraph, deep enough to be code otherwise."""
    line = source.lines[index] if index < len(source.lines) else ""
    return bool(line.strip()) and len(line) - len(line.lstrip()) >= width + 4


def _swallows(document: Document, question: Question) -> bool:
    """Whether a block is left open below a question: out of its list item it would swallow what follows."""
    open_ends = (remnant.span.start for remnant in document.remnants if remnant.kind == "unclosed-block")
    return any(question.body.start <= start < question.body.end for start in open_ends)


def retitled(document: Document, template: str) -> tuple[Edit, ...] | None:
    """The edits that write a document's title in another form; None where that would be a risk."""
    title, source = document.title, document.source
    if title is None:
        return None
    form = parse_form(template)
    head, tail = Span(title.span.start, title.text_span.start), Span(title.text_span.end, title.span.end)
    text = source.slice(title.text_span)
    opener = _OPENER.match(source.slice(head))
    decoration = source.slice(head)[opener.end() if opener else 0 :]
    if form.kind != "heading" or not _holds(form, "", text) or not is_markup_only(template):
        return None
    if decoration.strip("*_") or not _CLOSERS.fullmatch(source.slice(tail)):
        return None
    before, _, after = form.template.partition(TEXT)
    after = after[:-2] + " " + "#" * form.level if after.endswith(" #") else after
    edits = (Edit(document.path, head, before), Edit(document.path, tail, after))
    return tuple(edit for edit in edits if source.slice(edit.span) != edit.replacement)
