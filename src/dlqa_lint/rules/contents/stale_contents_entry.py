"""stale-contents-entry: contents entries that say something else than their questions."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dlqa_lint.links.contents import match_entries
from dlqa_lint.links.match import Match
from dlqa_lint.links.targets import link_map_of
from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding, Fix, Severity
from dlqa_lint.rule import LinkedRule, place
from dlqa_lint.rules.contents._stale import (
    Stale,
    repeated,
    strays_of,
    wrong_links,
    wrong_numbers,
    wrong_places,
    wrong_words,
)


class StaleContentsEntry(LinkedRule):
    """An entry of a table of contents has another number, other words or another place than its question.

    Readers who know a question from the contents do not find it under those words or that number. Case,
    punctuation and markup do not count, nor do words or numbers that differ in most entries: such contents
    are abridged on purpose, and so is a label that asks nothing and names what its question names. Numbers
    that are all shifted alike from some row on are one finding, at the first row. An entry stands for the
    question that two of number, words and anchor name; questions with the same words have the anchors `-1`,
    `-2`. A question that one table lists twice is a finding too.

    Example:
        | 8 | [What is a Vue?](#what-is-vue) |

        ### 8. What is Vue?

    Repair:
        | 8 | [What is Vue?](#what-is-vue) |

    Fix: Gives the entry its question's number or link, moves its line to the question's place, or takes away
    the second of two entries. It is safe, for nothing but the contents changes. Other words are unsafe to
    write, unless they differ in nothing that anchors hold: the entry's may be the better ones.

    Schema: `contents.anchors`.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        link_map = link_map_of(bank)
        for document in bank.documents:
            found_all = [match for match in match_entries(document, link_map) if match.question]
            tables = [list(group) for _, group in groupby(found_all, key=lambda match: match.contents.span)]
            for found_in in tables:
                matches = [match for match in found_in if match.again is None]
                strays = frozenset() if _is_selection(found_in, tables) else strays_of(matches)
                settled = [match for index, match in enumerate(matches) if index not in strays]
                found = (
                    *repeated(found_in),
                    *wrong_links(matches, link_map),
                    *wrong_words(matches),
                    *wrong_numbers(settled),
                    *wrong_places(matches, strays),
                )
                yield from map(self._finding, found)

    def _finding(self, stale: Stale) -> Finding:
        match, message, edits, sure, also = stale
        made = tuple(edit for edit in edits if edit is not None)
        whole = made and len(made) == len(edits)
        fix = Fix("bring the contents in line with the questions", made, sure) if whole else None
        related = (place(match.document, match.question, "its question"), *also) if match.question else ()
        return self.finding(match.owner, match.entry.span, message, related=related, fix=fix)


def _is_selection(table: Sequence[Match], tables: Sequence[Sequence[Match]]) -> bool:
    """Whether another list of the document names all questions of a list, and more: this one may have its own order.

    ## For beginners

    - [What is a drone?](#what-is-a-drone)
    - [Why smoke a hive?](#why-smoke-a-hive)
    """
    listed = _listed(table)
    return any(listed < _listed(other) for other in tables if other is not table)


def _listed(table: Sequence[Match]) -> set[tuple[str, int]]:
    """The questions that a list names."""
    return {(match.document.path, match.question.position) for match in table if match.question}
