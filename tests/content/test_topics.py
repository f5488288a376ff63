"""Questions are chosen by difficulty and topic, and the contents list them by topic."""

import re

from content_bank import BANK, document, question

FIELDS = {demand.name: demand.values for demand in document().schema.field}


def topics(number: int) -> list[str]:
    (value,) = [field.value for field in question(number).fields if field.name == "Topics"]
    return value.split(", ")


def test_the_contents_have_a_group_for_each_topic_with_the_questions_that_name_it_first() -> None:
    contents = re.search(r"^## Contents\n(.*?)^## ", BANK.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert contents
    _, *groups = re.split(r"^\*\*(.+)\*\*$", contents.group(1), flags=re.MULTILINE)
    listed = {
        name.casefold(): [int(number) for number in re.findall(r"^- \[(\d+)\. ", entries, re.MULTILINE)]
        for name, entries in zip(groups[::2], groups[1::2], strict=True)
    }
    assert listed == {
        topic: [number for number in range(1, 51) if topics(number)[0] == topic] for topic in FIELDS["Topics"]
    }
    assert tuple(listed) == FIELDS["Topics"]


def test_no_question_names_a_topic_twice_and_each_difficulty_has_its_share() -> None:
    assert [number for number in range(1, 51) if len(set(topics(number))) < len(topics(number))] == []
    levels = [
        field.value
        for number in range(1, 51)
        for field in question(number).fields
        if field.name == "Difficulty"
    ]
    assert all(levels.count(level) >= 10 for level in FIELDS["Difficulty"])


def test_the_contents_say_how_difficult_each_question_is() -> None:
    entries = re.findall(r"^- \[(\d+)\. .*\) \((\w+)\)$", BANK.read_text("utf-8"), re.MULTILINE)
    assert {int(number): level for number, level in entries} == {
        number: field.value
        for number in range(1, 51)
        for field in question(number).fields
        if field.name == "Difficulty"
    }
