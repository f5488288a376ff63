"""The extension for VS Code: it goes with the version of the project, and starts the command that there is."""

import json
import tomllib
from pathlib import Path
from typing import Any

from dlqa_lint.cli import commands

ROOT = Path(__file__).parents[1]
EXTENSION = ROOT / "editors" / "vscode"


def _manifest() -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    return manifest


def test_the_extension_has_the_version_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert _manifest()["version"] == project["version"]


def test_the_extension_starts_the_server() -> None:
    manifest = _manifest()
    assert (EXTENSION / manifest["main"]).exists()
    setting = manifest["contributes"]["configuration"]["properties"]["dlqa-lint.command"]
    assert setting["default"] == ["dlqa-lint", "server"]
    # A folder that somebody sent must not choose what is run.
    assert setting["scope"] == "machine"
    assert "server" in commands.names()
