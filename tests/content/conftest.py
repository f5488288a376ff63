"""What tests of the content share: a copy that they may break."""

import shutil
from pathlib import Path

import pytest

from content_bank import BANK, ROOT, SCHEMA


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content with its schemas and settings, as the working directory."""
    shutil.copytree(SCHEMA.parent, tmp_path / "schemas")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(BANK.parent, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path
