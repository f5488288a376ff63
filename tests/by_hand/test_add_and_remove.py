"""`dlqa-lint add` and `dlqa-lint remove`, from arguments to bytes and exit code."""

from pathlib import Path

import pytest

from dlqa_lint.cli import main

BANK = """# 4 sailing questions

- [1. What is a jib?](#1-what-is-a-jib)
- [2. What is a boom?](#2-what-is-a-boom)
- [3. What is a keel?](#3-what-is-a-keel)
- [4. What is a cleat?](#4-what-is-a-cleat)

## Rigging

### 1. What is a jib?

**Answer:** A sail, see question 3.

**[⬆ Back to top](#4-sailing-questions)**

### 2. What is a boom?

**Answer:** A spar.

**[⬆ Back to top](#4-sailing-questions)**

## Deck

### 3. What is a keel?

**Answer:** A fin.

**[⬆ Back to top](#4-sailing-questions)**

### 4. What is a cleat?

**Answer:** A fitting.

**[⬆ Back to top](#4-sailing-questions)**
"""
SECTIONS = """# Sailing

## Rigging

1. **What is a jib?**
   A sail.
2. **What is a boom?**
   A spar.

## Deck

1. **What is a keel?**
   A fin.
2. **What is a cleat?**
   A fitting.
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _run(*arguments: str, code: int = 0) -> None:
    assert main([*arguments, "--isolated", "--no-cache"]) == code


def _write(text: str, name: str = "a.md") -> None:
    Path(name).write_bytes(text.encode())


def _read(name: str = "a.md") -> str:
    return Path(name).read_bytes().decode()


def test_a_question_comes_with_number_contents_entry_count_and_form(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write(BANK)
    _run("add", "What is a luff?", "a.md", "--after", "2")
    text = _read()
    assert text.startswith("# 5 sailing questions\n")
    assert "- [3. What is a luff?](#3-what-is-a-luff)\n- [4. What is a keel?](#4-what-is-a-keel)\n" in text
    assert (
        "### 3. What is a luff?\n\n**Answer:** TODO\n\n**[⬆ Back to top](#5-sailing-questions)**\n\n## Deck"
        in text
    )
    assert "A sail, see question 4." in text
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("nothing similar") or out[0].startswith("0.")
    assert out[-2] == "a.md:23: added question 3  What is a luff?"
    assert main(["a.md", "--isolated", "--no-cache", "--output-format", "concise"]) == 1
    assert [line.split()[2] for line in capsys.readouterr().out.splitlines() if ": error " in line] == [
        "placeholder-answer:"
    ]


def test_removing_it_gives_back_the_bytes() -> None:
    for text in (BANK, BANK.replace("\n", "\r\n"), "\ufeff" + BANK, BANK.rstrip("\n")):
        for after in "1234":
            _write(text)
            _run("add", "What is a luff?", "a.md", "--after", after)
            _run("remove", str(int(after) + 1), "a.md")
            assert _read() == text


def test_what_is_asked_already_is_reported_first(capsys: pytest.CaptureFixture[str]) -> None:
    _write(BANK)
    _run("add", "What is a keel for?", "a.md")
    out = capsys.readouterr().out.splitlines()
    assert "a.md:24: 3. What is a keel?" in out[0]
    assert out[-2].endswith("added question 5  What is a keel for?")


def test_it_goes_to_the_end_of_a_section(capsys: pytest.CaptureFixture[str]) -> None:
    _write(SECTIONS)
    _run("add", "What is a luff?", "a.md", "--section", "rigging")
    assert "   A spar.\n3. **What is a luff?**\n   TODO\n\n## Deck\n\n1. **What is a keel?**" in _read()
    _run("add", "What is a bilge?", "a.md", "--section", "Hull", code=2)
    assert 'found no section "Hull"' in capsys.readouterr().err


def test_a_number_that_several_sections_have_wants_its_section(capsys: pytest.CaptureFixture[str]) -> None:
    _write(SECTIONS)
    _run("remove", "2", "a.md", code=2)
    assert 'found 2 questions "2" (a.md:7, a.md:14)' in capsys.readouterr().err
    assert _read() == SECTIONS
    _run("remove", "1", "a.md", "--section", "Deck")
    assert _read().endswith("## Deck\n\n1. **What is a cleat?**\n   A fitting.\n")


def test_an_empty_section_gets_its_first_question() -> None:
    _write(BANK.replace("## Deck\n", "## Deck\n\nWhat stands on it.\n\n## Hull\n"))
    _run("add", "What is a winch?", "a.md", "--section", "deck")
    assert "## Deck\n\nWhat stands on it.\n\n### 3. What is a winch?\n\n**Answer:** TODO\n" in _read()
    assert "## Hull\n\n### 4. What is a keel?" in _read()


def test_a_question_by_its_words_where_there_are_no_numbers() -> None:
    things = ("a jib", "a boom", "a keel")
    text = "# Sailing\n\n" + "\n".join(f"## What is {thing}?\n\nA part.\n" for thing in things)
    _write(text)
    _run("add", "What is a luff?", "a.md", "--after", "what is a jib")
    assert "A part.\n\n## What is a luff?\n\nTODO\n\n## What is a boom?" in _read()
    _run("remove", "What is a luff?", "a.md")
    assert _read() == text


def test_anchors_above_a_question_come_and_go_with_it() -> None:
    asked = "".join(
        f'<a name="q{number}"></a>\n### {number}. What is part {number}?\n\nA thing.\n\n'
        for number in (1, 2, 3, 4)
    )
    _write(f"# Sailing\n\n{asked}")
    _run("remove", "2", "a.md")
    assert 'A thing.\n\n<a name="q3"></a>\n### 2. What is part 3?' in _read()
    assert "q2" not in _read()


def test_every_table_of_contents_that_lists_all_lists_a_new_question() -> None:
    rows = "".join(f"| {line[2:]} |\n" for line in BANK.splitlines() if line.startswith("- ["))
    table = f"| Question |\n| --- |\n{rows}"
    some = "## Best of\n\n- [2. What is a boom?](#2-what-is-a-boom)\n- [4. What is a cleat?](#4-what-is-a-cleat)\n\n"
    text = BANK.replace("## Rigging\n", f"## Table\n\n{table}\n{some}## Rigging\n")
    _write(text)
    _run("add", "What is a luff?", "a.md", "--after", "2")
    said = _read().partition("## Rigging")[0]
    assert said.count("[3. What is a luff?](#3-what-is-a-luff)") == 2
    assert (
        "| [2. What is a boom?](#2-what-is-a-boom) |\n| [3. What is a luff?](#3-what-is-a-luff) |\n" in said
    )
    _run("remove", "3", "a.md")
    assert _read() == text


def test_a_reference_in_a_heading_keeps_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    text = BANK.replace("## Deck\n", "## Deck, as mentioned in question 2\n")
    _write(text)
    _run("remove", "2", "a.md", code=1)
    assert _read() == text
    assert (
        "a.md:22: its number is mentioned here: ## Deck, as mentioned in question 2"
        in capsys.readouterr().out
    )
    _run("remove", "1", "a.md")
    assert "## Deck, as mentioned in question 1\n" in _read()


def test_a_reference_outside_of_answers_keeps_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    text = BANK.replace("## Deck\n", "## Deck\n\nBefore you go on, see question 2.\n")
    _write(text)
    _run("remove", "2", "a.md", code=1)
    assert _read() == text
    said = "a.md:24: its number is mentioned here: Before you go on, see question 2."
    assert capsys.readouterr().out.startswith(said)


def test_a_question_that_is_cited_is_not_removed(capsys: pytest.CaptureFixture[str]) -> None:
    text = BANK.replace("A fitting.", "A [fin](#3-what-is-a-keel) has none.")
    _write(text)
    _run("remove", "3", "a.md", code=1)
    assert _read() == text
    out = capsys.readouterr().out.splitlines()
    assert [line.split(":")[1] for line in out[:2]] == ["32", "12"]
    assert out[-1] == 'question 3, "What is a keel?", is not removed: let these places lead elsewhere first'


def test_parts_of_an_answer_in_the_contents_go_with_it() -> None:
    text = BANK.replace("A spar.", "A spar.\n\n#### Of a boom\n\nIt is round.")
    text = text.replace("(#2-what-is-a-boom)\n", "(#2-what-is-a-boom)\n  - [Of a boom](#of-a-boom)\n")
    _write(text)
    _run("remove", "2", "a.md")
    assert "boom" not in _read()
    assert "- [2. What is a keel?](#2-what-is-a-keel)\n" in _read()


def test_the_answer_key_follows() -> None:
    asked = "".join(
        f"### {number}. Which one is part {number}?\n\n- A. the jib {number}\n- B. the boom\n\n"
        for number in (1, 2, 3)
    )
    text = f"# Quiz\n\n{asked}## Answer key\n\n1. A\n2. B\n3. A\n"
    _write(text)
    _run("add", "Which one is round?", "a.md", "--after", "1")
    assert "### 2. Which one is round?\n\n- A. TODO 1\n- B. TODO 2\n" in _read()
    assert _read().endswith("1. A\n3. B\n4. A\n")
    _run("remove", "2", "a.md")
    assert _read() == text
    _run("remove", "2", "a.md")
    assert _read().endswith("1. A\n2. A\n")


def test_the_next_part_of_a_count_moves_along() -> None:
    for name, first in (("part1.md", 1), ("part2.md", 4)):
        asked = "".join(f"### {n}. What is part {n}?\n\nA thing.\n\n" for n in range(first, first + 3))
        _write(f"# Sailing, questions {first}-{first + 2}\n\n{asked}", name)
    before = _read("part1.md"), _read("part2.md")
    _run("add", "What is a luff?", ".", "--after", "3")
    assert _read("part1.md").startswith("# Sailing, questions 1-4\n")
    assert _read("part2.md").startswith("# Sailing, questions 5-7\n\n### 5. What is part 4?")
    _run("remove", "4", ".")
    assert (_read("part1.md"), _read("part2.md")) == before


def test_a_row_of_a_table_keeps_its_widths() -> None:
    rows = "".join(f"| {n} | What is part {n}? | A thing. | easy |\n" for n in (1, 2, 3))
    head = "| No | Question        | Answer   | Level |\n| -- | --------------- | -------- | ---- |\n"
    text = f"# Sailing\n\n{head}{rows}"
    _write(text)
    _run("add", "What is it?", "a.md", "--after", "2")
    assert "| 3 | What is it?     | TODO     |      |\n| 4 | What is part 3? | A thing. | easy |\n" in _read()
    _run("remove", "3", "a.md")
    assert _read() == text


@pytest.mark.parametrize(
    ("bodies", "stub"),
    [
        (
            ["```c\nint a;\n```\n\n**Answer:** One.", "```c\nint b;\n```\n\n**Answer:** Two."] * 2,
            "\n\n**Answer:** TODO",
        ),
        (
            ["<details><summary>Answer</summary>\n<p>\n\nIt sails.\n\n</p>\n</details>"] * 4,
            "\n\n<details><summary>Answer</summary>\n<p>\n\nTODO\n\n</p>\n</details>",
        ),
        (["a. a rope\n*b. a sail\nc. a hull"] * 4, "\n\na. TODO 1\nb. TODO 2\nc. TODO 3"),
        (["- [ ] a rope\n- [x] a sail\n\n> It pulls."] * 4, "\n\n- [ ] TODO 1\n- [ ] TODO 2\n\n> TODO"),
        (["- [ ] a rope\n- [✓] a sail"] * 4, "\n\n- [ ] TODO 1\n- [ ] TODO 2"),
        (["- ( ) a rope\n- (x) a sail"] * 4, "\n\n- ( ) TODO 1\n- ( ) TODO 2"),
        (["> It sails."] * 4, "\n\n> TODO"),
        (["#### Answer\n\nIt sails."] * 4, "\n\n#### Answer\n\nTODO"),
    ],
    ids=[
        "code",
        "folded",
        "starred",
        "ticked",
        "ticked by a sign",
        "in round brackets",
        "quoted",
        "under a heading",
    ],
)
def test_a_stub_has_the_form_of_other_questions_and_none_of_their_words(bodies: list[str], stub: str) -> None:
    asked = [f"### {n}. What is part {n}?\n\n{body}\n\n" for n, body in enumerate(bodies, 1)]
    text = f"# Sailing\n\n{''.join(asked)}"
    _write(text)
    _run("add", "What is a luff?", "a.md", "--after", "2")
    assert f"\n\n### 3. What is a luff?{stub}\n\n### 4. What is part 3?" in _read()
    _run("remove", "3", "a.md")
    assert _read() == text


def test_lines_across_stay_between_questions() -> None:
    asked = "\n\n---\n\n".join(f"### {n}. What is part {n}?\n\nA thing." for n in (1, 2, 3))
    text = f"# Sailing\n\n{asked}\n"
    _write(text)
    _run("add", "What is a luff?", "a.md")
    assert _read().endswith("A thing.\n\n---\n\n### 4. What is a luff?\n\nTODO\n")
    _run("remove", "4", "a.md")
    assert _read() == text


LIST = "- [1. What is a jib?](#1-what-is-a-jib)\n- [2. What is a boom?](#2-what-is-a-boom)\n\n"
ANCHORS = LIST.replace("#1-what-is-a-jib", "#a").replace("#2-what-is-a-boom", "#b")
TABLE = (
    "| No. | Question |\n|---|---|\n| 1 | [What is a jib?](#1-what-is-a-jib) |\n"
    "| 2 | [What is a boom?](#2-what-is-a-boom) |\n\n"
)
TWO = "## 1. What is a jib?\n\nA sail.\n\n## 2. What is a boom?\n\nA spar.\n"
FOLDED = "".join(
    f'<details id="{name}"><summary>{n}. What is a {noun}?</summary>\n\nA spar.\n\n</details>\n\n'
    for n, name, noun in ((1, "a", "jib"), (2, "b", "boom"))
)
BOLD = "".join(
    f'<a name="{name}"></a>\n**{n}. What is a {noun}?**\n\nA spar.\n\n'
    for n, name, noun in ((1, "a", "jib"), (2, "b", "boom"))
)
TWO_LISTED = {
    "below a title": f"# Sailing\n\n## Contents\n\n{LIST}{TWO.replace('## ', '### ')}",
    "below nothing": LIST + TWO,
    "below a heading as high": f"## Questions\n\n{LIST}{TWO}",
    "in a table": f"# Sailing\n\n{TABLE}{TWO}",
    "leading to details": f"# Sailing\n\n{ANCHORS}{FOLDED}",
    "leading to lines in bold": f"# Sailing\n\n{ANCHORS}{BOLD}",
}


@pytest.mark.parametrize("text", TWO_LISTED.values(), ids=TWO_LISTED)
@pytest.mark.parametrize(("gone", "left"), [("1", "boom"), ("2", "jib")])
def test_contents_that_are_left_with_one_entry_stay_contents(text: str, gone: str, left: str) -> None:
    _write(text)
    _run("remove", gone, "a.md")
    kept = _read()
    assert kept.count(f"What is a {left}?") == 2
    assert f"1. What is a {left}?" in kept
    _run("--select", "contents,numbering,duplicates", "a.md")


@pytest.mark.parametrize(("gone", "left"), [("jib", "boom"), ("boom", "jib")])
def test_an_index_that_is_left_with_one_entry_stays_an_index(gone: str, left: str) -> None:
    _write(
        "# Sailing\n\n- [1. What is a jib?](a.md#1-what-is-a-jib)\n- [2. What is a boom?](a.md#2-what-is-a-boom)\n",
        "b.md",
    )
    _write("# Sailing\n\n### 1. What is a jib?\n\nA sail.\n\n### 2. What is a boom?\n\nA spar.\n")
    _run("remove", f"What is a {gone}?", ".")
    assert _read("b.md") == f"# Sailing\n\n- [1. What is a {left}?](a.md#1-what-is-a-{left})\n"


def test_what_no_longer_tells_what_asks_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    text = f"## What is asked?\n\n{LIST}{TWO}"
    _write(text)
    _run("remove", "2", "a.md", code=2)
    assert _read() == text
    said = capsys.readouterr().err
    assert "would be read as 2 questions in place of 1; nothing was written; give it a schema" in said
    assert "bug" not in said


def test_diff_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    _write(BANK)
    _run("add", "What is a luff?", "a.md", "--diff", code=1)
    assert "+### 5. What is a luff?\n" in capsys.readouterr().out
    _run("remove", "4", "a.md", "--diff", code=1)
    assert "-### 4. What is a cleat?\n" in capsys.readouterr().out
    assert _read() == BANK


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add"], "expected the text of a question"),
        (["add", "…"], "expected the text of a question"),
        (["remove"], "expected the number of a question"),
        (["add", "What is it?", "a.md", "--after", "9"], 'found no question "9" in a.md (1 to 4)'),
        (["remove", "9", "a.md"], 'found no question "9" in a.md (1 to 4)'),
        (["add", "What is it?", "."], "found 2 question documents (a.md, b.md); name one"),
        (
            ["add", "The end of the line.\n\nIt is near.", "a.md", "--after", "1", "--section", "Deck"],
            "found no question",
        ),
        (["add", "What is it?", "none.md"], "none.md"),
    ],
)
def test_what_makes_no_sense_is_exit_code_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(BANK)
    _write(BANK.replace("sail", "flag"), "b.md")
    _run(*arguments, code=2)
    assert message in capsys.readouterr().err
    assert _read() == BANK
