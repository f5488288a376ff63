"""The parts of a bank: what leads from one document to another, or shows only together with it what is usual."""

import pytest

from dlqa_lint.edits.linked_parts import linked_parts
from dlqa_lint.model.bank import Bank
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source

KNOTS = (
    "# Knots\n\n## 1. What is a bowline?\n\nA loop.\n\n## 2. What is a hitch?\n\nA turn.\n\n"
    "## 3. What is a bend?\n\nTwo ends.\n"
)
FEW = "# Sails\n\n## 1. What is a jib?\n\nA sail.\n\n## 2. What is a luff?\n\nAn edge.\n"


def parts(**texts: str) -> list[list[str]]:
    documents = tuple(recognise(Source(f"{name}.md", text), None) for name, text in texts.items())
    return [[document.path for document in part.documents] for part in linked_parts(Bank(documents))]


def test_documents_that_know_nothing_of_each_other_are_parts_of_their_own() -> None:
    assert parts(a=KNOTS, b=KNOTS, c=KNOTS) == [["a.md"], ["b.md"], ["c.md"]]


@pytest.mark.parametrize(
    "sign",
    [
        "See [hitches](c.md#2-what-is-a-hitch).",
        "See [there](./c.md).",
        "<!-- dlqa-lint: distinct c.md#2: another hitch -->",
        "See [hitches][c].\n\n[c]: c.md#2-what-is-a-hitch",
    ],
)
def test_a_link_and_a_name_in_a_suppression_join_documents_both_ways(sign: str) -> None:
    told = KNOTS.replace("A turn.", sign)
    assert parts(a=told, b=KNOTS, c=KNOTS) == [["a.md", "c.md"], ["b.md"]]
    assert parts(a=KNOTS, b=told, c=KNOTS) == [["a.md"], ["b.md", "c.md"]]


def test_documents_are_joined_by_others_that_lead_to_them() -> None:
    contents = KNOTS + "\n## 4. What is a splice?\n\nSee [a](a.md), [b](b.md) and [c](c.md).\n"
    assert parts(a=KNOTS, b=KNOTS, c=KNOTS, d=KNOTS, e=contents) == [
        ["a.md", "b.md", "c.md", "e.md"],
        ["d.md"],
    ]


def test_documents_of_few_questions_are_one_part() -> None:
    assert parts(a=FEW, b=KNOTS, c=FEW, d=FEW) == [["a.md", "c.md", "d.md"], ["b.md"]]


def test_links_to_other_sites_and_to_files_that_are_no_documents_join_nothing() -> None:
    told = KNOTS.replace("A turn.", "See [it](https://example.org/b.md), [this](b.txt) and [that](d.md).")
    assert parts(a=told, b=KNOTS) == [["a.md"], ["b.md"]]
