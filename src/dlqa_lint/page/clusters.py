"""Questions that were found to be asked more than once, gathered into clusters to be read side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dlqa_lint.links.entries import normal
from dlqa_lint.model.bank import Document, Question, question_at
from dlqa_lint.model.finding import Finding
from dlqa_lint.report.parts.question_state import number_and_words, state_of

FAMILY = "duplicates"
_LENGTH = 400
"""Characters of an answer that are shown: enough to see whether two say the same."""

Spot = tuple[str, int]
"""A question: the path of its document, and its position there."""

Asked = Mapping[Spot, Question]


class Member(NamedTuple):
    """A question of a cluster."""

    question: str
    path: str
    line: int
    state: str
    answer: str


class Cluster(NamedTuple):
    """Questions that may be one, and what the findings say of them."""

    members: tuple[Member, ...]
    rules: tuple[str, ...]
    messages: tuple[str, ...]


def clusters_of(documents: Sequence[Document], findings: Iterable[Finding]) -> list[Cluster]:
    """The clusters that the findings about duplicates tie together, the largest first."""
    known = {document.path: document for document in documents}
    asked = {
        (document.path, question.position): question
        for document in documents
        for question in document.questions
    }
    tied: list[tuple[Finding, list[list[Spot]]]] = [
        (finding, list(_groups(list(_spots(finding, known)), asked)))
        for finding in findings
        if finding.family == FAMILY
    ]
    heads = _heads(group for _, groups in tied for group in groups)
    members: dict[Spot, list[Spot]] = {}
    for spot in sorted(heads):
        members.setdefault(_head(heads, spot), []).append(spot)
    told: dict[Spot, list[Finding]] = {}
    for finding, groups in tied:
        for head in dict.fromkeys(_head(heads, group[0]) for group in groups):
            told.setdefault(head, []).append(finding)
    found = [_cluster(spots, told[head], asked) for head, spots in members.items()]
    return sorted(found, key=lambda cluster: -len(cluster.members))


def _spots(finding: Finding, known: Mapping[str, Document]) -> Iterator[Spot]:
    """The questions that a finding names, its own first."""
    places = [(finding.path, finding.span), *((place.path, place.span) for place in finding.related)]
    for path, span in places:
        question = question_at(known[path], span.start) if path in known else None
        if question:
            yield path, question.position


def _groups(spots: Sequence[Spot], asked: Asked) -> Iterator[list[Spot]]:
    """The spots of a finding that belong together: a block that was pasted twice holds several questions."""
    by_words: dict[str, list[Spot]] = {}
    for spot in dict.fromkeys(spots):
        by_words.setdefault(normal(asked[spot].plain_text), []).append(spot)
    repeated = [group for group in by_words.values() if len(group) > 1]
    if repeated:
        yield from repeated
    elif len(by_words) > 1:
        yield [spot for group in by_words.values() for spot in group]


def _heads(groups: Iterable[Sequence[Spot]]) -> dict[Spot, Spot]:
    """For every spot one that is nearer to the head of its cluster."""
    heads: dict[Spot, Spot] = {}
    for group in groups:
        for spot in group:
            heads.setdefault(spot, spot)
        for one, other in pairwise(group):
            heads[_head(heads, other)] = _head(heads, one)
    return heads


def _head(heads: Mapping[Spot, Spot], spot: Spot) -> Spot:
    while heads[spot] != spot:
        spot = heads[spot]
    return spot


def _cluster(spots: Iterable[Spot], findings: Iterable[Finding], asked: Asked) -> Cluster:
    found = list(findings)
    return Cluster(
        tuple(_member(spot[0], asked[spot]) for spot in spots),
        tuple(dict.fromkeys(finding.rule for finding in found)),
        tuple(dict.fromkeys(finding.message for finding in found)),
    )


def _member(path: str, question: Question) -> Member:
    text = question.answer.text.strip() if question.answer else ""
    shown = text if len(text) <= _LENGTH else text[:_LENGTH].rstrip() + " …"
    return Member(number_and_words(question), path, question.line, state_of(question), shown)
