"""No place takes long for any piece: twice the text is at most 2.3 times the work, counted in calls.

Reading and linting are tried with every piece in every place. Fixing takes longer, and is tried with some of them,
unless `pytest --whole-grid tests/test_counted_grid.py` asks for all. What a regular expression does is one call, so
that a limit of seconds holds on texts for which a step that grows with the square would take longer.
"""

import subprocess
import sys
from collections.abc import Mapping
from functools import partial

import pytest

from counted import calls
from dlqa_lint.fixer import CheckResult, fix_provable
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source

RULES = selected(all_rules(), RuleSelection())
BANK = "".join(f"### {at}. What is thing {at}?\n\nIt is {at}.\n\n" for at in range(1, 4))
LIST = "\n\n   It is a.\n\n2. What is b?\n\n   It is b.\n\n3. What is c?\n\n   It is c.\n"
PLACES = {
    "answer": BANK + "@x\n",
    "marked answer": BANK + "### 4. What?\n\n**Answer:** @x\n",
    "question": BANK + "### 4. What @x\n\nIt is.\n",
    "option": BANK + "### 4. What is it?\n\n- [ ] @x\n- [x] b\n",
    "link text": BANK + "See [@x](#1-what-is-thing-1).\n",
    "link target": BANK + "See [x](#@x).\n",
    "question cell": "| # | Question | Answer |\n|---|---|---|\n| 1 | What @x? | y |\n| 2 | What? | y |\n",
    "answer cell": "| # | Question | Answer |\n|---|---|---|\n| 1 | What is x? | @y |\n| 2 | What? | y |\n",
    "numbered line": "1. What @x?" + LIST,
    "bold line": "**1. What @x?**\n\nIt is.\n\n**2. What is b?**\n\nIt is b.\n\n**3. Why?**\n\nIt is.\n",
    "summary": "<details><summary>1. What @x?</summary>\n\ny\n\n</details>\n" * 2,
    "front matter": "---\nquestion: @x\ntitle: @\n---\n" + BANK,
    "title": "# 50 @x questions\n\n" + BANK,
    "word": BANK + "### 4. What a@b?\n\nIt is a@b.\n",
    "card": "@x?\n?\nIt is @.\n\n" * 3 + "What::@x\n",
    "explanation": BANK + "### 4. What?\n\n- A. a\n- B. b\n\nAnswer: A\n\nExplanation: @x\n",
    "key": BANK + "### 4. What?\n\n- A. a\n- B. b\n\n## Answers\n\n1. @x\n2. B\n4. @A\n",
    "field": BANK + "### 4. What?\n\nDifficulty: @x\n\nIt is.\n",
    "suppression": BANK + "<!-- dlqa-lint: ignore @x: so -->\n\n### 4. What?\n\nIt is.\n",
    "distinction": BANK + "### 4. What is it?\n\nIt is.\n\n<!-- dlqa-lint: distinct @1: so -->\n",
    "block of HTML": BANK + "### 4. What?\n\n<div @x>\n@\n</div>\n",
    "quote": BANK + "> @x\n> **Answer: @**\n",
    "reference": BANK + "See question @x and questions 1-@. [@]: #1-what\n",
    "contents": "# T\n\n- [1. What is thing 1?](#1-what-is-thing-1)\n- [@x](#2-what-is-thing-2)\n\n" + BANK,
}
PIECES = (
    "[", "]", "![", "](", "](x", "[a](", "[a] ", "(", ")", '"', "'", "*", "**", "**a ", "_", "__", "_a",
    "*a ", "`", "``", "`a ", "<", "<a ", "<b>", "<a href='", "</b>", "<![CDATA[", "<?", "<!--",
    "<!-- x -->", "-->", "&", "&amp;", "&#", "?", "? ", "!", "1", "1.", "1. ", "1, ", "-", " - ", "|", "\\|",
    "\\", " ", "\t", "\xa0 ", "\u0301", "\u200d", "a\u0301", "~", "~~a ", "#", " # ", ":", ".", "a.",
    "a", "A ", "Q1. ", "A: ", "- [ ] ", "{#a}", "http://a ", "第", "什么？", "[^1]", "?.", "'s ", "x? Y ",
    "A is wrong; ", "$", "{", "=", "/", "...", "，", "（", "✓", "a) ", "1.1.",
)  # fmt: skip
SIZE = 1_500
LARGE = 10_000
"""Characters of which a step that goes over them again and again makes a hundred million."""
SECONDS = 40
"""Of a processor, for all pieces in a place; they take a third of that at most."""
TO_FIX = "\n\n###  7.   What is it?\n\nIt is so.\n\n### 9. Where is it, then?\n\nThere, see question 7.\n"
SOME = 8
"""Of so many pieces one is tried in a place with fixing, and in each place others."""


def run(place: str, piece: str, size: int) -> None:
    """Read and lint a document that holds so many characters of a piece in a place."""
    text = PLACES[place].replace("@", piece * (size // len(piece)))
    lint(Bank((recognise(Source("a.md", text), None),)), RULES)


@pytest.mark.parametrize("place", PLACES)
def test_twice_the_text_is_twice_the_work(place: str) -> None:
    run(place, "x", 10)
    for piece in PIECES:
        small, large = (calls(partial(run, place, piece, size)) for size in (SIZE, 2 * SIZE))
        assert large <= 2.3 * small, f"{piece!r}: {small} calls became {large}"


def fix(place: str, piece: str, size: int) -> None:
    """Fix such a document, unsafely, which has something to fix in any case."""
    source = Source("a.md", PLACES[place].replace("@", piece * (size // len(piece))) + TO_FIX)
    known: dict[Source, Document] = {}

    def check(sources: Mapping[str, Source]) -> CheckResult:
        at_hand = sources["a.md"]
        if at_hand not in known:
            known[at_hand] = recognise(at_hand, None)
        return CheckResult({"a.md": known[at_hand]}, lint(Bank((known[at_hand],)), RULES))

    made = fix_provable({"a.md": source}, check, unsafe=True)
    assert not made.refused, (place, piece)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_twice_the_text_is_twice_the_work_of_fixing(place: str, pytestconfig: pytest.Config) -> None:
    fix(place, "x", 10)
    first = list(PLACES).index(place) % SOME
    for piece in PIECES if pytestconfig.getoption("--whole-grid") else PIECES[first::SOME]:
        small, large = (calls(partial(fix, place, piece, size)) for size in (SIZE, 2 * SIZE))
        assert large <= 2.3 * small, f"{piece!r}: {small} calls became {large}"


@pytest.mark.parametrize("place", PLACES)
def test_no_expression_goes_over_a_place_again_and_again(place: str) -> None:
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}\nfrom test_counted_grid import *\n"
        f"limit_time()\nfor piece in PIECES:\n    run({place!r}, piece, {LARGE})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], timeout=10 * SECONDS, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


def limit_time() -> None:
    """Have this process end when it has worked for long; what a busy machine takes longer does not count."""
    if sys.platform != "win32":
        import resource  # other systems have none

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
