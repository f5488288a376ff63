"""Labels that stand alone above `<details>` whose summary asks (`## Question 7`): the words are in the summary."""

from collections.abc import Iterable, Sequence

from dlqa_lint.recognise.lines.details import Details
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text.source import Source, Span

_KINDS = ("heading", "paragraph")


def with_summaries(
    source: Source, candidates: Iterable[Candidate], details: Sequence[Details]
) -> list[Candidate]:
    """The candidates in document order; a label with a number alone takes the summary's words.

    ### Question 2
    <details><summary>Which knot slips?</summary>
    """
    opened = {detail.summary.start: detail.start for detail in details}
    told: list[Candidate] = []
    for line in sorted(candidates, key=lambda candidate: candidate.span):
        above = told[-1] if told else line
        start = opened.get(line.span.start, 0) if line.kind == "summary" else 0
        if _is_label_alone(above) and start and not source.text[above.span.end : start].strip():
            told[-1] = above._replace(
                template=above.template.replace("{text}", "").rstrip() + "\n\n{text}",
                text=line.text,
                text_span=line.text_span,
                span=Span(above.span.start, line.span.end),
            )
        else:
            told.append(line)
    return told


def _is_label_alone(line: Candidate) -> bool:
    """Whether a line says no more than a label with a number."""
    return line.kind in _KINDS and bool(line.label and line.number) and not line.text.strip()
