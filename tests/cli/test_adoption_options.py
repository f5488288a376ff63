"""The options that make a linter at home in a terminal, in CI and in a team."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dlqa_lint.cli import main, progress
from dlqa_lint.cli.progress import Progress

GAP = (
    "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n### 2. What is a b?\n\nA letter, too.\n\n### "
    "4. What is a d?\n\nLate.\n"
)
CLEAN = GAP.replace("### 4", "### 3")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("CI", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)


def _write(name: str, text: str = CLEAN) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_the_github_format_appends_the_whole_table_to_the_summary_of_the_step(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("a.md", GAP)
    _write("summary", "Before.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(Path("summary").absolute()))
    assert main(["--output-format", "concise", "a.md"]) == 1
    assert Path("summary").read_text("utf-8") == "Before.\n"
    assert main(["--output-format", "github", "--color", "always", "a.md"]) == 1
    assert "::error file=a.md,line=11," in capsys.readouterr().out
    summary = Path("summary").read_text("utf-8")
    assert summary.startswith("Before.\n## dlqa-lint\n\n1 finding in 1 document")
    assert "| a.md:11:5 | error | number-gap |" in summary
    assert "\x1b" not in summary
    _write("a.md", CLEAN)
    assert main(["--output-format", "github", "a.md"]) == 0
    assert Path("summary").read_text("utf-8").startswith(summary + "## dlqa-lint\n\nno findings in 1 doc")


def test_the_summary_links_to_the_lines_of_the_checked_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("repository/my bank/a.md", GAP)
    monkeypatch.chdir("repository/my bank")
    where = {
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "GITHUB_SERVER_URL": "https://forge.example",
        "GITHUB_REPOSITORY": "them/letters",
        "GITHUB_SHA": "c0ffee",
        "GITHUB_WORKSPACE": str(tmp_path / "repository"),
    }
    for name, value in where.items():
        monkeypatch.setenv(name, value)
    assert main(["--output-format", "github", "a.md"]) == 1
    assert "| a.md:11:5 |" in Path(tmp_path, "summary").read_text(
        "utf-8"
    )  # which repository this is, is unknown
    Path(tmp_path, "repository", ".git").mkdir()
    assert main(["--output-format", "github", "a.md"]) == 1
    link = "https://forge.example/them/letters/blob/c0ffee/my%20bank/a.md?plain=1#L11"
    assert f"| [a.md:11:5]({link}) |" in Path(tmp_path, "summary").read_text("utf-8")


def test_the_summary_of_a_step_can_go_with_a_file_of_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    _write("a.md", GAP)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary")
    assert main(["--quiet", "--output-format", "github=out.txt", "a.md"]) == 1
    assert Path("out.txt").exists()
    assert "number-gap" in Path("summary").read_text("utf-8")


def test_no_summary_is_written_where_none_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    _write("a.md")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "")
    assert main(["--output-format", "github", "a.md"]) == 0
    assert [path.name for path in Path().iterdir() if path.suffix != ".md" and path.is_file()] == []


def test_a_summary_that_cannot_be_written_is_reported_and_changes_no_verdict(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("a.md")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary")
    assert main(["--output-format", "github", "a.md"]) == 0
    assert capsys.readouterr().err == (
        "dlqa-lint: GITHUB_STEP_SUMMARY: nowhere/summary: No such file or directory\n"
    )


def test_statistics_count_findings_by_rule_and_tell_the_health_of_the_bank(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("a.md", GAP + "\n### 5. What is an e?\n\n### 6. What is an f?\n")
    main(["--statistics", "--output-format", "concise=out.txt", "a.md"])
    assert capsys.readouterr().out == (
        "2 missing-answer\n1 number-gap (1 fixable)\n\n"
        "1 document, 5 questions, 3 answered (60 %), 6 words of answers\n"
    )
    _write("a.md", CLEAN)
    main(["--statistics", "--output-format", "concise", "a.md"])
    assert capsys.readouterr().out == (
        "no findings\n\n1 document, 3 questions, 3 answered (100 %), 6 words of answers\n"
    )


def test_a_severity_that_is_set_is_what_reports_say_and_what_counts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("a.md", GAP)
    _write("dlqa-lint.toml", '[severity]\nnumbering = "info"\nnumber-gap = "warning"\n')
    assert main(["--output-format", "github", "a.md"]) == 1
    assert capsys.readouterr().out.startswith("::warning ")
    _write("dlqa-lint.toml", '[severity]\nnumbering = "info"\n')
    assert main(["--output-format", "concise", "a.md"]) == 0
    assert ": info number-gap: " in capsys.readouterr().out
    assert main(["--fail-on", "info", "a.md"]) == 1


@pytest.mark.parametrize("extra", [[], ["--exit-zero"], ["--fail-on", "error"]])
def test_no_option_turns_could_not_run_into_success(
    extra: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*extra, "nope.md"]) == 2
    assert "nope.md" in capsys.readouterr().err


def test_quiet_leaves_the_findings_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", CLEAN)
    assert main(["--quiet", "a.md"]) == 0
    assert capsys.readouterr() == ("", "")
    _write("a.md", GAP)
    assert main(["--quiet", "--output-format", "concise", "a.md"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_show_files_names_the_filter_of_every_file_that_is_not_linted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("dlqa-lint.toml", 'include = ["bank/*.md"]\nexclude = ["draft.md"]\n')
    for name in ("bank/a.md", "bank/draft.md", "README.md", "bank/old/b.md", "notes.txt"):
        _write(name)
    assert main(["--show-files"]) == 0
    lines = dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines())
    assert lines.pop("bank/a.md").startswith("question document (3 questions): ")
    assert lines == {
        "README.md": "not included by dlqa-lint.toml",
        "bank/draft.md": 'excluded by "draft.md" in dlqa-lint.toml',
        "bank/old/b.md": "not included by dlqa-lint.toml",
    }
    monkeypatch.chdir("bank")
    assert main(["--show-files", "a.md"]) == 0
    assert capsys.readouterr().out.startswith("a.md: question document")


def test_show_files_says_why_a_file_is_not_a_question_document(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", "# Notes\n\nWe met on Monday.\n")
    assert main(["--show-files", "a.md"]) == 0
    assert capsys.readouterr().out == (
        "a.md: not a question document: 0 of 1 lines like '# {text}' ask, but section-name\n"
    )


def test_show_settings_says_which_rules_run(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md")
    _write("dlqa-lint.toml", 'fail-on = "error"\n')
    assert main(["--show-settings", "--select", "numbering", "--ignore", "number-gap", "a.md"]) == 0
    out = capsys.readouterr().out
    assert 'fail-on = "error"' in out
    (rules,) = [line for line in out.splitlines() if line.startswith("# rules that run: ")]
    assert "duplicate-number" in rules
    assert "number-gap" not in rules


def _watched(monkeypatch: pytest.MonkeyPatch, *, terminal: bool = True) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_PACE", 0.0)


def test_long_work_shows_a_bar_that_is_gone_at_its_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _watched(monkeypatch)
    with Progress("reading", 4, quiet=False) as shown:
        for _ in range(4):
            shown.advance()
    states = capsys.readouterr().err.split("\r\x1b[K")
    assert "reading [##########..........] 2/4" in states
    assert "reading [####################] 4/4" in states
    assert states[-1] == ""


def test_one_long_step_is_shown_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _watched(monkeypatch)
    with Progress("checking", quiet=False) as shown:
        shown._timer.join(5)
    assert capsys.readouterr().err == "\r\x1b[Kchecking …\r\x1b[K"


def test_work_that_is_soon_done_shows_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _watched(monkeypatch)
    monkeypatch.setattr(progress, "_PATIENCE", 60.0)
    with Progress("reading", 1, quiet=False) as shown:
        shown.advance()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("quiet", "terminal", "variable"),
    [(True, True, ("A", "")), (False, False, ("A", "")), (False, True, ("CI", "true")),
     (False, True, ("TERM", "dumb"))],
)  # fmt: skip
def test_who_does_not_watch_gets_no_bar(
    quiet: bool, terminal: bool, variable: tuple[str, str],
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    _watched(monkeypatch, terminal=terminal)
    monkeypatch.setenv(*variable)
    with Progress("reading", 1, quiet=quiet) as shown:
        shown.advance()
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo terminal")
def test_a_run_at_a_terminal_ends_with_its_findings_and_an_empty_line_of_progress() -> None:
    import pty

    _write("a.md", GAP)
    program = (
        "import sys; from dlqa_lint.cli import main, progress; progress._PATIENCE = progress._PACE = 0.0; "
        "sys.exit(main(['--isolated', '--no-cache', '--output-format', 'concise', 'a.md']))"
    )
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program], stderr=theirs, stdout=subprocess.PIPE, env=environment, check=False
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == 1
    assert "reading [####################] 1/1" in shown
    assert shown.endswith("\r\x1b[K")
