"""Schemas as TOML text: nothing is lost on the way to a file and back, and every key is explained."""

import re
import tomllib
from dataclasses import Field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import NoneType
from typing import Any, get_args, get_type_hints

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
    PartDemand,
    QuestionForm,
    Schema,
    SectionDemand,
    Table,
    TitleForm,
    keys,
)

words = st.text(max_size=12)
literal = words.map(lambda text: text.replace("{", "").replace("}", ""))
forms = st.builds(lambda head, tail: f"{head}{{text}}{tail}", literal, literal)


def values(item: Field[Any], hint: Any) -> st.SearchStrategy[Any]:
    """What a key may hold, as it is declared."""
    if "form" in item.metadata:
        empty = st.just("") if item.metadata["form"] == "optional" else st.nothing()
        return st.lists(forms, max_size=3).map(tuple) if item.metadata["alone"] else forms | empty
    if "ge" in item.metadata:
        kinds = get_args(hint) or (hint,)
        number = st.integers if int in kinds else st.floats
        bounded = number(item.metadata["ge"], item.metadata.get("le", 10**9))
        return bounded | st.none() if NoneType in kinds else bounded
    return st.from_type(hint)


def tables(kind: Any) -> st.SearchStrategy[Any]:
    """Tables of a class; what is no key of a file keeps its default."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{item.name: values(item, hints[item.name]) for item in keys(kind)})


PARTS: tuple[type[Table], ...] = (
    AnswerForm, ContentsForm, Duplicates, FieldDemand, Numbering, OptionsForm, QuestionForm, SectionDemand, TitleForm
)  # fmt: skip
for part in PARTS:
    st.register_type_strategy(part, tables(part))
schemas = st.builds(replace, tables(Schema), inferred=st.booleans())


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
    assert len(blocks) == 7
    taken = "\n".join(
        line.removeprefix("# ") if line in proposed or line in blocks else line for line in text.splitlines()
    )
    schema = _read(taken)
    assert schema.question.ends_with == ("?", ".")
    assert schema.numbering.first == 1
    assert schema.contents == ContentsForm(required=True, anchors="gitlab")
    assert [field.name for field in schema.field] == ["Difficulty"]
    assert [part.name for part in schema.part] == ["In depth"]


def test_evidence_is_above_its_key() -> None:
    lines = schema_text(Schema(), {"answer.form": "3 of 4 answers begin like this"}).splitlines()
    at = lines.index('form = "{text}"')
    assert lines[at - 1] == "# Evidence: 3 of 4 answers begin like this."


def test_one_form_is_a_string_and_several_are_a_list() -> None:
    one = Schema(question=QuestionForm(("## {text}",)))
    two = Schema(question=QuestionForm(("## {text}", "- {text}")))
    assert tomllib.loads(schema_text(one))["question"]["form"] == "## {text}"
    assert tomllib.loads(schema_text(two))["question"]["form"] == ["## {text}", "- {text}"]


def test_every_key_of_a_table_is_written_under_what_it_does() -> None:
    full = Schema(
        options=OptionsForm(),
        duplicates=Duplicates(False, 0.5, (("a", "b"),), (("c", "d"),)),
        section=(SectionDemand("Basics"),),
        part=(PartDemand("In depth"),),
        field=(FieldDemand("Level"),),
    )
    text = schema_text(full)
    for part in keys(Schema):
        table = getattr(full, part.name)
        if isinstance(table, tuple):
            assert "\n".join(comment(part.metadata["description"])) + f"\n[[{part.name}]]\n" in text
            continue
        (body,) = re.findall(rf"^\[{part.name}\]\n(.*?)(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL)
        for item in keys(table):
            explained = re.escape("\n".join(comment(item.metadata["description"])))
            assert re.search(rf"^{explained}\n(?:# )?{item.name} = ", body, re.MULTILINE), item.name


def test_comments_are_wrapped_and_hold_no_control_character() -> None:
    lines = comment("a\x00b\nc " + "word " * 60)
    assert lines[0].startswith("# a b c word")
    assert max(map(len, lines)) <= 110
