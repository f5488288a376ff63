"""`dlqa-lint init --merge-driver`: what it writes into a repository, and what it says."""

import subprocess
from pathlib import Path

import pytest

from dlqa_lint.cli import main


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _setting(name: str) -> str:
    return subprocess.check_output(["git", "config", "--local", name], text=True).strip()


def test_git_learns_which_files_and_how(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "docs").mkdir()
    assert main(["init", "--merge-driver"]) == 0
    attributes = (repository / ".gitattributes").read_text(encoding="utf-8")
    assert attributes == "*.md merge=dlqa-lint\n*.markdown merge=dlqa-lint\n"
    assert _setting("merge.dlqa-lint.driver").startswith("dlqa-lint merge ")
    said = capsys.readouterr().out
    assert "wrote .gitattributes" in said
    assert "in each clone somebody runs" in said
    assert "git config --remove-section merge.dlqa-lint" in said
    assert list(repository.glob("*.toml")) == []


def test_attributes_that_are_there_stay_and_nothing_is_written_twice(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = repository / ".gitattributes"
    file.write_bytes(b"*.png binary\r\n*.md  merge=dlqa-lint\r\n*.caf\xe9 text")
    (repository / "below").mkdir()
    monkeypatch.chdir(repository / "below")
    for _ in range(2):
        assert main(["init", "--merge-driver"]) == 0
        assert file.read_bytes() == (
            b"*.png binary\r\n*.md  merge=dlqa-lint\r\n*.caf\xe9 text\r\n*.markdown merge=dlqa-lint\r\n"
        )


def test_what_cannot_be_set_up_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--merge-driver"]) == 2
    assert "the current folder is in no git repository" in capsys.readouterr().err
    subprocess.run(["git", "init", "--quiet", "."], check=True)
    assert main(["init", "--merge-driver", "questions/"]) == 2
    assert "takes no paths" in capsys.readouterr().err
    (tmp_path / ".gitattributes").symlink_to("elsewhere")
    assert main(["init", "--merge-driver"]) == 2
    assert "is a symbolic link" in capsys.readouterr().err
    assert not (tmp_path / "elsewhere").exists()
