"""Words that several shapes have read: the most special one says what they are."""

from collections.abc import Iterator, Sequence

from dlqa_lint.recognise.lines.line import Candidate

_RANKS = {"card": 0, "directive": 1, "html-heading": 1, "summary": 1, "row": 1, "prompt": 3, "plain": 4}
_COMMON = 2


def _lines(found: Candidate) -> range:
    """The lines of a card's front or of a prompt, which may be several."""
    breaks = found.text.count("\n") + found.text.replace("\r\n", "").count("\r")
    return range(found.line, found.line + breaks + 1)


def without_overlaps(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates without those whose words a more special one has as well.

    The front of a card is not a list item, and a numbered paragraph with options below is not a plain prompt:

        - What is a batch?::Some examples at once.
    """
    best: dict[int, int] = {}
    for candidate in found:
        rank = _RANKS.get(candidate.kind, _COMMON)
        at = candidate.text_span.start
        # Label and number are before the words: what begins there has the same words.
        for place in {at, candidate.span.start, candidate.number_at if candidate.number else at}:
            best[place] = min(rank, best.get(place, rank))
    cards = {line for candidate in found if candidate.kind == "card" for line in _lines(candidate)}
    prompts = {line for candidate in found if candidate.kind == "prompt" for line in _lines(candidate)}
    # The words of `## Question 2` may be those of the heading below it.
    headed: dict[int, int] = {}
    for candidate in found:
        if candidate.kind == "heading":
            headed.setdefault(candidate.text_span.start, candidate.line)
    special = {candidate.line for candidate in found if candidate.kind in ("card", "directive", "summary")}
    for candidate in found:
        rank = _RANKS.get(candidate.kind, _COMMON)
        taken = special if rank > _COMMON else cards if rank == _COMMON else ()
        if candidate.kind == "plain" and candidate.line in prompts:
            continue
        if candidate.kind == "heading" and headed[candidate.text_span.start] < candidate.line:
            continue
        if rank <= best[candidate.text_span.start] and candidate.line not in taken:
            yield candidate
