"""Schema files: what is read, and what is said about wrong ones."""

import dataclasses
import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pydantic
import pytest

from dlqa_lint.config import json_schema
from dlqa_lint.config.schema_files import PRESETS, load_schema, preset_names, read_schema
from dlqa_lint.config.validate import InvalidFileError, read_toml
from dlqa_lint.model.schema import Schema

SCHEMAS = Path(__file__).parents[2] / "schemas"


def _read(folder: Path, text: str) -> Schema:
    file = folder / "bank.toml"
    file.write_text(text, "utf-8")
    return read_schema(file, "bank.toml")


def _complaints(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidFileError) as caught:
        _read(folder, text)
    return str(caught.value).splitlines()


def test_an_empty_file_is_the_default_schema(tmp_path: Path) -> None:
    assert _read(tmp_path, "") == Schema()


def test_every_key_arrives(tmp_path: Path) -> None:
    schema = _read(
        tmp_path,
        """
        [question]
        form = ["### {number}. {text}", "## Q{number}: {text}"]
        ends_with = ["?", "."]
        [numbering]
        scope = "section"
        first = 0
        [answer]
        form = "Answer: {text}"
        required = false
        min_words = 25
        placeholders = ["soon"]
        [[part]]
        name = "In depth"
        [[part]]
        name = "Next question"
        required = true
        [title]
        form = "# {text}"
        required = true
        states_question_count = true
        [contents]
        required = true
        anchors = "gitlab"
        [[section]]
        name = "Basics"
        [[section]]
        name = "Rest"
        required = false
        [options]
        form = "- [{mark}] {text}"
        correct = "one"
        minimum = 3
        [[field]]
        name = "Difficulty"
        required = true
        values = ["easy", "hard"]
        several = true
        [duplicates]
        topics = false
        threshold = 1
        synonyms = [["net", "network"]]
        contrasts = [["L1", "L2"]]
        """,
    )
    assert schema.question.form == ("### {number}. {text}", "## Q{number}: {text}")
    assert schema.numbering.first == 0
    assert [section.required for section in schema.section] == [True, False]
    assert [part.required for part in schema.part] == [False, True]
    assert schema.options is not None
    assert schema.options.minimum == 3
    assert schema.field[0].several
    assert schema.field[0].values == ("easy", "hard")
    assert schema.duplicates.threshold == 1
    assert schema.duplicates.synonyms == (("net", "network"),)
    defaults = Schema()
    same = [
        part.name
        for part in dataclasses.fields(Schema)
        if getattr(schema, part.name) == getattr(defaults, part.name)
    ]
    assert same == ["inferred"]


def test_the_form_of_questions_may_be_one_string(tmp_path: Path) -> None:
    assert _read(tmp_path, '[question]\nform = "## {text}"').question.form == ("## {text}",)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[numbring]", 'numbring: found an unknown key, expected question, …; did you mean "numbering"?'),
        ('[answer]\nmin_word = 3', 'answer.min_word: found an unknown key, expected form, …; did you '
         'mean "min_words"?'),
        ('[[field]]\nname = "a"\n[[field]]\nname = "b"\nvalue = ["x"]', 'field[2].value: found an '
         'unknown key, expected name, …; did you mean "values"?'),
        ('[[section]]\nrequired = true', "section[1].name: found nothing, expected this key in the table"),
        ('[numbering]\nscope = "sections"', 'numbering.scope: found "sections", expected "document", '
         '"section", "runs", "hierarchy", "ids" or "none"; did you mean "section"?'),
        ('[answer]\nmin_words = "25"', 'answer.min_words: found "25", expected a whole number'),
        ("[answer]\nmin_words = 2.5", "answer.min_words: found 2.5, expected a whole number"),
        ("[answer]\nmin_words = -1", "answer.min_words: found -1, expected 0 or more"),
        ("[answer]\nrequired = 1", "answer.required: found 1, expected true or false"),
        ("[question]\nform = 3", "question.form: found 3, expected a string or a list of strings"),
        ('[question]\nform = ["## {text}", 3]', "question.form[2]: found 3, expected a string"),
        ('[question]\nform = "## {txt}"', 'question.form[1]: found "## {txt}": expected {text} exactly once'),
        ('[answer]\nform = ""', 'answer.form: found "": expected {text} exactly once'),
        ("[duplicates]\nthreshold = nan", "duplicates.threshold: found NaN, expected a number from 0 to 1"),
        ("[numbering]\nfirst = -1", "numbering.first: found -1, expected 0 or more"),
        ("[options]\nminimum = -3", "options.minimum: found -3, expected 0 or more"),
        ('[options]\nform = "{txt}"', 'options.form: found "{txt}": expected {text} exactly once'),
        ("[duplicates]\nthreshold = 2", "duplicates.threshold: found 2, expected a number from 0 to 1"),
        ("title = 3", "title: found 3, expected a table"),
        ("[answer]\nplaceholders = 1979-05-27", 'answer.placeholders: found "1979-05-27", expected a list'),
        ("inferred = true", "inferred: found an unknown key; only what was learned from a document is "
         "inferred"),
    ],
)  # fmt: skip
def test_a_wrong_key_is_named_with_its_path_and_what_is_expected(
    tmp_path: Path, text: str, complaint: str
) -> None:
    (said,) = _complaints(tmp_path, text)
    start, _, end = f"bank.toml: {complaint}".partition("…")
    assert said.startswith(start)
    assert said.endswith(end)
    assert end or said == start


