"""The GitHub Action: its steps are run as written, in a plain bash; only the package index is left out."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import dlqa_lint

ROOT = Path(__file__).parents[1]
GAP = (
    "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n### 2. What is a b?\n\nA letter, too.\n\n### 4. What "
    "is a d?\n\nLate.\n"
)
CLEAN = GAP.replace("### 4", "### 3")

yaml = pytest.importorskip("yaml")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32" or not shutil.which("bash"), reason="the steps need bash and a shell script"
    ),
]


class Job(NamedTuple):
    """What a run of the action left behind."""

    code: int
    output: str
    installed: str
    summary: str
    outputs: str


# Stands in for Python and the package index: makes a virtual environment in which an installation brings the
# command of the work tree, and writes down what was to be installed.
STUB = """#!/bin/sh
case "$*" in
"-I -m venv "*) mkdir -p "$4/bin"; cp "$0" "$4/bin/python" ;;
"-I -m pip install "*)
    for package; do :; done
    printf '%s' "$package" > {installed}
    printf '#!/bin/sh\\nexec {python} -P -m dlqa_lint "$@"\\n' > "${{0%/*}}/dlqa-lint"
    chmod +x "${{0%/*}}/dlqa-lint" ;;
*) echo "not expected: $*"; exit 3 ;;
esac
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The runner's own folder; the current one is the checked repository."""
    runner = tmp_path / "runner"
    (runner / "bin").mkdir(parents=True)
    stub = runner / "bin" / "python3"
    python, installed = shlex.quote(sys.executable), shlex.quote(str(runner / "installed"))
    stub.write_text(STUB.format(python=python, installed=installed))
    stub.chmod(0o755)
    (tmp_path / "repository").mkdir()
    monkeypatch.chdir(tmp_path / "repository")
    return runner


def _action() -> dict[str, Any]:
    action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return action


def _run(folder: Path, **inputs: str) -> Job:
    """Run all steps as the runner does: with the defaults of inputs that are not given, until one fails."""
    action = _action()
    given = {name: value["default"] for name, value in action["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    variables = {
        "PATH": os.pathsep.join([str(folder / "bin"), os.environ["PATH"]]),
        "PYTHONPATH": str(Path(dlqa_lint.__file__).parents[1]),
        "RUNNER_TEMP": str(folder),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
    }
    code, output = 0, ""
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash"
        environment = {name: _filled(value, given) for name, value in step["env"].items()}
        script = folder / "script.sh"
        script.write_text(step["run"])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            env=variables | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            check=False,
        )  # fmt: skip
        code, output = done.returncode, output + done.stdout
        if code:
            break
    left = [folder / name for name in ("installed", "summary", "output")]
    return Job(code, output, *(path.read_text("utf-8") if path.exists() else "" for path in left))


def _filled(text: str, inputs: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match.group(1)], text)


def test_no_step_writes_an_input_into_its_script() -> None:
    assert not [step["name"] for step in _action()["runs"]["steps"] if "${{" in step["run"]]


def test_findings_become_annotations_and_a_summary(folder: Path) -> None:
    Path("a.md").write_text(GAP)
    job = _run(folder)
    assert job.code == 1
    assert job.output.startswith("::error file=a.md,line=11,")
    assert "number-gap" in job.summary
    assert job.installed == str(ROOT)
    Path("a.md").write_text(CLEAN)
    assert _run(folder).code == 0


def test_paths_are_on_lines_of_their_own_and_options_between_spaces(folder: Path) -> None:
    for name in ("a bank.md", "b.md", "c.md"):
        Path(name).write_text(GAP)
    job = _run(folder, paths="a bank.md\n[b]*.md\n", args="--isolated  --select numbering")
    assert [line.split(",")[0] for line in job.output.splitlines()] == [
        "::error file=a bank.md",
        "::error file=b.md",
    ]
    assert _run(folder, args="--isolated --exit-zero").code == 0


def test_a_version_is_installed_from_the_package_index(folder: Path) -> None:
    Path("a.md").write_text(CLEAN)
    assert _run(folder, version="0.1.0").installed == "dlqa-lint==0.1.0"


def test_sarif_goes_to_a_file_that_the_next_step_can_upload(folder: Path) -> None:
    Path("a.md").write_text(GAP)
    job = _run(folder, format="sarif", sarif_file="out file.sarif")
    assert job.code == 1
    assert job.output.startswith("a.md:11:")
    assert job.outputs == "sarif-file=out file.sarif\n"
    log = json.loads(Path("out file.sarif").read_text("utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "number-gap"


def test_a_wrong_format_is_reported(folder: Path) -> None:
    job = _run(folder, format="junit")
    assert (job.code, job.output) == (
        2, "::error title=dlqa-lint::the input format must be annotations or sarif\n"
    )  # fmt: skip


def test_an_input_is_never_run(folder: Path) -> None:
    Path("a.md").write_text(CLEAN)
    for name in ("paths", "args", "version", "format", "sarif_file"):
        _run(folder, **{name: '"; $(touch ran) `touch ran`'})
    assert not Path("ran").exists()


def test_the_checked_repository_cannot_stand_in_for_python_or_the_linter(folder: Path) -> None:
    Path("a.md").write_text(CLEAN)
    for name in ("venv", "pip", "pathspec", "dlqa_lint"):
        Path(f"{name}.py").write_text("open('ran', 'w')\n")
    assert _run(folder).code == 0
    assert not Path("ran").exists()
