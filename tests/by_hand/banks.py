"""Banks of many forms, as Hypothesis draws them, and what must stay of them."""

from collections.abc import Callable
from typing import NamedTuple

from hypothesis import strategies as st

from dlqa_lint.links.anchors import slugs
from dlqa_lint.links.ordinary_documents import with_links
from dlqa_lint.links.references import references
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.numbers import in_han, in_keycaps
from dlqa_lint.recognise import recognise
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.source import Source

SUBJECTS = (
    "a jib", "a halyard", "a keel", "the kedge anchor", "a bowline", "leeway", "a fairlead", "the boom",
    "a spinnaker", "the rudder", "a cleat", "a transom", "the bilge", "a winch",
)  # fmt: skip
OPENINGS = ("What is", "When does a crew need", "How would you repair", "Why does a yacht have")
ANSWERS = (
    "It is a part of the boat that every sailor knows.",
    "It holds what would otherwise swing about in the wind.\n\nWithout it the boat would drift.",
    "Look at the mast:\n\n- it stands on the keel\n- it bends a little",
    "As the log says:\n\n```text\n3. wind from the west\n```",
    "See the first part, 3 of 4 sailors do.",
)

Line = Callable[[str, str, str], str]
"""Writes a question from its number, its words and its answer."""


def _indented(text: str, width: int) -> str:
    return "\n".join(" " * width + line if line else "" for line in text.split("\n"))


def _item(marker: str, words: str, answer: str) -> str:
    return f"{marker} {words}\n\n{_indented(answer, len(marker) + 1)}"


FORMS: dict[str, Line] = {
    "headings": lambda n, words, answer: f"### {n}. {words}\n\n{answer}",
    "brackets": lambda n, words, answer: f"#### {n}) {words}\n\n{answer}",
    "labels": lambda n, words, answer: f"## Q{n}: {words}\n\n{answer}",
    "named": lambda n, words, answer: f"### Question {n}. {words}\n\n{answer}",
    "closed": lambda n, words, answer: f"### {n}. {words} ###\n\n{answer}",
    "bold headings": lambda n, words, answer: f"### **{n}. {words}**\n\n{answer}",
    "marked": lambda n, words, answer: f"### {n}. {words}\n\n**Answer:** {answer}",
    "lined": lambda n, words, answer: f"### {n}. {words}\n\n{answer}\n\n---",
    "linked": lambda n, words, answer: f"### {n}. {words}\n\n{answer}\n\n**[⬆ Back to top](#sailing)**",
    "folded": lambda n, words, answer: (
        f"### {n}. {words}\n\n<details><summary>Answer</summary>\n\n{answer}\n\n</details>"
    ),
    "chinese": lambda n, words, answer: f"### 第 {n} 题：{words}\n\n{answer}",
    "padded": lambda n, words, answer: f"### {n.zfill(3)}. {words}\n\n{answer}",
    "chinese words": lambda n, words, answer: f"## 第{in_han(int(n))}题 {words}\n\n{answer}",
    "keycaps": lambda n, words, answer: f"## {in_keycaps(int(n))} {words}\n\n{answer}",
    "deep": lambda n, words, answer: f"### 3.4.{n} {words}\n\n{answer}",
    "items": lambda n, words, answer: _item(f"{n}.", words, answer),
    "lazy items": lambda n, words, answer: _item("1.", words, answer),
    "bold items": lambda n, words, answer: _item(f"{n}.", f"**{words}**", answer),
    "heading items": lambda n, words, answer: _item(f"{n}.", f"### {words}", answer),
    "bold": lambda n, words, answer: f"**{n}. {words}**\n\n{answer}",
    "summaries": lambda n, words, answer: f"<details>\n<summary>{n}. {words}</summary>\n\n{answer}\n\n</details>",
    "rows": lambda n, words, answer: f"| {n} | {words} | {answer.partition(chr(10))[0]} |",
    "quiz": lambda n, words, answer: (
        f"### {n}. {words}\n\n- [ ] a rope {n}\n- [x] a sail\n- [ ] {answer.partition(' ')[0]} it"
    ),
}  # fmt: skip


