"""Documents made of lines of seeds and of pieces that parsers read differently, the same for each number."""

import random
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).parent / "seeds" / "documents"
_PIECES = (
    "\t2. <a>", "2. <a>", "\t", "    code", "\tcode", "```", "~~~~", "```py", "<details>", "</details>",
    "<details markdown=1>", "<summary>3. What is it?</summary>", "<details><summary>7. What?</summary>",
    "<br>", "<!--", "-->", "<!-- dlqa-lint: ignore number-gap: so -->", "<![CDATA[", "]]>", "<pre>", "</pre>",
    "### 3. What is a thing?", "###9. Why?", "##  4. How?", "**5. What is it?**", "- [ ] 6. What is it?",
    "1. 1. 1. What?", "1. What is it?", "   1. inner", "- A. one", "- [x] B. two", "Answer: B",
    "**Answer:** x", "> **Answer: A**", "> quoted", ">\t- x",
    "| # | Question |", "|---|---|", "| 1 | What? |", "---", "===",
    "- [What is it?](#3-what-is-it)", "[x]: #1-what", "See question 3.", "# 50 questions", "TODO", "",
    "", "", "\u3000", "第 1 题：什么？", "{#id}", "* * *", "+ x", "a\\", "*a", "`", "![", "](",
)  # fmt: skip
_SIGNS = "#*_`[]()<>|!?\\&-+.:0123456789 \t\n\r\u200b\u0301\ufeff\u2028"
_LONGEST = 60  # lines


@cache
def _seeds() -> tuple[tuple[str, ...], ...]:
    files = sorted(SEEDS.glob("*.md"))
    return tuple(tuple(file.read_text("utf-8").split("\n")) for file in files)


def document(number: int) -> str:
    """The document of a number."""
    chance = random.Random(number)
    lines = list(chance.choice(_seeds()))
    start = chance.randrange(max(len(lines) - 10, 1))
    lines = lines[start : start + _LONGEST]
    for _ in range(chance.randint(1, 6)):
        _change(lines, chance)
    text = chance.choice(("\n", "\n", "\n", "\r\n")).join(lines)
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(_SIGNS) + text[at + chance.randrange(3) :]
    return text


def _change(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines) + 1)
    kind = chance.randrange(6)
    if kind <= 1:
        lines.insert(at, chance.choice(_PIECES))
    elif kind == 2 and at < len(lines):
        del lines[at]
    elif kind == 3 and at < len(lines):
        lines[at] = chance.choice(("    ", "\t", "  ", "> ", "- ", "1. ", "   ")) + lines[at]
    elif kind == 4:
        other = chance.choice(_seeds())
        begin = chance.randrange(len(other))
        lines[at:at] = other[begin : begin + chance.randint(1, 12)]
    elif at < len(lines):
        lines.insert(chance.randrange(len(lines)), lines.pop(at))