def test_all_wrong_keys_are_named_at_once(tmp_path: Path) -> None:
    assert len(_complaints(tmp_path, "[answer]\nrequired = 1\nmin_words = true\nform = 1")) == 3


def test_broken_toml_is_named_with_its_place(tmp_path: Path) -> None:
    (complaint,) = _complaints(tmp_path, "[answer]\nform = \n")
    assert complaint.startswith("bank.toml: not valid TOML: ")
    assert "line 2" in complaint


def test_deeply_nested_toml_is_refused(tmp_path: Path) -> None:
    (complaint,) = _complaints(tmp_path, "x = " + "[" * 100_000)
    assert complaint.startswith("bank.toml: line 1: found values nested more than 100 deep")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bank.toml").write_bytes(b"# caf\xe9\n")
    with pytest.raises(InvalidFileError, match="byte 5 is not UTF-8"):
        read_toml(tmp_path / "bank.toml", "bank.toml")


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert _read(tmp_path, "\ufeff[numbering]\nfirst = 5\n").numbering.first == 5


def test_presets_are_the_files_of_their_folder() -> None:
    assert preset_names() == (
        "details",
        "faq",
        "file-per-question",
        "list",
        "list-heading",
        "numbered-heading",
        "plain-heading",
        "quiz-checkbox",
        "quiz-lettered",
    )


@pytest.mark.parametrize("name", preset_names())
def test_a_preset_is_valid_commented_and_its_own(name: str) -> None:
    assert load_schema(name).question.form
    lines = (PRESETS / f"{name}.toml").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert sum(line.startswith("#") for line in lines) >= 5


def test_presets_differ() -> None:
    schemas = [load_schema(name) for name in preset_names()]
    assert all(one != other for index, one in enumerate(schemas) for other in schemas[:index])


def test_an_unknown_name_gets_the_nearest_preset() -> None:
    with pytest.raises(InvalidFileError, match="neither a schema file nor a preset"):
        load_schema("no-such-file.toml")
    with pytest.raises(InvalidFileError, match='did you mean "numbered-heading"'):
        load_schema("numbered-headings")


def test_a_path_beats_no_preset_and_a_preset_beats_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list").write_text("[numbering]\nfirst = 7\n", "utf-8")
    assert load_schema("list").numbering.first == 1
    assert load_schema("./list").numbering.first == 7
    assert load_schema("list", tmp_path).numbering.first == 1


@pytest.mark.skipif(
    tuple(map(int, pydantic.VERSION.split(".")[:2])) < (2, 9),
    reason="older versions of pydantic write other JSON Schemas",
)
@pytest.mark.parametrize("name", json_schema.FILES)
def test_the_committed_json_schemas_are_current(name: str) -> None:
    made = json_schema.text_of(json_schema.FILES[name]())
    assert (SCHEMAS / name).read_text("utf-8") == made, "run `make schemas`"


@pytest.mark.parametrize("make", json_schema.FILES.values())
def test_the_json_schemas_are_json_schemas_with_a_description_for_every_key(
    make: "json_schema.Maker",
) -> None:
    schema = make()
    jsonschema.Draft202012Validator.check_schema(schema)
    for table in (schema, *schema["$defs"].values()):
        for key, value in table.get("properties", {}).items():
            assert value.get("description") or "$ref" in json.dumps(value), key


def test_the_json_schema_takes_presets_and_refuses_what_the_linter_refuses() -> None:
    validator = jsonschema.Draft202012Validator(json_schema.document_schema())
    for name in preset_names():
        validator.validate(read_toml(PRESETS / f"{name}.toml", name))
    assert validator.is_valid({"question": {"form": ["## {text}"]}})
    assert not validator.is_valid({"question": {"form": 3}})
    assert not validator.is_valid({"numbring": {}})
    assert not validator.is_valid({"answer": {"min_words": -1}})
    assert not validator.is_valid({"duplicates": {"threshold": 2}})
    assert not validator.is_valid({"inferred": True})
    assert not validator.is_valid({"section": [{"required": True}]})
