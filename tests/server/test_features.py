"""What the server knows about a place, from the texts of open documents."""

from pathlib import Path

import pytest
from lsprotocol.types import Range, TextEdit

from dlqa_lint.server import findings, folding, hover, navigation, symbols
from dlqa_lint.server.reference_completion import numbers
from dlqa_lint.server.snapshot import Snapshot
from open_in_editor import at, open_documents, put, snapshot

BOATS = """# Boats

- [1. What is a keel?](#1-what-is-a-keel)
- [2. What is a mast?](#2-what-is-a-mast)

## Hulls

### 1. What is a keel?

The spine of a hull 🚢, see question 4.

## Rigs

### 2. What is a mast?

A pole that carries sails.

### 4. What is a jib?

TODO

### 5. Explain what a keel is.
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _lines(snapshot: Snapshot, ranges: list[Range]) -> list[str]:
    return [snapshot.document.source.lines[found.start.line] for found in ranges]


def test_findings_have_their_rule_its_page_and_the_other_places() -> None:
    shown = {finding.code: finding for finding in findings.shown(snapshot(BOATS))}
    gap = shown["number-gap"]
    assert (gap.source, gap.severity, gap.range.start.line) == ("dlqa-lint", 1, 17)
    assert gap.code_description is not None
    assert gap.code_description.href.endswith("/rules/number-gap/")
    assert gap.related_information is not None
    assert gap.related_information[0].location.range.start.line == 13


def test_a_document_that_asks_nothing_has_no_findings() -> None:
    assert findings.shown(snapshot("# Notes\n\nWe met on Monday.\n")) == []


def test_hovering_over_a_question_tells_its_state_and_its_twins() -> None:
    boats = snapshot(BOATS)
    told = hover.told(boats, at(boats, "1. What is a keel?\n").start)
    assert told.startswith("**1. What is a keel?** (answered, 8 words)\n\n- ")
    assert "5. Explain what a keel is. (line 22)" in told


def test_hovering_over_a_finding_tells_the_page_of_its_rule() -> None:
    boats = snapshot(BOATS)
    told = hover.told(boats, at(boats, "4. What is a jib?").start)
    assert "**4. What is a jib?** (placeholder)\n\n---\n\n**number-gap**\n\nA question's number skips" in told
    assert "**Repair:**" in told


def test_questions_that_are_said_to_be_distinct_are_not_twins() -> None:
    text = BOATS.replace("The spine", "<!-- dlqa-lint: distinct 5: one is about racing -->\n\nThe spine")
    boats = snapshot(text)
    assert "line 22" not in hover.told(boats, at(boats, "1. What is a keel?\n").start)


def test_what_looks_like_markup_is_reported_as_it_is_written() -> None:
    text = "### 1. What does `a*b*c` do?\n\nIt.\n\n### 2. What is [x]?\n\nIt.\n"
    boats = snapshot(text)
    assert r"What is \[x\]?" in hover.told(boats, at(boats, "2.").start)


def test_prose_has_nothing_to_tell() -> None:
    boats = snapshot(BOATS)
    assert hover.told(boats, at(boats, "A pole").start) == ""


@pytest.mark.parametrize(
    ("place", "there"),
    [
        ("[1. What is a keel?]", ["### 1. What is a keel?"]),
        ("question 4", ["### 4. What is a jib?"]),
        ("2. What is a mast?\n", ["- [2. What is a mast?](#2-what-is-a-mast)"]),
        (
            "1. What is a keel?\n",
            ["- [1. What is a keel?](#1-what-is-a-keel)", "### 5. Explain what a keel is."],
        ),
        ("A pole", []),
    ],
)
def test_ways_lead_to_questions_entries_and_twins(place: str, there: list[str]) -> None:
    boats = snapshot(BOATS)
    assert (
        _lines(boats, [way.range for way in navigation.destinations(boats, at(boats, place).start)]) == there
    )


def test_ways_lead_to_other_documents() -> None:
    others = {"b.md": "# Sails\n\n### 1. What is a keel?\n\nA fin.\n\n### 2. What is a sail?\n\nCloth.\n"}
    boats = snapshot(BOATS.replace("A pole", "[Cloth](b.md#2-what-is-a-sail). A pole"), others=others)
    (way,) = navigation.destinations(boats, at(boats, "[Cloth]").start)
    assert (way.uri, way.range.start.line) == (Path("b.md").absolute().as_uri(), 6)
    twins = navigation.destinations(boats, at(boats, "1. What is a keel?\n").start)
    assert Path("b.md").absolute().as_uri() in [twin.uri for twin in twins]


def test_the_outline_holds_sections_and_questions_with_their_state() -> None:
    (title,) = symbols.outline(snapshot(BOATS))
    hulls, rigs = title.children or ()
    assert (hulls.name, hulls.detail, rigs.detail) == ("Hulls", "1 of 1 answered", "1 of 3 answered")
    asked = [(question.name, question.detail) for question in rigs.children or ()]
    assert asked == [
        ("2. What is a mast?", "answered, 5 words"),
        ("4. What is a jib?", "placeholder"),
        ("5. Explain what a keel is.", "no answer"),
    ]
    for symbol in (title, hulls, *(rigs.children or ())):
        whole, own = symbol.range, symbol.selection_range
        assert (whole.start.line, whole.start.character) <= (own.start.line, own.start.character)
        assert (own.end.line, own.end.character) <= (whole.end.line, whole.end.character)


def test_a_question_folds_with_its_answer() -> None:
    folds = [(fold.start_line, fold.end_line) for fold in folding.folds(snapshot(BOATS))]
    assert (13, 15) in folds
    assert (11, 21) in folds


@pytest.mark.parametrize(
    "typed", ["see question ", "See question 1", "cf. Q", "siehe Frage ", "voir la question "]
)
def test_a_reference_is_completed_with_the_other_questions(typed: str) -> None:
    boats = snapshot(BOATS.replace("A pole", f"{typed}\n\nA pole"))
    found = numbers(boats, at(boats, "\n\nA pole").start)
    assert [item.label for item in found] == ["1", "4", "5"]


@pytest.mark.parametrize("typed", ["we saw ", "see ", "a question ", "see question 1 "])
def test_nothing_is_completed_where_no_number_is_awaited(typed: str) -> None:
    boats = snapshot(BOATS.replace("A pole", f"{typed}\n\nA pole"))
    assert numbers(boats, at(boats, "\n\nA pole").start) == []


def test_a_number_that_is_begun_is_replaced() -> None:
    boats = snapshot(BOATS.replace("A pole", "see question 12"))
    item = numbers(boats, at(boats, "see question 12").start + len("see question 12"))[0]
    assert isinstance(item.text_edit, TextEdit)
    assert (item.text_edit.range.start.character, item.text_edit.range.end.character) == (13, 15)


def test_while_somebody_types_bank_findings_are_where_they_moved_to() -> None:
    made = open_documents("--isolated")
    put(made, "a.md", BOATS)
    made.check("a.md")
    put(made, "a.md", BOATS.replace("# Boats\n", "# Boats\n\nAll you want to know.\n"), 2)
    read = made.read("a.md")
    assert read is not None
    assert not read.settled
    gap = next(finding for finding in read.findings if finding.rule == "number-gap")
    assert read.document.source.slice(gap.span) == "4"
    assert {finding.rule for finding in read.findings} >= {
        "placeholder-answer",
        "missing-answer",
        "number-gap",
    }


def test_unsaved_text_counts_and_files_that_are_not_open_belong_to_the_bank() -> None:
    Path("dlqa-lint.toml").write_text('include = ["*.md"]\n', "utf-8")
    Path("a.md").write_text("# Nothing\n", "utf-8")
    Path("b.md").write_text("# Sails\n\n### 1. What is a keel?\n\nA fin.\n\n### 2. Why?\n\nSo.\n", "utf-8")
    made = open_documents()
    put(made, "a.md", BOATS)
    boats = made.check("a.md")["a.md"]
    assert len(boats.document.questions) == 4
    assert [document.path for document in boats.bank.bank.documents] == ["a.md", "b.md"]
    (repeated,) = (finding for finding in boats.echoes if finding.rule == "duplicate-question")
    assert boats.document.source.slice(repeated.span) == "### 1. What is a keel?"
    assert repeated.message.startswith("in b.md: ")
    assert [place.path for place in repeated.related] == ["b.md"]


def test_settings_count_and_excluded_documents_have_no_findings() -> None:
    Path("dlqa-lint.toml").write_text('exclude = ["b.md"]\nignore = ["number-gap"]\n', "utf-8")
    made = open_documents()
    put(made, "a.md", BOATS)
    put(made, "b.md", BOATS)
    assert "number-gap" not in {finding.rule for finding in made.check("a.md")["a.md"].findings}
    assert (made.read("b.md"), made.check("b.md")) == (None, {})


def test_known_findings_of_a_baseline_do_not_count() -> None:
    from dlqa_lint.cli import main

    Path("a.md").write_text(BOATS, "utf-8")
    main(["--write-baseline", "a.md"])
    made = open_documents()
    put(made, "a.md", BOATS + "\n### 9. What is a boom?\n\nA spar.\n")
    assert {finding.rule for finding in made.check("a.md")["a.md"].findings} >= {"number-gap"}
    put(made, "a.md", BOATS)
    assert made.check("a.md")["a.md"].findings == ()
