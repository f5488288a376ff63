"""Changed only: what `--since` and `--staged` report in a real repository."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dlqa_lint.cli import main
from dlqa_lint.disk.git import FileChanges, Hunk
from dlqa_lint.filters.changed_lines import followed, is_touched, touched
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, QuestionRef, Severity
from dlqa_lint.model.schema import Schema
from dlqa_lint.text.source import Source, Span

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

BANK = """# Arrays

### 1. What is a tensor?

An array of numbers.

### 2. What is a rank?

TODO

### 3. What is a shape?

The length of each axis.

### 4. What is a stride?

TODO

### 5. What is a view?

A window on an array.
"""
OTHER = """# Axes

### 1. What is an axis?

A direction.

### 2. What is a mask?

A choice.

### 3. What is a loop?

A circle.

### 4. What is a sum?

A number.
"""


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    # Settings of whoever runs the tests must not matter, and odd ones must not either.
    config = tmp_path / "config"
    config.write_text(
        "[user]\n name = A\n email = a@example.org\n[init]\n defaultBranch = main\n[diff]\n noprefix = true\n"
        " mnemonicPrefix = true\n interHunkContext = 40\n external = false\n relative = true\n"
        '[color]\n ui = always\n[protocol "file"]\n allow = always\n[core]\n autocrlf = false\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    git("init", "--quiet")
    write("a.md", BANK)
    write("b.md", OTHER)
    commit()


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "a change")


def change(name: str, *pairs: tuple[str, str]) -> None:
    text = Path(name).read_bytes().decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    write(name, text)


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """What counts, as `path:line rule`."""
    capsys.readouterr()
    main(["--output-format", "json", *(arguments if "draft.md" in arguments else (*arguments, "."))])
    output = capsys.readouterr().out
    findings: list[dict[str, Any]] = json.loads(output)
    return [f"{item['path']}:{item['start']['line']} {item['rule']}" for item in findings]


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said when a run cannot be made."""
    capsys.readouterr()
    assert main([*arguments]) == 2
    return capsys.readouterr().err


def test_only_findings_in_changed_lines_are_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys) == ["a.md:9 placeholder-answer", "a.md:17 placeholder-answer"]
    assert found(capsys, "--since", "HEAD") == []
    change("a.md", ("The length of each axis.", "TBD"))
    assert found(capsys, "--since", "HEAD") == ["a.md:13 placeholder-answer"]
    assert found(capsys, "--since", "HEAD", "--whole-files") == [
        "a.md:9 placeholder-answer", "a.md:13 placeholder-answer", "a.md:17 placeholder-answer",
    ]  # fmt: skip
    assert main(["--since", "HEAD", "."]) == 1


def test_commits_since_the_merge_base_count_and_those_of_the_other_branch_do_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    git("checkout", "--quiet", "-b", "topic")
    change("a.md", ("The length of each axis.", "TBD"))
    commit()
    git("checkout", "--quiet", "main")
    change("b.md", ("A direction.", "TODO"))
    commit()
    git("checkout", "--quiet", "topic")
    assert found(capsys, "--since", "main") == ["a.md:13 placeholder-answer"]
    git("merge", "--quiet", "--no-edit", "main")
    assert found(capsys, "--since", "main") == ["a.md:13 placeholder-answer"]


