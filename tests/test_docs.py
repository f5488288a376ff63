"""The documentation: its commands run, its examples are valid, and its site is built without a warning."""

import html
import io
import json
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import dlqa_lint
from dlqa_lint.cli import commands, main
from dlqa_lint.cli.parsers import parser_of
from dlqa_lint.cli.selection import rule_names
from dlqa_lint.config.schema_files import load_schema
from dlqa_lint.config.settings import Settings, load
from dlqa_lint.model.schema import Schema
from dlqa_lint.rules import all_rules

ROOT = Path(__file__).parents[1]
DOCS = sorted(path for path in (ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS]
IDS = [page.stem for page in PAGES]
SETTINGS_FILES = ("dlqa-lint.toml", "pyproject.toml")

_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w+)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def _fenced(page: Path, *languages: str) -> Iterator[tuple[str, str]]:
    """The fenced blocks of a page in some languages, each with its language."""
    for match in _FENCE.finditer(page.read_text("utf-8")):
        if match["language"] in languages:
            yield match["language"], match["text"]


def _name(text: str) -> str:
    """The file that a block is, as its first line says in a comment."""
    match = re.match(r"# ([\w./-]+\.(?:toml|yml))\n", text)
    return match.group(1) if match else ""


def _questions(*subjects: str) -> list[str]:
    return [
        f"### {number}. What is {subject}?\n\nIt is what everybody calls {subject}.\n"
        for number, subject in enumerate(subjects, 1)
    ]


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with a bank that has something of everything to report."""
    plants = _questions("a fern", "moss", "an oak", "an ash", "clover", "ivy")
    plants[3] = plants[3].replace("### 4.", "## 4)")
    plants[4] = "### 5. What is clover?\n"
    files = {
        "questions/basics.md": "# Plants\n\n" + "\n".join(plants),
        "questions/more.md": "# Birds\n\n" + "\n".join(_questions("a tern", "a wren", "an owl", "a duck")),
        "quizzes/one.md": "# Quiz\n\n#### Q1. Which one flies?\n\n- [x] A wren\n- [ ] An oak\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_STEP_SUMMARY", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    for arguments in (
        ["init", "--quiet", "--initial-branch", "main"],
        ["add", "--all"],
        ["commit", "--quiet"],
    ):
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=/dev/null"]
        message = ["--message", "Start"] if arguments[0] == "commit" else []
        subprocess.run(["git", *settings, *arguments, *message], check=True, env=None)
    return tmp_path


def _run(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> int:
    """Run a line of a shell that starts with the command, and may read from and write to a file."""
    words = shlex.split(line, comments=True)
    assert words.pop(0) == "dlqa-lint"
    into = ""
    if ">" in words:
        into = words.pop(words.index(">") + 1)
        words.remove(">")
    if "<" in words:
        data = Path(words.pop(words.index("<") + 1)).read_bytes()
        words.remove("<")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    code = main(words)
    out, err = capsys.readouterr()
    if into:
        Path(into).write_text(out, "utf-8")
    assert code < 2, f"{line}\n{out}{err}"
    return code


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_commands_of_a_page_run_one_after_the_other(
    page: Path, bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, text in _fenced(page, "sh", "toml"):
        if language == "toml" and _name(text):
            Path(_name(text)).write_text(text, "utf-8")
        elif language == "sh":
            for line in text.splitlines():
                if line.startswith("dlqa-lint "):
                    _run(line, monkeypatch, capsys)
    assert bank.exists()


def test_the_guide_to_adoption_ends_with_a_bank_that_passes(
    bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, after = (ROOT / "docs" / "adopt.md").read_text("utf-8").split("## 3. Write down what remains")
    first = next(line for _, text in _fenced(ROOT / "docs" / "adopt.md", "sh") for line in text.splitlines())
    assert _run(first, monkeypatch, capsys) == 0
    assert _run("dlqa-lint", monkeypatch, capsys) == 1
    assert "dlqa-lint --write-baseline\ndlqa-lint\n" in after
    _run("dlqa-lint --write-baseline", monkeypatch, capsys)
    assert _run("dlqa-lint", monkeypatch, capsys) == 0
    path = bank / "questions" / "more.md"
    path.write_text(path.read_text("utf-8").replace("### 4.", "### 3."), "utf-8")
    assert _run("dlqa-lint", monkeypatch, capsys) == 1


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_toml_of_a_page_is_valid(page: Path, tmp_path: Path) -> None:
    for _, text in _fenced(page, "toml"):
        file = tmp_path / (_name(text) or "schema.toml")
        file.write_text(text, "utf-8")
        if file.name in SETTINGS_FILES:
            load(file, rule_names())
        else:
            load_schema(file.name, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_python_of_a_page_runs(page: Path) -> None:
    for _, text in _fenced(page, "python"):
        exec(compile(text, page.name, "exec"), {})


def _yaml(page: Path) -> Iterator[Any]:
    yaml = pytest.importorskip("yaml")
    for _, text in _fenced(page, "yaml"):
        yield yaml.safe_load(text)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_hooks_and_inputs_that_a_page_names_exist(page: Path) -> None:
    yaml = pytest.importorskip("yaml")
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    inputs = set(yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"])
    for data in _yaml(page):
        for repository in data.get("repos", ()):
            assert {hook["id"] for hook in repository["hooks"]} <= hooks
        for job in data.get("jobs", {}).values():
            for step in job["steps"]:
                if step.get("uses", "").startswith("dlqa-lint/"):
                    assert set(step.get("with", ())) <= inputs


def test_the_jobs_for_gitlab_run(
    bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for data in _yaml(ROOT / "docs" / "gitlab.md"):
        for line in data["dlqa-lint"]["script"]:
            if line.startswith("dlqa-lint "):
                _run(line.replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD"), monkeypatch, capsys)
        for file in data["dlqa-lint"].get("artifacts", {}).get("reports", {}).values():
            assert (bank / file).exists()
    found = json.loads((bank / "gl-code-quality-report.json").read_text("utf-8"))
    assert {item["location"]["path"] for item in found} == {"questions/basics.md"}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_a_page_names_the_version_that_is_released_with_it(page: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    pattern = r"(?:rev: v|dlqa-lint/dlqa-lint@v|dlqa-lint==|dlqa-lint\.git#v)([\w.]*\w)"
    named = re.findall(pattern, page.read_text("utf-8"))
    assert set(named) <= {version}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_links_of_a_page_lead_to_files(page: Path) -> None:
    text = _FENCE.sub("", page.read_text("utf-8"))
    made = ("rules/", "commands/") if page in DOCS else ()
    links = [link for link in _LINK.findall(text) if not link.startswith(made)]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_tables_of_keys_are_made_from_their_declarations() -> None:
    tables = runpy.run_path(str(ROOT / "docs" / "key_tables.py"))
    for name, kind in tables["PAGES"].items():
        page = (ROOT / "docs" / name).read_text("utf-8")
        assert tables["with_table"](page, kind) == page, "run `make schemas`"
        assert all(
            f"| `{key}` |" in page for key in ("extend-select", "per-file-ignores") if kind is Settings
        )
        assert all(
            f"| `{key}` |" in page for key in ("[question]", "[[field]]", "min_words") if kind is Schema
        )


@pytest.mark.slow
def test_a_new_question_is_added_as_the_guide_for_contributors_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("content", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    bank, quiz = Path("content/deep-learning-interview-questions.md"), Path("content/practice/quiz.md")
    count = dlqa_lint.parse(bank.read_text("utf-8")).questions[-1].position
    add, add_to_quiz, *others = [
        line.removeprefix(".venv/bin/")
        for _, text in _fenced(ROOT / "CONTRIBUTING.md", "sh")
        for line in text.splitlines()
        if line.startswith(".venv/bin/dlqa-lint ")
    ]
    assert [_run(line, monkeypatch, capsys) for line in (add, add_to_quiz)] == [0, 0]
    (asked,) = re.findall(
        r"^```markdown\n(### 7\..*\n\n- \[(?:.*\n)*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M
    )
    stub = re.search(r"^### 7\.(?:.*\n)*?TODO\n$", quiz.read_text("utf-8"), re.MULTILINE)
    assert stub
    quiz.write_text(quiz.read_text("utf-8").replace(stub.group(), asked.replace("…", "word " * 20)), "utf-8")
    (written,) = re.findall(
        r"^### 7\..*\n(Answer: (?:.*\n)*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M
    )
    answer = written.replace("…", "word " * 20)
    text = bank.read_text("utf-8").replace("Answer: TODO\n", answer)
    own = re.sub(r"^([AIN].*?: ).*", r"\1" + "other " * 30 + "end.", answer, flags=re.MULTILINE)
    question = f"\n### {count}. Why is the sky of the training set blue?\n{own}"
    bank.write_text(text + question, "utf-8")
    assert [_run(line, monkeypatch, capsys) for line in others] == [0, 0]
    text = bank.read_text("utf-8")
    assert "- [7. Why do residual connections help?](#7-why" in text
    assert f"- [{count + 2}. Why is the sky of the training set blue?](#" in text
    assert text.startswith(f"# {count + 2} ")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, as `make docs` builds it."""
    if not all(map(find_spec, ("sphinx", "myst_parser", "furo"))):
        pytest.skip("needs the extra docs")
    root = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("rules", "commands"))
    shutil.copytree(ROOT / "tests" / "cases", root / "tests" / "cases")
    shutil.copy(ROOT / "tests" / "cases.py", root / "tests")
    shutil.copy(ROOT / "CHANGELOG.md", root)
    (recipe,) = re.findall(r"\$\(BIN\)/sphinx-build (.*) docs site\n", (ROOT / "Makefile").read_text("utf-8"))
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *recipe.split(), "docs", "site"],
        cwd=root, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(Path(dlqa_lint.__file__).parents[1]), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return root / "site"


