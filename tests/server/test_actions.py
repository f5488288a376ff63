"""What may be done at a place: fixes, new numbers, entries in the contents, comments that hide a finding."""

from pathlib import Path

import pytest
from lsprotocol.types import ClientCapabilities, CodeAction, Range, TextDocumentEdit, TextEdit

from dlqa_lint.links.contents import all_matches
from dlqa_lint.links.targets import link_map_of
from dlqa_lint.model.finding import Edit, Fix
from dlqa_lint.server import proving
from dlqa_lint.server.actions import fixing
from dlqa_lint.server.code_actions import FIX_ALL, Client, Resolved, client_of, code_actions, resolved
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Source, Span
from open_in_editor import at, open_documents, put, snapshot

ABLE = Client(resolves=True, versions=True, shows=True)
SPICES = """# Spices

- [1. What is saffron?](#1-what-is-saffron)
- [2. What is cumin?](#2-what-is-cumin)
- [5. What is mace?](#5-what-is-mace)

### 1. What is saffron?

Threads of a crocus, see question 5.

### 2. What is cumin?

A seed.

### 4. What is sumac?

A berry 🫐.

### 5. What is mace?

The coat of a nutmeg.
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _range(snapshot: Snapshot, words: str) -> Range:
    return snapshot.places.range(at(snapshot, words))


def _titles(snapshot: Snapshot, words: str, *only: str) -> list[str]:
    return [action.title for action in code_actions(snapshot, _range(snapshot, words), only or None)]


def _action(snapshot: Snapshot, words: str, title: str) -> CodeAction:
    found = code_actions(snapshot, _range(snapshot, words), None)
    return next(action for action in found if action.title == title)


def _resolved(snapshot: Snapshot, words: str, title: str, client: Client = ABLE) -> Resolved:
    return resolved(snapshot, _action(snapshot, words, title), lambda _: list(snapshot.findings), client)


def _changes(done: Resolved) -> list[TextDocumentEdit]:
    assert done.action.edit is not None
    return [
        change for change in done.action.edit.document_changes or () if isinstance(change, TextDocumentEdit)
    ]


def _text(snapshot: Snapshot, done: Resolved) -> str:
    """The document after an action, as an editor applies its edits."""
    assert (done.note, done.refused) == ("", ())
    text = snapshot.document.source.text
    (change,) = _changes(done)
    assert (change.text_document.uri, change.text_document.version) == (snapshot.uri, snapshot.version)
    for edit in reversed(change.edits):
        assert isinstance(edit, TextEdit)
        span = snapshot.span(edit.range)
        text = text[: span.start] + edit.new_text + text[span.end :]
    return text


def test_each_finding_has_its_fix_and_says_if_it_is_unsafe() -> None:
    spices = snapshot(SPICES)
    titles = _titles(spices, "4. What is sumac?")
    assert titles == [
        "add the missing entry to the contents [missing-contents-entry]",
        "number the questions in order (unsafe) [number-gap]",
        "ignore missing-contents-entry here, with a reason",
        "ignore number-gap here, with a reason",
        "add to the contents",
        "renumber from here",
        "fix all that is safe in this document",
    ]
    fixing = _action(spices, "4. What is sumac?", titles[0])
    assert (fixing.kind, fixing.is_preferred, fixing.edit) == ("quickfix", True, None)
    assert fixing.diagnostics is not None
    assert fixing.diagnostics[0].code == "missing-contents-entry"
    assert _action(spices, "4. What is sumac?", titles[1]).is_preferred is None


def test_only_the_kinds_that_are_asked_for_are_offered() -> None:
    spices = snapshot(SPICES)
    assert _titles(spices, "4. What is sumac?", "refactor") == ["add to the contents", "renumber from here"]
    assert _titles(spices, "A seed", "source.fixAll") == ["fix all that is safe in this document"]
    assert _titles(spices, "A seed", "source.fixA") == []


def test_renumbering_takes_references_links_and_contents_along() -> None:
    spices = snapshot(SPICES)
    text = _text(spices, _resolved(spices, "4. What is sumac?", "renumber from here"))
    assert "### 3. What is sumac?" in text
    assert "### 4. What is mace?" in text
    assert "see question 4." in text
    assert "(#4-what-is-mace)" in text


def test_what_comes_before_is_left_alone_when_renumbering() -> None:
    text = "".join(f"### {number}. What is {number}?\n\nIt.\n\n" for number in (1, 3, 4, 9))
    numbers = snapshot(text)
    assert "renumber from here" not in _titles(snapshot(text.replace("9.", "5.")), "5. ")
    made = _text(numbers, _resolved(numbers, "9. What", "renumber from here"))
    assert [line for line in made.splitlines() if "#" in line][1:] == [
        "### 3. What is 3?",
        "### 4. What is 4?",
        "### 5. What is 9?",
    ]


def test_a_question_is_added_to_the_contents_at_its_place() -> None:
    spices = snapshot(SPICES)
    text = _text(spices, _resolved(spices, "4. What is sumac?", "add to the contents"))
    lines = text.splitlines()
    assert lines[4] == "- [4. What is sumac?](#4-what-is-sumac)"
    assert lines[3].startswith("- [2. What is cumin?]")


def test_a_question_that_is_listed_or_a_document_without_contents_is_offered_no_entry() -> None:
    assert "add to the contents" not in _titles(snapshot(SPICES), "2. What is cumin?\n")
    bare = SPICES[SPICES.index("### 1.") :]
    assert "add to the contents" not in _titles(snapshot(bare), "2. What is cumin?")


def test_a_list_of_topics_is_not_a_table_of_contents_of_questions() -> None:
    topics = (
        "# Spices\n\n- [Seeds](#s)\n- [What is cumin?](#2-what-is-cumin)\n- [Roots](#r)\n- [Barks](#b)\n\n"
    )
    spices = snapshot(topics + SPICES[SPICES.index("### 1.") :])
    assert [bool(match.question) for match in all_matches(link_map_of(spices.bank.bank))].count(True) == 1
    assert "add to the contents" not in _titles(spices, "4. What")


def test_a_finding_is_hidden_by_a_comment_whose_reason_is_asked_for() -> None:
    spices = snapshot(SPICES)
    done = _resolved(spices, "4. What is sumac?", "ignore number-gap here, with a reason")
    text = _text(spices, done)
    comment = "<!-- dlqa-lint: ignore number-gap:  -->\n### 4. What is sumac?"
    assert comment in text
    assert done.action.command is not None
    assert done.action.command.arguments is not None
    uri, line, character = map(str, done.action.command.arguments)
    assert (uri, text.splitlines()[int(line)][int(character) :]) == (spices.uri, " -->")
    rules = {finding.rule for finding in snapshot(text).findings}
    assert "number-gap" not in rules
    assert "unexplained-suppression" in rules
    explained = text.replace("number-gap:  -->", "number-gap: one was withdrawn -->")
    assert not {"number-gap", "unexplained-suppression"} & {f.rule for f in snapshot(explained).findings}


def test_an_editor_that_cannot_be_told_to_go_anywhere_gets_the_comment_alone() -> None:
    spices = snapshot(SPICES)
    title = "ignore number-gap here, with a reason"
    done = _resolved(spices, "4. What is sumac?", title, ABLE._replace(shows=False, versions=False))
    assert done.action.command is None
    assert done.action.edit is not None
    assert list(done.action.edit.changes or ()) == [spices.uri]


def test_fixing_all_does_what_is_safe_and_nothing_else() -> None:
    made = open_documents("--isolated")
    put(made, "a.md", SPICES)
    spices = made.check("a.md")["a.md"]
    action = _action(spices, "A seed", "fix all that is safe in this document")
    assert action.kind == FIX_ALL
    text = _text(spices, resolved(spices, action, made.counting, ABLE))
    assert "- [4. What is sumac?](#4-what-is-sumac)" in text
    assert "### 4. What is sumac?" in text
    edits = proving.edits_of(spices, proving.all_safe(spices, made.counting))
    assert edits
    put(made, "a.md", text, 2)
    again = made.check("a.md")["a.md"]
    assert proving.edits_of(again, proving.all_safe(again, made.counting)) == []


def test_renumbering_reaches_into_files_that_are_not_open() -> None:
    Path("dlqa-lint.toml").write_text('include = ["*.md"]\n', "utf-8")
    other = "# Herbs\n\n### 1. What is thyme?\n\nSee [mace](a.md#5-what-is-mace).\n\n### 2. What is dill?\n\nA herb.\n"
    Path("b.md").write_text(other, "utf-8")
    made = open_documents()
    put(made, "a.md", SPICES)
    spices = made.check("a.md")["a.md"]
    done = _resolved(spices, "4. What is sumac?", "renumber from here")
    there = next(change for change in _changes(done) if change.text_document.uri.endswith("/b.md"))
    assert there.text_document.version is None
    assert [edit.new_text for edit in there.edits if isinstance(edit, TextEdit)] == ["4"]
    assert Path("b.md").read_text("utf-8") == other


def test_a_fix_that_cannot_be_proved_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    spices = snapshot(SPICES)
    start = SPICES.index("A seed.")
    harm = Fix("lose words", (Edit("a.md", Span(start, start + 7), ""),))
    monkeypatch.setattr(fixing, "_as_it_is", lambda _: harm)
    title = "add the missing entry to the contents [missing-contents-entry]"
    done = _resolved(spices, "4. What is sumac?", title)
    assert done.action.edit is None
    assert "cannot be proved to keep every word" in done.note
    assert "-A seed." in done.refused


def test_what_has_gone_since_it_was_offered_is_not_done() -> None:
    action = _action(snapshot(SPICES), "4. What is sumac?", "renumber from here")
    calm = snapshot(SPICES.replace("### 4.", "### 3.").replace("### 5.", "### 4."))
    done = resolved(calm, action, lambda _: [], ABLE)
    assert (done.action.edit, done.note) == (None, "renumber from here: found no way to do that here")


def test_an_editor_that_says_nothing_can_do_nothing() -> None:
    assert client_of(ClientCapabilities()) == Client(resolves=False, versions=False, shows=False)


def test_a_source_keeps_its_line_ends_when_it_is_fixed() -> None:
    crlf = snapshot(SPICES.replace("\n", "\r\n"))
    text = _text(crlf, _resolved(crlf, "4. What is sumac?", "renumber from here"))
    assert Source("a.md", text).newline == "\r\n"
    assert text.count("\n") == text.count("\r\n") == SPICES.count("\n")
