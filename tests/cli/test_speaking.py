"""Nothing that strangers write speaks: to a terminal, or as a command to the log of a workflow."""

import ast
import json
import os
import re
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

import dlqa_lint
from dlqa_lint.cli import main
from dlqa_lint.cli.output import complain, put_document, put_filtered, say
from dlqa_lint.errors import CannotRunError
from dlqa_lint.text.visible import shown_document, shown_line, visible

HOSTILE = "a\n::error title=x::hello\r\x1b[31m\u202e\x85 ##[error]b ##vso[task.x]c"
NAME = HOSTILE.replace("/", "") + ".md"
BANK = "# Things\n\n### 1. What is a thing?\n\nIt is a thing.\n\n###  3. Why {}?\n\nTODO {}\n"
# A line that a runner would obey, after white space or the sign of a diff, or a sign that steers a terminal.
_SPEAKS = re.compile(r"^\s*[+ -]?\s*::\w|##\[error\]|##vso\[|[\x1b\r\x85\u202e]", re.MULTILINE)
POSIX = pytest.mark.skipif(os.name == "nt", reason="there are no such names")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")


def _toml(**values: object) -> None:
    lines = (f"{key.replace('_', '-')} = {json.dumps(value)}\n" for key, value in values.items())
    Path("dlqa-lint.toml").write_text("".join(lines), "utf-8")


def _document(name: str = "a.md") -> None:
    line = HOSTILE.replace("\r", " ").replace("\n", " ")
    Path(name).write_text(BANK.format(line, f"\n::error::x\n{line}"), "utf-8")


def _not_utf8() -> list[str]:
    Path(NAME).write_bytes(b"\xff")
    return ["."]


def _bad_toml() -> list[str]:
    Path("dlqa-lint.toml").write_text('x = "\n::error::y\n', "utf-8")
    return ["."]


def _unknown_key() -> list[str]:
    _toml(**{"select": [HOSTILE]})
    return ["."]


def _unknown_key_in_a_table() -> list[str]:
    Path("dlqa-lint.toml").write_text(f"{json.dumps(HOSTILE)} = 1\n", "utf-8")
    return ["."]


def _include() -> list[str]:
    _toml(include=[HOSTILE])
    return []


def _schema() -> list[str]:
    _toml(schema=HOSTILE)
    return ["."]


def _baseline_named() -> list[str]:
    _toml(baseline=HOSTILE)
    return ["."]


def _baseline_about() -> list[str]:
    entry = {"path": "a.md", "rule": "number-gap", "about": HOSTILE, "key": "x", "count": 1}
    Path("b.json").write_text(json.dumps({"version": 1, "findings": [entry]}), "utf-8")
    return ["--baseline", "b.json", "."]


def _baseline_broken() -> list[str]:
    Path(HOSTILE).write_text("{", "utf-8")
    return ["--baseline", HOSTILE, "."]


def _extend() -> list[str]:
    _toml(extend=HOSTILE)
    return ["."]


def _excluded() -> list[str]:
    _toml(exclude=[HOSTILE, "*.md"])
    return ["."]


def _series() -> list[str]:
    for number in (1, 2, 4):
        Path(f"{number}{NAME}").write_text(f"# {number}. What is a thing?\n\nIt is.\n", "utf-8")
    Path("notes.txt").write_text(f"see 4{NAME}\n", "utf-8")
    return ["."]


def _renamable_series() -> list[str]:
    arguments = _series()
    Path("notes.txt").unlink()
    return arguments


def _named_document() -> list[str]:
    _document(NAME)
    return ["."]


def _translated() -> list[str]:
    _document()
    Path("a-de.md").write_text(BANK.format(HOSTILE.replace("\n", " "), HOSTILE), "utf-8")
    _toml(translations={"a.md": [HOSTILE, "a-de.md"]})
    return ["."]


def _linking() -> list[str]:
    Path(NAME).write_text(
        f"# {HOSTILE}\n\n[{HOSTILE}](a.md#1-what-is-a-thing)\n\n[x](a.md#1-what)\n", "utf-8"
    )
    return ["."]


