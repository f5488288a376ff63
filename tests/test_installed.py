"""The command as users start it, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

GAP = (
    "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n### 2. What is a b?\n\nAn Ä.\n\n### 4. What is "
    "a d?\n\nLate.\n"
)
SCRIPT = Path(sys.executable).with_name("dlqa-lint.exe" if sys.platform == "win32" else "dlqa-lint")
COMMANDS = [
    pytest.param([sys.executable, "-m", "dlqa_lint"], id="module"),
    pytest.param(
        [str(SCRIPT)],
        id="script",
        marks=pytest.mark.skipif(not SCRIPT.exists(), reason="the package is not installed"),
    ),
]


def _run(
    command: list[str], *arguments: str, folder: Path, data: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*command, *arguments], cwd=folder, input=data, capture_output=True, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_lints_and_leaves_with_its_exit_code(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GAP, "utf-8")
    done = _run(command, "--isolated", "--no-cache", "--output-format", "json", "a.md", folder=tmp_path)
    assert done.returncode == 1
    assert [finding["rule"] for finding in json.loads(done.stdout)] == ["number-gap"]
    assert done.stderr == b""
    assert _run(command, "--isolated", "--ignore", "number-gap", folder=tmp_path).returncode == 0
    slip = _run(command, "chek", folder=tmp_path)
    assert slip.returncode == 2
    assert slip.stderr.endswith(b'of this name; did you mean "check"?\n')
    missing = _run(command, "nope.md", folder=tmp_path)
    assert (missing.returncode, missing.stderr) == (2, b"dlqa-lint: nope.md: no such file or folder\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_output_is_utf_8_whatever_the_system_says(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    (tmp_path / "ä.md").write_text(GAP, "utf-8")
    done = _run(command, "export", "--isolated", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))[0]["questions"][1]["answer"]["markdown"] == "An Ä."
    assert "ä.md".encode() in _run(command, "nope-ä.md", folder=tmp_path).stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_exports_to_a_file_and_to_standard_output(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GAP, "utf-8")
    arguments = ("export", "--isolated", "--no-cache", "--format", "html")
    shown = _run(command, *arguments, "-", folder=tmp_path, data=(tmp_path / "a.md").read_bytes())
    kept = _run(command, *arguments, "-o", "a.html", "a.md", folder=tmp_path)
    assert (shown.returncode, kept.returncode, kept.stdout) == (0, 0, b"")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert shown.stdout.decode("utf-8") == page.replace("a.md:", "stdin.md:")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_report_is_written_each_time_with_the_date_of_the_day(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(GAP, "utf-8")
    for seconds, date in (("0", b"1970-01-01"), ("86400", b"1970-01-02")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        shown = _run(command, "report", "--isolated", "a.md", folder=tmp_path)
        assert (shown.returncode, shown.stderr) == (0, b"")
        assert date in shown.stdout
        kept = _run(command, "report", "--isolated", "-o", "a.html", "a.md", folder=tmp_path)
        assert (kept.returncode, kept.stdout) == (0, b"")
        assert (tmp_path / "a.html").read_bytes() == shown.stdout
        (tmp_path / "a.html").unlink()


def test_standard_input_is_read_as_bytes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dlqa_lint", "--isolated", "-"]
    done = _run(command, "--output-format", "json", folder=tmp_path, data=GAP.replace("\n", "\r\n").encode())
    assert json.loads(done.stdout)[0]["start"]["line"] == 11
    text = GAP.replace("\n", "\r\n").encode()
    assert _run(command, "--fix", folder=tmp_path, data=text).stdout == text


def test_a_reader_that_goes_away_is_not_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GAP, "utf-8")
    command = [sys.executable, "-m", "dlqa_lint", "export", "--isolated", "a.md"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("arguments", [[], ["--no-cache"], ["--fix", "-"]])
def test_output_that_cannot_be_written_is_exit_code_2(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.md").write_text(GAP, "utf-8")
    command = [sys.executable, "-m", "dlqa_lint", "--isolated", *(arguments or ["a.md"])]
    for _ in range(2):  # the second run is answered from memory
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                command, cwd=tmp_path, input=GAP.encode(), stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert (done.returncode, done.stderr) == (2, b"dlqa-lint: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize(("run", "code"), [("a.md >&-", 1), ("a.md >&- 2>&-", 1), ("- <&-", 2)])
def test_closed_streams_are_not_a_crash(tmp_path: Path, run: str, code: int) -> None:
    (tmp_path / "a.md").write_text(GAP, "utf-8")
    done = _run(["sh", "-c", f"{sys.executable} -m dlqa_lint --isolated {run}"], folder=tmp_path)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_a_run_without_settings_loads_no_heavy_module(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GAP, "utf-8")
    program = (
        "import sys; from dlqa_lint.cli import main; main(['--isolated', '--quiet', 'a.md']); "
        "print([name for name in ('pydantic', 'tomllib', 'pathspec', 'difflib', 'subprocess', "
        "'multiprocessing', 'importlib.metadata', 'pkgutil') if name in sys.modules])"
    )
    done = _run([sys.executable, "-c", program], folder=tmp_path)
    assert done.stdout.splitlines()[-1] == b"[]"


def test_the_public_interface_is_what_it_says() -> None:
    import dlqa_lint

    for name in dlqa_lint.__all__:
        assert hasattr(dlqa_lint, name)
    document = dlqa_lint.parse(GAP)
    assert [finding.rule for finding in dlqa_lint.lint(document)] == ["number-gap"]
    assert dlqa_lint.lint(document, ignore=["numbering"]) == []
    assert dlqa_lint.parse("No question.\n").is_bank is False
    assert dlqa_lint.parse("No question.\n", schema="faq").is_bank is True
    with pytest.raises(dlqa_lint.CannotRunError, match="NUL"):
        dlqa_lint.parse(b"\0")
    with pytest.raises(dlqa_lint.CannotRunError, match="neither a schema file nor a preset"):
        dlqa_lint.parse(GAP, schema="nope")
    with pytest.raises(ValueError, match="no rule or family is called 'numbring'"):
        dlqa_lint.lint(document, select=["numbring"])
    with pytest.raises(AttributeError, match="has no attribute 'nope'"):
        _ = dlqa_lint.nope
    assert dlqa_lint.__version__
