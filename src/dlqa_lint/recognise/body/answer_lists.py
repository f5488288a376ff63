"""Lists of answers in a place of their own, after the questions: their numbered lines answer, and do not ask.

Which letter such a place gives to which question of a quiz is for `quiz_keys` to say.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.option_letters import LETTER_JOIN, SMALL_LETTER
from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.numbers import value_of
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

LETTERS = (
    r"[A-H](?:[ \t][A-H]){1,7}(?=[ \t)*_|]*(?:[\r\n]|\Z))"
    rf"|[A-H](?:{LETTER_JOIN}[A-H])*|{SMALL_LETTER}(?:{LETTER_JOIN}{SMALL_LETTER})*"
)
"""The letters of the options that an entry names (a pattern); in "B, a list" the article names none."""

_NAMED = regex(rf"\s*\(?(?:{LETTERS})[.)]?\s*")
_TITLES = tuple(title.casefold() for title in vocabulary.ANSWER_KEY_TITLES)
_LEVELS = {"heading": 1, "paragraph": 7, "html": 8}
"""What may be a title, and how deep it is where it does not say so itself: deeper than any heading."""
_MARKED = regex(
    rf"(?:{marks.STRONG})[^\r\n]{{1,60}}(?:{marks.STRONG})[{marks.COLONS}]?|[^\r\n]{{1,40}}[{marks.COLONS}]"
)
_SUMMARY = regex(r"<summary\b[^<>]*>(?P<words>.{1,200}?)</summary>", re.IGNORECASE | re.DOTALL)
_AROUND = regex(r"\A\W+|[\s:：*_]+\Z")
_LONG = 80
"""No paragraph that is as long as this is a title."""


class AnswerList(NamedTuple):
    """A part of a document that holds answers alone, by number: its heading's block, its characters, its numbers.

    `since` is where the questions begin that it answers.
    """

    block: int
    span: Span
    since: int
    numbers: frozenset[tuple[int, ...]]


def answer_lists(
    source: Source, blocks: Sequence[Block], candidates: Sequence[Candidate]
) -> tuple[AnswerList, ...]:
    """The lists of answers in a document.

    Below an answer heading is a numbered list, all of whose numbers were asked since the last such
    place (twice, where it says them twice): an answer of its own would hold but steps, whose numbers its one
    question does not have.
    """
    numbered = [c for c in candidates if c.number]
    starts = [c.span.start for c in numbered]
    found: list[AnswerList] = []
    since = 0
    for index, span in below_answer_titles(source, blocks):
        low, middle = bisect_left(starts, since), bisect_left(starts, span.start)
        inside = numbered[middle : bisect_left(starts, span.end)]
        if _answers(numbered[low:middle], inside):
            found.append(AnswerList(index, span, since, frozenset(value_of(c.number) for c in inside)))
            since = span.end
        else:
            since = max(since, span.start)
    return tuple(found)


def outside_answer_lists(candidates: Sequence[Candidate], lists: Sequence[AnswerList]) -> list[Candidate]:
    """The candidates that are in no list of answers."""
    starts = [part.span.start for part in lists]
    kept = []
    for candidate in candidates:
        at = bisect_right(starts, candidate.span.start) - 1
        if at < 0 or candidate.span.start >= lists[at].span.end:
            kept.append(candidate)
    return kept


def answer_list_for(question: int, number: tuple[int, ...], lists: Sequence[AnswerList]) -> AnswerList | None:
    """The list that answers the question that is at an offset and has a number."""
    at = bisect_right(lists, question, key=lambda part: part.span.start)
    part = lists[at] if at < len(lists) else None
    return part if part and part.since <= question and number in part.numbers else None


def below_answer_titles(source: Source, blocks: Sequence[Block]) -> list[tuple[int, Span]]:
    """The titles that say as those of answer keys do, with what is below; none inside another.

    A title is a heading, a paragraph of its own (`**Answers**`, `Answers:`), or the summary of `<details>`.
    """
    found: list[tuple[int, Span]] = []
    opened: tuple[int, int, int] | None = None
    for index, block in enumerate(blocks):
        level = _LEVELS.get(block.kind, 0) if not block.depth else 0
        if not level or (block.kind == "paragraph" and not _is_title(block.text)):
            continue
        level = block.level or level
        titled = _says_answers(block)
        if block.kind != "heading" and not titled and not _closes(block, opened):
            continue
        start = source.starts[block.first]
        if opened and level <= opened[2]:
            found.append((opened[0], Span(opened[1], start)))
            opened = None
        if opened is None and titled:
            opened = index, start, level
    if opened:
        found.append((opened[0], Span(opened[1], len(source.text))))
    return found


def _is_title(text: str) -> bool:
    """Whether a paragraph is a line that something follows: in bold type, or with a colon at its end."""
    return len(text) < _LONG and _MARKED.fullmatch(text.strip()) is not None


def _closes(block: Block, opened: tuple[int, int, int] | None) -> bool:
    """Whether a block is the end of the `<details>` whose summary is the title."""
    return opened is not None and opened[2] == _LEVELS["html"] and "</details" in block.text


def _says_answers(block: Block) -> bool:
    """Whether a title says what those of answer keys do: `Answers`, `Quiz 2: answer key`."""
    text = block.text[:200]
    if block.kind == "html":
        summary = _SUMMARY.search(text)
        text = summary["words"] if summary else ""
    said = _AROUND.sub("", plain(text)).casefold()
    if block.kind != "heading":
        return said in _TITLES
    opens = said.startswith(_TITLES) and any(
        said.startswith(title) and not said[len(title) :][:1].isalpha() for title in _TITLES
    )
    return opens or (
        said.endswith(_TITLES)
        and any(said.endswith(title) and not said[: -len(title)][-1:].isalpha() for title in _TITLES)
    )


def _answers(asked: Sequence[Candidate], inside: Sequence[Candidate]) -> bool:
    """Whether numbered lines answer, one by one, lines that were asked before.

    Where the numbers of either are wrong, there are at least as many of one as of the other, or the lines are
    letters of options alone.
    """
    before, values = Counter(value_of(c.number) for c in asked), Counter(value_of(c.number) for c in inside)
    shared = (before & values).total()
    whole = shared == len(inside) >= 2
    if shared >= 2 and all(_NAMED.fullmatch(plain(c.text)) for c in inside):
        return True
    if not whole and not (len(asked) == len(inside) >= 3 and shared * 2 > len(inside)):
        return False
    return sum(as_question(plain(c.text)) for c in inside) < 0.5 * len(inside)
