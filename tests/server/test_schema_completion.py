"""Completion in the TOML files of dlqa-lint."""

import pytest
from lsprotocol.types import CompletionItem, TextEdit

from dlqa_lint.server.positions import Places
from dlqa_lint.server.schema_completion import keys
from dlqa_lint.text.source import Source


def _labels(path: str, text: str) -> list[str]:
    """What is offered at the bar in a text."""
    return [item.label for item in _items(path, text)]


def _items(path: str, text: str) -> list[CompletionItem]:
    source = Source(path, text.replace("|", ""))
    return keys(source, Places(source, "utf-16").position(text.index("|")), "utf-16")


def test_keys_of_settings_are_offered_with_what_they_mean() -> None:
    (item,) = (item for item in _items("dlqa-lint.toml", "inc|") if item.label == "include")
    assert str(item.documentation).startswith("Patterns of the bank's files")
    assert isinstance(item.text_edit, TextEdit)
    assert (item.text_edit.new_text, item.text_edit.range.start.character) == ("include = ", 0)


@pytest.mark.parametrize(
    ("path", "text", "some", "none"),
    [
        (".dlqa-lint.toml", 'include = ["*.md"]\n|', "exclude", "include"),
        ("pyproject.toml", "[tool.dlqa-lint]\n|", "ignore", "name"),
        ("pyproject.toml", "[tool.dlqa-lint]\n[|", "tool.dlqa-lint.per-file-ignores", "tool.dlqa-lint"),
        ("pyproject.toml", "[[tool.dlqa-lint.bank]]\n|\n[project]\n", "schema", "fail-on"),
        ("bank.toml", '[question]\nform = "### {text}"\n|', "ends_with", "form"),
        ("bank.toml", "#:schema document.schema.json\n[numbering]\n|\n\n[answer]\n", "scope", "required"),
        ("bank.toml", "[question]\n\n[options]\n|", "minimum", "ends_with"),
        ("bank.toml", "[question]\n\n[[field]]\nname = 'a'\n|", "values", "name"),
        ("bank.toml", "[question]\n\n[|", "numbering", "question"),
        ("bank.toml", "[question]\n\n[[section]]\n\n[[|", "section", "question"),
        ("pyproject.toml", "[|", "tool.dlqa-lint.bank", "bank"),
        ("dlqa-lint.toml", "fail-on = |", '"error"', "error"),
        ("bank.toml", '[question]\n[numbering]\nscope = "|', '"hierarchy"', "true"),
        ("bank.toml", "[question]\n[answer]\nrequired = |", "true", '"true"'),
    ],
)
def test_what_fits_is_offered_and_what_is_there_is_not(path: str, text: str, some: str, none: str) -> None:
    labels = _labels(path, text)
    assert some in labels
    assert none not in labels


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pyproject.toml", "[project]\n|"),
        ("Cargo.toml", "[package]\n|"),
        ("dlqa-lint.toml", "include = |"),
        ("bank.toml", "[question]\n[nothing]\n|"),
    ],
)
def test_nothing_is_offered_elsewhere(path: str, text: str) -> None:
    assert _labels(path, text) == []
