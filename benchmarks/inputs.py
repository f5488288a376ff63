"""Generated banks of any size and shape, and documents that are hard on whoever reads them."""

import random
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

SYLLABLES = [a + b for a in "bcdfghjklmnprstvw" for b in "aeiou"]


def words(chance: random.Random, count: int) -> str:
    return " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3, 4)))) for _ in range(count)
    )


def answer(chance: random.Random) -> str:
    """An answer as banks have them: prose, now and then a list, code or a link."""
    parts = [words(chance, chance.randint(15, 40)).capitalize() + "."]
    if chance.random() < 0.3:
        parts.append("\n".join(f"- {words(chance, 6)}" for _ in range(3)))
    if chance.random() < 0.2:
        parts.append(f"```python\n{words(chance, 3)} = 1\n```")
    if chance.random() < 0.2:
        parts.append(f"See [{words(chance, 2)}](https://example.org/{words(chance, 1)}).")
    return "\n\n".join(parts)


def _heading(number: int, question: str, text: str) -> str:
    return f"### {number}. {question}?\n\n{text}\n\n"


def _details(number: int, question: str, text: str) -> str:
    return f"<details>\n<summary>{number}. {question}?</summary>\n\n{text}\n\n</details>\n\n"


def _list(number: int, question: str, text: str) -> str:
    indented = "\n".join(" " * 4 * bool(line) + line for line in text.splitlines())
    return f"{number}. **{question}?**\n\n{indented}\n\n"


def _quiz(number: int, question: str, text: str) -> str:
    options = "\n".join(
        f"- [{'x' if at == number % 4 else ' '}] {text[at * 9 : at * 9 + 9].strip()} {at}" for at in range(4)
    )
    return f"#### Q{number}. {question}?\n\n{options}\n\n"


SHAPES: dict[str, Callable[[int, str, str], str]] = {
    "heading": _heading,
    "details": _details,
    "list": _list,
    "quiz": _quiz,
}


def document(count: int, shape: str = "heading", seed: int = 1) -> str:
    """A document of so many questions."""
    chance = random.Random(seed)
    entry = SHAPES[shape]
    body = (entry(at, f"What is {words(chance, 5)}", answer(chance)) for at in range(1, count + 1))
    return "# Questions about everything\n\n" + "".join(body)


def bank(folder: Path, count: int, each: int = 200) -> Path:
    """A folder of documents of `each` questions, `count` in all, in all shapes."""
    folder.mkdir(parents=True, exist_ok=True)
    for at, start in enumerate(range(0, count, each)):
        shape = list(SHAPES)[at % len(SHAPES)]
        text = document(min(each, count - start), shape, at)
        (folder / f"{at:05}.md").write_text(text, "utf-8")
    return folder


ASKED = "### 1. Why?\n\nIt.\n\n### 2. What?\n\nIt.\n\n### 3. How?\n\nIt.\n\n### 4. Where?\n\n"


def _numbered(line: Callable[[int], str]) -> Iterator[str]:
    at = 0
    while True:
        at += 1
        yield line(at)


def _nested(size: int) -> str:
    items = "".join(f"{'  ' * depth}- point {depth}\n" for depth in range(size))
    return f"{ASKED}{items}\n### 5. What is flat?\n\nThis.\n"


def _contents(size: int) -> str:
    entries = "".join(f"- [{at}. What is {at}?](#{at}-what-is-{at})\n" for at in range(1, size + 1))
    return f"# Questions\n\n{entries}\n" + "".join(
        f"### {at}. What is {at}?\n\nIt.\n\n" for at in range(1, size + 1)
    )


def _lines(size: int, line: Callable[[int], str]) -> str:
    return "".join(islice(_numbered(line), size))


HARD: dict[str, tuple[int, Callable[[int], str]]] = {
    "lines of one document": (
        100_000,
        lambda size: ASKED + _lines(size, lambda at: f"line {at}\n"),
    ),
    "lists in each other": (200, _nested),
    "headings": (50_000, lambda size: _lines(size, lambda at: f"### {at}. What is {at}?\n")),
    "characters of one line": (
        5_000_000,
        lambda size: ASKED + "word [x] *y* `z` " * (size // 17),
    ),
    "entries of one contents": (10_000, _contents),
    "gaps in the numbers": (
        1_000,
        lambda size: _lines(size, lambda at: f"### {2 * at}. What is {at}?\n\nIt.\n\n"),
    ),
    "references to questions": (
        10_000,
        lambda size: _lines(size, lambda at: f"### {at}. Q {at}?\n\nSee question {size - at}.\n\n"),
    ),
    "open brackets": (100_000, lambda size: ASKED + "[" * size),
    "open tags": (100_000, lambda size: ASKED + "<a " * (size // 3)),
    "asterisks": (100_000, lambda size: ASKED + "*a **" * (size // 5)),
    "backticks": (
        100_000,
        lambda size: ASKED + " ".join("`" * (at % 400 + 1) for at in range(size // 200)),
    ),
    "spaces": (100_000, lambda size: ASKED + "a" + " " * size + "b\n"),
    "digits": (100_000, lambda size: ASKED + "1." * (size // 2)),
    "open comments": (100_000, lambda size: ASKED + "a <!-- " * (size // 7)),
}
"""What is hard by name: its full size, and the document of a size."""
