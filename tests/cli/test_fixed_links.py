"""`dlqa-lint --fix`: links in ordinary documents follow the questions that were renumbered."""

from pathlib import Path

import pytest

from dlqa_lint.cli import main

BANK = """# Sailing

## Deck plan

Words.

### 1. What is a jib?

A sail.

### 2. What is a boom?

A spar.

### 2. What is a luff?

An edge of a sail.

### 3. What is a keel?

A fin.

### 4. What is a cleat?

A fitting.
"""
README = (
    "# Club\r\n\r\nBegin with [keels](bank.md#3-what-is-a-keel), [4. cleats](./bank.md#4-what-is-a-cleat), "
    "[jibs](bank.md#1-what-is-a-jib), [the deck](bank.md#deck-plan), [nothing](bank.md#9-what-is-rust), "
    "`[keels](bank.md#3-what-is-a-keel)`.\r\n"
)
FOLLOWED = README.replace(
    "[keels](bank.md#3-what-is-a-keel), [4. cleats](./bank.md#4-",
    "[keels](bank.md#4-what-is-a-keel), [5. cleats](./bank.md#5-",
)


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bank.md").write_bytes(BANK.encode())
    Path("README.md").write_bytes(README.encode())


def _fix(*arguments: str) -> None:
    main(["--isolated", "--no-cache", "--fix", "--unsafe-fixes", *arguments])


def test_links_of_an_ordinary_document_follow_questions() -> None:
    _fix(".")
    assert "### 5. What is a cleat?" in Path("bank.md").read_text("utf-8")
    assert Path("README.md").read_bytes().decode() == FOLLOWED


def test_a_second_run_and_a_bank_in_step_change_nothing() -> None:
    _fix(".")
    before = Path("bank.md").read_bytes(), Path("README.md").read_bytes()
    _fix(".")
    assert (Path("bank.md").read_bytes(), Path("README.md").read_bytes()) == before


def test_a_document_that_was_not_named_stays() -> None:
    _fix("bank.md")
    assert Path("README.md").read_bytes().decode() == README


def test_a_diff_shows_both_and_writes_neither(capsys: pytest.CaptureFixture[str]) -> None:
    _fix("--diff", ".")
    assert "+++ README.md" in capsys.readouterr().out
    assert (Path("README.md").read_bytes().decode(), Path("bank.md").read_text("utf-8")) == (README, BANK)


def test_an_anchor_that_another_question_takes_is_left_to_it() -> None:
    asked = "".join(f"## Question {n}\n\nWhat holds {what}?\n\n**Answer:** A rope.\n\n" for n, what in
                    ((1, "a sail"), (2, "a boom"), (2, "a jib"), (3, "a buoy"), (4, "a tent")))  # fmt: skip
    Path("bank.md").write_text(f"# Ropes\n\n{asked}", "utf-8")
    Path("README.md").write_text(
        "# Club\n\n[Buoys](bank.md#question-3), [tents](bank.md#question-4).\n", "utf-8"
    )
    _fix(".")
    assert "## Question 5\n\nWhat holds a tent?" in Path("bank.md").read_text("utf-8")
    wanted = "# Club\n\n[Buoys](bank.md#question-4), [tents](bank.md#question-5).\n"
    assert Path("README.md").read_text("utf-8") == wanted