def test_an_answer_that_was_taken_away_is_reported_though_its_question_was_not_touched(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for gone in ("The length of each axis.\n\n", "The length of each axis."):
        write("a.md", BANK.replace(gone, ""))
        assert found(capsys, "--since", "HEAD") == ["a.md:11 missing-answer"]


def test_a_gap_is_reported_where_a_question_was_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    change("a.md", ("### 3. What is a shape?\n\nThe length of each axis.\n\n", ""))
    assert found(capsys, "--since", "HEAD") == ["a.md:11 number-gap"]


def test_lines_that_went_bring_back_nothing_old_of_the_questions_around(
    capsys: pytest.CaptureFixture[str],
) -> None:
    change("a.md", ("The length of each axis.", "The length.\n\nOf each axis."))
    commit()
    change("a.md", ("\n\nOf each axis.", ""))
    assert found(capsys, "--since", "HEAD") == []


def test_of_a_pair_either_side_counts_and_the_other_one_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for name, old in (("b.md", "What is a mask?"), ("a.md", "What is a view?")):
        git("checkout", "--quiet", ".")
        change(name, (old, "What is an axis?" if name == "a.md" else "What is a tensor?"))
        capsys.readouterr()
        assert main(["--since", "HEAD", "--output-format", "json", "."]) == 1
        (finding,) = json.loads(capsys.readouterr().out)
        assert finding["rule"] == "duplicate-question"
        places = {finding["path"], *(place["path"] for place in finding["related"])}
        assert places == {"a.md", "b.md"}


def test_the_whole_bank_is_read_whatever_paths_are_given(capsys: pytest.CaptureFixture[str]) -> None:
    write("dlqa-lint.toml", 'include = ["*.md"]\n')
    commit()
    change("b.md", ("What is a mask?", "What is a tensor?"))
    capsys.readouterr()
    assert main(["--since", "HEAD", "b.md"]) == 1
    assert "duplicate-question" in capsys.readouterr().out


def test_new_renamed_and_removed_files(capsys: pytest.CaptureFixture[str]) -> None:
    write("new.md", OTHER.replace("What is", "Why do we need").replace("A choice.", "TODO"))
    git("mv", "a.md", "moved.md")
    git("rm", "--quiet", "b.md")
    change("moved.md", ("The length of each axis.", "TBD"))
    expected = ["moved.md:13 placeholder-answer", "new.md:9 placeholder-answer"]
    assert found(capsys, "--since", "HEAD") == expected
    assert found(capsys, "--staged") == []
    git("add", "--all")
    assert found(capsys, "--since", "HEAD") == expected
    assert found(capsys, "--staged") == expected
    commit()
    assert found(capsys, "--since", "HEAD~1") == expected


def test_a_file_that_was_only_renamed_is_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    git("mv", "a.md", "moved.md")
    assert found(capsys, "--staged") == []


def test_a_file_that_git_ignores_is_all_new_when_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    write(".gitignore", "draft.md\n")
    commit()
    write("draft.md", BANK.replace("What", "Why"))
    assert found(capsys, "--since", "HEAD") == []
    assert len(found(capsys, "--since", "HEAD", "draft.md")) == 2


NOT_ON_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="there are no such names")


