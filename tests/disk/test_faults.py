"""Faults of the world: whatever a run meets, each file is the old or the new one, and the next run works."""

import os
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from disk.faults import KILLED, full, killed, run_with_fault
from dlqa_lint.cli import main
from dlqa_lint.disk import writing
from dlqa_lint.disk.writing import NewContent, WriteError, write

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a run cannot be forked there")

FILES = 50
_STRIDE = 7  # each file takes another number of steps, so that all of them are met in some file
SETTINGS = 'schema = "schema.toml"\ninclude = ["*.md"]\n'
SCHEMA = '[question]\nform = "### {number}. {text}"\n'
BANK = """# Things

And [why](#3-why)?

###  1. What is {0}?

It is {0}, and nothing else that anybody could think of would be.

### 3. Why?

For a reason: see question 3.
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


def _lay_out() -> dict[str, bytes]:
    Path("dlqa-lint.toml").write_text(SETTINGS, "utf-8")
    Path("schema.toml").write_text(SCHEMA, "utf-8")
    for at in range(FILES):
        Path(f"{at:02}.md").write_text(BANK.format(at), "utf-8")
    return _contents()


def _contents() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path().glob("*.md")}


def _drafts() -> list[str]:
    return [path.name for path in Path().glob(".dlqa-lint-*.tmp")]


def _require_whole(old: dict[str, bytes], new: dict[str, bytes]) -> None:
    for name, now in _contents().items():
        assert now in (old[name], new[name]), name


def _written(old: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data.replace(b"###  1", b"### 1") for name, data in old.items()}


def _write_all(old: dict[str, bytes], new: dict[str, bytes]) -> int:
    write(
        [NewContent(name, old[name], new[name]) for name in old if Path(name).read_bytes() == old[name]], old
    )
    return 0


@pytest.mark.slow
def test_a_writing_that_is_killed_anywhere_leaves_whole_files_and_is_taken_up_again() -> None:
    for step in count(1, _STRIDE):
        old = _lay_out()
        new = _written(old)
        ended = run_with_fault(partial(_write_all, old, new), step, killed)
        _require_whole(old, new)
        if ended == 0:
            break
        assert ended == KILLED
        _write_all(old, new)
        assert (_contents(), _drafts()) == (new, [])
    assert step > 4 * FILES


@pytest.mark.slow
def test_a_disk_that_is_full_anywhere_leaves_whole_files_and_is_reported(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def run(old: dict[str, bytes], new: dict[str, bytes]) -> int:
        try:
            return _write_all(old, new)
        except WriteError as error:
            os.write(2, f"told: {error}\n".encode())
            return 2

    for step in count(1, _STRIDE):
        old = _lay_out()
        new = _written(old)
        run_with_fault(partial(run, old, new), step, full)
        _require_whole(old, new)
        said = capfd.readouterr().err
        if "told: " not in said:
            # Writing was done, or the fault came in removing what was left over.
            assert _contents() == new
            if not said:
                break
            continue
        assert "No space left on device" in said
        assert _drafts() == []
    assert step > 4 * FILES


COMMANDS = {
    "fix": ["check", "--fix"],
    "fix with the cache": ["--fix", "--cache-dir", "cache"],
    "unsafe fixes": ["--fix", "--unsafe-fixes"],
    "suppressions": ["--add-suppressions", "--reason", "so"],
    "renumber": ["renumber", "."],
    "add": ["add", "Where is it?", "00.md"],
    "remove": ["remove", "1", "00.md"],
}


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("fault", [killed, full])
def test_a_command_that_meets_a_fault_leaves_whole_files_and_works_again(
    command: list[str], fault: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = command if "--cache-dir" in command else [*command, "--no-cache"]
    old = _lay_out()
    assert main(arguments) in (0, 1), capfd.readouterr()
    new = _contents()
    assert new != old
    # So many steps that every kind of call is met in some file.
    for step in (2, 5, 158, 263):
        _lay_out()
        ended = run_with_fault(partial(main, arguments), step, fault)
        assert ended in (0, 1, 2, KILLED)
        assert "Traceback" not in capfd.readouterr().err
        _require_whole(old, new)
        if ended == KILLED and _contents() == old:
            assert main(arguments) in (0, 1)
            assert (_contents(), _drafts()) == (new, [])


@pytest.mark.slow
@pytest.mark.parametrize("fault", [killed, full])
def test_a_baseline_that_meets_a_fault_is_the_old_one_or_the_new_one(
    fault: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    _lay_out()
    baseline = Path("dlqa-lint-baseline.json")
    arguments = ["--write-baseline", "--no-cache"]
    assert main([*arguments, "00.md"]) == 0
    old = baseline.read_bytes()
    assert main(arguments) == 0
    new = baseline.read_bytes()
    for step in count(1):
        baseline.write_bytes(old)
        ended = run_with_fault(partial(main, arguments), step, fault)
        assert "Traceback" not in capfd.readouterr().err
        assert baseline.read_bytes() in (old, new)
        assert main(arguments) == 0
        assert (baseline.read_bytes(), _drafts()) == (new, [])
        if ended == 0:
            break
        assert ended in (2, KILLED)
    assert step > 3


@pytest.mark.slow
def test_two_fixing_runs_at_once_leave_whole_files() -> None:
    old = _lay_out()
    assert main(["--fix", "--no-cache"]) in (0, 1)
    new = _contents()
    for _ in range(3):
        _lay_out()
        runs = []
        for _ in range(2):
            if (child := os.fork()) == 0:
                code = 70
                try:
                    code = main(["--fix", "--no-cache"])
                finally:
                    os._exit(code)
            runs.append(child)
        ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in runs]
        assert set(ended) <= {0, 1, 2}
        _require_whole(old, new)
        assert _drafts() == []
        assert main(["--fix", "--no-cache"]) in (0, 1)
        assert _contents() == new


def test_what_somebody_typed_meanwhile_is_not_overwritten(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = _lay_out()
    wrote = writing.write

    def late(*arguments: object) -> None:
        Path("07.md").write_bytes(b"# Typed meanwhile\n")
        wrote(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "write", late)
    for command in (["--fix"], ["renumber", "."]):
        _lay_out()
        assert main([*command, "--no-cache"]) == 2
        assert (
            "07.md: changed on disk while it was being fixed; nothing was written" in capsys.readouterr().err
        )
        assert _contents() == {**old, "07.md": b"# Typed meanwhile\n"}