def _map_taken() -> list[str]:
    Path(HOSTILE).write_text("x", "utf-8")
    return ["--map", HOSTILE, "."]


def _conflict() -> list[str]:
    Path(NAME).write_text(f"<<<<<<< {HOSTILE}\n{BANK}\n=======\n{HOSTILE}\n>>>>>>> x\n", "utf-8")
    return ["."]


# Each gives the paths and options of a run that has something to say.
SCENES: dict[str, Callable[[], list[str]]] = {
    "a file that is not UTF-8": _not_utf8,
    "settings that are not TOML": _bad_toml,
    "an unknown rule": _unknown_key,
    "an unknown key": _unknown_key_in_a_table,
    "an include pattern": _include,
    "a schema's name": _schema,
    "a baseline's name": _baseline_named,
    "an entry of a baseline": _baseline_about,
    "a broken baseline": _baseline_broken,
    "an extended file": _extend,
    "an exclude pattern": _excluded,
    "a document's name": _named_document,
    "a missing path": lambda: [HOSTILE],
    "a missing schema": lambda: ["--schema", HOSTILE, "."],
    "a missing settings file": lambda: ["--config", HOSTILE, "."],
    "a rule's name": lambda: ["--select", HOSTILE, "."],
    "a format": lambda: ["--output-format", HOSTILE, "."],
    "an unknown option": lambda: [f"--{HOSTILE}"],
    "a commit": lambda: ["--since", HOSTILE, "."],
    "a document": lambda: ["."],
    "translations": _translated,
    "a document that links": _linking,
    "a map's name": _map_taken,
    "a merge conflict": _conflict,
    "a series of files": _series,
    "a series of files that can be renamed": _renamable_series,
    "a section": lambda: ["--section", HOSTILE, "."],
    "standard input's name": lambda: ["--stdin-filename", HOSTILE, "-"],
    "a cache's folder": lambda: ["--cache-dir", HOSTILE, "."],
    "a question's words": lambda: [HOSTILE, "."],
}
COMMANDS: tuple[list[str], ...] = (
    [],
    ["--diff"],
    ["--diff", "--color", "always"],
    ["--unsafe-fixes", "--fix"],
    ["--show-files"],
    ["--show-settings"],
    ["--explain-schema"],
    ["--statistics"],
    ["--output-format", "github"],
    ["--output-format", "concise"],
    ["--output-format", "json"],
    ["--output-format", "gitlab"],
    ["--output-format", "sarif"],
    ["--output-format", "rdjson"],
    ["--output-format", "markdown"],
    ["--write-baseline"],
    ["--add-suppressions", "--reason", "x"],
    ["export"],
    ["export", "--format", "csv"],
    ["export", "--format", "markdown"],
    ["export", "--format", "gift"],
    ["report"],
    ["similar", "Why is a thing?"],
    ["init"],
    ["renumber"],
    ["renumber", "--diff", "--keep-old-anchors"],
    ["renumber", "--from", "7"],
    ["renumber", "--files"],
    ["renumber", "--files", "--diff"],
    ["renumber", "--files", "--diff", "--color", "always"],
    ["add", HOSTILE],
    ["add", "Where is a thing?", "--diff"],
    ["remove", "1"],
    ["remove", HOSTILE],
    ["remove", "2", "--diff"],
    ["schema", HOSTILE],
    ["clean"],
    ["server"],
    ["similar", HOSTILE],
    ["--explain-lines"],
    ["--output-format", "junit"],
)


@POSIX
@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_no_message_holds_what_a_terminal_or_a_runner_obeys(
    scene: Callable[[], list[str]], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in COMMANDS:
        _document()
        arguments = scene()
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(Path("a.md").read_bytes())))
        cached = [] if "--cache-dir" in arguments else ["--no-cache"]
        main([*command, *cached, *arguments])
        output = capsys.readouterr()
        text = re.sub(r"\x1b\[[0-9;]*m(?![^\n]*hello)", "", output.out) if "always" in command else output.out
        own = re.sub(r"^::(error|warning|notice) (file|title=dlqa-lint)\b", "", text, flags=re.MULTILINE)
        assert not _SPEAKS.search(output.err), command
        if "always" in command:
            assert "\x1b[31m\u202e" not in own
            assert "\u202e" not in own
        else:
            assert not _SPEAKS.search(own), command