class Drawn(NamedTuple):
    """The text of a bank of one file, and the words of its questions."""

    text: str
    words: tuple[str, ...]


@st.composite
def banks(draw: st.DrawFn, form: str, *, faulty: bool) -> Drawn:
    """A bank in a form; a faulty one has numbers that stand twice, are missing, or in disorder."""
    count = draw(st.integers(5, 12))
    numbers = list(range(1, count + 1))
    if faulty:
        for _ in range(draw(st.integers(1, 2))):
            at = draw(st.integers(1, count - 1))
            by = draw(st.sampled_from([-1, 1, 2]))
            numbers[at:] = [max(number + by, 1) for number in numbers[at:]]
    subjects = draw(st.permutations(SUBJECTS))[:count]
    words = [f"{draw(st.sampled_from(OPENINGS))} {subject}?" for subject in subjects]
    answers = [draw(st.sampled_from(ANSWERS)) for _ in words]
    cited = draw(st.integers(0, count - 1))
    if numbers.count(numbers[cited]) == 1:
        said = f"3.4.{numbers[cited]}" if form == "deep" else str(numbers[cited])
        answers[0] = f"See question {said} first. {answers[0]}"
    asked = [FORMS[form](str(number), *rest) for number, *rest in zip(numbers, words, answers, strict=True)]
    return Drawn(_page(draw, form, asked), tuple(words))


def _page(draw: st.DrawFn, form: str, asked: list[str]) -> str:
    """The text: a title, perhaps contents and sections, and the questions."""
    if form == "rows":
        body = "| No. | Question | Answer |\n| --- | --- | --- |\n" + "\n".join(asked) + "\n"
    else:
        at = draw(st.integers(1, len(asked)))
        parts = ["\n\n".join(asked[:at]), "\n\n".join(asked[at:])]
        split = draw(st.booleans()) and "items" not in form and form != "labels"
        body = "\n\n# Rigging\n\n".join(part for part in parts if part) if split else "\n\n".join(asked)
        body += "\n"
    text = f"# Sailing\n\n{_contents(body) if draw(st.booleans()) else ''}{body}"
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


def _contents(body: str) -> str:
    """A list of the headings that ask; nothing where questions are no headings."""
    headings = recognise(Source("a.md", f"# Sailing\n\n{body}"), None).headings
    anchors = slugs(plain(heading.text) for heading in headings)
    rows = [
        f"- [{plain(heading.text).strip()}](#{anchor})"
        for heading, anchor in zip(headings, anchors, strict=True)
        if heading.question
    ]
    return "\n".join(["## Contents", "", *rows, "", ""]) if rows else ""


def read(text: str, path: str = "a.md") -> Document:
    """The document of a text."""
    return with_links(recognise(Source(path, text), None))


def said(document: Document) -> list[tuple[object, ...]]:
    """What every question says: its words, the words of its answer but for numbers, and its options."""
    return [
        (
            question.plain_text,
            [word for word in question.answer.text.split() if not any(map(str.isdigit, word))]
            if question.answer
            else [],
            [(option.text, option.correct) for option in question.options],
        )
        for question in document.questions
    ]


def leads(*documents: Document) -> list[tuple[str, str]]:
    """Where each link and each reference of a bank leads: what it stands at, and the question there."""
    link_map = LinkMap(Bank(documents))
    found = []
    for document in documents:
        for link in document.links:
            aim = link_map.aim(document, link)
            landing = link_map.targets(aim.document).find(aim.fragment) if aim and aim.fragment else None
            if aim and landing and landing.question:
                found.append((document.path, landing.question.plain_text))
        for reference in references(document):
            if reference.target:
                said = reference.question.plain_text if reference.question else document.path
                found.append((said, reference.target.plain_text))
    return found
