"""The memory between runs: it says what a run would say, and whatever goes wrong with it does not show."""

import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import pytest

import dlqa_lint
from dlqa_lint import linter
from dlqa_lint.cli import main
from dlqa_lint.disk import cache, facts, run_cache
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import Rule
from dlqa_lint.similarity import RELATED, Scorer, Survey, from_documents

GAP = (
    "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n### 2. What is a b?\n\nOne more.\n\n"
    "### 4. What is a d?\n\nLate.\n"
)
CLEAN = GAP.replace("### 4", "### 3")
SCHEMA = '[question]\nform = "### {number}. {text}"\n'
FOLDER = Path(cache.FOLDER)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # Files of tests are younger than a tick; nothing changes them during a run.
    monkeypatch.setattr(facts, "_TICK", 0)


class Runs:
    """Runs with memory: what they say, and how many of them had to be made."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd
        self.made = 0

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        def run() -> int:
            self.made += 1
            return main(arguments)

        code = run_cache.remembered(arguments, run)
        return (code, *self._capfd.readouterr())

    def anew(self, *arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--no-cache"])
        return (code, *self._capfd.readouterr())


@pytest.fixture
def runs(capfd: pytest.CaptureFixture[str]) -> Runs:
    return Runs(capfd)


def _write(name: str, text: str = GAP) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_an_unchanged_run_says_the_same_without_being_made(runs: Runs) -> None:
    _write("bank/a.md")
    first = runs("bank")
    assert first[0] == 1
    assert "number-gap" in first[1]
    assert runs("bank") == first == runs.anew("bank")
    assert runs.made == 1


def _link() -> None:
    Path("bank/b0.md").unlink()
    Path("bank/b0.md").symlink_to("a.md")


CHANGES: dict[str, Callable[[], object]] = {
    "an edited document": lambda: _write("bank/a.md", CLEAN),
    "a new document": lambda: _write("bank/b.md"),
    "a new folder": lambda: _write("bank/deep/b.md"),
    "a removed document": lambda: Path("bank/b0.md").unlink(),
    "a renamed document": lambda: Path("bank/b0.md").rename("bank/b1.md"),
    "new settings": lambda: _write("dlqa-lint.toml", 'ignore = ["number-gap"]\n'),
    "new settings nearer to the document": lambda: _write("bank/dlqa-lint.toml", 'ignore = ["number-gap"]\n'),
    "a new .gitignore": lambda: _write("bank/.gitignore", "a.md\n"),
    "a document that became a link": _link,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_run_is_made_again(runs: Runs, change: Callable[[], object]) -> None:
    _write("bank/a.md")
    _write("bank/b0.md", CLEAN.replace("a?", "x?").replace("b?", "y?"))
    runs("bank")
    change()
    assert runs("bank") == runs.anew("bank")
    assert runs.made == 2


def test_after_a_change_of_the_schema_the_run_is_made_again(runs: Runs) -> None:
    _write("a.md")
    _write("bank.toml", SCHEMA)
    _write("dlqa-lint.toml", 'include = ["*.md"]\nschema = "bank.toml"\n')
    first = runs()
    _write("bank.toml", SCHEMA.replace("###", "##"))
    second = runs()
    assert second == runs.anew()
    assert second != first
    _write("bank.toml", SCHEMA)
    assert runs() == first


def test_other_arguments_and_another_environment_are_other_runs(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("a.md")
    runs("a.md")
    runs("a.md", "--ignore", "number-gap")
    monkeypatch.setenv("NO_COLOR", "1")
    runs("a.md")
    monkeypatch.chdir("..")
    runs(f"{Path.cwd()}")
    assert runs.made == 4


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_memory_says_what_a_run_says(runs: Runs, seed: int) -> None:
    chance = random.Random(seed)
    names = ["bank/a.md", "bank/b.md", "bank/deep/c.md"]
    texts = [GAP, CLEAN, GAP.replace("letter", "sign"), "# Notes\n\nNobody asks.\n", SCHEMA, "TODO\n", ""]
    _write("bank/a.md")
    for _ in range(14):
        name = chance.choice([*names, *names, "dlqa-lint.toml", "bank.toml", "bank/.gitignore"])
        if name.endswith(".md"):
            Path(name).unlink(missing_ok=True) if chance.random() < 0.2 else _write(
                name, chance.choice(texts)
            )
        elif name == "dlqa-lint.toml":
            _write(
                name,
                chance.choice(
                    ['ignore = ["number-gap"]\n', 'exclude = ["b.md"]\n', 'schema = "bank.toml"\n']
                ),
            )
        else:
            _write(name, SCHEMA if name == "bank.toml" else chance.choice(["", "b.md\n", "deep/\n"]))
        expected = runs.anew("bank", "--output-format", "json")
        assert runs("bank", "--output-format", "json") == expected
        assert runs("bank", "--output-format", "json") == expected


def test_only_changed_documents_are_read_again(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    really = linter.lint_document

    def lint_document(document: Document, rules: Iterable[Rule]) -> list[Finding]:
        read.append(document.path)
        return really(document, rules)

    monkeypatch.setattr(linter, "lint_document", lint_document)
    for name in "abc":
        _write(f"{name}.md", GAP.replace("What is a", f"What is {name}{name}"))
    runs(".")
    assert read == ["a.md", "b.md", "c.md"]
    read.clear()
    _write("b.md", CLEAN)
    second = runs(".")
    assert read == ["b.md"]
    assert second == runs.anew(".")


def test_questions_are_compared_again_only_where_one_changed(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveys: list[str] = []

    class Watched(Scorer):
        def survey(self, level: str = RELATED) -> Survey:
            surveys.append(level)
            return super().survey(level)

    monkeypatch.setattr(from_documents, "Scorer", Watched)
    about = GAP.replace("What is an a?", "What is an umlaut?")
    _write("bank/a.md", about)
    _write("bank/b.md", "# Signs\n\n### 1. Explain what an umlaut is.\n\nA letter.\n")
    first = runs("bank")
    assert "is also asked in bank/a.md" in first[1]
    _write("bank/a.md", about.replace("Late.", "Early."))
    assert runs("bank") == first
    assert len(surveys) == 1
    _write("bank/a.md", about.replace("umlaut", "accent"))
    second = runs("bank")
    assert len(surveys) == 2
    assert second == runs.anew("bank") != first


def test_what_leads_to_a_changed_document_is_looked_at_again(runs: Runs) -> None:
    contents = "".join(
        f"- [What is a {letter}?](b.md#{at}-what-is-a-{letter})\n" for at, letter in ((1, "x"), (2, "y"))
    )
    _write("bank/a.md", f"{CLEAN}\n## Also\n\n{contents}")
    asked = CLEAN.replace("What is an a", "What is a x").replace("What is a b", "What is a y")
    _write("bank/b.md", asked)
    _write("bank/c.md", asked.replace(" a ", " the big "))
    first = runs("bank")
    assert "leads nowhere" not in first[1]
    _write("bank/b.md", asked.replace("2. What is a y", "2. Where is a y"))
    second = runs("bank")
    assert "leads nowhere" in second[1]
    assert second == runs.anew("bank")
    _write("bank/b.md", asked)
    assert runs("bank") == first


def test_only_what_leads_to_a_changed_document_is_looked_at_again(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    really = linter._run

    def run(
        rule: Rule, check: Callable[[Bank], Iterator[Finding]], subject: Bank, where: str
    ) -> list[Finding]:
        if rule.name == "number-gap":
            seen.append([document.path for document in subject.documents])
        return really(rule, check, subject, where)

    monkeypatch.setattr(linter, "_run", run)
    for name in "abc":
        _write(f"{name}.md", GAP.replace("What is a", f"What is {name}{name}"))
    runs(".")
    assert seen == [["a.md"], ["b.md"], ["c.md"]]
    seen.clear()
    _write("b.md", CLEAN)
    assert runs(".") == runs.anew(".")
    assert seen == [["b.md"], ["a.md"], ["b.md"], ["c.md"]]


def test_a_run_that_writes_or_cannot_run_or_reads_standard_input_is_made_each_time(runs: Runs) -> None:
    _write("a.md")
    for arguments, code in (
        (["a.md", "--output-format", "json=out.json"], 1),
        (["nope.md"], 2),
        (["--what"], 2),
    ):
        before = runs.made
        assert runs(*arguments)[0] == runs(*arguments)[0] == code
        assert runs.made == before + 2
    _write("bank.toml", SCHEMA)
    runs("a.md", "--schema", "bank.toml", "--fix")
    assert "### 3." in Path("a.md").read_text("utf-8")
    _write("a.md")
    runs("a.md", "--schema", "bank.toml", "--fix")
    assert "### 3." in Path("a.md").read_text("utf-8")


def test_a_run_that_starts_another_program_is_made_each_time(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("a.md")
    really = linter.lint_bank

    def lint_bank(bank: Bank, rules: Collection[Rule]) -> list[Finding]:
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        return really(bank, rules)

    monkeypatch.setattr(linter, "lint_bank", lint_bank)
    runs("a.md")
    runs("a.md")
    assert runs.made == 2


def _damage_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _damage_bit(data: bytes) -> bytes:
    return data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


@pytest.mark.parametrize("damage", [_damage_half, _damage_bit, lambda data: b"", lambda data: data[::-1]])
def test_a_damaged_entry_is_not_an_entry(runs: Runs, damage: Callable[[bytes], bytes]) -> None:
    _write("a.md")
    first = runs("a.md")
    entries = [path for path in FOLDER.iterdir() if path.name not in (".gitignore", "CACHEDIR.TAG")]
    assert {path.name.partition("-")[0] for path in entries} == {"run", "document", "survey", "linked"}
    for path in entries:
        path.write_bytes(damage(path.read_bytes()))
    assert runs("a.md") == first
    assert runs.made == 2


def test_the_entries_of_somebody_else_are_not_believed(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _write("a.md")
    runs("a.md")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "another home"))
    runs("a.md")
    assert runs.made == 2


def test_an_entry_under_another_name_is_not_believed() -> None:
    store = cache.Store(str(FOLDER.absolute()))
    store.put("one", b"payload")
    assert store.get("one") == b"payload"
    (FOLDER / "one").replace(FOLDER / "two")
    assert store.get("two") is None


def test_another_program_believes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.Store(str(FOLDER.absolute())).put("one", b"payload")
    monkeypatch.setattr(cache, "program", lambda: b"a later version")
    assert cache.Store(str(FOLDER.absolute())).get("one") is None


def test_the_code_is_read_again_only_where_a_file_of_it_was_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module = tmp_path / "package" / "module.py"
    module.parent.mkdir()
    module.write_text("a = 1\n")
    monkeypatch.setattr(cache, "_PACKAGE", str(module.parent))
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home" / "dlqa-lint").mkdir(parents=True)
    first = cache._code()
    with monkeypatch.context() as unread:
        unread.setattr(cache, "_own_files", lambda: pytest.fail("read again"))
        assert cache._code() == first
    time.sleep(0.05)  # more than a tick of the clock of files
    module.write_text("a = 2\n")
    second = cache._code()
    assert second != first
    (tmp_path / "home" / "dlqa-lint").rename(tmp_path / "gone")
    assert cache._code() == second


def test_without_a_place_for_the_secret_nothing_is_kept(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _write("a.md")
    _write("file")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    assert runs("a.md") == runs("a.md") == runs.anew("a.md")
    assert runs.made == 2
    assert not FOLDER.exists()


def test_a_folder_that_cannot_be_written_is_not_an_error(runs: Runs) -> None:
    _write("a.md")
    _write(cache.FOLDER, "a file in the way")
    assert runs("a.md") == runs("a.md") == runs.anew("a.md")


def test_a_full_disk_is_not_an_error_and_leaves_no_half_entries(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("a.md")
    monkeypatch.setattr("dlqa_lint.disk.cache.os.replace", _full)
    assert runs("a.md") == runs("a.md") == runs.anew("a.md")
    assert {path.name for path in FOLDER.iterdir()} <= {".gitignore", "CACHEDIR.TAG"}


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.slow
def test_runs_at_the_same_time_agree(tmp_path: Path) -> None:
    for name in "abcd":
        _write(f"{name}.md", GAP.replace("What is a", f"What is {name}{name}"))
    command = [sys.executable, "-m", "dlqa_lint", "--isolated", "--output-format", "concise", "."]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    said = {process.communicate()[0] for process in running}
    assert len(said) == 1
    assert b"number-gap" in said.pop()


def test_the_folder_stays_out_of_repositories_and_backups(runs: Runs) -> None:
    _write("a.md")
    runs("a.md")
    assert "*" in (FOLDER / ".gitignore").read_text("utf-8").splitlines()
    assert (
        (FOLDER / "CACHEDIR.TAG").read_text("utf-8").startswith("Signature: 8a477f597d28d172789f06886806bc55")
    )


def test_no_cache_and_cache_dir_say_where_memory_is(runs: Runs) -> None:
    _write("a.md")
    runs("a.md", "--no-cache")
    assert not FOLDER.exists()
    runs("a.md", "--cache-dir", "elsewhere")
    runs("a.md", "--cache-dir", "elsewhere")
    assert (Path("elsewhere/CACHEDIR.TAG").exists(), FOLDER.exists(), runs.made) == (True, False, 2)


def test_clean_removes_the_cache_and_nothing_else(runs: Runs) -> None:
    _write("a.md")
    runs("a.md")
    assert runs("clean")[:2] == (0, f"removed {cache.FOLDER}\n")
    assert not FOLDER.exists()
    _write("kept/precious.txt")
    assert runs("clean", "--cache-dir", "kept")[0] == 0
    assert Path("kept/precious.txt").exists()


def test_validated_settings_are_not_validated_again(tmp_path: Path) -> None:
    _write("a.md")
    _write("bank.toml", SCHEMA)
    _write("pyproject.toml", '[tool.dlqa-lint]\ninclude = ["*.md"]\nschema = "bank.toml"\n')
    command = [sys.executable, "-X", "importtime", "-m", "dlqa_lint"]
    heavy = re.compile(r"\| +(pydantic|tomllib)$", re.MULTILINE)
    assert heavy.search(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
    _write("a.md", CLEAN)
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 0
    assert not heavy.search(again.stderr)


def test_every_variable_that_the_program_asks_for_tells_runs_apart() -> None:
    asked = set()
    for file in Path(dlqa_lint.__file__).parent.rglob("*.py"):
        text = file.read_text("utf-8")
        for name in re.findall(r"(?:environ(?:\.get)?|getenv)[(\[]\s*([\w\"']+)", text):
            constant = re.search(rf"^{re.escape(name)} = \"(\w+)\"", text, re.MULTILINE)
            asked.add(constant.group(1) if constant else name.strip("\"'"))
    # Two say where the secret lies, and one the date of a report, which no run remembers; `name` is the loop over the
    # variables themselves.
    apart = {"name", "LOCALAPPDATA", "XDG_CACHE_HOME", "SOURCE_DATE_EPOCH"}
    assert asked - apart <= set(run_cache.ENVIRONMENT)