LONELY = {
    "merge": ["merge", "base.md", "ours.md", "theirs.md", HOSTILE],
    "merge of a missing file": ["merge", HOSTILE, "ours.md", "theirs.md", "a.md"],
    "schema": ["schema", "hostile.toml"],
    "rule": ["rule", HOSTILE],
    "missing pairs": ["similar", "--pairs", HOSTILE],
    "a number": ["--max-document-size", HOSTILE],
    "a completed name": ["rule", "number-gap\n::error::hello"],
}


@POSIX
@pytest.mark.parametrize("arguments", LONELY.values(), ids=LONELY)
def test_no_message_about_a_single_file_speaks(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("base", "ours", "theirs"):
        Path(f"{name}.md").write_bytes(name.encode() + b"\0\xff")
    Path("hostile.toml").write_text(f"{json.dumps(HOSTILE)} = 1\n", "utf-8")
    assert main(arguments) > 0
    output = capsys.readouterr()
    assert "hello" in output.out + output.err
    assert not _SPEAKS.search(output.out + output.err)


def test_a_diff_is_exact_for_a_program_and_for_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\x1b[31m ::error::x\n\ty\r\n"
    monkeypatch.delenv("GITHUB_ACTIONS")
    monkeypatch.delenv("CI", raising=False)
    put_document(text)
    assert capsys.readouterr().out == text
    monkeypatch.setenv("CI", "true")
    put_document(text)
    assert capsys.readouterr().out == "␛[31m ::error::x\n\ty\r\n"
    with Path("patch").open("w", encoding="utf-8", newline="") as file:
        monkeypatch.setattr("sys.stdout", file)
        put_document(text)
    assert Path("patch").read_bytes().decode() == text


def test_a_document_from_standard_input_is_never_printed_otherwise(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile, tame = "Why?\n\n::error::x\x1b\n", "Why?\n\nSo.\n"
    monkeypatch.delenv("GITHUB_ACTIONS")
    monkeypatch.delenv("CI", raising=False)
    put_filtered(hostile)
    assert capsys.readouterr().out == hostile
    monkeypatch.setenv("CI", "true")
    put_filtered(tame)
    assert capsys.readouterr().out == tame
    with pytest.raises(CannotRunError, match="expected a file"):
        put_filtered(hostile)
    with Path("out.md").open("w", encoding="utf-8", newline="") as file:
        monkeypatch.setattr("sys.stdout", file)
        put_filtered(hostile)
    assert Path("out.md").read_bytes().decode() == hostile


@pytest.mark.parametrize("line", ["::error::x", "  ::error::x", "+::error::x", " ::stop-commands::y", ":::x"])
def test_no_line_begins_with_a_command(line: str) -> None:
    assert not shown_line(line).lstrip("+ ").startswith("::")
    assert not shown_document(line).lstrip("+ ").startswith("::")


def test_ordinary_text_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("a: b::c ## d", "Ünïcödé 第 1 题", "### 1. What?", "x ##[a"):
        assert visible(text) == shown_line(text) == shown_document(text) == text
    say(["a\nb"])
    assert complain(["c"]) == 2
    assert capsys.readouterr() == ("a␊b\n", "dlqa-lint: c\n")


def test_nothing_else_prints() -> None:
    """Only the door, the progress line, which says nothing from outside, and memory write to the streams."""
    doors = {"cli/output.py", "cli/progress.py", "disk/run_cache.py"}
    package = Path(dlqa_lint.__file__).parent
    for file in sorted(package.rglob("*.py")):
        if file.relative_to(package).as_posix() in doors:
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "print_exc", "sys.stdout.write", "sys.stderr.write"), file
