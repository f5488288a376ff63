"""Banks written in several forms, for merging: one list of questions, rendered the way each form is written."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Q(NamedTuple):
    """A question; `sees` is the word of another one to which its answer sends readers."""

    word: str
    asks: str
    answer: str
    section: str = ""
    sees: str = ""


Bank = Sequence[Q]
Render = Callable[[Bank], str]

_WORDS = ["jib", "boom", "sheet", "halyard", "keel", "rudder", "tiller", "mast"]
_ANSWERS = (
    "A small sail in front of all others.\nIt is set on a stay and pulls the bow to the lee side.",
    "The spar along the foot of the largest sail.\nMind your head when it swings over.",
    "A rope that trims a sail.\nIt is eased to go slower and hauled to go faster.",
    "A rope that hoists a sail.\nOne end is tied to its head, the other to a cleat.",
    "The long fin below the hull.\nIts weight keeps the boat upright in strong wind.",
    "The blade in the water at the stern.\nWithout speed it does nothing at all.",
    "The handle that turns the blade.\nPush it away, and the bow comes nearer.",
    "The pole that carries the sails.\nWires hold it from three sides at least.",
)
BANK: tuple[Q, ...] = tuple(
    Q(word, f"What is a {word}?", answer, "Sails and ropes" if at < 4 else "The hull")
    for at, (word, answer) in enumerate(zip(_WORDS, _ANSWERS, strict=True))
)


def number_of(bank: Bank, word: str) -> int:
    return [q.word for q in bank].index(word) + 1


def slug(text: str) -> str:
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def _heading(at: int, q: Q) -> str:
    return f"{at}. {q.asks}"


def _answer(bank: Bank, q: Q, indent: str = "", link: bool = False) -> str:
    lines = q.answer.split("\n")
    if q.sees:
        number = number_of(bank, q.sees)
        seen = bank[number - 1]
        lines.append(
            f"See [that one](#{slug(_heading(number, seen))})." if link else f"See question {number}."
        )
    return "".join(f"{indent}{line}\n" for line in lines)


def plain(bank: Bank) -> str:
    parts = (f"## {at}. {q.asks}\n\n{_answer(bank, q)}" for at, q in enumerate(bank, 1))
    return "# Sailing\n\n" + "\n".join(parts)


def listed(bank: Bank) -> str:
    """A contents list, sections, and the number of questions in the title."""
    out = [f"# {len(bank)} questions about sailing\n\n## Contents\n\n"]
    for at, q in enumerate(bank, 1):
        out.append(f"- [{_heading(at, q)}](#{slug(_heading(at, q))})\n")
    section = ""
    for at, q in enumerate(bank, 1):
        if q.section != section:
            section = q.section
            out.append(f"\n## {section}\n")
        out.append(f"\n### {_heading(at, q)}\n\n{_answer(bank, q, link=True)}")
    return "".join([*out, "\n## License\n\nFree for all.\n"])


def tabled(bank: Bank) -> str:
    """A contents table, rules between the questions, and a way back to the top."""
    rows = (f"| {at} | [{q.asks}](#{slug(_heading(at, q))}) |\n" for at, q in enumerate(bank, 1))
    parts = (
        f"### {_heading(at, q)}\n\n{_answer(bank, q)}\n**[Back to top](#contents)**\n"
        for at, q in enumerate(bank, 1)
    )
    return (
        "# Sailing\n\n## Contents\n\n| No. | Question |\n| --- | --- |\n"
        + "".join(rows)
        + "\n"
        + "\n---\n\n".join(parts)
    )


def details(bank: Bank) -> str:
    parts = (
        f"<details>\n<summary>{_heading(at, q)}</summary>\n\n{_answer(bank, q)}\n</details>\n"
        for at, q in enumerate(bank, 1)
    )
    return "# Sailing\n\n" + "\n".join(parts)


def items(bank: Bank) -> str:
    parts = (f"{at}. {q.asks}\n\n{_answer(bank, q, indent='    ')}" for at, q in enumerate(bank, 1))
    return "# Sailing\n\nAsk these before you cast off.\n\n" + "\n".join(parts)


def lazy(bank: Bank) -> str:
    return "# Sailing\n\n" + "".join(
        f"1. {q.asks}\n   {q.answer.splitlines()[0]}\n   {q.answer.splitlines()[-1]}\n" for q in bank
    )


def bold(bank: Bank) -> str:
    parts = (f"**Q{at}: {q.asks}**\n\nA: {_answer(bank, q)}" for at, q in enumerate(bank, 1))
    return "# Sailing\n\n" + "\n".join(parts)


def ruled(bank: Bank) -> str:
    """A rule below each answer, the last one among them."""
    parts = (f"## {at}. {q.asks}\n\n{_answer(bank, q)}\n* * *\n" for at, q in enumerate(bank, 1))
    return "# Sailing\n\n" + "\n".join(parts)


def broken(bank: Bank) -> str:
    """A line break in HTML below each answer."""
    parts = (f"## {at}. {q.asks}\n\n{_answer(bank, q)}\n<br>\n" for at, q in enumerate(bank, 1))
    return "# Sailing\n\n" + "\n".join(parts)


def rows(bank: Bank) -> str:
    lines = (f"| {at} | {q.asks} | {q.answer.replace(chr(10), ' ')} |\n" for at, q in enumerate(bank, 1))
    return "# Sailing\n\n| # | Question | Answer |\n| --- | --- | --- |\n" + "".join(lines)


def unnumbered(bank: Bank) -> str:
    entries = (f"* [{q.asks}](#{slug(q.asks)})\n" for q in bank)
    parts = (f"## {q.asks}\n\n{q.answer}\n" for q in bank)
    return "# Sailing\n\n" + "".join(entries) + "\n" + "\n".join(parts)


def anchored(bank: Bank) -> str:
    parts = (
        f'<a id="{q.word}"></a>\n\n### {at}. {q.asks}\n\n{_answer(bank, q)}' for at, q in enumerate(bank, 1)
    )
    return "# Sailing\n\n" + "\n".join(parts)


FORMS: dict[str, Render] = {
    form.__name__: form
    for form in (plain, listed, tabled, details, items, lazy, bold, rows, ruled, broken, unnumbered, anchored)
}
