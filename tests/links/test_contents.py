"""Where links lead, which entry stands for which question, and how references are read."""

import time

import pytest

from dlqa_lint.edits.longest_rising import out_of_order
from dlqa_lint.links.contents import match_entries
from dlqa_lint.links.entries import likeness, normal
from dlqa_lint.links.references import references
from dlqa_lint.links.targets import LinkMap, heading_anchors
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.schema import QuestionForm, Schema
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source

SCHEMA = Schema(question=QuestionForm(form=("### {number}. {text}",)))
TWO = "# Axes\n\n### 1. What is an axis?\n\nA direction.\n\n### 2. What is a rank?\n\nA number of axes.\n"


def document(text: str, path: str = "a.md") -> Document:
    return recognise(Source(path, text), SCHEMA)


def landing(text: str, *others: Document, path: str = "a.md") -> list[int | None]:
    """Where each link leads: the index of a question, -1 for another place, None for nowhere."""
    own = document(text, path)
    link_map = LinkMap(Bank((own, *others)))
    found: list[int | None] = []
    for link in own.links:
        aim = link_map.aim(own, link)
        targets = link_map.targets(aim.document) if aim else None
        place = targets.find(aim.fragment) if targets and aim and aim.fragment else None
        found.append((place.question.position - 1 if place.question else -1) if place else None)
    return found


def test_a_heading_that_opens_with_a_tag_has_a_hyphen_in_front() -> None:
    assert heading_anchors(document('# <a name="x"></a> Axes\n\n## Axes\n')) == ["-axes", "axes"]


def test_headings_inside_lists_and_quotes_have_anchors_too() -> None:
    assert heading_anchors(document("# A\n\n1. ### B\n\n> ## C\n\n- # A\n")) == ["a", "b", "c", "a-1"]


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("#1-what-is-an-axis", 0),
        ("#user-content-2-what-is-a-rank", 1),
        ("#axes", -1),
        ("#top", -1),
        ("#2-what-is-a-%72ank", 1),
        ("#here", 1),
        ("#there", None),
        ("https://github.com/x/y/blob/main/a.md#1-what-is-an-axis", None),
        ("other.md#1-what-is-an-axis", None),
        ("/a.md#1-what-is-an-axis", None),
        ("mailto:x@example.org", None),
    ],
)
def test_links_lead_to_headings_explicit_anchors_and_the_top(target: str, leads: int | None) -> None:
    text = TWO.replace("### 2.", '<a id="here"></a>\n\n### 2.') + f"\n[link]({target})\n"
    assert landing(text) == [leads]


@pytest.mark.parametrize("path", ["docs/b.md", "docs\\b.md", "./docs/b.md"])
def test_links_to_other_files_are_followed_whatever_the_spelling_of_paths(path: str) -> None:
    text = TWO + "\n[link](../docs/b.md#2-what-is-a-rank) and [link](b.md#nothing)\n"
    assert landing(text, document(TWO, path), path="docs/a.md") == [1, None]


def test_an_address_on_the_web_is_the_document_itself_if_most_of_its_anchors_exist() -> None:
    own, other = "https://github.com/x/y#", "https://github.com/z/z#"
    anchors = ("1-what-is-an-axis", "2-what-is-a-rank", "gone")
    text = TWO + "".join(f"\n[a]({own}{anchor})\n" for anchor in anchors) + f"\n[b]({other}elsewhere)\n"
    assert landing(text, path="README.md") == [0, 1, None, None]
    assert landing(text, path="other.md") == [None] * 4


def test_an_entry_is_matched_by_anchor_then_by_number_and_words() -> None:
    contents = """- [1. An entirely different wording](#1-what-is-an-axis)
- [2. What is the rank?](#nowhere)
- [Axes](#axes)
- [Elsewhere](https://example.org)
"""
    own = document(TWO.replace("# Axes\n", f"# Axes\n\n{contents}"))
    matched = match_entries(own, LinkMap(Bank((own,))))
    assert [match.question.position if match.question else None for match in matched] == [1, 2, None, None]
    assert [match.outside for match in matched] == [False, False, False, True]


def test_entries_for_namesakes_stand_for_one_question_each() -> None:
    contents = "- [What is a rank?](#what-is-a-rank)\n- [What is a rank?](#what-is-a-rank)\n"
    text = f"# Axes\n\n{contents}\n### What is a rank?\n\nA number.\n\n### What is a rank?\n\nA dimension.\n"
    own = recognise(Source("a.md", text), Schema(question=QuestionForm(form=("### {text}",))))
    matched = match_entries(own, LinkMap(Bank((own,))))
    assert [match.question.position if match.question else None for match in matched] == [1, 2]


def test_words_are_the_same_but_for_case_punctuation_and_spaces() -> None:
    assert normal("What  is “C++”?") == normal("what is c++") != normal("what is c#")
    assert normal("⭐️ Rank") == normal("rank")
    assert likeness(normal("What is a rank of an array?"), normal("What is the rank of an array?")) >= 0.85
    assert likeness(normal("What is dropout?"), normal("What is a batch?")) < 0.6


def test_the_fewest_items_are_out_of_order() -> None:
    assert out_of_order([1, 2, 9, 3, 4]) == {2}
    assert out_of_order([1, 1, 2, 2]) == frozenset()
    assert out_of_order([]) == frozenset()


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("see question 2", ["2"]),
        ("See also Q1, and (cf. Q. 2).", ["1", "2"]),
        ("see the answer to question #2", ["2"]),
        ("see questions 1, 2 and 3", ["1", "2", "3"]),
        ("see [question 2](#2-what-is-a-rank)", ["2"]),
        ("参见第 2 题", ["2"]),
        ("siehe Frage 2", ["2"]),
        ("voir la question 2", ["2"]),
        ("ver la pregunta 2", ["2"]),
        ("bkz. soru 2", ["2"]),
        ("xem câu hỏi 2", ["2"]),
        ("см. вопрос 2", ["2"]),
        ("oversee question 2", []),
        ("question 2 is hard", []),
        ("see question 2 of the exam", []),
        ("`see question 2`", []),
        ("see section 2", []),
    ],
)
def test_references_are_read_in_many_languages_and_never_from_code(said: str, numbers: list[str]) -> None:
    found = references(document(TWO + f"\n{said}\n"))
    assert [reference.number for reference in found] == numbers


def test_a_reference_stands_for_the_question_of_its_number() -> None:
    found = list(references(document(TWO + "\nSee question 1 and see question 7.\n")))
    assert [reference.target.position if reference.target else None for reference in found] == [1, None]


@pytest.mark.slow
def test_long_contents_full_of_dangling_entries_take_no_time() -> None:
    rows = "".join(f"- [{i}. What is thing {i * 7919} like?](#gone-{i})\n" for i in range(1, 601))
    asked = "".join(f"### {i}. What is thing {i * 7919} like?\n\nSo.\n\n" for i in range(1, 601))
    own = document(f"# Things\n\n{rows}\n{asked}")
    started = time.perf_counter()
    matched = match_entries(own, LinkMap(Bank((own,))))
    assert all(match.question for match in matched)
    assert time.perf_counter() - started < 2
