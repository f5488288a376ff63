"""Ordinary Markdown is no question document, whatever happens to it; small banks of every family are."""

from pathlib import Path

import pytest

from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source

FILES = sorted((Path(__file__).parents[1] / "not_banks").glob("*.md"))
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@each_file
def test_ordinary_document_is_not_a_bank_and_the_evidence_says_why(file: Path) -> None:
    document = recognise(Source(file.name, file.read_text(encoding="utf-8")), None)
    assert not document.is_bank
    assert document.questions == ()
    assert document.evidence.startswith("not a question document")


@each_file
def test_its_twins_are_not_banks_either(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for twin in (text.replace("\n", "\r\n"), "\ufeff" + text):
        assert not recognise(Source(file.name, twin), None).is_bank


def test_there_are_fixtures() -> None:
    assert len(FILES) >= 25


SMALL_BANKS = {
    "numbered headings": "### {n}. What is a {w}?\nIt is one.\n\n",
    "lettered headings": "#### Q{n}: What is a {w}?\nIt is one.\n\n",
    "plain headings": "## What is a {w}?\n\nIt is one.\n\n",
    "bare marks": "## Q. What is a {w}?\n\nIt is one.\n\n",
    "details": "<details>\n<summary>What is a {w}?</summary>\n\nIt is one.\n\n</details>\n\n",
    "bold paragraphs": "**What is a {w}?**\n\nIt is one.\n\n",
    "bold items": "- **What is a {w}?**\n  It is one.\n",
    "headings in items": "{n}. ### What is a {w}?\n\n   It is one.\n\n",
    "list items": "{n}. What is a {w}?\n",
    "Q and A": "Q: What is a {w}?\nA: It is one.\n\n",
    "bold Q and A": "**Q:** What is a {w}?\n\n**A:** It is one.\n\n",
    "checkboxes": "### {n}. What is a {w}?\n\n- [x] this\n- [ ] that\n\n",
    "letters": "### {n}. What is a {w}?\n\nA) this\nB) that\n\nAnswer: A\n\n",
    "chinese": "### 第 {n} 题：什么是{w}？\n是一个东西。\n\n",
}


@pytest.mark.parametrize("count", [3, 4, 6])
@pytest.mark.parametrize("family", SMALL_BANKS)
def test_a_small_bank_is_recognised(family: str, count: int) -> None:
    nouns = ["tree", "river", "house", "stone", "cloud", "road"][:count]
    parts = [SMALL_BANKS[family].format(n=n, w=noun) for n, noun in enumerate(nouns, 1)]
    document = recognise(Source("bank.md", "# Interview questions\n\n" + "".join(parts)), None)
    assert document.is_bank
    assert len(document.questions) == count
    assert "lines like" in document.evidence


def test_rows_of_a_small_table_are_recognised() -> None:
    table = "# FAQ\n\n| # | Question | Answer |\n|---|---|---|\n| 1 | What is it? | A thing. |\n"
    document = recognise(Source("bank.md", table + "| 2 | Why? | So. |\n| 3 | When? | Now. |\n"), None)
    assert [q.plain_text for q in document.questions] == ["What is it?", "Why?", "When?"]
