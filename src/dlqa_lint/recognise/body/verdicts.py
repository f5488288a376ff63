"""Verdicts after a statement that is true or not, on its own line: `The sky is blue. → True`."""

from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.model.question import LINES
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_VERDICT = regex(r"(?<!\s)\s*(?:→|⇒|➜|[-=]>)\s*(?P<word>[^\W\d_]{1,20})[.。]?\s*\Z")
_WORDS = frozenset().union(*vocabulary.TRUE_AND_FALSE)


def without_verdicts(questions: Sequence[Candidate]) -> list[Candidate]:
    """The questions; a verdict after an arrow moves from the statement to its body."""
    return [_without_verdict(candidate) for candidate in questions]


def _without_verdict(candidate: Candidate) -> Candidate:
    match = _VERDICT.search(candidate.text) if candidate.kind in LINES and not candidate.emphasised else None
    said = candidate.text[: match.start()] if match else ""
    if match is None or not said.strip() or match["word"].casefold() not in _WORDS:
        return candidate
    place = Span(candidate.text_span.start, candidate.text_span.start + len(said))
    return candidate._replace(text=said, text_span=place, span=Span(candidate.span.start, place.end))
