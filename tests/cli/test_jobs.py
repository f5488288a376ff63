"""Several processes: what they make is what one makes, in the same order."""

from pathlib import Path

import pytest

from dlqa_lint.cli import main, parsing
from dlqa_lint.cli.parsing import Task
from dlqa_lint.disk.cache import Store
from dlqa_lint.rule import DocumentRule
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source

TEXT = (
    "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n### 2. What is a b?\n\nTODO\n\n### 4. What is a d?\n"
)
RULES = tuple(name for name, rule in all_rules().items() if issubclass(rule, DocumentRule))


@pytest.fixture(autouse=True)
def _any_work_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(parsing, "_BATCH", 200)


def _tasks(count: int) -> list[Task]:
    texts = (TEXT.replace("a letter", "one more") + "\nMore.\n" * (7 * index % 5) for index in range(count))
    return [Task(Source(f"{index}.md", text), None, RULES) for index, text in enumerate(texts)]


def test_two_processes_make_what_one_makes() -> None:
    tasks = _tasks(9)
    alone = list(parsing.parsed(tasks, Store(None), jobs=1))
    assert [result.document.path for result in alone] == [f"{index}.md" for index in range(9)]
    assert any(result.findings for result in alone)
    assert list(parsing.parsed(tasks, Store(None), jobs=2)) == alone


def test_the_output_is_the_same_for_any_number_of_jobs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for task in _tasks(5):
        Path(task.source.path).write_text(task.source.text, "utf-8")
    said = []
    for jobs in ("1", "2", "3"):
        code = main(["--no-cache", "--jobs", jobs, "--output-format", "json", "."])
        said.append((code, capsys.readouterr().out))
    assert said[0] == said[1] == said[2]
    assert "placeholder-answer" in said[0][1]


def test_little_work_stays_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsing._workers(_tasks(9), 4) == 4
    assert parsing._workers(_tasks(1), 4) == 1
    assert parsing._workers(_tasks(9), 1) == 1
    monkeypatch.setattr(parsing, "_WORTH_A_PROCESS", 150_000)
    assert parsing._workers(_tasks(9), 4) == 1


def test_every_task_is_in_one_batch_and_large_ones_come_first() -> None:
    tasks = _tasks(9)
    batches = parsing._batches(tasks)
    assert sorted(index for batch in batches for index in batch) == list(range(9))
    sizes = [len(tasks[index].source.text) for batch in batches for index in batch]
    assert sizes == sorted(sizes, reverse=True)
