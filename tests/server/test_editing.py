"""The server as an editor knows it: a process of its own that is spoken with over standard input and output."""

import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from dlqa_lint.cli import main
from dlqa_lint.model.bank import Document
from dlqa_lint.model.schema import Schema
from dlqa_lint.recognise import recognise
from dlqa_lint.server.connection import Connection
from dlqa_lint.text.source import Source
from language_client import COMMAND, Json, LanguageClient, editing, editing_with
from open_in_editor import options

TEAS = """# Teas 🍵

### 1. What is 🫖🫖 oolong, see below?

It is between green and black, see question 9.

### 2. What is matcha?

Powder.

### 4. What is sencha?

Leaves.
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _editing(
    folder: Path, *arguments: str, abilities: Json | None = None
) -> AbstractContextManager[LanguageClient]:
    """An editor with a server in this process."""
    server = Connection(options(*arguments)).server
    return editing_with(server.start_io, folder, abilities)


def _uri(folder: Path, name: str = "a.md") -> str:
    return (folder / name).as_uri()


def _insert(line: int, character: int, text: str, until: int | None = None) -> Json:
    start = {"line": line, "character": character}
    end = {"line": line, "character": character if until is None else until}
    return {"range": {"start": start, "end": end}, "text": text}


def _rules(found: list[Json]) -> set[str]:
    return {finding["code"] for finding in found}


def _has(rule: str) -> Any:
    return lambda found: rule in _rules(found)


def _actions(client: LanguageClient, uri: str, line: int) -> dict[str, Json]:
    at = {"line": line, "character": 0}
    asked = {"textDocument": {"uri": uri}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}}
    found: list[Json] = client.request("textDocument/codeAction", asked)
    return {action["title"]: action for action in found}


@pytest.mark.slow
def test_an_editing_session_from_opening_to_the_end(tmp_path: Path) -> None:
    uri = _uri(tmp_path)
    with editing(tmp_path, "--stdio") as (client, process):
        client.open(uri, TEAS)
        assert _rules(client.findings(uri)) == {"broken-question-reference"}
        client.findings(uri, _has("number-gap"))
        version = client.change(uri, _insert(4, 44, "2", 45))
        assert "broken-question-reference" not in _rules(client.findings(uri, lambda _: True))
        actions = _actions(client, uri, 10)
        done = client.request("codeAction/resolve", actions["renumber from here"])
        (change,) = done["edit"]["documentChanges"]
        assert change["textDocument"] == {"uri": uri, "version": version}
        (edit,) = change["edits"]
        client.change(uri, {"range": edit["range"], "text": edit["newText"]})
        assert client.findings(uri, lambda found: not found) == []
        assert [symbol["name"] for symbol in _symbols(client, uri)] == [
            "1. What is 🫖🫖 oolong, see below?",
            "2. What is matcha?",
            "3. What is sencha?",
        ]
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        cleared = client.told("textDocument/publishDiagnostics")
        assert (cleared["uri"], cleared["diagnostics"]) == (uri, [])
        client.hang_up()
        assert process.wait(30) == 0


def _symbols(client: LanguageClient, uri: str) -> list[Json]:
    (title,) = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    children: list[Json] = title["children"]
    return children


@pytest.mark.parametrize(("encodings", "column"), [(None, 21), (["utf-8", "utf-16"], 25), (["utf-32"], 19)])
def test_columns_are_those_of_the_agreed_encoding(
    encodings: list[str] | None, column: int, tmp_path: Path
) -> None:
    """Behind two emoji, a change lands and a finding stands where the editor means them."""
    uri = _uri(tmp_path)
    text = "# A\n\n### 1. Why?\n\nAs 🍵🍵, see question 9.\n\n### 2. How?\n\nSo.\n"
    abilities = {"general": {"positionEncodings": encodings}} if encodings else {}
    with _editing(tmp_path, "--isolated", abilities=abilities) as client:
        assert client.server["positionEncoding"] == (encodings or ["utf-16"])[0]
        client.open(uri, text)
        (finding,) = client.findings(uri)
        assert finding["range"]["start"] == {"line": 4, "character": column + 1}
        client.change(uri, _insert(4, column + 1, "7", column + 2))
        (finding,) = client.findings(uri)
        assert '"see question 7" names no question' in finding["message"]


def test_unsaved_text_counts_and_safe_fixes_format_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Nothing\n", "utf-8")
    uri = _uri(tmp_path)
    text = TEAS.replace("### 2.", "###  2.")
    with _editing(tmp_path) as client:
        client.open(uri, text)
        asked = {"textDocument": {"uri": uri}, "options": {"tabSize": 4, "insertSpaces": True}}
        (edit,) = client.request("textDocument/formatting", asked)
        assert edit == {
            "range": {"start": {"line": 6, "character": 4}, "end": {"line": 6, "character": 5}},
            "newText": "",
        }
    assert (tmp_path / "a.md").read_text("utf-8") == "# Nothing\n"


def test_changed_settings_make_everything_new(tmp_path: Path) -> None:
    uri, settings = _uri(tmp_path), tmp_path / "dlqa-lint.toml"
    with _editing(tmp_path) as client:
        watched = client.told("client/registerCapability")["registrations"][0]
        assert watched["method"] == "workspace/didChangeWatchedFiles"
        client.open(uri, TEAS)
        client.findings(uri, _has("number-gap"))
        settings.write_text('ignore = ["number-gap"]\n', "utf-8")
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 1}]})
        client.findings(uri, lambda found: _rules(found) == {"broken-question-reference"})
        settings.write_text('ignore = ["broken-question-reference"]\n', "utf-8")
        client.notify("textDocument/didSave", {"textDocument": {"uri": settings.as_uri()}})
        client.findings(uri, lambda found: _rules(found) == {"number-gap"})


def test_wrong_settings_are_reported_and_mended_settings_count(tmp_path: Path) -> None:
    uri, settings = _uri(tmp_path), tmp_path / "dlqa-lint.toml"
    settings.write_text('ignoer = ["number-gap"]\n', "utf-8")
    with _editing(tmp_path) as client:
        client.open(uri, TEAS)
        assert 'did you mean "ignore"' in client.told("window/showMessage")["message"]
        client.change(uri, _insert(0, 2, "All "))
        settings.write_text('ignore = ["number-gap"]\n', "utf-8")
        client.notify("textDocument/didSave", {"textDocument": {"uri": settings.as_uri()}})
        assert _rules(client.findings(uri)) == {"broken-question-reference"}
        assert [said["method"] for said in client.said].count("window/showMessage") == 1


def test_a_file_that_changes_beside_the_document_counts(tmp_path: Path) -> None:
    (tmp_path / "dlqa-lint.toml").write_text('include = ["*.md"]\n', "utf-8")
    uri, other = _uri(tmp_path), tmp_path / "b.md"
    (tmp_path / "a.md").write_text(TEAS, "utf-8")
    with _editing(tmp_path) as client:
        client.open(uri, TEAS)
        client.findings(uri, _has("number-gap"))
        other.write_text("# B\n\n### 1. What is matcha?\n\nGreen.\n\n### 2. Why?\n\nSo.\n", "utf-8")
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": other.as_uri(), "type": 1}]})
        client.findings(uri, _has("duplicate-question"))


def test_a_document_that_crashes_something_does_not_end_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crashing(source: Source, schema: Schema | None) -> Document:
        if "CRASH" in source.text:
            raise RuntimeError("a document that no one can read")
        return recognise(source, schema)

    monkeypatch.setattr("dlqa_lint.recognise.recognise", crashing)
    uri, other = _uri(tmp_path), _uri(tmp_path, "b.md")
    with _editing(tmp_path) as client:
        client.open(uri, TEAS + "\nCRASH\n")
        logged = client.told("window/logMessage")["message"]
        assert "a bug in dlqa-lint, while reading a.md" in logged
        assert "a document that no one can read" in logged
        assert (
            client.request(
                "textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 5}}
            )
            is None
        )
        client.open(other, TEAS)
        client.findings(other, _has("number-gap"))
        lines = TEAS.count("\n") + 1
        client.change(
            uri,
            {
                "range": {"start": {"line": lines, "character": 0}, "end": {"line": lines, "character": 5}},
                "text": "So.",
            },
        )
        client.findings(uri, _has("number-gap"))


def test_what_cannot_be_understood_is_an_error_only_for_who_asked(tmp_path: Path) -> None:
    uri = _uri(tmp_path)
    with _editing(tmp_path) as client:
        client.open(uri, TEAS)
        client.notify("textDocument/didChange", {"textDocument": {"uri": uri}})
        assert "Invalid Params" in client.told("window/logMessage")["message"]
        with pytest.raises(RuntimeError):
            client.request("textDocument/nothing", {})
        assert len(_symbols(client, uri)) == 3


def test_an_editor_that_cannot_resolve_actions_gets_their_edits_at_once(tmp_path: Path) -> None:
    uri = _uri(tmp_path)
    with _editing(tmp_path, abilities={}) as client:
        client.open(uri, TEAS)
        made = _actions(client, uri, 10)["renumber from here"]
        assert [edit["newText"] for edit in made["edit"]["changes"][uri]] == ["3"]


def test_the_caret_goes_where_a_reason_is_missing(tmp_path: Path) -> None:
    uri = _uri(tmp_path)
    with _editing(tmp_path) as client:
        client.open(uri, TEAS)
        action = _actions(client, uri, 10)["ignore number-gap here, with a reason"]
        command = client.request("codeAction/resolve", action)["command"]
        client.request(
            "workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]}
        )
        (shown,) = (said["params"] for said in client.said if said["method"] == "window/showDocument")
        assert (shown["uri"], shown["selection"]["start"]) == (uri, {"line": 10, "character": 35})


def test_what_is_asked_about_a_place_is_answered(tmp_path: Path) -> None:
    uri = _uri(tmp_path)
    named = {"textDocument": {"uri": uri}}
    with _editing(tmp_path) as client:
        client.open(uri, TEAS.replace("question 9", "question 2"))
        hover = client.request("textDocument/hover", {**named, "position": {"line": 6, "character": 9}})
        assert hover["contents"]["value"].startswith("**2. What is matcha?** (answered, 1 word)")
        reference = {**named, "position": {"line": 4, "character": 44}}
        (way,) = client.request("textDocument/definition", reference)
        assert (way["uri"], way["range"]["start"]) == (uri, {"line": 6, "character": 0})
        completed = client.request("textDocument/completion", reference)
        assert [item["label"] for item in completed] == ["2", "4"]
        folds = client.request("textDocument/foldingRange", named)
        assert {"startLine": 6, "endLine": 8, "kind": "region"} in folds
        assert (
            client.request("textDocument/hover", {**named, "position": {"line": 1, "character": 0}}) is None
        )


def test_a_document_that_is_closed_is_forgotten_and_its_file_counts(tmp_path: Path) -> None:
    (tmp_path / "dlqa-lint.toml").write_text('include = ["*.md"]\n', "utf-8")
    uri, other = _uri(tmp_path), _uri(tmp_path, "b.md")
    (tmp_path / "a.md").write_text(TEAS, "utf-8")
    (tmp_path / "b.md").write_text(TEAS, "utf-8")
    with _editing(tmp_path) as client:
        client.open(uri, "# A\n\n### 1. What is mate?\n\nLeaves.\n\n### 2. Why?\n\nSo.\n")
        client.open(other, TEAS)
        client.findings(other, _has("number-gap"))
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        cleared = client.told("textDocument/publishDiagnostics")
        assert (cleared["uri"], cleared["diagnostics"]) == (uri, [])
        client.findings(other, _has("duplicate-question"))
        asked = {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 5}}
        assert client.request("textDocument/hover", asked) is None


def test_keys_are_completed_in_a_settings_file(tmp_path: Path) -> None:
    uri = _uri(tmp_path, "dlqa-lint.toml")
    with _editing(tmp_path) as client:
        client.open(uri, "ex", "toml")
        client.change(uri, _insert(0, 2, "t"))
        asked = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 3}}
        assert "extend" in [item["label"] for item in client.request("textDocument/completion", asked)]
        assert client.request("textDocument/foldingRange", {"textDocument": {"uri": uri}}) is None


@pytest.mark.slow
def test_without_the_extra_the_command_says_how_to_get_it() -> None:
    bare = (
        "import sys; sys.modules['pygls'] = None; from dlqa_lint.cli import main; sys.exit(main(['server']))"
    )
    done = subprocess.run([sys.executable, "-c", bare], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        'dlqa-lint: the server needs the extra "lsp", which is not installed; '
        'pip install "dlqa-lint[lsp]" installs it\n'
    )


@pytest.mark.slow
def test_the_server_ends_when_the_editor_is_gone(tmp_path: Path) -> None:
    done = subprocess.run([*COMMAND], cwd=tmp_path, input=b"", capture_output=True, check=False, timeout=30)
    assert (done.returncode, done.stdout) == (0, b"")


def test_the_server_takes_no_paths(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["server", "a.md"]) == 2
    assert "unrecognized arguments: a.md" in capsys.readouterr().err


NO_PARAMS: list[Any] = [
    {},
    None,
    [],
    {"textDocument": {"uri": 5}},
    {"textDocument": {"uri": "x"}, "position": {"line": -1}},
]


def test_a_request_that_makes_no_sense_is_answered_and_the_next_one_too(tmp_path: Path) -> None:
    with _editing(tmp_path) as client:
        client.open(_uri(tmp_path), TEAS)
        for params in NO_PARAMS:
            for method in ("hover", "completion", "definition", "codeAction"):
                with pytest.raises(RuntimeError, match="Invalid Params"):
                    client.request(f"textDocument/{method}", params)
        assert _symbols(client, _uri(tmp_path))


@pytest.mark.parametrize("data", [None, 5, [], {}, {"uri": 5}])
def test_an_action_of_somebody_else_is_given_back(tmp_path: Path, data: Any) -> None:
    with _editing(tmp_path) as client:
        client.open(_uri(tmp_path), TEAS)
        assert client.request("codeAction/resolve", {"title": "x", "data": data})["title"] == "x"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"index": 0},
        {"index": 0, "range": [0, 0]},
        {"index": 0, "range": [0, 0, -1, 0]},
        {"index": -2, "range": [0, 0, 0, 0]},
        {"index": "0", "range": [0, 0, 0, 0]},
        {"index": None, "range": None},
    ],
)
def test_an_action_with_data_that_it_was_not_given_is_an_error(tmp_path: Path, data: dict[str, Any]) -> None:
    uri = _uri(tmp_path)
    with _editing(tmp_path) as client:
        client.open(uri, TEAS)
        with pytest.raises(RuntimeError, match="found data that no code action was given"):
            client.request("codeAction/resolve", {"title": "x", "data": {"uri": uri, **data}})
        assert not any("a bug in" in said["params"].get("message", "") for said in client.said)
        place = {"index": 99, "range": [0, 0, 10**9, 0]}
        action = {"title": "x", "data": {"uri": uri, **place}}
        assert client.request("codeAction/resolve", action) == action
        shown = [said for said in client.said if said["method"] == "window/showMessage"]
        assert "found no way to do that here" in shown[-1]["params"]["message"]


@pytest.mark.parametrize("uri", ["\ud800", "file:///a%00b.md", "file://[", "untitled:"])
def test_a_document_with_an_odd_uri_keeps_no_other_one_from_being_checked(tmp_path: Path, uri: str) -> None:
    with _editing(tmp_path) as client:
        client.open(uri, TEAS)
        client.open(_uri(tmp_path), TEAS)
        client.findings(_uri(tmp_path), _has("number-gap"))


@pytest.mark.parametrize("arguments", [[], ["a"], ["a", -1, 0], ["a", 0, 2**31], [5, 0, 0], ["a", None, []]])
def test_a_command_with_other_arguments_is_an_error(tmp_path: Path, arguments: list[Any]) -> None:
    with _editing(tmp_path) as client:
        asked = {"command": "dlqa-lint.showPlace", "arguments": arguments}
        with pytest.raises(RuntimeError, match="expected a URI, a line and a column"):
            client.request("workspace/executeCommand", asked)