@pytest.mark.slow
def test_the_site_has_a_page_for_each_rule(site: Path) -> None:
    for name in all_rules():
        page = (site / "rules" / name / "index.html").read_text("utf-8")
        assert "<strong>Example:</strong>" in page


@pytest.mark.slow
def test_the_index_of_rules_leads_to_each_and_says_how_grave_and_fixable_it_is(site: Path) -> None:
    index = (site / "rules" / "index.html").read_text("utf-8")
    rows = {
        link: re.findall(r"<td><p>(.*?)</p></td>", row)
        for link, row in re.findall(r'href="([\w-]+)/">.*?</a>(.*?)</tr>', index, re.DOTALL)
        if "<td>" in row
    }
    assert set(rows) == set(all_rules())
    for name, rule in all_rules().items():
        assert rows[name][1::2] == [rule.severity, "yes" if rule.default else "no"]
    fixes = {name: row[2] for name, row in rows.items()}
    assert fixes["missing-answer"] == "none"
    assert fixes["swallowed-heading"] == "safe"
    assert fixes["invalid-field"] == "unsafe"
    assert fixes["number-gap"] == "safe, unsafe"


@pytest.mark.slow
@pytest.mark.parametrize("name", commands.names())
def test_the_site_has_a_page_for_each_command_with_a_link_to_each_option(name: str, site: Path) -> None:
    page = (site / "commands" / name / "index.html").read_text("utf-8")
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())
    for action in parser_of(name)._actions:
        for option in action.option_strings:
            assert f'id="cmdoption-dlqa-lint-{name}-{option.lstrip("-")}"' in page
        assert " ".join((action.help or "").replace("%%", "%").partition("%(")[0].split()) in shown


@pytest.mark.slow
def test_the_site_shows_the_changelog(site: Path) -> None:
    newest = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)[0]
    assert f"<h2>{newest}<a" in (site / "changelog" / "index.html").read_text("utf-8")
