"""The questions of a bank that are similar to a text, and how they are shown."""

from collections.abc import Iterable, Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.embedder import Embedder
from dlqa_lint.similarity import Comparison, Scorer
from dlqa_lint.similarity.from_documents import asked_of

_LEAST = 0.05
"""Below this score two questions have a common word at most."""

Row = tuple[Document, Question, Comparison]
"""A question of a document, and how it compares with the text."""


def nearest(
    text: str, documents: Iterable[Document], limit: int, embedder: Embedder | None = None
) -> Iterator[Row]:
    """The questions nearest to a text, best first."""
    places = [(document, question) for document in documents for question in document.questions]
    scorer = Scorer((asked for document in documents for asked in asked_of(document)), embedder=embedder)
    for near in scorer.nearest(text, limit):
        if near.comparison.score >= _LEAST:
            yield *places[near.question], near.comparison


def shown(text: str, found: list[Row]) -> list[str]:
    """The questions found, each in a line with its score and what it is about."""
    if not found:
        return [f'nothing near to "{text}"']
    lines = []
    for document, question, near in found:
        number = f"{question.number.label}. " if question.number else ""
        about = (
            f" [{near.level or 'distinct'}: {', '.join(near.about)}{_differing(near)}]" if near.about else ""
        )
        lines.append(
            f"{near.score:.2f} {document.path}:{question.line}: {number}{question.plain_text}{about}"
        )
    return lines


def _differing(near: Comparison) -> str:
    """What only the found question says, and what only the text does."""
    found = f"; it adds {', '.join(near.only_second)}" if near.only_second else ""
    asked = f"; it lacks {', '.join(near.only_first)}" if near.only_first else ""
    return found + asked
