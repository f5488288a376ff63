"""Markdown written to hurt: the recogniser never fails, its spans hold, its work grows with the text.

Work is counted in calls, not in seconds; what regular expressions do inside one call is held down by a
generous time limit on texts for which a quadratic step would take minutes.
"""

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlqa_lint.model.bank import Document
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source

Maker = Callable[[int], str]


def bank(count: int) -> str:
    return "".join(f"### {n}. What is thing {n}?\n\nIt is {n}.\n\n" for n in range(1, count + 1))


# Texts of many small parts: what grows is the number of blocks, candidates, questions.
MANY: dict[str, Maker] = {
    "headings": lambda n: "".join(f"# part {i}\n" for i in range(n)),
    "questions": bank,
    "questions without bodies": lambda n: "".join(f"### {i}. What is it?\n" for i in range(n)),
    "solutions": lambda n: "".join(
        f"## {i}. Find it\n\n<details><summary>Solution</summary>\n\n#### 1. Look\n\nx\n\n</details>\n\n"
        for i in range(n)
    ),
    "levels": lambda n: "".join(f"{'#' * (i % 6 + 1)} {i}. What is {i}?\n" for i in range(n)),
    "numbers that start again": lambda n: "".join(f"### {i % 2 + 1}. What?\nx\n" for i in range(n)),
    "stacked headings": lambda n: "### What is it?\n" * n + "It is.\n",
    "struck-out questions": lambda n: "~~### 1. x~~\n\n" * n + bank(5),
    "forms side by side": lambda n: "".join(f"## Q{i} What\n### {i}. What?\n{i}. what\n\n" for i in range(n)),
    "contents entries": lambda n: (
        "# T\n\n" + "".join(f"- [q{i}](#q{i})\n" for i in range(n)) + "\n" + bank(9)
    ),
    "contents rows": lambda n: (
        "| # | Questions |\n|---|---|\n" + "".join(f"| {i} | [q](#q{i}) |\n" for i in range(n))
    ),
    "tables": lambda n: "".join(f"| # | Question |\n|---|---|\n| {i} | What is {i}? |\n\n" for i in range(n)),
    "lists": lambda n: "- [a](#a)\n- b\n\ntext\n\n" * n,
    "lists of one": lambda n: "1. What is x?\n\ntext\n\n" * n,
    "lazy list": lambda n: "1. What is x?\n" * n,
    "nested list": lambda n: "1. What is x?\n" + "   1. y\n" * n,
    "details": lambda n: "<details>\n<summary>What is it?</summary>\n\nyes\n\n</details>\n\n" * n,
    "details in an answer": lambda n: bank(3) + "<details><summary>Show</summary>x</details>\n\n" * n,
    "open details": lambda n: "<details>\n<summary>What is it?</summary>\n\n" * n,
    "answer headings": lambda n: bank(3) + "# Answers\n" * n,
    "answer keys": lambda n: "1. What?\n2. What?\n\n## Answers\n\n1. a\n2. b\n\n# N\n\n" * n,
    "answer lines": lambda n: bank(3) + "Answer:\n" * n,
    "answer paragraphs": lambda n: bank(3) + "Answer: x\n\n" * n,
    "boxes": lambda n: bank(3) + "- [ ] x\n" * n,
    "letters": lambda n: bank(3) + "- A. x\n" * n,
    "letters in order": lambda n: bank(3) + "".join(f"{c}) x\n\n" for c in "ABCDEFGH") * (n // 8),
    "marked lines": lambda n: "Q: what\n" * n,
    "bold lines": lambda n: "**Q" + "\n**x y" * n,
    "front matter": lambda n: "---\n" + "question: x\n" * n + "---\n",
    "front matter that never ends": lambda n: "---\n" + "question: x\n" * n,
    "open fences": lambda n: "- ```\n" * n,
    "html and headings": lambda n: "<div>\n### 1. What?\n</p>\n\n" * n,
    "hashes without a space": lambda n: "".join(f"###{i}. What?\nx\n" for i in range(n)),
    "swallowed headings": lambda n: "".join(f"<br>\n##{i}. What?\n<pre>\n" for i in range(n)),
    "mixed line ends": lambda n: "### 1. What?\r\nx\r### 2. What?\ny\r\n\n" * (n // 2),
    "tabs": lambda n: "\t### 1. x\n-\tWhat is it?\n\t\ty\n" * n,
    "other white space": lambda n: "### 1. What?\x0c\x0b\x85\u2028x\n" * n,
    "zero width": lambda n: "### 1.\u200b What\u200d is?\n\ufeff\n" * n,
    "right to left": lambda n: "### 1. \u0645\u0627 \u0647\u0648\u061f\n\n\u202e\u0646\u0635\n\n" * n,
    "deep quotes": lambda n: (">" * 200 + " x\n") * (n // 20),
    "deep lists": lambda n: "".join("  " * i + "- x\n" for i in range(200)) + "- y\n" * n,
    "definitions": lambda n: "[a]: b\n" * n + bank(3),
}

# Texts of one long line, each for a regular expression that could go over it again and again.
LONG = {
    "words": "What is x? ",
    "letters": "a",
    "hashes": " #",
    "spaces": " ",
    "stars": "*",
    "bold": "**a ",
    "single stars": "* ",
    "underscores": "_a_",
    "tags": "<b>",
    "open tags": "<a href='#",
    "open anchors": "<a id=x ",
    "anchors": "<a href='#'>x ",
    "breaks": " <br> ",
    "comments": "<!-- x ",
    "closed and open comments": "--> <!-- ",
    "brackets": "[",
    "closed brackets": "[[a] ",
    "open targets": "[a](",
    "anchor targets": "[x](#",
    "images": "![a]",
    "open images": "![",
    "backticks": "`a ",
    "back-to-top links": "[up](#a) ",
    "arrows": "\u2190 ",
    "colons": ":a",
    "digits": "1",
    "dotted digits": "1.",
    "dots": ".",
    "dashes": "-",
    "list markers": "- 1. * ",
    "quotes": "> ",
    "pipes": "|",
    "cells": "|a",
    "counts": "50 a_b ",
    "count marks": " * _",
    "question marks": "?",
    "question marks and dots": "?.",
    "parentheses": "(a",
    "escapes": "\\a",
    "entities": "&am",
    "tildes": "~~",
    "struck": "~~### a ",
    "Chinese": "\u4ec0",
    "combining": "\u0301",
    "zero width": "\u200d",
    "summaries": "<details><summary>",
    "labels": "Q ",
    "answers": "Answer ",
}
FRAMES = {
    "a heading": "### {}x\n\n### 2. What?\n",
    "a numbered heading": bank(3) + "### 4. {}x\n\nIt is.\n",
    "a bold heading": bank(3) + "### **4. {}x**\n\nIt is.\n",
    "a heading to the end": bank(3) + "### 4. x{}",
    "a label": bank(3) + "### Q{}4. x\n",
    "a title": "# 50 {}x questions\n\n" + bank(3),
    "an answer": bank(3) + "{}x\n",
    "an answer of its own line": bank(3) + "\n\n{}",
    "a marked answer": bank(3) + "**Answer:** {}x\n",
    "an item": bank(3) + "\n- {}x\n",
    "an option": bank(3) + "\n- [ ] {}x\n- [x] b\n",
    "a row": "| # | Question | Answer |\n|---|---|---|\n| 1 | {}x? | y |\n| 2 | What? | y |\n",
    "a summary": "<details><summary>What {}x?</summary>y</details>\n" + bank(3),
    "front matter": "---\nquestion: {}x\n---\ntext\n",
    "a paragraph of its own": "{}x\n",
    "a struck line": bank(3) + "~~### 4. {}x~~\n\n",
    "a fields line": bank(3) + "Difficulty: {}x\n",
}


def hold(document: Document) -> None:
    """The promises of a document about its places."""
    end = len(document.source.text)
    spans = [q.span for q in document.questions]
    assert spans == sorted(spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    places = [*spans, *(q.text_span for q in document.questions), *(q.body for q in document.questions)]
    places += [q.answer.span for q in document.questions if q.answer]
    places += [q.number.span for q in document.questions if q.number]
    places += [option.span for q in document.questions for option in q.options]
    places += [option.text_span for q in document.questions for option in q.options]
    places += [heading.span for heading in document.headings]
    places += [section.body for section in document.sections]
    places += [link.target_span for link in document.links] + [link.text_span for link in document.links]
    places += [entry.span for table in document.contents for entry in table.entries]
    places += [claim.span for claim in document.claims] + [remnant.span for remnant in document.remnants]
    assert all(0 <= span.start <= span.end <= end for span in places)
    assert [q.position for q in document.questions] == list(range(1, len(document.questions) + 1))
    if document.is_bank:
        assert [p for run in document.runs for p in run.questions] == [q.position for q in document.questions]


def calls(text: str) -> int:
    """How many functions were called to recognise a text."""
    count = 0

    def counted(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    source = Source("hostile.md", text)
    sys.setprofile(counted)
    try:
        recognise(source, None)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("name", MANY)
def test_many_parts_are_recognised_with_work_in_proportion(name: str) -> None:
    hold(recognise(Source("hostile.md", MANY[name](60)), None))
    few, many = calls(MANY[name](120)), calls(MANY[name](480))
    assert many < 5.5 * few + 4000


@pytest.mark.slow
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", LONG)
def test_one_long_line_keeps_the_promises(name: str, frame: str) -> None:
    hold(recognise(Source("hostile.md", FRAMES[frame].format(LONG[name] * 300)), None))


def run_limited(code: str) -> None:
    """Run code that knows this module, and fail if it takes a minute."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path[:0] = {sys.path!r}\nfrom recognise.test_hostile import *\n{code}",
        ],
        timeout=60,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.slow
@pytest.mark.parametrize("frame", FRAMES)
def test_no_expression_goes_over_a_long_line_again_and_again(frame: str) -> None:
    run_limited(
        f"for part in LONG.values():\n"
        f"    text = FRAMES[{frame!r}].format(part * (40000 // len(part)))\n"
        f"    recognise(Source('hostile.md', text), None)\n"
    )


@pytest.mark.slow
def test_large_texts_are_recognised() -> None:
    run_limited(
        "hold(recognise(Source('a', MANY['headings'](50_000)), None))\n"
        "hold(recognise(Source('b', MANY['contents entries'](10_000)), None))\n"
        "hold(recognise(Source('c', 'What is x? ' * 480_000), None))\n"
        "hold(recognise(Source('d', bank(5_000)), None))\n"
        "hold(recognise(Source('e', '1. Which?\\n\\n   A. x' + ' ' * 40_000 + 'y\\n   B. z\\n'), None))\n"
        "hold(recognise(Source('f', '1. Which?\\n\\n   A. x' + '<br>' * 40_000 + 'y\\n   B. z\\n'), None))\n"
    )


PIECES = st.sampled_from(
    [
        "#",
        "##",
        "###",
        "####",
        "-",
        "*",
        "+",
        "1.",
        "2.",
        "3)",
        "10.",
        "1.1",
        "Q1.",
        "Q:",
        "A:",
        "Q.",
        "**",
        "__",
        "~~",
        "`",
        "```",
        "~~~",
        ">",
        "|",
        "|---|---|",
        "[ ]",
        "[x]",
        "- [ ] a",
        "A)",
        "B)",
        "Answer:",
        "**Answer:**",
        "### Answer",
        "What is",
        "why",
        "?",
        "TODO",
        "...",
        "x",
        "\u7b2c 1 \u9898\uff1a",
        "\u4ec0\u4e48",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<!--",
        "-->",
        "<a name='x'>",
        "[a](#a)",
        "[a](",
        "](",
        "![i](i.png)",
        "---",
        "===",
        "Contents",
        "Answers",
        "\t",
        "    ",
        "\u00a0",
        "\u200b",
        "\u0301",
        "\u202e",
        "\U0001f525",
        "\\",
        "&nbsp;",
        "50 questions",
        "question: x",
        "Question",
        "| # | Question |",
        "Q:",
        "###3. What?",
        "</details>",
        "- [ ] 1. What?",
        "## 1\ufe0f\u20e3 What?",
        "# 2a What?",
        "### ~~3. What?~~",
        "# ?",
    ]
)
SEPARATORS = st.sampled_from([" ", " ", " ", "", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "\n   "])
SOUP = st.lists(st.tuples(PIECES, SEPARATORS), max_size=60).map(
    lambda parts: "".join(a + b for a, b in parts)
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_any_soup_gives_a_document(text: str) -> None:
    hold(recognise(Source("soup.md", text), None))


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_a_bank_with_soup_in_its_answers_gives_a_document(text: str) -> None:
    hold(recognise(Source("soup.md", bank(4) + text + "\n\n" + bank(2)), None))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300))
def test_any_text_gives_a_document(text: str) -> None:
    hold(recognise(Source("text.md", text), None))
