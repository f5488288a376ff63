"""Merges of whole documents, in every form, each compared with the document as it should be."""

import pytest

from dlqa_lint.cli.merging import Texts, merged_by_questions
from dlqa_lint.disk.git_merge import Markers
from merging.conflicts import conflicts_in, settled
from merging.scenarios import REFERRING, SCENARIOS, Scenario
from merging.shapes import BANK, FORMS, Render

_WITHOUT_REFERENCES = ("lazy", "rows", "unnumbered")
EVERY = [
    pytest.param(FORMS[form], scenario, id=f"{form}: {name}")
    for form in FORMS
    for name, scenario in {**SCENARIOS, **({} if form in _WITHOUT_REFERENCES else REFERRING)}.items()
    # The question and its answer are one line there, which both sides changed.
    if (form, name) != ("rows", "one rewords, one edits the answer")
]


@pytest.mark.parametrize(("render", "scenario"), EVERY)
def test_a_merge_makes_the_document_that_a_person_would_write(render: Render, scenario: Scenario) -> None:
    texts = Texts(*(render(bank).encode() for bank in (BANK, scenario.ours, scenario.theirs)))
    data, conflicts = merged_by_questions(texts, "sailing.md", Markers())
    text = data.decode()
    assert conflicts == len(conflicts_in(text)) == bool(scenario.settle)
    assert settled(text, scenario.settle) == render(scenario.merged)


@pytest.mark.parametrize("form", FORMS)
def test_a_conflict_holds_the_answer_alone_that_both_changed(form: str) -> None:
    scenario = SCENARIOS["both edit one answer, and one appends"]
    texts = Texts(*(FORMS[form](bank).encode() for bank in (BANK, scenario.ours, scenario.theirs)))
    text = merged_by_questions(texts, "sailing.md", Markers())[0].decode()
    [conflict] = conflicts_in(text)
    lines = 1 if form != "lazy" else 2
    assert "Lead is heavy." in conflict["ours"]
    assert "Iron is cheap." in conflict["theirs"]
    assert conflict["ours"].count("\n") <= lines
    assert conflict["theirs"].count("\n") <= lines
