"""`dlqa-lint renumber`, from arguments to bytes and exit code."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from by_hand.bank_files import read, write
from dlqa_lint.cli import main

BANK = """# Sailing: 4 questions

## Contents

- [1. What is a jib?](#1-what-is-a-jib)
- [2. What is a boom?](#2-what-is-a-boom)
- [3. What is a keel?](#3-what-is-a-keel)
- [4. What is a cleat?](#4-what-is-a-cleat)

## Basics

### 1. What is a jib?

A sail. For the boom see question 2, for the cleat see question 4.

### 2. What is a boom?

A spar.

### 2. What is a luff?

An edge of a sail.

## Deck

### 3. What is a keel?

A fin. It has [nothing to do with the cleat](#4-what-is-a-cleat).

### 4. What is a cleat?

A fitting.
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _renumber(*arguments: str, code: int = 0) -> None:
    assert main(["renumber", *arguments, "--isolated", "--no-cache"]) == code


def _numbers(name: str) -> list[str]:
    """The first word of each heading that asks."""
    return [line.split()[1] for line in read(name).splitlines() if line.startswith("### ")]


def test_a_question_put_in_moves_what_follows_with_all_that_says_its_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", BANK)
    _renumber("a.md")
    text = read("a.md")
    assert _numbers("a.md") == ["1.", "2.", "3.", "4.", "5."]
    assert text.startswith("# Sailing: 5 questions\n")
    assert "- [3. What is a luff?](#3-what-is-a-luff)\n- [4. What is a keel?](#4-what-is-a-keel)\n" in text
    assert "[nothing to do with the cleat](#5-what-is-a-cleat)" in text
    assert "see question 2, for the cleat see question 5." in text
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "a.md:21: 2 → 3  What is a luff?",
        "a.md:27: 3 → 4  What is a keel?",
        "a.md:31: 4 → 5  What is a cleat?",
        "renumbered 3 questions; changed 1 file",
        "also: add the missing entry to the contents",
        "also: state 5 questions",
    ]
    assert err.startswith(
        'dlqa-lint: a.md:14: "see question 2" stays, but several questions had the number 2'
    )


def test_a_bank_in_step_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", BANK)
    _renumber("a.md", "--quiet")
    before = Path("a.md").stat().st_mtime_ns, read("a.md")
    capsys.readouterr()
    _renumber("a.md")
    assert (Path("a.md").stat().st_mtime_ns, read("a.md")) == before
    assert capsys.readouterr().out == "nothing to renumber: 5 questions in step\n"


def test_a_question_without_a_number_gets_one_unless_it_is_written_in_another_form() -> None:
    text = BANK.replace("### 2. What is a luff?", "### What is a luff?")
    write("a.md", text.replace("A spar.", "A spar.\n\n#### What else is it called?\n\nNothing."))
    _renumber("a.md")
    assert _numbers("a.md") == ["1.", "2.", "3.", "4.", "5."]
    assert "### 3. What is a luff?" in read("a.md")
    assert "#### What else is it called?" in read("a.md")


@pytest.mark.parametrize(
    ("line", "lacking", "given"),
    [
        (
            "<details><summary>{n}. {text}</summary>\n\nA part.\n\n</details>\n",
            "<summary>What is a boom?</summary>",
            "<summary>2. What is a boom?</summary>",
        ),
        (
            "<details>\n<summary><b>Q{n}: {text}</b></summary>\n\nA part.\n\n</details>\n",
            "<summary><b>What is a boom?</b></summary>",
            "<summary><b>Q2: What is a boom?</b></summary>",
        ),
        ("| {n}. {text} | A part. |", "| What is a boom? | A part. |", "| 2. What is a boom? | A part. |"),
        (
            "| {n} | {text} | A part. |",
            "| | What is a boom? | A part. |",
            "| 2 | What is a boom? | A part. |",
        ),
        ("| #{n}  | {text} | It. |", "|     | What is a boom? | It. |", "| #2  | What is a boom? | It. |"),
    ],
    ids=["a summary", "a bold summary", "a row", "an empty cell", "an empty cell with its width"],
)
def test_a_summary_or_a_row_without_a_number_gets_one(line: str, lacking: str, given: str) -> None:
    columns = line.count("|") - 1
    names = ["No.", "Question", "Answer"][-columns:] if columns > 0 else []
    head = f"| {' | '.join(names)} |\n|{' --- |' * columns}\n" if names else ""
    things = ((1, "jib"), (2, "boom"), (2, "luff"), (3, "keel"))
    rows = [line.format(n=n, text=f"What is a {thing}?") for n, thing in things]
    rows[1] = rows[1].replace(given, lacking)
    assert lacking in rows[1]
    write("a.md", f"# Sailing\n\n{head}" + "\n".join(rows) + "\n")
    _renumber("a.md")
    expected = [line.format(n=n, text=f"What is a {thing}?") for n, (_, thing) in enumerate(things, 1)]
    expected[1] = rows[1].replace(lacking, given)
    assert read("a.md") == f"# Sailing\n\n{head}" + "\n".join(expected) + "\n"


def test_a_row_whose_first_cell_says_something_gets_no_number() -> None:
    rows = "| 1 | What is a jib? | A sail. |\n| – | What is a boom? | A spar. |\n| 2 | What is a luff? | An edge. |\n"
    text = f"# Sailing\n\n| No. | Question | Answer |\n| --- | --- | --- |\n{rows}"
    write("a.md", text)
    _renumber("a.md")
    assert read("a.md") == text


def test_diff_prints_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", BANK)
    _renumber("a.md", "--diff", code=1)
    assert read("a.md") == BANK
    out = capsys.readouterr().out
    assert out.startswith("--- a.md\n+++ a.md\n")
    assert "-### 4. What is a cleat?\n+### 5. What is a cleat?\n" in out


def test_from_begins_with_another_number() -> None:
    write("a.md", BANK)
    _renumber("a.md", "--from", "51")
    assert _numbers("a.md") == ["51.", "52.", "53.", "54.", "55."]
    _renumber("a.md")
    assert _numbers("a.md") == ["51.", "52.", "53.", "54.", "55."]


def test_a_count_that_has_lost_its_head_keeps_its_first_number_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", BANK)
    _renumber("a.md", "--from", "51", "--quiet")
    write("a.md", read("a.md").replace("### 54.", "### 64.").replace("### 55.", "### 65."))
    _renumber("a.md")
    assert _numbers("a.md") == ["51.", "52.", "53.", "54.", "55."]
    assert "its first question stays number 51; --from 1 begins with 1" in capsys.readouterr().err


def test_section_leaves_the_others_alone(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", BANK)
    _renumber("a.md", "--section", "deck", "--from", "11")
    assert _numbers("a.md") == ["1.", "2.", "2.", "11.", "12."]
    _renumber("a.md", "--section", "Dek", code=2)
    assert 'did you mean "Deck"?' in capsys.readouterr().err


def test_a_section_whose_numbers_will_not_last_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", BANK)
    write("schema.toml", '[question]\nform = "### {number}. {text}"\n[numbering]\nscope = "section"\n')
    _renumber("a.md", "--section", "Basics")
    assert "one count" not in capsys.readouterr().err
    _renumber("a.md", "--section", "Deck", "--from", "11")
    assert _numbers("a.md") == ["1.", "2.", "3.", "11.", "12."]
    assert "a.md: all sections are one count here" in capsys.readouterr().err
    _renumber("a.md", "--schema", "schema.toml", "--section", "Deck", "--from", "21")
    assert "one count" not in capsys.readouterr().err
    _renumber("a.md", "--schema", "schema.toml")
    assert _numbers("a.md") == ["1.", "2.", "3.", "21.", "22."]
    _renumber("a.md")
    assert _numbers("a.md") == ["1.", "2.", "3.", "4.", "5."]


def test_old_anchors_stay_for_links_from_outside(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", BANK.replace("\n", "\r\n"))
    _renumber("a.md", "--keep-old-anchors")
    once = read("a.md")
    assert '<a id="3-what-is-a-keel"></a>\r\n\r\n### 4. What is a keel?\r\n' in once
    assert once.count("<a id=") == 3
    assert "\n" not in once.replace("\r\n", "")
    _renumber("a.md", "--keep-old-anchors")
    assert read("a.md") == once
    capsys.readouterr()
    assert main(["a.md", "--isolated", "--no-cache"]) == 0


def test_an_anchor_that_another_question_takes_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(
        f"## Question {number}\n\nWhat holds sail {number}?\n\nA rope.\n\n" for number in (1, 2, 4)
    )
    write("a.md", f"# Exam\n\n{rows}")
    _renumber("a.md", "--keep-old-anchors")
    assert '<a id="question-4"></a>\n\n## Question 3\n' in read("a.md")
    _renumber("a.md", "--keep-old-anchors", "--from", "2")
    assert 'the anchor "question-3" leads to another question now' in capsys.readouterr().err


def test_the_map_has_old_and_new_numbers_and_anchors() -> None:
    write("a.md", BANK)
    _renumber("a.md", "--map", "map.json")
    rows = json.loads(read("map.json"))
    assert [(row["old"], row["new"]) for row in rows] == [("2", "3"), ("3", "4"), ("4", "5")]
    assert rows[1] == {
        "path": "a.md",
        "line": 27,
        "text": "What is a keel?",
        "old": "3",
        "new": "4",
        "old_anchor": "3-what-is-a-keel",
        "new_anchor": "4-what-is-a-keel",
    }


@pytest.mark.parametrize(
    "name", ["a.md", "sub/../a.md", "README.md", "notes.txt", "other.json", "sub", "no/map.json"]
)
def test_a_map_overwrites_nothing_but_a_map(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "a.md": BANK,
        "README.md": "# Sailing\n\nBegin with [keels](a.md#3-what-is-a-keel).\n",
        "notes.txt": "Buy rope.\n",
        "other.json": '["rope", "tar"]\n',
        "sub/b.txt": "",
    }
    for path, text in texts.items():
        write(path, text)
    _renumber("a.md", "--map", name, code=2)
    assert f"--map {name}: " in capsys.readouterr().err
    assert {path: read(path) for path in texts} == texts


def test_a_map_is_written_when_numbers_are() -> None:
    write("a.md", BANK)
    _renumber("a.md", "--map", "map.json", "--diff", code=1)
    assert not Path("map.json").exists()
    _renumber("a.md", "--map", "map.json")
    made = read("map.json")
    _renumber("a.md", "--map", "map.json")
    assert read("map.json") == made
    _renumber("a.md", "--from", "11", "--map", "map.json")
    assert json.loads(read("map.json"))[0]["new"] == "11"


def test_no_map_is_written_of_what_could_not_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write("a.md", BANK)
    monkeypatch.setattr("dlqa_lint.disk.writing.write", fail)
    _renumber("a.md", "--map", "map.json", code=2)
    assert not Path("map.json").exists()


def test_parts_go_on_from_each_other_and_ordinary_documents_follow(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def part(first: int, *things: str) -> str:
        asked = "".join(
            f"### {number}. What is {thing}?\n\nA part of a boat.\n\n"
            for number, thing in enumerate(things, first)
        )
        return f"# Sailing, questions {first}-{first + len(things) - 1}\n\n{asked}"

    first = part(1, "a jib", "a boom", "a luff").replace(
        "# Sailing, questions 1-3", "# Sailing, questions 1-3"
    )
    write(
        "part1.md", first.replace("### 2.", "### 2. What is a leech?\n\nAn edge. See question 5.\n\n### 2.")
    )
    write("part2.md", part(4, "a keel", "a cleat"))
    write("part3.md", part(6, "a winch", "a bilge"))
    write(
        "README.md",
        "# Boats\n\nRead on [keels](part2.md#4-what-is-a-keel).\n\n- [5. Cleats](part2.md#5-what-is-a-cleat)\n",
    )
    _renumber(".")
    assert [_numbers(f"part{at}.md") for at in (1, 2, 3)] == [
        ["1.", "2.", "3.", "4."],
        ["5.", "6."],
        ["7.", "8."],
    ]
    titles = [read(f"part{at}.md").splitlines()[0] for at in (1, 2, 3)]
    assert titles == ["# Sailing, questions 1-4", "# Sailing, questions 5-6", "# Sailing, questions 7-8"]
    assert "See question 6." in read("part1.md")
    readme = read("README.md")
    assert "[keels](part2.md#5-what-is-a-keel)" in readme
    assert "(part2.md#6-what-is-a-cleat)" in readme
    assert capsys.readouterr().out.endswith("renumbered 6 questions; changed 4 files\n")


def test_a_section_of_a_later_part_counts_from_its_own_place() -> None:
    rows = [f"### {number}. What is part {number}?\n\nA part of a boat.\n\n" for number in range(1, 9)]
    write("part1.md", f"# Sailing\n\n{''.join(rows[:4])}")
    text = f"# Sailing\n\n## Hull\n\n{''.join(rows[4:6])}## Deck\n\n{''.join(rows[6:])}"
    write("part2.md", text.replace("### 8.", "### 9."))
    _renumber(".", "--section", "Deck")
    assert read("part2.md") == text
    _renumber(".", "--section", "Hull", "--from", "15")
    assert _numbers("part2.md") == ["15.", "16.", "7.", "8."]


def test_links_follow_in_files_that_were_not_named() -> None:
    readme = "# Boats\n\nRead on [cleats](bank/a.md#4-what-is-a-cleat) and `4-what-is-a-cleat`.\n"
    write("bank/a.md", BANK)
    write(
        "bank/notes.md",
        "# Notes\n\n[Here](a.md#4-what-is-a-cleat), [elsewhere](../a.md#4-what-is-a-cleat).\n",
    )
    write("README.md", readme)
    Path("binary.md").write_bytes(b"a.md \xff\x00")
    _renumber("bank/a.md")
    assert "[Here](a.md#5-what-is-a-cleat), [elsewhere](../a.md#4-what-is-a-cleat)" in read("bank/notes.md")
    assert read("README.md") == readme
    write("bank/a.md", BANK)
    Path(".git").mkdir()
    _renumber("bank/a.md")
    assert read("README.md").endswith("[cleats](bank/a.md#5-what-is-a-cleat) and `4-what-is-a-cleat`.\n")


def test_references_in_tables_and_after_questions_follow() -> None:
    rows = """# Sailing

| No. | Question | Answer |
| --- | --- | --- |
| 1 | What is a jib? | A sail. |
| 2 | What is a boom? | A spar, see question 3. |
| 2 | What is a luff? | An edge. |
| 3 | What is a keel? | A fin, cf. question 3. |
"""
    write("rows.md", rows)
    write("items.md", re.sub(r"\| (\d) \| (.*) \| (.*) \|", r"\1. \2 — \3", rows).replace(rows[11:62], ""))
    _renumber("rows.md")
    assert "| 2 | What is a boom? | A spar, see question 4. |" in read("rows.md")
    assert "| 4 | What is a keel? | A fin, cf. question 4. |" in read("rows.md")
    _renumber("items.md")
    assert "2. What is a boom? — A spar, see question 4.\n3. What is a luff?" in read("items.md")


def test_references_outside_of_answers_follow(capsys: pytest.CaptureFixture[str]) -> None:
    text = BANK.replace("## Contents", "Begin: see question 3.\n\n## Contents")
    text = text.replace("## Deck\n", "## Deck, see question 4\n\nBefore you go on, see questions 1 and 4.\n")
    write("a.md", text)
    _renumber("a.md")
    assert "Begin: see question 4.\n" in read("a.md")
    assert "## Deck, see question 5\n\nBefore you go on, see questions 1 and 5.\n" in read("a.md")
    assert "a.md:3:" not in capsys.readouterr().err


def test_a_reference_outside_of_answers_that_may_mean_several_stays_and_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", BANK.replace("## Contents", "Begin: see question 2.\n\n## Contents"))
    _renumber("a.md", "--from", "11")
    assert "Begin: see question 2.\n" in read("a.md")
    assert 'a.md:3: "see question 2" stays, but several questions had the number 2' in capsys.readouterr().err


def test_of_sections_that_count_from_1_the_one_around_a_reference_is_meant() -> None:
    def asked(*things: str) -> str:
        named = zip((1, 3, 4), things, strict=True)
        return "".join(f"### {n}. What is {thing}?\n\nA part of a boat.\n\n" for n, thing in named)

    text = f"# Sailing\n\n## Sails\n\nFirst, see question 4.\n\n{asked('a jib', 'a genoa', 'a leech')}"
    write("a.md", f"{text}## Deck\n\nFirst, see question 3.\n\n{asked('a cleat', 'a winch', 'a cockpit')}")
    _renumber("a.md", "--section", "Deck")
    assert "## Sails\n\nFirst, see question 4.\n" in read("a.md")
    assert "## Deck\n\nFirst, see question 2.\n" in read("a.md")


TITLED = """# Sailing

- [Basics, mentioned in question 3](#basics-mentioned-in-question-3)
- [1. What is a jib?](#1-what-is-a-jib)
- [2. Why is it not the same as in question 3?](#2-why-is-it-not-the-same-as-in-question-3)
- [3. What is a luff?](#3-what-is-a-luff)

## Basics, mentioned in question 3

### 1. What is a jib?

A sail, [as said](#basics-mentioned-in-question-3).

### 1. What is a boom?

A spar.

### 2. Why is it not the same as in question 3?

It is another thing.

### 3. What is a luff?

An edge of a sail.
"""


def test_references_in_questions_and_headings_follow_with_their_anchors() -> None:
    write("a.md", TITLED)
    _renumber("a.md")
    assert read("a.md") == (
        TITLED.replace("3. What is a luff?](#3", "4. What is a luff?](#4")
        .replace(
            "2. Why is it not the same as in question 3?](#2",
            "3. Why is it not the same as in question 3?](#3",
        )
        .replace("### 3.", "### 4.")
        .replace("### 2.", "### 3.")
        .replace("### 1. What is a boom?", "### 2. What is a boom?")
        .replace("question 3", "question 4")
        .replace("question-3", "question-4")
        .replace("- [3. Why", "- [2. What is a boom?](#2-what-is-a-boom)\n- [3. Why")
    )


def test_references_in_options_follow() -> None:
    def asked(number: int, thing: str, option: str) -> str:
        return f"### {number}. What is {thing}?\n\n- [ ] a rope\n- [x] a part\n- [ ] {option}\n\n"

    quiz = [(1, "a jib", "the same as in question 3"), (2, "a boom", "3 knots, see question 3")]
    quiz += [(2, "a luff", "3 knots"), (3, "a keel", "a line")]
    write("a.md", "# Sailing\n\n" + "".join(asked(*row) for row in quiz))
    _renumber("a.md")
    assert _numbers("a.md") == ["1.", "2.", "3.", "4."]
    assert "- [ ] the same as in question 4\n" in read("a.md")
    assert "- [ ] 3 knots, see question 4\n" in read("a.md")
    assert "- [ ] 3 knots\n" in read("a.md")


@pytest.mark.parametrize(
    "form", ["<details>\n<summary>{} {}</summary>\n\nA part.\n\n</details>\n", "| {} | {} | A part. |"]
)
def test_in_other_forms_a_number_that_occurs_twice_is_enough(form: str) -> None:
    dot = "" if form.startswith("|") else "."
    asked = [(1, "jib"), (2, "luff"), (2, "boom"), (3, "keel")]
    rows = [form.format(f"{number}{dot}", f"What is a {thing}?") for number, thing in asked]
    head = "| No. | Question | Answer |\n| --- | --- | --- |\n" if form.startswith("|") else ""
    write("a.md", f"# Sailing\n\n{head}" + "\n".join(rows) + "\n")
    _renumber("a.md")
    wanted = [form.format(f"{n}{dot}", f"What is a {thing}?") for n, (_, thing) in enumerate(asked, 1)]
    assert read("a.md") == f"# Sailing\n\n{head}" + "\n".join(wanted) + "\n"


def test_children_follow_their_parents() -> None:
    asked = [("1", "a sail"), ("1.1", "a jib"), ("3", "a spar"), ("3.1", "a boom"), ("3.2", "a gaff")]
    rows = "".join(f"### {number}. What is {thing}?\n\nA part of a boat.\n\n" for number, thing in asked)
    write("a.md", f"# Sailing\n\n{rows}")
    _renumber("a.md")
    assert _numbers("a.md") == ["1.", "1.1.", "2.", "2.1.", "2.2."]


def test_answer_keys_and_markers_with_numbers_follow() -> None:
    asked = "".join(
        f"### {number}. Which one is part {number}?\n\n- A. the jib {number}\n- B. the boom\n\n"
        for number in (1, 2, 4, 5)
    )
    write("a.md", f"# Quiz\n\n{asked}## Answer key\n\n1. A\n2. B\n4. A\n5. B\n")
    _renumber("a.md")
    assert read("a.md").endswith("## Answer key\n\n1. A\n2. B\n3. A\n4. B\n")
    asked = "".join(
        f"### {number}. What is part {number}?\n\n**Answer {number}:** It is made of wood.\n\n"
        for number in (1, 2, 4)
    )
    write("b.md", f"# Boats\n\n{asked}")
    _renumber("b.md")
    assert "### 3. What is part 4?\n\n**Answer 3:** It" in read("b.md")


def test_one_entry_of_a_key_for_two_questions_is_an_obstacle(capsys: pytest.CaptureFixture[str]) -> None:
    asked = "".join(
        f"### {number}. Which one is part {at}?\n\n- A. the jib {at}\n- B. the boom\n\n"
        for at, number in enumerate((1, 2, 2, 3))
    )
    text = f"# Quiz\n\n{asked}## Answer key\n\n1. A\n2. B\n3. A\n"
    write("a.md", text)
    _renumber("a.md", code=2)
    assert read("a.md") == text
    assert "both number 2, and the answer key has one entry for them" in capsys.readouterr().err


def test_several_runs_cannot_begin_with_one_number(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", BANK)
    write("b.md", BANK.replace("sail", "flag"))
    _renumber(".", "--from", "3", code=2)
    assert "--from numbers one run of questions, found 2 in a.md, b.md" in capsys.readouterr().err
    assert read("a.md") == BANK


def test_standard_input_becomes_standard_output(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BANK.encode())))
    _renumber("-")
    out, err = capsys.readouterr()
    assert "### 5. What is a cleat?" in out
    assert "renumbered 3 questions" in err


def test_a_merge_conflict_and_a_missing_path_are_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", BANK.replace("A spar.", "<<<<<<< ours\nA spar.\n=======\nA pole.\n>>>>>>> theirs"))
    _renumber("a.md", code=2)
    assert "holds a merge conflict; settle it first" in capsys.readouterr().err
    _renumber("b.md", code=2)


def test_a_folder_of_the_same_name_is_not_taken_for_no_path(capsys: pytest.CaptureFixture[str]) -> None:
    write("renumber/a.md", BANK)
    _renumber(code=2)
    err = capsys.readouterr().err
    assert '"renumber" is a command; the file or folder of that name is ./renumber' in err
    assert read("renumber/a.md") == BANK
    _renumber(".")
    assert _numbers("renumber/a.md") == ["1.", "2.", "3.", "4.", "5."]


def test_settings_say_which_files_belong_to_the_bank() -> None:
    write("dlqa-lint.toml", 'include = ["bank/*.md"]\n')
    write("bank/a.md", BANK)
    write(
        "bank/b.md",
        BANK.replace("### 2. What is a luff?", "### 3. What is a luff?").replace("(#4-", "(a.md#4-"),
    )
    assert main(["renumber", "bank/a.md", "--no-cache"]) == 0
    assert "[nothing to do with the cleat](a.md#5-what-is-a-cleat)" in read("bank/b.md")
    assert _numbers("bank/b.md") == ["1.", "2.", "3.", "3.", "4."]


def test_entries_with_numbers_in_chinese_words_follow() -> None:
    entries = "- [第一题 什么是熵？](#第一题-什么是熵)\n- [第三题 什么是功？](#第三题-什么是功)\n"
    write(
        "a.md",
        f"# 练习\n\n{entries}\n## 第一题 什么是熵？\n\n混乱的程度。\n\n## 第三题 什么是功？\n\n力乘以位移。\n",
    )
    _renumber("a.md")
    assert "- [第二题 什么是功？](#第二题-什么是功)\n" in read("a.md")
    assert "\n## 第二题 什么是功？\n" in read("a.md")


def test_a_reference_to_a_removed_question_is_named_when_another_one_gets_its_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", "### 1. What is a jib?\n\nSee question 2.\n\n### 3. What is a boom?\n\nA spar.\n")
    _renumber("a.md")
    assert _numbers("a.md") == ["1.", "2."]
    assert (
        'a.md:3: "See question 2" stays, but no question had the number 2, and now one has it; look whether it is'
        " meant" in capsys.readouterr().err
    )
