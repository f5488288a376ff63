"""`dlqa-lint init` and `--explain-schema`: what is written and said, and that no finding changes by it."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import recognised
from dlqa_lint.cli import main
from dlqa_lint.config.schema_files import read_schema
from dlqa_lint.config.write import schema_text
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source

RULES = selected(
    all_rules(), RuleSelection(extend_select=tuple({rule.family for rule in all_rules().values()}))
)
ANSWER = "It is a thing that you can hold in your hand.\n"


def _asked(*lines: str, answer: str = ANSWER) -> str:
    return "".join(f"{line}\n\n{answer}\n" for line in lines)


QUIZ = "- [ ] yes\n- [x] no\n"
CLICK = "<details>\n<summary>Show the answer</summary>\n\nOf course.\n\n</details>\n"
LETTERS = "- A. a cat\n- B. a dog\n\n**Answer: B**\n"
DOCUMENTS = {
    "headings with a gap and a decorated title": "# **Things**\n\n"
    + _asked("### 1. What is a?", "### 2. What is b?", "### 4. What is d?"),
    "headings from zero": "# Things\n\n"
    + _asked("## Q0: What is a?", "## Q1: What is b?", "## Q2: What is c?"),
    "a bank that lost its head": "# Things\n\n"
    + _asked("### 96. What is a?", "### 97. What is b?", "### 98. What is c?"),
    "sections that count from one, and one from zero": "# Things\n\n"
    + "## Letters\n\n" + _asked("### 1. What is a?", "### 2. What is b?", "### 3. What is c?")
    + "## Digits\n\n" + _asked("### 0. What is one?", "### 1. What is two?", "### 2. What is three?"),
    "two runs in two forms": "# Things\n\n## Letters\n\n"
    + _asked("#### 1. What is a?", "#### 2. What is b?", "#### 3. What is c?", "#### 5. What is e?")
    + "## Digits\n\n1. What is one?\n2. What is two?\n3. How is three written?\n4. Why is four even?\n",
    "withdrawn questions in the second run": "# Things\n\n## Letters\n\n"
    + _asked("### 1. What is a?", "### 2. What is b?", "### 3. What is c?") + "## Digits\n\n"
    + _asked("### 1. What is one?", "~~### 2. What is two?~~", "### 3. What is three?", "### 4. Why four?"),
    "answers with markers of several kinds": "# Things\n\n"
    + _asked("### 1. What is a?", "### 2. What is b?", answer="**Answer:** It is one.\n")
    + _asked("### 3. What is c?", answer="Answer: It is one.\n")
    + _asked("### 4. What is d?", answer="Solution: It is one.\n")
    + _asked("### 5. What is e?", "### 6. What is f?"),
    "answers that repeat the number": "# Things\n\n"
    + "".join(f"### {n}. What is {n}?\n\n**Answer {n}:** It is one.\n\n" for n in range(1, 13)),
    "answers that open on a click": "# Things\n\n"
    + _asked("### 1. What is a?", "### 2. What is b?", "### 3. What is c?", answer=CLICK),
    "questions that open on a click": "# Things\n\n" + "".join(
        f"<details>\n<summary><b>{text}</b></summary>\n\n{ANSWER}\n</details>\n\n"
        for text in ("What is a?", "What is b?", "Why is c?")
    ),
    "a quiz that is partly ticked": "# Quiz\n\n"
    + _asked("#### Q1. Is it a?", "#### Q2. Is it b?", answer=QUIZ)
    + _asked("#### Q3. Is it c?", "#### Q4. Is it d?", answer=QUIZ.replace("x", " "))
    + _asked("#### Q5. Why is it e?"),
    "a quiz with letters": "# Quiz\n\n"
    + _asked("1. Which animal barks?", "2. Which one meows?", "3. Which one is green?", answer=LETTERS),
    "a frequently asked page without numbers": "# FAQ\n\n"
    + _asked("## How do I start?", "## How do I stop?") + "## Can I go?\n\n## Why should I?\n\nTODO\n",
    "a list of nothing but questions": "# Interview questions\n\n"
    + "".join(f"1. What is thing {name}?\n" for name in "abcdefghijkl"),
    "bold questions": "# Things\n\n" + _asked("**1. What is a?**", "**2. What is b?**", "**3. What is c?**"),
    "bullets": "# Interview questions\n\n" + "".join(f"- What is thing {name}?\n" for name in "abcdefgh"),
    "headings in a numbered list": "# Things\n\n"
    + "".join(f"{n}. ### What is thing {n}?\n\n    {ANSWER}\n" for n in (1, 2, 3, 3, 5)),
    "numbers with several parts": "# Things\n\n"
    + _asked("### 1.1 What is a?", "### 1.2 What is b?", "### 1.4 What is d?", "### 2.1 What is e?"),
    "a table": "# Interview questions\n\n| No. | Question |\n|---|---|\n"
    + "".join(f"| {n} | What is thing {n}? |\n" for n in (1, 2, 3, 5, 6)),
    "one file for a question": f"---\nquestion: What is a?\n---\n\n{ANSWER}",
    "chinese": "# 面试题\n\n"
    + _asked("### 第 1 题：什么是张量？", "### 第 2 题：什么是秩？", "### 第 4 题：什么是形状？"),
    "no title, and contents": "- [What is a?](#1-what-is-a)\n- [What is z?](#2-what-is-z)\n\n"
    + _asked("### 1. What is a?", "### 2. What is b?", "### 3. What is c?"),
}  # fmt: skip
OTHERS = {
    case.name: case.text
    for file in sorted(recognised.FOLDER.glob("*.md"))
    for case in recognised.read_file(file)
    if not case.schema
}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8", newline="\n")


def _report(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """All that a run finds, but for whether its fixes are safe."""
    capsys.readouterr()
    main(["--output-format", "json", *arguments])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    for finding in found:
        if finding["fix"]:
            del finding["fix"]["safe"]
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_of_these_is_understood_as_a_bank(name: str) -> None:
    assert recognise(Source("a.md", DOCUMENTS[name]), None).is_bank


@pytest.mark.parametrize("text", (DOCUMENTS | OTHERS).values(), ids=list(DOCUMENTS | OTHERS))
def test_the_written_schema_leads_to_the_same_document_and_findings(text: str, tmp_path: Path) -> None:
    source = Source("a.md", text)
    learned = recognise(source, None)
    if not learned.is_bank:
        return
    file = tmp_path / "bank.toml"
    file.write_text(schema_text(learned.schema), "utf-8")
    given = recognise(source, read_schema(file, "bank.toml"))
    same = given._replace(
        schema=learned.schema,
        evidence=learned.evidence,
        confidence=learned.confidence,
        doubt=learned.doubt,
    )
    assert same == learned
    found = lint(Bank((given,)), RULES)
    settled = learned._replace(doubt=None)  # as a schema does
    assert [(finding.rule, finding.span, finding.message) for finding in found] == [
        (finding.rule, finding.span, finding.message) for finding in lint(Bank((settled,)), RULES)
    ]


def test_a_run_with_what_init_wrote_finds_what_it_found_before(capsys: pytest.CaptureFixture[str]) -> None:
    for index, text in enumerate(DOCUMENTS.values()):
        _write(f"banks/{index:02}.md", text)
    before = _report(capsys, "banks")
    assert before
    assert main(["init"]) == 0
    assert _report(capsys) == before


def test_one_shape_is_one_schema_with_its_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"### {n}. What is thing {n}?" for n in range(1, 9)]
    _write("bank.md", "# Things\n\n" + _asked(*lines[:4], "#" + lines[4], *lines[5:]))
    assert main(["init"]) == 0
    assert tomllib.loads(Path("dlqa-lint.toml").read_text("utf-8")) == {
        "include": ["bank.md"], "schema": "dlqa-schema.toml",
    }  # fmt: skip
    text = Path("dlqa-schema.toml").read_text("utf-8")
    assert '# Evidence: form "### {number}. {text}": 7 of 8 questions, line 19 differs.' in text
    out = capsys.readouterr().out
    assert 'wrote dlqa-schema.toml: "### {number}. {text}", 8 questions in 1 document' in out
    assert "1 question-form" in out


def test_documents_of_the_same_shape_share_a_block(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("faq/one.md", "faq/two.md"):
        _write(name, "# FAQ\n\n" + _asked("## How do I start?", "## How do I stop?", "## Why?"))
    _write("bank.md", "# Things\n\n" + _asked("### 1. What is a?", "### 2. What is b?", "### 3. What is c?"))
    _write("notes.md", "# Notes\n\nWe met on Monday.\n")
    assert main(["init"]) == 0
    assert tomllib.loads(Path("dlqa-lint.toml").read_text("utf-8"))["bank"] == [
        {"include": ["faq/*.md"], "schema": "dlqa-schema-faq.toml"},
        {"include": ["bank.md"], "schema": "dlqa-schema-bank.toml"},
    ]
    assert "left out notes.md: not a question document" in capsys.readouterr().out


def test_a_document_joins_a_shape_that_changes_nothing_for_it() -> None:
    full = "# Things\n\n" + _asked("### 1. What is a?", "### 2. What is b?", "### 3. What is c?")
    for name in ("one.md", "two.md"):
        _write(name, full)
    _write("untitled.md", full.removeprefix("# Things\n\n"))
    _write("open.md", "# Interview questions\n\n### 1. What is a?\n\n### 2. What is b?\n\n### 3. Why?\n")
    assert main(["init"]) == 0
    blocks = tomllib.loads(Path("dlqa-lint.toml").read_text("utf-8"))["bank"]
    assert [block["include"] for block in blocks] == [["one.md", "two.md", "untitled.md"], ["open.md"]]


def test_patterns_catch_no_other_file() -> None:
    bank = "# Things\n\n" + _asked("### 1. What is a?", "### 2. What is b?", "### 3. What is c?")
    for name in ("all/a.md", "all/deep/b.md", "some/[c].md", "some/d.md", "README.md"):
        _write(name, bank)
    for name in ("some/notes.md", "other/README.md"):
        _write(name, "# Notes\n\nWe met on Monday.\n")
    assert main(["init"]) == 0
    assert tomllib.loads(Path("dlqa-lint.toml").read_text("utf-8"))["include"] == [
        "all/**/*.md", "/README.md", "some/[[]c].md", "some/d.md",
    ]  # fmt: skip
    assert main(["--select", "structure"]) == 0


def test_nothing_is_overwritten_without_force(capsys: pytest.CaptureFixture[str]) -> None:
    _write("bank.md", DOCUMENTS["headings from zero"])
    _write("dlqa-schema.toml", "mine")
    assert main(["init"]) == 2
    assert "dlqa-schema.toml already; nothing was written; --force overwrites" in capsys.readouterr().err
    assert Path("dlqa-schema.toml").read_text("utf-8") == "mine"
    assert not Path("dlqa-lint.toml").exists()
    assert main(["init", "--force"]) == 0
    assert "[question]" in Path("dlqa-schema.toml").read_text("utf-8")


def test_settings_in_pyproject_are_not_shadowed_without_force(capsys: pytest.CaptureFixture[str]) -> None:
    _write("bank.md", DOCUMENTS["headings from zero"])
    _write("pyproject.toml", "[tool.dlqa-lint]\n")
    assert main(["init"]) == 2
    assert "pyproject.toml ([tool.dlqa-lint]) already" in capsys.readouterr().err
    _write("pyproject.toml", "[tool.other]\n")
    assert main(["init"]) == 0


def test_a_hidden_settings_file_is_the_one_that_is_written() -> None:
    _write("bank.md", DOCUMENTS["headings from zero"])
    _write(".dlqa-lint.toml", 'schema = "faq"\n')
    assert main(["init"]) == 2
    assert main(["init", "--force"]) == 0
    assert 'schema = "dlqa-schema.toml"' in Path(".dlqa-lint.toml").read_text("utf-8")
    assert not Path("dlqa-lint.toml").exists()


def test_a_symbolic_link_is_never_written_through(tmp_path: Path) -> None:
    _write("bank.md", DOCUMENTS["headings from zero"])
    _write("mine.toml", "mine")
    Path("dlqa-schema.toml").symlink_to(tmp_path / "mine.toml")
    assert main(["init", "--force"]) == 2
    assert Path("mine.toml").read_text("utf-8") == "mine"


def test_what_is_written_is_all_or_nothing() -> None:
    _write("bank.md", DOCUMENTS["headings from zero"])
    Path("dlqa-schema.toml").mkdir()  # in the way of the second file
    assert main(["init", "--force"]) == 2
    assert not Path("dlqa-lint.toml").exists()
    _write("dlqa-lint.toml", "ignore = []\n")
    assert main(["init", "--force"]) == 2
    assert Path("dlqa-lint.toml").read_text() == "ignore = []\n"


def test_what_cannot_be_learned_from_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("notes.md", "# Notes\n\nWe met on Monday.\n")
    assert main(["init"]) == 2
    assert "no question document" in capsys.readouterr().err
    _write("bank.md", DOCUMENTS["headings from zero"])
    assert main(["init", "--schema", "faq", "bank.md"]) == 2
    assert main(["init", "-"]) == 2
    Path("inside").mkdir()
    monkeypatch.chdir("inside")
    assert main(["init", "../bank.md"]) == 2
    assert "not below the current folder" in capsys.readouterr().err
    assert [path for path in Path().iterdir() if path.name != ".dlqa_lint_cache"] == []


def test_the_explained_schema_is_a_schema_file(capsys: pytest.CaptureFixture[str]) -> None:
    text = DOCUMENTS["answers with markers of several kinds"]
    _write("bank.md", text)
    before = _report(capsys, "bank.md")
    assert main(["--explain-schema", "bank.md"]) == 0
    out = capsys.readouterr().out
    assert "# Evidence: 2 of 6 answers begin like this, 2 with another marker, 2 without one." in out
    assert '# include = ["bank.md"]' in out
    _write("bank.toml", out)
    assert _report(capsys, "--schema", "bank.toml", "bank.md") == before


def test_the_explanation_says_why_the_count_is_understood_so(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", DOCUMENTS["sections that count from one, and one from zero"])
    main(["--explain-schema", "a.md"])
    out = " ".join(line.removeprefix("# ") for line in capsys.readouterr().out.splitlines())
    assert "6 of 6 questions carry a number, and the count starts again in each of 2 sections" in out
    assert "the count begins at 0 (1 run), 1 (1 run)" in out
    assert "first = 1" in out
    assert "6 of 6 questions are answered" in out


@pytest.mark.parametrize(
    ("question", "answer", "answered", "share", "required"),
    [
        ("## {}. What is knot {}?\n", "\nAnswer: A loop of rope.\n", 2, "a quarter", "true"),
        ("## {}. What is knot {}?\n", "\nIt is a loop of rope that holds a boat.\n", 2, "a quarter", "false"),
        ("{}. What is knot {}?\n", "\n   It is a loop of rope that holds a boat.\n\n", 3, "a third", "false"),
        ("{}. What is knot {}?\n", "\n   It is a loop of rope that holds a boat.\n\n", 4, "a third", "true"),
    ],
)
def test_the_explanation_states_the_share_that_decides_whether_answers_are_required(
    capsys: pytest.CaptureFixture[str],
    question: str,
    answer: str,
    *,
    answered: int,
    share: str,
    required: str,
) -> None:
    asked = [question.format(at, at) + answer * (at <= answered) for at in range(1, 11)]
    _write("a.md", "# Ten interview questions\n\n" + "\n".join(asked))
    main(["--explain-schema", "a.md"])
    out = " ".join(line.removeprefix("# ") for line in capsys.readouterr().out.splitlines())
    only = "" if required == "true" else " only"
    assert (
        f"{answered} of 10 questions are answered; answers are required{only} where at least two and at least "
        f"{share} are answered for sure, a tenth with a marker, or half with notes" in out
    )
    assert f"required = {required}" in out


def test_what_is_not_a_bank_and_what_has_a_schema_is_explained_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("notes.md", "# Notes\n\nWe met on Monday.\n")
    main(["--explain-schema", "notes.md"])
    assert capsys.readouterr().out.startswith("# notes.md: not a question document")
    _write("bank.md", DOCUMENTS["headings with a gap and a decorated title"])
    main(["--explain-schema", "--schema", "numbered-heading", "bank.md"])
    out = capsys.readouterr().out
    assert out.startswith("# bank.md: the settings give it a schema; nothing was learned.")
    assert '"### {number}. {text}": 3 of 3 questions' in out
