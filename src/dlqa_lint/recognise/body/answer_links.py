"""Links after a question on its own line that lead to its answer: `What is x? [[more]](answers.md#x)`."""

from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.model.question import LINES
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_LINK = regex(
    r"(?P<gap>[\s:–—-]{0,6})[(（]?\[(?P<label>\[?[^\[\]]{1,60}\]?)\]\([^()\s]{1,600}\)[)）]?[.\s]*\Z"
)


def without_answer_links(questions: Sequence[Candidate]) -> list[Candidate]:
    """The questions; a link that leads to the answer is below the question, and no part of its text."""
    return [_without_link(candidate) for candidate in questions]


def leads_to_answer(text: str) -> bool:
    """Whether a text is nothing but a link that says so."""
    match = _LINK.match(text.strip())
    return match is not None and _is_label(match.group("label"))


def _without_link(candidate: Candidate) -> Candidate:
    match = _LINK.search(candidate.text) if candidate.text.rstrip().endswith((")", ").", "）")) else None
    if match is None or candidate.kind not in LINES or candidate.emphasised:
        return candidate
    said = candidate.text[: match.start()]
    if not said.strip() or not (marks.ends_asking(said.rstrip(" *_")) or _is_label(match.group("label"))):
        return candidate
    place = Span(candidate.text_span.start, candidate.text_span.start + len(said))
    return candidate._replace(text=said, text_span=place, span=Span(candidate.span.start, place.end))


def _is_label(label: str) -> bool:
    return vocabulary.bare(label) in vocabulary.ANSWER_LINK_WORDS
