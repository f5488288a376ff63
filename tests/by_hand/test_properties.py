"""Banks of many forms keep every word and every link when they are renumbered, or questions come and go."""

import os
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from by_hand.banks import FORMS, Drawn, banks, leads, read, said
from dlqa_lint.cli import main

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("DLQA_LINT_EXAMPLES", "4"))
"""Banks for each form and property; the variable asks for a thorough run."""

NEW = "Where does one find a gunwale?"
LAZY = "lazy items"
forms = pytest.mark.parametrize("form", FORMS)
counted = pytest.mark.parametrize("form", [form for form in FORMS if form != LAZY])


def _run(text: str, *runs: tuple[str, ...]) -> list[str]:
    """What a document becomes by each of some runs, one after the other; all of them succeed."""
    found = []
    with TemporaryDirectory() as folder:
        path = Path(folder, "bank.md")
        path.write_bytes(text.encode())
        for command, *arguments in runs:
            out, err = StringIO(), StringIO()
            with redirect_stdout(out), redirect_stderr(err):
                code = main([command, *arguments, str(path), "--isolated", "--no-cache"])
            assert code == 0, f"{command} {arguments}\n{out.getvalue()}{err.getvalue()}{text}"
            found.append(path.read_bytes().decode())
    return found


def _drawn(data: st.DataObject, form: str, *, faulty: bool) -> Drawn:
    """A bank whose questions are all read."""
    drawn = data.draw(banks(form, faulty=faulty))
    assume(tuple(question.plain_text for question in read(drawn.text).questions) == drawn.words)
    return drawn


@forms
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_renumbering_keeps_words_and_links_and_settles(form: str, data: st.DataObject) -> None:
    drawn = _drawn(data, form, faulty=True)
    once, twice = _run(drawn.text, ("renumber",), ("renumber",))
    before, after = read(drawn.text), read(once)
    assert said(after) == said(before)
    assert leads(after) == leads(before)
    assert twice == once
    if len(before.runs) == 1:
        values = [question.number.value[-1] for question in after.questions if question.number]
        assert values == list(range(1, len(drawn.words) + 1))


@counted
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data(), first=st.integers(0, 80))
def test_another_first_number_and_back_gives_back_the_bytes(
    form: str, data: st.DataObject, first: int
) -> None:
    drawn = _drawn(data, form, faulty=False)
    moved, back = _run(drawn.text, ("renumber", "--from", str(first)), ("renumber", "--from", "1"))
    numbers = [question.number.value[-1] for question in read(moved).questions if question.number]
    assert numbers == list(range(first, first + len(drawn.words)))
    assert leads(read(moved)) == leads(read(drawn.text))
    assert back == drawn.text


@forms
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_what_was_added_and_is_removed_leaves_the_bytes(form: str, data: st.DataObject) -> None:
    drawn = _drawn(data, form, faulty=False)
    after = data.draw(st.sampled_from(drawn.words))
    with_it, without_it = _run(drawn.text, ("add", NEW, "--after", after), ("remove", NEW))
    document = read(with_it)
    assert [row for row in said(document) if row[0] != NEW] == said(read(drawn.text))
    assert [row for row in leads(document) if row[1] != NEW] == leads(read(drawn.text))
    assert [question.plain_text for question in document.questions].index(NEW) == drawn.words.index(after) + 1
    assert without_it == drawn.text


@forms
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_removing_a_question_keeps_all_others(form: str, data: st.DataObject) -> None:
    drawn = _drawn(data, form, faulty=False)
    gone = data.draw(st.sampled_from(drawn.words[1:]))
    before = read(drawn.text)
    assume(gone not in [to for at, to in leads(before) if at != before.path])
    (left,) = _run(drawn.text, ("remove", gone))
    assert said(read(left)) == [row for row in said(before) if row[0] != gone]
    assert leads(read(left)) == [row for row in leads(before) if row[1] != gone]
