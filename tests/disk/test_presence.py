"""The outside is touched through `disk/` alone, which no linter can tell: `Path.exists` is called on any value."""

import ast
from collections.abc import Iterator
from pathlib import Path

import dlqa_lint

PACKAGE = Path(dlqa_lint.__file__).parent
ASKING = {"exists", "lexists", "is_file", "isfile", "is_dir", "isdir", "is_symlink", "islink"}
CHANGING = {"write_text", "write_bytes", "touch", "mkdir", "makedirs", "rmdir", "unlink", "rename", "chmod"}
WRITING_MODES = ("w", "a", "x", "r+")
THEIR_OWN = ("discovery.py", "__main__.py")
"""What finds the program's own modules, and what replaces streams that the caller closed."""


def _touched(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        where = f"{file.relative_to(PACKAGE).as_posix()}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Attribute) and node.attr in ASKING | CHANGING:
            yield f"{where}: {node.attr}"
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "open":
            modes = [given.value for given in node.args if isinstance(given, ast.Constant)]
            if any(str(mode).startswith(WRITING_MODES) for mode in modes):
                yield f"{where}: open"


def test_nothing_outside_of_disk_writes_or_asks_what_is_there() -> None:
    files = [
        file
        for file in sorted(PACKAGE.rglob("*.py"))
        if file.parent.name != "disk" and file.relative_to(PACKAGE).as_posix() not in THEIR_OWN
    ]
    assert len(files) > 400
    assert [found for file in files for found in _touched(file)] == []
