"""Schemas as TOML text: nothing is lost on the way to a file and back, and every key is explained."""

import tomllib
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlqa_lint.config.schema_files import read_schema
from dlqa_lint.config.write import comment, schema_text, value_text
from dlqa_lint.model.schema import (
    AnswerForm,
    ContentsForm,
    Duplicates,
    FieldDemand,
    Numbering,
    OptionsForm,
    QuestionForm,
    Schema,
    SectionDemand,
    TitleForm,
)

words = st.text(max_size=12)
phrases = st.lists(words, max_size=3).map(tuple)
literal = words.map(lambda text: text.replace("{", "").replace("}", ""))
forms = st.builds(lambda head, tail: f"{head}{{text}}{tail}", literal, literal)
numbered_forms = st.builds(lambda head, form: f"{head}{{number}}{form}", literal, forms)
counts = st.integers(min_value=0, max_value=10**9)
schemas = st.builds(
    Schema,
    question=st.builds(
        QuestionForm, form=st.lists(forms | numbered_forms, max_size=3).map(tuple), ends_with=phrases
    ),
    numbering=st.builds(Numbering, scope=..., first=st.none() | counts),
    answer=st.builds(
        AnswerForm, form=forms, strict=..., required=..., min_words=counts, placeholders=phrases
    ),
    title=st.builds(TitleForm, form=st.just("") | forms, required=..., states_question_count=...),
    contents=st.builds(ContentsForm, required=..., anchors=...),
    section=st.lists(st.builds(SectionDemand, name=words, required=...), max_size=3).map(tuple),
    options=st.none() | st.builds(OptionsForm, form=forms, required=..., correct=..., minimum=counts),
    duplicates=st.builds(
        Duplicates,
        topics=...,
        threshold=st.none() | st.floats(0, 1),
        synonyms=st.lists(phrases, max_size=2).map(tuple),
        contrasts=st.lists(phrases, max_size=2).map(tuple),
    ),
    field=st.lists(st.builds(FieldDemand, name=words, required=..., values=phrases), max_size=3).map(tuple),
    inferred=st.booleans(),
)


def _read(text: str) -> Schema:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bank.toml"
        file.write_bytes(text.encode())
        return read_schema(file, "bank.toml")


@pytest.mark.slow
@given(schemas)
def test_a_schema_that_is_written_and_read_is_the_same(schema: Schema) -> None:
    assert _read(schema_text(schema)) == replace(schema, inferred=False)


@pytest.mark.slow
@given(schemas, st.text(), st.text())
def test_evidence_and_heading_change_nothing_of_the_schema(schema: Schema, said: str, head: str) -> None:
    evidence = {"question.form": said, "numbering.first": said, "title.form": said, "section": said}
    assert _read(schema_text(schema, evidence, [head, said])) == replace(schema, inferred=False)


@given(words)
def test_a_string_is_written_as_toml_reads_it(text: str) -> None:
    assert tomllib.loads(f"key = {value_text(text)}") == {"key": text}


def test_an_untouched_schema_states_its_forms_and_proposes_the_rest() -> None:
    lines = schema_text(Schema(question=QuestionForm(("## {text}",)))).splitlines()
    assert 'form = "## {text}"' in lines
    assert 'scope = "document"' in lines
    assert "# first = 1" in lines
    assert '# ends_with = ["?", "."]' in lines
    assert "[duplicates]" not in lines
    assert "[options]" not in lines


def test_a_proposal_is_valid_once_it_is_taken_up() -> None:
    text = schema_text(Schema(question=QuestionForm(("## {text}",))))
    keys = (
        "ends_with",
        "first",
        "min_words",
        "placeholders",
        "required",
        "states_question_count",
        "anchors",
        "form",
    )
    proposed = [line for line in text.splitlines() if line.startswith(tuple(f"# {key} = " for key in keys))]
    blocks = [line for line in text.splitlines() if line.startswith(("# [[", "# name", "# values"))]
    assert len(proposed) >= 9
    assert len(blocks) == 5
    taken = "\n".join(
        line.removeprefix("# ") if line in proposed or line in blocks else line for line in text.splitlines()
    )
    schema = _read(taken)
    assert schema.question.ends_with == ("?", ".")
    assert schema.numbering.first == 1
    assert schema.contents == ContentsForm(required=True, anchors="gitlab")
    assert [field.name for field in schema.field] == ["Difficulty"]


def test_evidence_stands_above_its_key() -> None:
    lines = schema_text(Schema(), {"answer.form": "3 of 4 answers begin like this"}).splitlines()
    at = lines.index('form = "{text}"')
    assert lines[at - 1] == "# Evidence: 3 of 4 answers begin like this."


def test_one_form_is_a_string_and_several_are_a_list() -> None:
    one = Schema(question=QuestionForm(("## {text}",)))
    two = Schema(question=QuestionForm(("## {text}", "- {text}")))
    assert tomllib.loads(schema_text(one))["question"]["form"] == "## {text}"
    assert tomllib.loads(schema_text(two))["question"]["form"] == ["## {text}", "- {text}"]


@pytest.mark.parametrize("part", [part.name for part in fields(Schema) if part.name != "inferred"])
def test_every_key_that_is_written_is_explained(part: str) -> None:
    full = Schema(
        question=QuestionForm(("## {text}",), ("?",)),
        numbering=Numbering("section", 0),
        answer=AnswerForm("A: {text}", strict=False, required=False, min_words=3, placeholders=("soon",)),
        title=TitleForm("# {text}", required=True, states_question_count=True),
        contents=ContentsForm(required=True, anchors="gitlab"),
        section=(SectionDemand("Basics"),),
        options=OptionsForm(required=False, correct="one", minimum=3),
        duplicates=Duplicates(False, 0.5, (("a", "b"),), (("c", "d"),)),
        field=(FieldDemand("Level"),),
    )
    lines = schema_text(full).splitlines()
    start = next(i for i, line in enumerate(lines) if line.strip("[]") == part and line.startswith("["))
    if part in ("section", "field"):
        assert lines[start - 1].startswith("# ")
        return
    end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith("[")), len(lines))
    keys = [i for i in range(start, end) if " = " in lines[i] and not lines[i].startswith("#")]
    assert len(keys) == len(fields(getattr(full, part)))
    assert all(lines[i - 1].startswith("# ") for i in keys)


def test_comments_are_wrapped_and_hold_no_control_character() -> None:
    lines = comment("a\x00b\nc " + "word " * 60)
    assert lines[0].startswith("# a b c word")
    assert max(map(len, lines)) <= 110
