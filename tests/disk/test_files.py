"""Which files there are to lint."""

import os
from pathlib import Path

import pytest

from dlqa_lint.disk import globs
from dlqa_lint.disk.files import Dropped, find, find_included, read
from dlqa_lint.disk.regular_files import FileError


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _touch(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("# A\n", "utf-8")


def _keep(_: Path) -> str | None:
    return None


def _no_drafts(path: Path) -> str | None:
    return 'excluded by "drafts"' if "drafts" in path.parts else None


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("content/**/*.md", "content/a.md", True),
        ("content/**/*.md", "content/x/y/a.md", True),
        ("content/**/*.md", "other/content/a.md", False),
        ("content/*.md", "content/x/a.md", False),
        ("content", "content/x/a.md", True),
        ("content/", "content/x/a.md", True),
        ("drafts", "content/drafts/a.md", True),
        ("drafts", "content/drafts.md", False),
        ("*.md", "content/x/a.md", True),
        ("./a.md", "a.md", True),
        ("/a.md", "a.md", True),
        ("/a.md", "x/a.md", False),
        ("**", "x/a.md", True),
        ("x/**", "x/y/a.md", True),
        ("a?.md", "ab.md", True),
        ("a[bc].md", "ac.md", True),
        ("a[!bc].md", "ac.md", False),
        ("a[z-b].md", "ac.md", False),
        ("a[.md", "a[.md", True),
        ("a[].md", "a[].md", True),
        ("a+(b).md", "a+(b).md", True),
    ],
)
def test_patterns_match_as_described(pattern: str, path: str, fits: bool) -> None:
    assert globs.matches(path, pattern) is fits


def test_folders_give_their_markdown_at_any_depth() -> None:
    _touch("a.md", "x/b.MARKDOWN", "x/y/c.md", "x/d.txt")
    assert find(["."], _keep).files == ("a.md", "x/b.MARKDOWN", "x/y/c.md")


def test_a_named_file_needs_no_markdown_ending() -> None:
    _touch("a.txt")
    assert find(["a.txt"], _keep).files == ("a.txt",)


def test_patterns_that_no_shell_expanded_are_expanded() -> None:
    _touch("a.md", "x/b.md", "x/c.txt", "x/y/d.md")
    assert find(["x/*.md"], _keep).files == ("x/b.md",)
    assert find(["**/*.md"], _keep).files == ("a.md", "x/b.md", "x/y/d.md")
    assert find(["x/*"], _keep).files == ("x/b.md", "x/y/d.md")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nope.md", "nope.md: no such file or folder"),
        ("", ": no such file or folder"),
        ("*.md", "*.md: no file matches"),
        ("empty", "empty: no Markdown files (.md, .markdown) in this folder"),
    ],
)
def test_what_is_not_there_is_reported(path: str, message: str) -> None:
    _touch("empty/a.txt")
    with pytest.raises(FileError) as caught:
        find([path], _keep)
    assert str(caught.value) == message


def test_a_named_file_is_linted_though_filters_drop_it_unless_exclusion_is_forced() -> None:
    _touch("drafts/a.md")
    assert find(["drafts/a.md"], _no_drafts).files == ("drafts/a.md",)
    forced = find(["drafts/a.md"], _no_drafts, force_exclude=True)
    assert forced.files == ()
    assert forced.dropped == (Dropped("drafts/a.md", 'excluded by "drafts"'),)


def test_a_folder_says_what_filters_dropped() -> None:
    _touch("a.md", "drafts/b.md", ".git/c.md", "node_modules/d.md")
    listing = find(["."], _no_drafts)
    assert listing.files == ("a.md",)
    assert listing.dropped == (
        Dropped(".git", "hidden folder"),
        Dropped("drafts/b.md", 'excluded by "drafts"'),
        Dropped("node_modules", "folder of a tool"),
    )


def test_gitignore_files_count_the_nearest_one_most() -> None:
    _touch("a.md", "build/b.md", "x/c.md", "x/keep.md", "x/y/d.md")
    Path(".gitignore").write_text("build/\nc.md\nkeep.md\n", "utf-8")
    Path("x/.gitignore").write_text("!keep.md\ny/\n!\n", "utf-8")
    listing = find(["."], _keep)
    assert listing.files == ("a.md", "x/keep.md")
    assert [dropped.path for dropped in listing.dropped] == ["build", "x/c.md", "x/y"]
    assert listing.dropped[2].reason.endswith("x/.gitignore")


