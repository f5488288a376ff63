"""Readers can click on every question that an answer sends them to."""

from content_bank import document
from dlqa_lint.links.references import references


def test_each_reference_to_a_question_is_a_link() -> None:
    links = [link.text_span for link in document().links]
    bare = [
        document().source.position(reference.span.start).line
        for reference in references(document())
        if not any(span.start <= reference.span.start < span.end for span in links)
    ]
    assert bare == []


def test_no_answer_sends_its_reader_to_itself() -> None:
    found = list(references(document()))
    assert len(found) > 100
    assert [one.number for one in found if one.question and one.target == one.question] == []
