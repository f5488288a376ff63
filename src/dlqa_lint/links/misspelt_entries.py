"""The entries of a table of contents that have the words of a free question but for slips of typing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dlqa_lint.links.entries import NEARLY, entry_words, likeness, normal
from dlqa_lint.links.entry_evidence import NEAR_WORDS, EntryPair, QuestionsByEntry
from dlqa_lint.links.match import Match
from dlqa_lint.links.typing_slips import slips
from dlqa_lint.model.bank import Entry, Question


def slipped(
    judged: Iterable[tuple[int, Match]],
    asked: Mapping[str, QuestionsByEntry],
    holders: Mapping[tuple[str, int], Entry],
) -> Iterator[EntryPair]:
    """The pairs of an entry that leads nowhere and the one free question that it may be; none for a doubtful one."""
    found: list[tuple[int, Match, Question]] = []
    for index, row in judged:
        question = _meant(row, asked[row.document.path]) if row.landing is None else None
        if question and not _contradicts(row.entry, question):
            found.append((index, row, question))
    # Of two entries for one question neither is nearer for sure.
    claims = Counter((row.document.path, question.position) for _, row, question in found)
    for index, row, question in found:
        key = row.document.path, question.position
        if claims[key] == 1 and key not in holders:
            yield EntryPair(NEAR_WORDS, index, question, NEAR_WORDS)


def _meant(row: Match, asked: QuestionsByEntry) -> Question | None:
    """The question, free or not, that differs from an entry by the fewest slips, unless a section is near."""
    words = entry_words(row.entry)
    scored = [
        (weight, q) for q in asked.document.questions if (weight := slips(words, q.plain_text)) is not None
    ]
    least = min((weight for weight, _ in scored), default=0)
    best = [question for weight, question in scored if weight == least]
    if len(best) != 1:
        return None
    sections = (heading.plain_text for heading in asked.document.headings if heading.question is None)
    near = any(
        likeness(normal(words), normal(text)) >= NEARLY or slips(words, text) is not None for text in sections
    )
    return None if near else best[0]


def _contradicts(entry: Entry, question: Question) -> bool:
    """Whether an entry and a question have two numbers."""
    one, other = entry.number, question.number
    return one is not None and other is not None and one.key != other.key