def test_gitignore_files_above_count_up_to_the_top_of_the_repository() -> None:
    _touch("repo/.git/HEAD", "repo/x/a.md", "repo/x/b.md")
    Path(".gitignore").write_text("a.md\n", "utf-8")
    Path("repo/.gitignore").write_text("b.md\n", "utf-8")
    assert find(["repo/x"], _keep).files == ("repo/x/a.md",)


def test_an_ignored_folder_that_is_named_is_linted() -> None:
    _touch("build/a.md")
    Path(".gitignore").write_text("build/\n", "utf-8")
    assert find(["build"], _keep).files == ("build/a.md",)


def test_a_named_file_is_linted_though_git_ignores_it_unless_exclusion_is_forced() -> None:
    _touch("a.md")
    Path(".gitignore").write_text("*.md\n", "utf-8")
    assert find(["a.md"], _keep).files == ("a.md",)
    assert find(["a.md"], _keep, force_exclude=True).files == ()


def test_force_exclude_holds_for_what_is_in_an_ignored_folder() -> None:
    _touch("build/a.md")
    Path(".gitignore").write_text("build/\n", "utf-8")
    assert find(["build/a.md"], _keep).files == ("build/a.md",)
    assert find(["build/a.md"], _keep, force_exclude=True).files == ()
    assert find(["build"], _keep, force_exclude=True).files == ()
    assert find(["*/a.md"], _keep).files == ()


def test_a_file_counts_once_however_it_is_reached() -> None:
    _touch("x/b.md")
    Path("x/a.md").symlink_to("b.md")
    assert find(["x/b.md", "x", "./x/../x/b.md", str(Path("x").absolute())], _keep).files == ("x/b.md",)
    assert find(["x/a.md"], _keep).files == ("x/a.md",)


@pytest.mark.parametrize("paths", [["a.md", "link.md"], ["link.md", "a.md"], ["link.md", "."]])
def test_a_file_that_is_named_beside_its_link_is_the_one_that_is_linted(paths: list[str]) -> None:
    _touch("a.md")
    Path("link.md").symlink_to("a.md")
    assert find(paths, _keep).files == ("a.md",)


def test_loops_of_links_end() -> None:
    _touch("x/a.md")
    Path("x/loop").symlink_to("..", target_is_directory=True)
    Path("x/self.md").symlink_to("self.md")
    listing = find(["."], _keep)
    assert listing.files == ("x/a.md",)
    assert listing.dropped == (
        Dropped("x/loop", "link to a folder"),
        Dropped("x/self.md", "link that leads nowhere"),
    )
    assert find(["x/self.md"], _keep).files == ("x/self.md",)
    with pytest.raises(FileError, match=r"x/self\.md: cannot be read: "):
        read("x/self.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    _touch("a.md")
    os.mkfifo("b.md")
    listing = find(["."], _keep)
    assert listing.files == ("a.md",)
    assert listing.dropped == (Dropped("b.md", "not a regular file"),)


def test_included_files_match_the_patterns_and_are_named_from_here() -> None:
    _touch("content/a.md", "content/x/b.md", "content/c.txt", "README.md")
    assert find_included(Path(), ["content/**"], _keep).files == ("content/a.md", "content/x/b.md")
    assert find_included(Path(), ["content/*.txt"], _keep).files == ("content/c.txt",)
    assert find_included(Path().absolute(), ["README.md"], _keep).files == ("README.md",)


def test_an_included_hidden_folder_is_read() -> None:
    _touch(".github/a.md")
    assert find_included(Path(), [".github/*.md"], _keep).files == (".github/a.md",)


@pytest.mark.parametrize("pattern", ["nope/*.md", "content/*.markdown", "nope.md"])
def test_each_included_pattern_must_match_something(pattern: str) -> None:
    _touch("content/a.md")
    with pytest.raises(FileError, match="matches no file"):
        find_included(Path(), ["content/*.md", pattern], _keep)


def test_a_file_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    _touch("a.md")

    def deny(path: str) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("dlqa_lint.disk.regular_files._kind_of", deny)
    with pytest.raises(FileError) as caught:
        read("a.md")
    assert str(caught.value) == "a.md: cannot be read: Permission denied"