@pytest.mark.parametrize(
    "name",
    [
        "with space.md",
        "für Zürich/вопросы 问题.md",
        pytest.param('quo"ted\\tab\t.md', marks=NOT_ON_WINDOWS),
    ],
)
def test_unusual_names(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    git("rm", "--quiet", "a.md", "b.md")
    write(name, BANK)
    commit()
    change(name, ("The length of each axis.", "TBD"))
    assert found(capsys, "--since", "HEAD") == [f"{name}:13 placeholder-answer"]
    git("add", "--all")
    assert found(capsys, "--staged") == [f"{name}:13 placeholder-answer"]


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_lines_that_look_like_a_patch_and_other_line_ends(
    newline: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BANK.replace("A window on an array.", "```diff\n--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n```")
    write("a.md", "\ufeff" + text.replace("\n", newline))
    commit()
    change(
        "a.md", ("--- a/b.md", "-- b/b.md"), ("+++ b/b.md", "++ b/b.md"), ("of numbers", "\f of\x85 numbers")
    )
    change("a.md", ("The length of each axis.", "TBD"))
    assert found(capsys, "--since", "HEAD") == ["a.md:13 placeholder-answer"]


def test_seen_from_a_folder_of_the_repository(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("deep/er/c.md", BANK.replace("What", "Why"))
    commit()
    change("deep/er/c.md", ("The length of each axis.", "TBD"))
    monkeypatch.chdir("deep")
    assert found(capsys, "--since", "HEAD") == ["er/c.md:13 placeholder-answer"]


def test_what_is_staged_is_what_is_linted(capsys: pytest.CaptureFixture[str]) -> None:
    change("a.md", ("The length of each axis.", "TBD"))
    git("add", "a.md")
    change(
        "a.md",
        ("# Arrays", "# Arrays\n\nSome words."),
        ("TBD", "The length."),
        ("A window on an array.", "TODO"),
    )
    assert found(capsys, "--staged") == ["a.md:13 placeholder-answer"]
    assert found(capsys, "--since", "HEAD") == ["a.md:23 placeholder-answer"]
    assert "a.md has changes that are not staged" in refused(capsys, "--staged", "--fix", "a.md")
    git("checkout", "--quiet", "a.md")
    assert found(capsys, "--staged") == ["a.md:13 placeholder-answer"]


@pytest.mark.skipif(os.name == "nt", reason="hooks are shell scripts")
def test_a_hook_of_git_itself_sees_what_is_about_to_be_committed() -> None:
    hook = Path(".git/hooks/pre-commit")
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m dlqa_lint --isolated --no-cache --staged .\n', "utf-8"
    )
    hook.chmod(0o755)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    def commits() -> bool:
        # With --all git works on an index of its own, which it names in the environment of the hook.
        command = ["git", "commit", "--quiet", "--all", "--message", "a change"]
        return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0

    change("a.md", ("The length of each axis.", "TBD"))
    assert not commits()
    change("a.md", ("TBD", "How long each axis is."))
    assert commits()
    assert git("status", "--porcelain") == ""


def test_the_first_commit_can_be_checked(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(".git")
    git("init", "--quiet")
    assert found(capsys, "--staged") == []
    git("add", "--all")
    assert found(capsys, "--staged") == ["a.md:9 placeholder-answer", "a.md:17 placeholder-answer"]


def test_only_what_counts_is_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    change("a.md", ("### 2. ", "###  2. "), ("### 4. ", "###   4. "))
    commit()
    change("a.md", ("# Arrays\n", "# Arrays\n\nHello.\n"), ("### 5. ", "###  5. "), ("A window", "Windows"))
    assert main(["--since", "HEAD", "--fix", "a.md"]) == 0
    text = Path("a.md").read_text(encoding="utf-8")
    assert "\n### 5. What" in text
    assert "\n###  2. What" in text
    assert "\n###   4. What" in text


def test_of_many_alike_those_in_changed_lines_are_the_new_ones(capsys: pytest.CaptureFixture[str]) -> None:
    twins = "\n".join(f"### {number}. What is a twin?\n\nTODO\n" for number in (1, 3))
    write("a.md", "# Twins: questions\n\n" + twins)
    assert main(["--select", "placeholder-answer", "--write-baseline", "."]) == 0
    commit()
    change("a.md", ("TODO\n\n### 3.", "TODO\n\n### 2. What is a twin?\n\nTODO\n\n### 3."))
    assert found(capsys, "--select", "placeholder-answer", "--since", "HEAD") == ["a.md:9 placeholder-answer"]


def test_a_submodule_is_a_repository_of_its_own(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    git("init", "--quiet")
    write("c.md", BANK.replace("What", "Why"))
    commit()
    monkeypatch.chdir(tmp_path / "work")
    git("submodule", "--quiet", "add", str(inner), "sub")
    commit()
    change("sub/c.md", ("The length of each axis.", "TBD"))
    change("a.md", ("The length of each axis.", "TBD"))
    assert found(capsys, "--since", "HEAD") == [
        "a.md:13 placeholder-answer",
        "sub/c.md:13 placeholder-answer",
    ]
    git("branch", "topic")
    assert 'found "topic", expected' in refused(capsys, "--since", "topic", ".")


PROGRAMS = {
    "core.fsmonitor": "{touch}; false",
    "core.pager": "{touch}",
    "core.sshCommand": "{touch}",
    "core.hooksPath": "../hooks",
    "credential.helper": "!{touch}",
    "diff.external": "{touch}",
    "diff.run.command": "{touch}",
    "diff.run.textconv": "{touch}; cat",
    "filter.run.clean": "{touch}; cat",
    "filter.run.smudge": "{touch}; cat",
    "filter.run.process": "{touch}",
    "filter.run.required": "true",
    "pager.diff": "{touch}",
}


@pytest.mark.skipif(os.name == "nt", reason="the programs are shell commands")
@pytest.mark.parametrize("where", [".", "sub"])
@pytest.mark.parametrize("option", [("--staged",), ("--since", "HEAD")])
def test_no_program_that_a_repository_names_runs(
    where: str, option: tuple[str, ...], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mark = tmp_path / "PWNED"
    write("hooks/post-index-change", f"#!/bin/sh\ntouch '{mark}'\n")
    Path("hooks/post-index-change").chmod(0o755)
    if where == "sub":
        write("sub/c.md", BANK.replace("What", "Why"))
        write("sub/.gitattributes", "*.md diff=run filter=run\n")
        git("-C", "sub", "init", "--quiet")
        git("-C", "sub", "add", "--all")
        git("-C", "sub", "commit", "--quiet", "--message", "x")
    write(".gitattributes", "*.md diff=run filter=run\n")
    for name, value in PROGRAMS.items():
        git("-C", where, "config", name, value.format(touch=f"touch '{mark}'"))
    change("a.md", ("The length of each axis.", "TBD"))
    harmless = {name: "" for name in PROGRAMS if name.startswith("filter.")}
    harmless |= {"core.fsmonitor": "false", "core.hooksPath": os.devnull, "filter.run.required": "false"}
    git(*(part for item in harmless.items() for part in ("-c", "=".join(item))), "add", "a.md")
    change("a.md", ("A window on an array.", "TODO"))
    mark.unlink(missing_ok=True)
    assert "a.md:13 placeholder-answer" in found(capsys, *option)
    assert not mark.exists()


@pytest.mark.skipif(os.name == "nt", reason="the programs are shell commands")
def test_a_filter_of_the_users_own_settings_is_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "asked"
    (tmp_path / "own").write_text(f'[filter "run"]\n\tclean = "touch \'{mark}\'; cat"\n', "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "own"))
    write(".gitattributes", "*.md filter=run\n")
    change("a.md", ("The length of each axis.", "TBD"))
    assert found(capsys, "--since", "HEAD") == ["a.md:13 placeholder-answer"]
    assert mark.exists()


@pytest.mark.skipif(os.name == "nt", reason="the programs are shell commands")
@pytest.mark.parametrize(
    "key", ["lfs.extension.x.clean", "lfs.customtransfer.x.path", "lfs.standalonetransferagent"]
)
@pytest.mark.parametrize("option", [("--staged",), ("--since", "HEAD")])
def test_a_filter_of_the_user_for_which_the_repository_names_programs_is_not_asked(
    option: tuple[str, ...],
    key: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mark = tmp_path / "asked"
    ran = f"touch '{mark}'; cat"
    (tmp_path / "own").write_text(f'[filter "lfs"]\n\tclean = "{ran}"\n\tsmudge = "{ran}"\n', "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "own"))
    change("a.md", ("The length of each axis.", "TBD"))
    git("add", "a.md")
    git("config", key, "touch")
    write(".gitattributes", "*.md filter=lfs\n")
    change("a.md", ("A window on an array.", "TODO"))
    assert "a.md:13 placeholder-answer" in found(capsys, *option)
    assert not mark.exists()


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
@pytest.mark.parametrize("name", ["config", "HEAD", "index"])
def test_a_pipe_in_place_of_a_file_of_git_hangs_no_run(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dlqa_lint.disk.git_process._PATIENCE", 1)
    Path(".git", name).unlink()
    os.mkfifo(Path(".git", name))
    assert refused(capsys, "--since", "HEAD", ".") != ""


@pytest.mark.skipif(os.name == "nt", reason="the programs are shell commands")
def test_a_filter_that_cannot_be_taken_away_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    git("config", "filter.a=b.clean", "touch PWNED; cat")
    write(".gitattributes", "*.md filter=a=b\n")
    change("a.md", ("The length of each axis.", "TBD"))
    assert "found the filter 'filter.a=b'" in refused(capsys, "--since", "HEAD", ".")
    assert not Path("PWNED").exists()


def test_a_repository_below_the_one_of_the_run_is_not_asked_and_that_is_reported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("deep/sub/c.md", BANK.replace("What", "Why"))
    git("-C", "deep/sub", "init", "--quiet")
    git("-C", "deep/sub", "add", "--all")
    git("-C", "deep/sub", "commit", "--quiet", "--message", "x")
    note = "deep/sub: is a repository below the one in which the run began, and is not asked what changed"
    assert main(["--since", "HEAD", "."]) == 1
    output = capsys.readouterr()
    assert note in output.err
    # The outer repository does not know the file, so all of it counts as new.
    assert "deep/sub/c.md:9" in output.out
    assert main(["--staged", "."]) == 0
    assert note in capsys.readouterr().err
    # Begun inside, the run is about that repository.
    monkeypatch.chdir("deep/sub")
    assert main(["--since", "HEAD", "."]) == 0
    assert capsys.readouterr().err == ""


def test_a_file_that_claims_to_be_a_submodule_is_believed_only_if_git_keeps_its_settings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("sub/c.md", BANK.replace("What", "Why"))
    git("init", "--quiet", "--separate-git-dir", "elsewhere", "sub")
    assert main(["--staged", "."]) == 0
    assert "sub: is a repository below" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_a_git_in_the_current_folder_is_not_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("git", "#!/bin/sh\ntouch PWNED\n")
    Path("git").chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert found(capsys, "--since", "HEAD") == []
    assert not Path("PWNED").exists()


def test_what_git_cannot_say_is_reported(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = refused(capsys, "--since", "origin/main", ".")
    assert '--since: found "origin/main", expected a commit, a branch or a tag that git knows' in error
    assert "shallow" not in error
    assert 'found "--output=x"' in refused(capsys, "--since=--output=x", ".")
    git("checkout", "--quiet", "--orphan", "apart")
    change("a.md", ("# Arrays", "# Vectors"))
    commit()
    assert "no common ancestor of main and HEAD" in refused(capsys, "--since", "main", ".")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git was not found" in refused(capsys, "--staged", ".")
    shutil.rmtree(".git")
    assert "--staged: a.md is not in a git repository" in refused(capsys, "--staged", ".")


def test_a_shallow_clone_says_how_to_get_more_history(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("branch", "old")
    change("a.md", ("The length of each axis.", "TBD"))
    commit()
    url = Path("work").absolute().parent.as_uri()
    monkeypatch.chdir(tmp_path)
    git("clone", "--quiet", "--depth", "1", url, "clone")
    monkeypatch.chdir("clone")
    assert "fetch-depth: 0" in refused(capsys, "--since", "origin/old", ".")
    git("fetch", "--quiet", "--depth", "1", "origin", "old:old")
    assert "fetch-depth: 0" in refused(capsys, "--since", "old", ".")
    git("fetch", "--quiet", "--unshallow")
    assert found(capsys, "--since", "old") == ["a.md:13 placeholder-answer"]


@pytest.mark.parametrize(
    "options",
    [["--since", "HEAD", "--staged"], ["--whole-files"], ["--since", "HEAD", "-"], ["--staged", "-"]],
)
def test_options_that_make_no_sense_together(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(options) == 2


def _document(text: str) -> Document:
    return Document(Source("a.md", text), Schema(), is_bank=True, evidence="")


def test_a_point_between_lines_counts_with_its_question_or_with_its_file() -> None:
    document = _document("a\n\nb\n\nc\n")
    lines = {"a.md": touched(FileChanges((Hunk(3, 1, 1),)), document)}
    counts = is_touched(lines, {"a.md": document._replace(questions=(None,))})  # type: ignore[arg-type]
    point = Finding("r", "f", Severity.ERROR, "m", "a.md", Span(6, 6))
    assert counts(point)
    assert counts(point._replace(question=QuestionRef("1", "b", 3)))
    assert not counts(point._replace(question=QuestionRef("1", "a", 1)))
    assert not counts(point._replace(span=Span(5, 6)))


def test_what_is_found_in_a_file_without_questions_counts_wherever_it_was_touched() -> None:
    document = _document("# Title\n\ntext\n")
    counts = is_touched({"a.md": touched(FileChanges((Hunk(3, 1, 9),)), document)}, {"a.md": document})
    assert counts(Finding("no-questions", "structure", Severity.ERROR, "m", "a.md", Span(0, 7)))


def test_touched_lines_are_followed_through_a_fix() -> None:
    document, after = _document("a\nb\nc\nd\n"), Source("a.md", "new\na\nB\nc\nd\n")
    lines = touched(FileChanges((Hunk(2, 1, 1), Hunk(4, 1, 0))), document)
    assert lines.own == {1, 3}
    assert followed(lines, document.source, after).own == {2, 4}
    assert followed(touched(FileChanges(whole=True), document), document.source, after).whole


def test_lines_are_those_of_git_and_not_of_markdown() -> None:
    document = _document("one\rtwo\nthree\nfour\n")
    assert touched(FileChanges((Hunk(2, 1, 1),)), document).own == {2}
    assert touched(FileChanges((Hunk(1, 1, 1),)), document).own == {0, 1}
    assert touched(FileChanges((Hunk(0, 0, 1),)), document).below == {0}
    assert touched(FileChanges((Hunk(3, 0, 1),)), document).above == {3}
