"""What is missing in a translation is found, whatever it is."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from dlqa_lint.model.bank import Document
from dlqa_lint.model.schema import AnswerForm, QuestionForm, Schema
from dlqa_lint.recognise import recognise
from dlqa_lint.rules.translations._alignment import best
from dlqa_lint.rules.translations._code import is_changed
from dlqa_lint.rules.translations._matching import matched
from dlqa_lint.text.source import Source

SCHEMA = Schema(
    question=QuestionForm(form=("### {number}. {text}",)), answer=AnswerForm(required=False, form="{text}")
)
MANY = 24
HELD = st.lists(
    st.sampled_from(("both", "both", "both", "original", "translation")), min_size=2, max_size=MANY
)
"""Which of the documents hold each question."""


def _text(asked: Iterable[int], *, count_anew: bool, coded: bool) -> str:
    """A document with some of the questions, which carry their own numbers or are counted anew."""
    parts = []
    for at, number in enumerate(asked, 1):
        code = f"\n```python\nprint({number} * turns + {number * number})\n```\n" if coded else ""
        parts.append(f"### {at if count_anew else number}. What is the use of rope {number}?\n{code}")
    return "# Ropes\n\n" + "\n".join(parts)


def _documents(
    here: list[int], there: list[int], *, count_anew: bool, coded: bool
) -> tuple[Document, Document]:
    return tuple(  # type: ignore[return-value]  # two of them
        recognise(Source(path, _text(asked, count_anew=count_anew, coded=coded)), SCHEMA)
        for path, asked in (("README.md", here), ("README-fr.md", there))
    )


@pytest.mark.parametrize("coded", [False, True])
@given(held=HELD)
@example(held=["both", "original", "original", "original", "both"])
@settings(deadline=None, max_examples=25)
def test_numbers_tell_what_only_one_document_has(coded: bool, held: list[str]) -> None:
    here = [at for at, where in enumerate(held, 1) if where != "translation"]
    there = [at for at, where in enumerate(held, 1) if where != "original"]
    both = set(here) & set(there)
    assume(both and 2 * len(both) >= min(len(here), len(there)))
    found = matched(*_documents(here, there, count_anew=False, coded=coded))
    assert found is not None
    assert [ours.plain_text for ours, _ in found.pairs] == [theirs.plain_text for _, theirs in found.pairs]
    assert len(found.missing) == len(here) - len(both)
    assert len(found.surplus) == len(there) - len(both)


@given(st.sets(st.integers(1, MANY), min_size=3))
@settings(deadline=None, max_examples=25)
def test_code_tells_what_a_translation_lacks_that_counts_by_itself(there: set[int]) -> None:
    here = list(range(1, MANY + 1))
    found = matched(*_documents(here, sorted(there), count_anew=True, coded=True))
    assert found is not None
    assert [ours.plain_text for ours, _ in found.pairs] == [theirs.plain_text for _, theirs in found.pairs]
    assert {question.position for question in found.missing} == set(here) - there


@given(st.data())
def test_pairs_never_cross_and_nothing_is_paired_twice(data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(1, 9)), data.draw(st.integers(1, 9))
    scores = data.draw(
        st.lists(
            st.lists(st.sampled_from((-0.5, 0.0, 0.5, 1.5)), min_size=columns, max_size=columns),
            min_size=rows,
            max_size=rows,
        )
    )
    pairs = best(scores, to_the_end=data.draw(st.booleans()))
    assert pairs == sorted(pairs)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(before < after for (_, before), (_, after) in pairwise(pairs))
    assert all(scores[row][column] >= 0 for row, column in pairs)


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("'' = rope [ 2 ]", "'' = rope [ 3 ]", True),
        ("console . log sum a + b", "sum a + b", True),
        ("rope = 2 * turns", "seil = 2 * schläge", False),
        ("if turns > 3 : stop", "while rope . length < 9 + slack : pull", False),
        ("", "rope = 2", False),
    ],
)
def test_code_is_changed_where_its_characters_are(one: str, other: str, changed: bool) -> None:
    assert is_changed(one, other) is changed
