"""Matching patterns without backtracking: it says what regular expressions say, and what git says."""

import os
import shutil
import subprocess
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dlqa_lint.disk import globs
from dlqa_lint.disk.gitignore import IgnoreFile
from dlqa_lint.disk.wildcards import Machine, OneOf, Part, Pattern, Wild

PARTS = st.lists(st.sampled_from(["a", "b", "/", ".md", *Wild, OneOf("[ab]"), OneOf("(?!)")]), max_size=8)
PATHS = st.text("ab/.md", max_size=12)
LINES = st.text("ab*?/[!]-\\ #", min_size=1, max_size=8)
NAMES = st.lists(st.text("ab-!#", min_size=1, max_size=3), min_size=1, max_size=3).map("/".join)

LONG = "a" * 120
DEEP = "a/" * 500 + "c"
HOSTILE = [
    "*a*a*a*a*a*a*b",
    "**a**a**a**a**a**b",
    "**/a/**/a/**/a/**/a/**/a/b",
    "?*" * 40 + "b",
    "[a]*" * 30 + "b",
    "[" * 20_000,
    "*" * 20_000 + "b",
    "**/" * 20_000 + "b",
    "a" * 200_000,
]


@given(PARTS, PATHS)
@settings(max_examples=400, deadline=None)
def test_states_say_what_an_expression_says(parts: list[Part], path: str) -> None:
    pattern = Pattern(parts)
    expression = pattern.expression()
    assert Machine(parts).fits(path) is (expression.fullmatch(path) is not None)
    assert pattern.fits(path) is (expression.fullmatch(path) is not None)


@pytest.mark.parametrize("pattern", HOSTILE, ids=range(len(HOSTILE)))
def test_no_pattern_takes_long(pattern: str) -> None:
    start = monotonic()
    for path in (LONG, DEEP, "a" * 4096):
        assert not globs.matches(path, pattern)
        assert not IgnoreFile(pattern).ignores(path, is_folder=False) or pattern.startswith("*" * 100)
    assert monotonic() - start < 5


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True, env=environment)
    return folder


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@given(lines=st.lists(LINES, min_size=1, max_size=3), names=st.lists(NAMES, min_size=1, max_size=8))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ignored_is_what_git_ignores(lines: list[str], names: list[str], repository: Path) -> None:
    text = "\n".join(lines)
    (repository / ".gitignore").write_text(text, "utf-8")
    done = subprocess.run(
        ["git", "-C", str(repository), "check-ignore", "--no-index", "--stdin", "-z"],
        input="\0".join(names).encode(),
        capture_output=True,
        check=False,
    )
    ignored = set(done.stdout.decode().split("\0")) - {""}
    file = IgnoreFile(text)
    assert {name for name in names if file.ignores(name, is_folder=False)} == ignored


@pytest.mark.parametrize(
    ("line", "path", "ignored"),
    [
        ("build/", "build/a.md", True),
        ("build/", "x/build/a.md", True),
        ("/build", "x/build", None),
        ("a\\ ", "a ", True),
        ("a  ", "a", True),
        ("\\#a", "#a", True),
        ("#a", "#a", None),
        ("[[:digit:]x].md", "7.md", True),
        ("[[:digit:]x].md", "a.md", None),
        ("[]a].md", "].md", True),
        ("a/**", "a/b/c", True),
        ("a/**/b", "a/b", True),
        ("*.md\n!a.md", "a.md", False),
        ("x/\n!x/a.md", "x/a.md", True),
    ],
)
def test_lines_of_a_gitignore_mean_what_git_says(line: str, path: str, ignored: bool | None) -> None:
    assert IgnoreFile(line).ignores(path, is_folder=False) is ignored
