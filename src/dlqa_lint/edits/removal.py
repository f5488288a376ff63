"""A question that goes: its block, its entries in contents and answer keys, and the numbers after it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.edits.entry_edits import children_of, removed, removed_with_parts
from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.question_block import QuestionBlock, blocks_of, content_end, is_separator, tail_of
from dlqa_lint.edits.renumber import Change, ObstacleError, taken_along, united
from dlqa_lint.edits.retarget import Gone, lies_in
from dlqa_lint.edits.shift import closed, moved_end, moved_parts
from dlqa_lint.links.contents import all_matches
from dlqa_lint.model.bank import Document, Key, KeyEntry, Question, key_for
from dlqa_lint.model.finding import Edit, Place
from dlqa_lint.text.source import Span


class Removal(NamedTuple):
    """A question that goes: all edits, those that take its text away, and what still speaks of it."""

    edits: tuple[Edit, ...]
    deletions: tuple[Edit, ...]
    citations: tuple[Place, ...]


def removal(
    mentions: Mentions, document: Document, question: Question, parts: Mapping[str, Document]
) -> Removal:
    """What takes a question out of a bank; raises ObstacleError where more would go with it.

    `parts` gives the documents that files of one count continue.
    """
    _require_alone(document, question)
    there = blocks_of(document)
    block = next(block for block in there if block.question == question)
    deletions = [_deletion(document, there, block), *_entries(mentions, document, block)]
    deletions += _key_entries(document, question)
    gone = [(edit.path, edit.span) for edit in deletions]
    citations = tuple(_citations(mentions, document, block, gone))
    if citations:
        return Removal((), (), citations)
    shift = closed(document, question)
    first, end = block.span
    lost = [at for at, heading in enumerate(document.headings) if first <= heading.span.start < end]
    edits = [*taken_along(mentions, document, shift.new, Change(gone=gone, lost=lost))]
    if shift.reaches_end:
        edits += moved_end(document, -1) if question == document.questions[-1] else ()
        for part, new in moved_parts(document, parts, mentions.link_map.documents, -1):
            edits += taken_along(mentions, part, new)
    kept = [edit for edit in edits if not lies_in(edit.path, edit.span, gone)]
    return Removal(united(document, (*deletions, *kept)), tuple(deletions), ())


def _require_alone(document: Document, question: Question) -> None:
    """Refuse a question that others hang on."""
    at = question.span.start
    if question.kind == "file":
        raise ObstacleError(document, at, "the question is the whole file; delete the file")
    number = question.number.value if question.number else None
    below = [q for q in document.questions if q.number and number and q.number.value[:-1] == number]
    if below and below[0].number:
        raise ObstacleError(document, at, f"question {below[0].number.label} is below it; remove that first")


def _deletion(document: Document, there: Sequence[QuestionBlock], block: QuestionBlock) -> Edit:
    """The edit that takes a block away, with the white space before it or, for a first one, after it."""
    index = there.index(block)
    start = content_end(document, block.span.start)
    before = there[index - 1] if index and there[index - 1].span.end == start else None
    following = there[index + 1] if index + 1 < len(there) else None
    between = document.source.text[block.span.end : following.span.start] if following else ""
    if before is None and following and not between.strip():
        return Edit(document.path, Span(block.span.start, following.span.start), "")
    if index > 1 and before and following is None and not tail_of(document, block):
        # The line across that set the last question apart from the one before it goes as well.
        tail = tail_of(document, before)
        start -= len(tail) if is_separator(tail) else 0
    return Edit(document.path, Span(start, block.span.end), "")


def _entries(mentions: Mentions, document: Document, block: QuestionBlock) -> Iterator[Edit]:
    """The edits that take the entries for a question, and for parts of its answer, out of all contents."""
    matches = list(all_matches(mentions.link_map))
    inside = {
        (match.owner.path, match.entry.span)
        for match in matches
        if match.document.path == document.path
        and match.landing
        and block.span.start <= match.landing.at < block.span.end
    }
    for match in matches:
        if match.document.path != document.path or match.question != block.question:
            continue
        below = children_of(match.contents, match.entry)
        edit = None
        if not below:
            edit = removed(match.owner, match.contents, match.entry)
        elif all((match.owner.path, entry.span) in inside for entry in below):
            edit = removed_with_parts(match.owner, match.contents, match.entry, below)
        if edit is None:
            raise ObstacleError(
                match.owner,
                match.entry.span.start,
                "the contents entry of the question holds more than that; take it out by hand first",
            )
        yield edit


def _key_entries(document: Document, question: Question) -> Iterator[Edit]:
    """The edit that takes the answer of a question out of the answer key, unless another one goes by it."""
    key = key_for(question, document.keys)
    entry = key.entry_of(question) if key else None
    if key is None or entry is None:
        return
    asked = [other for other in key.asked(document.questions) if key.entry_of(other) == entry]
    if len(asked) == 1:
        yield Edit(document.path, _entry_span(document, key, entry), "")


def _entry_span(document: Document, key: Key, entry: KeyEntry) -> Span:
    """An entry with the explanation below it, or, where others are on its line, up to the next of them."""
    source = document.source
    entries = sorted(key.entries, key=lambda other: other.span)
    index = entries.index(entry)
    line = source.line_index(entry.span.start)
    following = entries[index + 1].span.start if index + 1 < len(entries) else key.span.end
    opens = not index or source.line_index(entries[index - 1].span.start) < line
    last = source.line_index(following) if index + 1 < len(entries) else -1
    if opens and last != line:
        start = content_end(document, source.starts[line])
        end = source.starts[last] if last > line else following
        return Span(start, max(content_end(document, end), entry.span.end))
    if last == line:
        return Span(entry.span.start, following)
    return Span(entries[index - 1].span.end, entry.span.end)


def _citations(
    mentions: Mentions, document: Document, block: QuestionBlock, gone: Sequence[Gone]
) -> Iterator[Place]:
    """The links and references that would lead nowhere, or to another question, without a question."""
    places = mentions.link_map.targets(document)
    for owner, link, fragment in mentions.link_map.links_to(document):
        landing = places.find(fragment)
        if (
            landing
            and block.span.start <= landing.at < block.span.end
            and not lies_in(owner.path, link.span, gone)
        ):
            yield Place(owner.path, link.span, f"the link {link.text!r} leads to it")
    # Keys and ranges follow by themselves.
    followed = [*gone, *((document.path, key.span) for key in document.keys)]
    followed += [(document.path, document.stated.span)] if document.stated else []
    for path, number, question in mentions.of(document):
        if question == block.question and not lies_in(path, number.span, followed):
            yield Place(path, number.span, "its number is mentioned here")
