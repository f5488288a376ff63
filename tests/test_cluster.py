"""The example for thousands of repositories: two workers find what one process finds, and what a check finds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).parents[1] / "contrib" / "cluster" / "lint_corpus.py"
FILES = {
    "birds/README.md": ["What is a wren?", "What is an owl?", "How does a swift sleep?", "What is a wren?"],
    "birds/docs/more.md": ["What is moulting?", "What is a gizzard?", "What is a crop?"],
    "plants/questions.md": ["What is moss?", "Explain the concept of moulting.", "What is a fern?"],
    "zoo/faq.md": ["What is an owl?", "What is a zebra?", "Explain moss."],
    "empty/notes.txt": [],
}
"""Three repositories that ask one question in the same words, and two in others."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name, questions in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        asked = [
            f"### {number}. {question}\n\nIt is what everybody calls {question.split()[-1]}\n"
            for number, question in enumerate(questions, 1)
        ]
        file.write_text("# Questions\n\n" + "\n".join(asked), "utf-8")
    (tmp_path / "zoo" / "latin.md").write_bytes(b"# Questions \xe9\n")
    return tmp_path


def _rows(*arguments: str | Path) -> list[dict[str, Any]]:
    done = subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _of(rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["kind"] == kind]


def test_two_workers_find_the_same_as_one_process_whatever_the_size_of_blocks(corpus: Path) -> None:
    pytest.importorskip("distributed")
    plain = _rows(corpus)
    for size in ("1", "5"):
        parted = _rows(corpus, "--workers", "2", "--block", size)
        assert parted[:-1] == plain[:-1]
        assert parted[-1]["blocks"] > plain[-1]["blocks"]
        assert parted[-1]["questions"] == plain[-1]["questions"] == sum(map(len, FILES.values()))


def test_a_repository_has_the_findings_of_a_check(corpus: Path) -> None:
    rows = _of(_rows(corpus), "finding")
    checked = []
    for name in ("birds", "plants", "zoo"):
        command = ["check", "--isolated", "--no-cache", "--output-format", "json", name]
        done = subprocess.run(
            [sys.executable, "-m", "dlqa_lint", *command], cwd=corpus, capture_output=True, check=False
        )
        checked += json.loads(done.stdout)
    assert [(row["path"], row["line"], row["rule"], row["message"]) for row in rows] == [
        (found["path"], found["start"]["line"], found["rule"], found["message"]) for found in checked
    ]
    assert "duplicate-question" in {row["rule"] for row in rows}


def test_what_several_repositories_ask_is_found_and_only_that(corpus: Path) -> None:
    rows = _rows(corpus)
    assert _of(rows, "equal") == [{"kind": "equal", "questions": [["birds/README.md", 2], ["zoo/faq.md", 1]]}]
    assert [row["questions"] for row in _of(rows, "near")] == [
        [["birds/docs/more.md", 1], ["plants/questions.md", 2]],
        [["plants/questions.md", 1], ["zoo/faq.md", 3]],
    ]
    assert [row["path"] for row in _of(rows, "unread")] == ["zoo/latin.md"]
