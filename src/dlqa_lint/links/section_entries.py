"""Which entries of a table of contents stand for a section, and which for a question with the same words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dlqa_lint.links.entries import entry_words, normal
from dlqa_lint.links.entry_evidence import QuestionsByEntry
from dlqa_lint.links.match import Match
from dlqa_lint.links.targets import heading_at


def section_entries(rows: Sequence[Match], asked: Mapping[str, QuestionsByEntry]) -> frozenset[int]:
    """The indexes of the entries of one table that stand for the title, a section, or a part of an answer.

    A section and a question with the same words have one anchor, which leads to the section. An entry with
    that anchor stands for the question where an entry above it has named the section, or where the entries
    name questions and no section.
    """
    headings = {
        index: (row.document.path, row.landing.at)
        for index, row in enumerate(rows)
        if row.landing and not row.landing.question and not leads_to_the_top(row)
    }
    shared = {index for index in headings if _may_ask(rows[index], asked[rows[index].document.path])}
    entries = Counter(headings.values())
    asking = sum(row.landing is not None and row.landing.question is not None for row in rows)
    only_questions = len(shared) == len(headings) < asking
    found = {
        index
        for index, row in enumerate(rows)
        if _names_the_title(row, asked[row.document.path]) or _names_a_section(row, asked[row.document.path])
    }
    named: set[tuple[str, int]] = set()
    for index, place in headings.items():
        if index in shared and (place in named or (only_questions and entries[place] == 1)):
            continue
        found.add(index)
        named.add(place)
    return frozenset(found)


def leads_to_the_top(row: Match) -> bool:
    """Whether an entry leads to the title of its document, or to the top of the page."""
    landing, title = row.landing, row.document.title
    if landing is None or landing.at == 0:
        return landing is not None
    return title is not None and title.span.start <= landing.at < title.span.end


def _names_the_title(row: Match, asked: QuestionsByEntry) -> bool:
    """Whether an entry that leads to the title says its words, and no question has them."""
    if row.landing is None or row.landing.question or not leads_to_the_top(row):
        return False
    words, title = normal(entry_words(row.entry)), row.document.title
    return title is not None and words == normal(title.plain_text) and words not in asked.by_words


def _names_a_section(row: Match, asked: QuestionsByEntry) -> bool:
    """Whether an entry that leads nowhere says the words of a section, and no question has them.

    Its number counts sections then: `4. [Links](#lnks)` is not about question 4.
    """
    words = normal(entry_words(row.entry))
    if row.landing is not None or row.outside or not words or words in asked.by_words:
        return False
    return words in asked.sections


def _may_ask(row: Match, asked: QuestionsByEntry) -> bool:
    """Whether an entry has the words of the heading that it leads to, and a question has them as well."""
    words = normal(entry_words(row.entry))
    heading = heading_at(row.document, row.landing.at) if row.landing else None
    return heading is not None and words in asked.by_words and normal(heading.plain_text) == words
