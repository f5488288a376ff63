"""The hooks that others install, run by the real pre-commit on repositories of their own, off line."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import dlqa_lint

MANIFEST = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="the command is a shell script here"),
]
pytest.importorskip("pre_commit")


@pytest.fixture(autouse=True)
def _in_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty git repository in which the command is on the path, and writes down how it was called."""
    for name in os.environ:
        # A test run may itself be part of a commit.
        if name.startswith(("GIT_", "PRE_COMMIT")):
            monkeypatch.delenv(name)
    (tmp_path / "git").write_text("[user]\nname = A\nemail = a@example.org\n[init]\ndefaultBranch = main\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "git"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(Path(dlqa_lint.__file__).parents[1]), prepend=os.pathsep)
    script = tmp_path / "bin" / "dlqa-lint"
    script.parent.mkdir()
    script.write_text(
        f'#!/bin/sh\necho "$@" >> {shlex.quote(str(tmp_path / "calls"))}\n'
        f'exec {shlex.quote(sys.executable)} -m dlqa_lint "$@"\n'
    )
    script.chmod(0o755)
    bank = tmp_path / "bank"
    bank.mkdir()
    monkeypatch.chdir(bank)
    _git("init", "--quiet")


def _run(*command: str) -> tuple[int, str]:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


def _git(*arguments: str) -> str:
    code, output = _run("git", *arguments)
    assert code == 0, output
    return output


def _commit() -> tuple[int, str]:
    _git("add", "--all")
    return _run("git", "commit", "--message", "Change the bank")


def _install(folder: Path, *hooks: str, extra: str = "") -> None:
    """Install hooks of the shipped manifest, in which only the language is another; `extra` sets them up."""
    source = folder / "hooks"
    source.mkdir()
    text = MANIFEST.read_text("utf-8").replace("language: python", "language: system")
    assert "python" not in text
    (source / MANIFEST.name).write_text(text)
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Hooks"]):
        _git("-C", str(source), *arguments)
    revision = _git("-C", str(source), "rev-parse", "HEAD").strip()
    listed = "".join(f"      - id: {hook}\n" + (f"        {extra}\n" if extra else "") for hook in hooks)
    Path(".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {source}\n    rev: {revision}\n    hooks:\n{listed}"
    )
    code, output = _run(*PRE_COMMIT, "install")
    assert code == 0, output


def _calls(folder: Path) -> list[str]:
    return (folder / "calls").read_text("utf-8").splitlines()


def _bank(title: str, *subjects: str) -> str:
    questions = (
        f"### {number}. What is {subject}?\n\nIt is what the book calls {subject}.\n"
        for number, subject in enumerate(subjects, 1)
    )
    return f"# {title}\n\n" + "\n".join(questions)


PLANTS = _bank("Plants", "a fern", "moss", "an oak", "an ash", "clover")


def test_the_manifest_is_valid() -> None:
    assert _run(*PRE_COMMIT, "validate-manifest", str(MANIFEST)) == (0, "")


def test_an_edit_that_breaks_the_bank_is_refused(tmp_path: Path) -> None:
    _install(tmp_path, "dlqa-lint")
    plants = Path("plants.md")
    plants.write_text(PLANTS)
    assert _commit()[0] == 0
    plants.write_text(PLANTS.replace("### 4.", "### 3."))
    code, output = _commit()
    assert code == 1
    assert "duplicate-number" in output
    plants.write_text(PLANTS.replace("clover", "red clover"))
    code, output = _commit()
    assert code == 0, output


def test_what_the_fixing_hook_repairs_goes_through_with_the_second_commit(tmp_path: Path) -> None:
    _install(tmp_path, "dlqa-lint-fix")
    plants = Path("plants.md")
    plants.write_text(PLANTS.replace("### 4.", "## 4)"))
    code, output = _commit()
    assert code == 1
    assert "files were modified by this hook" in output
    assert plants.read_text() == PLANTS
    code, output = _commit()
    assert code == 0, output
    assert _git("show", "HEAD:plants.md") == PLANTS


def test_what_the_fixing_hook_cannot_repair_is_reported(tmp_path: Path) -> None:
    _install(tmp_path, "dlqa-lint-fix")
    text = PLANTS.replace("It is what the book calls moss.\n", "").replace("### 4.", "## 4)")
    Path("plants.md").write_text(text)
    code, output = _commit()
    assert code == 1
    assert "missing-answer" in output
    assert "question-form" not in output
    code, output = _commit()
    assert code == 1
    assert "missing-answer" in output


def test_the_bank_hook_reads_what_no_commit_touches(tmp_path: Path) -> None:
    _install(tmp_path, "dlqa-lint-bank")
    Path("plants.md").write_text(PLANTS.replace("### 4.", "### 3."))
    Path("notes.txt").write_text("No question.\n")
    _git("add", "--all")
    _git("commit", "--no-verify", "--quiet", "--message", "Start")
    Path("notes.txt").write_text("No question at all.\n")
    assert _commit()[0] == 0
    Path("birds.md").write_text(_bank("Birds", "a tern", "a wren", "an owl", "a duck"))
    code, output = _commit()
    assert code == 1
    assert "plants.md" in output
    assert _calls(tmp_path) == [""]
    _git("rm", "--quiet", "--force", "birds.md")
    Path("dlqa-lint.toml").write_text('include = ["*.md"]\nignore = ["duplicate-number"]\n')
    code, output = _commit()
    assert code == 0, output


def test_excludes_of_the_settings_hold_for_files_that_are_staged(tmp_path: Path) -> None:
    _install(tmp_path, "dlqa-lint", "dlqa-lint-fix")
    Path("dlqa-lint.toml").write_text('exclude = ["drafts"]\n')
    Path("drafts").mkdir()
    Path("drafts/plants.md").write_text(PLANTS.replace("### 4.", "## 3)"))
    code, output = _commit()
    assert code == 0, output


def test_a_file_that_looks_like_an_option_is_a_file(tmp_path: Path) -> None:
    _install(tmp_path, "dlqa-lint", "dlqa-lint-fix")
    Path("--exit-zero.md").write_text(PLANTS.replace("### 4.", "### 3."))
    code, output = _commit()
    assert code == 1, output
    assert "--exit-zero.md:" in output
    assert "unrecognized" not in output


def test_with_staged_only_what_the_commit_changes_is_reported(tmp_path: Path) -> None:
    _install(tmp_path, "dlqa-lint", extra="args: [--staged]")
    plants = Path("plants.md")
    plants.write_text(PLANTS.replace("### 2.", "## 2)"))
    _git("add", "--all")
    _git("commit", "--no-verify", "--quiet", "--message", "Start")
    plants.write_text(plants.read_text().replace("clover.", "clover, a plant of meadows."))
    code, output = _commit()
    assert code == 0, output
    plants.write_text(plants.read_text().replace("### 4.", "## 4)"))
    code, output = _commit()
    assert code == 1
    assert "plants.md:15:1: warning question-form" in output
    assert "plants.md:7:1" not in output


@pytest.mark.parametrize("serial", [True, False])
def test_a_repetition_is_found_however_the_files_are_split(serial: bool, tmp_path: Path) -> None:
    _install(tmp_path, "dlqa-lint", extra="" if serial else "require_serial: false")
    Path("dlqa-lint.toml").write_text('include = ["content/*.md"]\n')
    Path("content").mkdir()
    for part in range(16):
        subjects = [f"the {word} of part {part}" for word in ("name", "colour", "height", "season")]
        subjects[2:3] = ["photosynthesis in leaves"] if part in (3, 11) else subjects[2:3]
        Path(f"content/{part}.md").write_text(_bank(f"Part {part}", *subjects))
    _git("add", "--all")
    code, output = _run(*PRE_COMMIT, "run", "--all-files")
    assert code == 1
    assert "duplicate-question" in output
    assert "photosynthesis" in output
    if serial:
        assert len(_calls(tmp_path)) == 1
    elif (os.cpu_count() or 1) > 1:
        assert len(_calls(tmp_path)) > 1
    code, output = _run(*PRE_COMMIT, "run", "--files", "content/3.md")
    assert code == 1
    assert "duplicate-question" in output
