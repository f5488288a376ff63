"""The keys of quizzes: which letters a list or table after the questions gives to which number, and so to whom.

Which key a question is looked up in is for `model.bank.key_for` to say.
"""

import re
from collections.abc import Iterator, Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.language.option_letters import LETTER_JOIN
from dlqa_lint.model.bank import Key, KeyEntry, Question, key_for
from dlqa_lint.recognise.body.answer_lists import LETTERS, below_answer_titles
from dlqa_lint.recognise.body.key_lines import key_in_a_line
from dlqa_lint.recognise.body.quiz_key_sections import by_section
from dlqa_lint.recognise.body.quiz_key_tables import entries_on_side
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_ENTRY = regex(
    r"(?<![\w.])(?:[Qq](?:uestion)?\s?\.?\s?)?"
    r"(?P<number>\d{1,4})[ \t]{0,40}(?:[*_]{0,2}\s?[.):：\-–—|=]|\s)[\s*_(]{0,40}"
    rf"(?:(?:answer|ans)\s?[:.]\s?)?(?P<letters>{LETTERS})(?![\w'’])[)*_]{{0,3}}",
)
_BULLETS = " \t|-*+>,;:."
_BETWEEN = regex(rf"{LETTER_JOIN}|[ \t]")


def keys_of(source: Source, blocks: Sequence[Block], questions: Sequence[Question]) -> tuple[Key, ...]:
    """The answer keys of a document's quiz; nothing where its questions have no options to name.

    A key is below a heading that says so, after the questions, and is little more than its entries.
    """
    if sum(len(question.options) > 1 for question in questions) < 2:
        return ()
    found: list[Key] = []
    since = 0
    for index, span in below_answer_titles(source, blocks):
        inside = Span(source.line_span(blocks[index].end - 1).end, span.end)
        entries = tuple(_entries(source, inside))
        asked = [q for q in questions if since <= q.span.start < span.start and len(q.options) > 1]
        if len(entries) >= 2 and len(asked) >= 2 and _is_most(source, inside, entries):
            heading = source.lines_span(blocks[index].first, blocks[index].end)
            found.extend(by_section(source, blocks, Key(span, heading, since, span.start, entries), asked))
            since = span.end
    return tuple(sorted(found, key=lambda key: key.since)) or key_in_a_line(source, blocks, questions)


def key_alone(source: Source, blocks: Sequence[Block]) -> tuple[Key, ...]:
    """The answer key that is all of a document: its name or a heading says so, and the rest is entries."""
    if not vocabulary.names_answers(source.path) and not below_answer_titles(source, blocks):
        return ()
    title = next((block for block in blocks if block.kind == "heading"), None)
    below = Span(source.line_span(title.end - 1).end if title else 0, len(source.text))
    entries = tuple(_entries(source, below))
    if len(entries) < 2 or not _is_most(source, below, entries):
        return ()
    heading = source.lines_span(title.first, title.end) if title else entries[0].span
    return (Key(Span(0, len(source.text)), heading, 0, 0, entries),)


def _entries(source: Source, span: Span) -> Iterator[KeyEntry]:
    entries = list(entries_on_side(source, span)) if "|" in source.slice(span) else []
    for number, letters, place, whole in entries:
        yield KeyEntry(number, _letters(letters), place, whole)
    for match in _ENTRY.finditer(source.text, span.start, span.end) if not entries else ():
        place = Span(*match.span("letters"))
        yield KeyEntry(int(match["number"]), _letters(match["letters"]), place, Span(*match.span()))


def _letters(said: str) -> tuple[str, ...]:
    return tuple(letter.upper() for letter in _BETWEEN.split(said))


def _is_most(source: Source, span: Span, entries: Sequence[KeyEntry]) -> bool:
    """Whether most lines of a part begin with an entry, whatever explanation follows it.

    Headings, and lines that are indented deeper than the entries, explain.
    """
    starts = {source.line_index(entry.span.start) for entry in entries}
    margin = max(_indent(source.lines[at]) for at in starts)
    lines = [
        at
        for at in source.line_range(span)[1:]
        if re.search(r"\w", source.lines[at])
        and _indent(source.lines[at]) <= margin
        and not source.lines[at].startswith("#")
    ]
    begun = [at for at in lines if at in starts and _opens(source, at, entries)]
    return len(begun) * 2 > len(lines) or (len(begun) * 2 >= len(lines) - 1 and "|" in source.slice(span))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _opens(source: Source, line: int, entries: Sequence[KeyEntry]) -> bool:
    at = source.starts[line]
    first = min(entry.span.start for entry in entries if source.line_index(entry.span.start) == line)
    return not source.text[at:first].strip(_BULLETS)


def with_keys(questions: Sequence[Question], keys: Sequence[Key]) -> list[Question]:
    """The questions, each with the letters that a key gives it where it has none of its own."""
    found = []
    for question in questions:
        key = key_for(question, keys)
        entry = key.entry_of(question) if key else None
        if key and question.answer and key.span.start <= question.answer.span.start < key.span.end:
            question = question._replace(answer=None, answer_letters=(), answer_letters_span=None)  # noqa: PLW2901
        if entry and not question.answer_letters and len(question.options) > 1:
            question = question._replace(  # noqa: PLW2901 - the question with its key
                answer_letters=entry.letters,
                answer_letters_span=entry.letters_span,
                shares_answer=question.answer is None,
            )
        found.append(question)
    return found
