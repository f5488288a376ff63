"""The container, as far as can be said without building it: what it copies is all that a wheel is built from."""

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
STEPS = [
    step.split(maxsplit=1)
    for step in (ROOT / "Containerfile").read_text("utf-8").replace("\\\n", "").splitlines()
    if step.strip() and not step.startswith("#")
]


def _all(kind: str) -> list[str]:
    return [rest for name, rest in STEPS if name == kind]


def test_one_base_is_named_with_its_version() -> None:
    bases = {base.partition(" AS ")[0] for base in _all("FROM")}
    assert len(bases) == 1
    (base,) = bases
    assert re.fullmatch(r"docker\.io/library/python:3\.\d+\.\d+-slim-\w+", base)


def test_what_runs_is_not_root_and_says_so_last() -> None:
    kinds = [name for name, _ in STEPS]
    assert kinds[-2:] == ["USER", "ENTRYPOINT"]
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", _all("USER")[-1])


def test_the_wheel_is_built_from_what_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = pytest.importorskip("hatchling.build")
    pytest.importorskip("hatch_fancy_pypi_readme")
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    let_through = {line.removeprefix("!") for line in lines if line.startswith("!")}
    copied = {name for rest in _all("COPY") if not rest.startswith("--") for name in rest.split()[:-1]}
    assert copied == let_through
    for name in copied:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    wheel = ZipFile(tmp_path / backend.build_wheel(str(tmp_path)))
    package = {f"dlqa_lint/{file.relative_to(ROOT / 'src' / 'dlqa_lint').as_posix()}" for file in _files()}
    assert package <= set(wheel.namelist())


def _files() -> list[Path]:
    """The files of the package."""
    found = (ROOT / "src" / "dlqa_lint").rglob("*")
    return [file for file in found if file.is_file() and "__pycache__" not in file.parts]
