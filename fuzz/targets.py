"""What is fuzzed: a function for each kind of text that strangers may send, which raises where something is wrong.

Each takes bytes as they come. What a message may say of bad input is a CannotRunError; all else is a bug.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from dlqa_lint.cli import main
from dlqa_lint.config.schema_files import read_schema
from dlqa_lint.config.settings import load
from dlqa_lint.disk.cache import Store
from dlqa_lint.disk.git import read_patch
from dlqa_lint.disk.gitignore import IgnoreFile
from dlqa_lint.disk.globs import matches
from dlqa_lint.disk.repositories import belonging
from dlqa_lint.errors import CannotRunError
from dlqa_lint.filters.baseline import parsed, text_of
from dlqa_lint.linter import lint
from dlqa_lint.model.bank import Bank
from dlqa_lint.recognise import recognise
from dlqa_lint.report import Report, formats, render
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source
from fuzz.checks import RULES, check_document
from report.workflow import parse as parse_command

_BANK = "# 3 things\n\n### 1. What is a thing?\n\n{}\n\nIt is one.\n\n### 3. What is a thing?\n\n{}\n"
_NAME = "x" * 32


def document(data: bytes) -> None:
    """A document is read, linted and fixed; its last byte chooses a schema."""
    check_document(_text(data), data[-1] if data else 0)


def suppressions(data: bytes) -> None:
    """A comment of our own, in front of a question and in its answer."""
    comment = f"<!-- dlqa-lint: {_text(data)} -->"
    check_document(_BANK.format(comment, comment))


def reports(data: bytes) -> None:
    """Each format of a report on a document, read back by the parser that it is written for."""
    source = Source("a.md", _text(data))
    found = tuple(lint(Bank((recognise(source, None),)), RULES))
    report = Report(found, {"a.md": source}, 1, 1, 1, 1, rules=all_rules())
    for name in formats():
        written = render(name, report).encode("utf-8", "backslashreplace").decode()
        if name in _READERS:
            _READERS[name](written)


def settings(data: bytes) -> None:
    """A settings file."""
    with _file("dlqa-lint.toml", data) as file, contextlib.suppress(CannotRunError):
        load(file, {rule for name in all_rules() for rule in (name, all_rules()[name].family)})


def schema(data: bytes) -> None:
    """A schema file; a good one is used to read a document."""
    with _file("schema.toml", data) as file, contextlib.suppress(CannotRunError):
        check_schema = read_schema(file, "schema.toml")
        lint(Bank((recognise(Source("a.md", _BANK), check_schema),)), RULES)


def baseline(data: bytes) -> None:
    """A baseline; a good one is written as it was read."""
    with contextlib.suppress(CannotRunError):
        found = parsed(_text(data), "", "b.json")
        assert set(parsed(text_of(found), "", "b.json").entries) == set(found.entries)


def cache_entry(data: bytes) -> None:
    """An entry of the cache that somebody else wrote: never believed."""
    folder = _home() / "cache"
    folder.mkdir(exist_ok=True)
    (folder / _NAME).write_bytes(data)
    assert Store(str(folder)).get(_NAME) is None


def git_output(data: bytes) -> None:
    """What git prints of a change, and what a nested `.git` says of where it keeps its settings."""
    for name, hunks in read_patch(data):
        assert isinstance(name, str)
        assert all(hunk.first >= 0 and hunk.count >= 0 for hunk in hunks)
    # Below a repository lies another one, which names the same settings.
    pointer = b"gitdir: " + data
    with _file(".git", pointer), _file("sub/.git", pointer), contextlib.chdir(_home()):
        belonging(["sub/a.md"])


def patterns(data: bytes) -> None:
    """Patterns of paths, of git and of settings, matched against a path of the same text."""
    pattern, _, path = _text(data).partition("\n")
    IgnoreFile(pattern).ignores(path, is_folder=False)
    matches(path, pattern)


def commands(data: bytes) -> None:
    """The command line on a file and on standard input: no bug, and the same text from both."""
    with _file("a.md", data) as file, contextlib.chdir(file.parent):
        there = _run(["--isolated", "--no-cache", "--fix", "a.md"], b"")
        here = _run(["--isolated", "--no-cache", "--fix", "--stdin-filename", "a.md", "-"], data)
        if there[0] < 2 and here[0] < 2:
            assert here[1] == file.read_bytes(), "standard input is fixed otherwise than the file"
        file.write_bytes(data)
        for command in (
            ["renumber", "a.md", "--diff"],
            ["remove", "2", "a.md", "--diff"],
            ["export", "a.md"],
        ):
            _run([*command, "--isolated", "--no-cache"], b"")


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        document, suppressions, reports, settings, schema, baseline, cache_entry, git_output, patterns, commands,
    )
}  # fmt: skip


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


@cache
def _home() -> Path:
    """A folder of this process; its secret of the cache is there, too."""
    folder = Path(os.path.realpath(tempfile.mkdtemp(prefix="dlqa-lint-fuzz-")))
    os.environ["XDG_CACHE_HOME"] = str(folder / "home")
    return folder


@contextlib.contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    """A file that is there as long as it is needed."""
    file = _home() / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)


def _run(arguments: list[str], data: bytes) -> tuple[int, bytes]:
    """The exit code and standard output of a run; what it says to people is no concern here."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        given, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(data), "utf-8")
        try:
            code = main(arguments)
        finally:
            sys.stdin = given
    out.flush()
    return code, out.buffer.getvalue()


@cache
def _sarif_validator() -> Any:
    """What checks reports; to check the schema itself each time takes many times as long."""
    from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # slow to import

    from report.sarif_schema import SARIF

    return Draft7Validator(SARIF)


def _sarif(text: str) -> None:
    _sarif_validator().validate(json.loads(text))


def _commands(text: str) -> None:
    for line in text.splitlines():
        parse_command(line)


_READERS: dict[str, Callable[[str], object]] = {
    "json": json.loads,
    "gitlab": json.loads,
    "sarif": _sarif,
    "junit": ElementTree.fromstring,
    "github": _commands,
}
