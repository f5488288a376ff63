"""Translations and numbered files on the command line, with what stands in their folders and settings."""

import json
from pathlib import Path
from typing import Any

import pytest

from dlqa_lint.cli import main

GREEK = (
    "Τι είναι ένας μόλος;",
    "Πότε δένουμε δύο σχοινιά;",
    "Γιατί γλιστρά ένας κόμπος;",
    "Πώς μαζεύουμε το σχοινί;",
)
ENGLISH = ("What is a pier?", "When are two ropes tied?", "Why does a knot slip?", "How is a rope coiled?")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _bank(questions: tuple[str, ...]) -> str:
    parts = (f"### {number}. {text}\n\nSailors know it well.\n" for number, text in enumerate(questions, 1))
    return "# Knots\n\n" + "\n".join(parts)


def _found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str]]:
    """Path and rule of what a run finds."""
    main(["--output-format", "json", *arguments])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return [(finding["path"], finding["rule"]) for finding in found]


def test_settings_name_translations_whose_paths_do_not(capsys: pytest.CaptureFixture[str]) -> None:
    _write("faq.md", _bank(ENGLISH))
    _write("i18n/GREEK.md", _bank(GREEK[:3]))
    assert _found(capsys) == []
    _write("dlqa-lint.toml", '[translations]\n"faq.md" = "i18n/{language}.md"\n')
    assert _found(capsys) == [("i18n/GREEK.md", "translation-lag")]


def test_paths_in_settings_count_from_their_folder(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("faq.md", _bank(ENGLISH))
    _write("i18n/GREEK.md", _bank(GREEK[:3]))
    _write("dlqa-lint.toml", 'include = ["**/*.md"]\n[translations]\n"faq.md" = "i18n/{language}.md"\n')
    monkeypatch.chdir("i18n")
    assert _found(capsys, "GREEK.md") == [("GREEK.md", "translation-lag")]


def test_what_settings_name_a_translation_is_not_a_duplicate(capsys: pytest.CaptureFixture[str]) -> None:
    _write("faq.md", _bank(ENGLISH))
    _write("i18n/GREEK.md", _bank(ENGLISH))
    assert {rule for _, rule in _found(capsys)} == {"duplicate-question"}
    _write("dlqa-lint.toml", '[translations]\n"faq.md" = "i18n/{language}.md"\n')
    assert _found(capsys) == [("i18n/GREEK.md", "translation-lag")]


def test_a_translation_that_lags_makes_no_run_fail() -> None:
    _write("README.md", _bank(ENGLISH))
    _write("README-el.md", _bank(GREEK[:3]))
    assert main([]) == 0
    assert main(["--fail-on", "info"]) == 1


def _number(*names: str) -> None:
    for at, name in enumerate(names):
        _write(name, f"# {ENGLISH[at % 4]}\n\nSailors know it well, and this is number {at}.\n")


def test_a_file_that_is_not_linted_closes_a_gap(capsys: pytest.CaptureFixture[str]) -> None:
    _number("q1.md", "q2.md", "q4.md", "q5.md")
    arguments = ("--select", "file-number")
    assert _found(capsys, *arguments) == [("q4.md", "file-number")]
    _write("q3.ipynb", "{}")
    assert _found(capsys, *arguments) == []


def test_a_hook_that_names_some_of_the_files_finds_no_gap_between_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _number("q1.md", "q2.md", "q3.md", "q4.md", "q5.md", "q6.md")
    assert _found(capsys, "--select", "file-number", "q1.md", "q3.md", "q6.md") == []


def test_question_files_among_many_others_are_not_a_series(capsys: pytest.CaptureFixture[str]) -> None:
    _number("1-a.md", "2-b.md", "4-c.md")
    for number in (5, 6, 8, 9):
        _write(f"{number}-notes.md", "# Notes\n\nWe met on Monday, and nobody asked anything.\n")
    assert _found(capsys, "--select", "file-number") == []
