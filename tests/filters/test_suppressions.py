"""Suppressions: what is one, what it hides, what becomes of it, and that all findings can be hidden."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from dlqa_lint.cli import main
from dlqa_lint.edits.suppress import suppressing
from dlqa_lint.filters.suppressions import distinct_pairs, suppress
from dlqa_lint.fixer import CheckResult, fix_provable
from dlqa_lint.linter import lint
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.model.schema import QuestionForm, Schema
from dlqa_lint.recognise import recognise
from dlqa_lint.rule import asked
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source, Span

SCHEMA = Schema(question=QuestionForm(form=("### {number}. {text}",)))
ITEMS = Schema(question=QuestionForm(form=("{number}. {text}",)))
TEXT = """# Axes

### 1. What is an axis?

A direction. HERE

### 2. What is a rank?

A number of axes.
"""
IGNORE = "<!-- dlqa-lint: ignore a-rule: so -->"


def document(text: str, path: str = "a.md", schema: Schema = SCHEMA) -> Document:
    return recognise(Source(path, text), schema)


def hidden(text: str, schema: Schema = SCHEMA) -> list[str]:
    """The numbers of the questions about which a rule can say nothing."""
    found = document(text, schema=schema)
    findings = [
        Finding("a-rule", "a", Severity.ERROR, "m", "a.md", q.span, asked(q)) for q in found.questions
    ]
    left = suppress(findings, [found]).findings
    return [finding.question.number or "" for finding in findings if finding not in left and finding.question]


def test_a_comment_says_what_it_hides_and_why() -> None:
    comment = "<!-- dlqa-lint: ignore a-rule, b: it is\nso -->"
    (found,) = document(TEXT.replace("HERE", comment)).suppressions
    assert (found.verb, found.reason) == ("ignore", "it is so")
    assert [name.text for name in found.names] == ["a-rule", "b"]
    assert document(TEXT.replace("HERE", comment)).source.slice(found.names[1].span) == "b"


@pytest.mark.parametrize(
    "written",
    [
        "<!--dlqa-lint:ignore a-rule:so-->",
        "<!--\n  dlqa-lint: ignore a-rule: so\n-->",
        f"**bold** {IGNORE} and more",
        f"\n\n<div>\n{IGNORE}\n</div>\n",
        f"\n\n> quoted {IGNORE}\n",
        f"\n\n- item {IGNORE}\n",
        f"`code` {IGNORE} `code`",
        f"a stray ` and {IGNORE}",
        f"{IGNORE.replace('so', 'a stray ` in it')} and `code`",
        f"\n\n| a | b |\n|---|---|\n| c | d {IGNORE} |\n",
        f"\n\n<div>\n<pre>code</pre>\n{IGNORE}\n</div>\n",
    ],
)
def test_comments_count_wherever_html_does(written: str) -> None:
    assert hidden(TEXT.replace("HERE", written)) == ["1"]


@pytest.mark.parametrize(
    "written",
    [
        f"`{IGNORE}`",
        f"`` ` {IGNORE} ``",
        f"`two\nlines {IGNORE}`",
        f"\n\n```\n{IGNORE}\n```\n",
        f"\n\n    {IGNORE}\n",
        f"\n\n- item\n\n      {IGNORE}\n",
        f"\n\n<pre>\n{IGNORE}\n</pre>\n",
        f"\n\n| a | b |\n|---|---|\n| c | {IGNORE.replace('so', 'so | so')} |\n",
        f"\\{IGNORE}",
        "<!-- about dlqa-lint: ignore a-rule: so -->",
        "<!-- dlqa-lint: ignore a-rule: so",
        "dlqa-lint: ignore a-rule: so",
    ],
)
def test_code_and_other_text_are_not_suppressions(written: str) -> None:
    assert document(TEXT.replace("HERE", written)).suppressions == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("### 1. A?\n\nb\n\nCOMMENT\n### 2. C?\n\nd\n", ["2"]),
        ("### 1. A?\n\nb\n\nCOMMENT\n\n### 2. C?\n\nd\n", ["2"]),
        ("### 1. A?\n\nb\n\nCOMMENT\n<!-- more -->\n\n### 2. C?\n\nd\n", ["2"]),
        ('### 1. A?\n\nb\n\nCOMMENT\n<a name="c"></a>\n### 2. C?\n\nd\n', ["2"]),
        ("### 1. A?\n\nb\n\nCOMMENT\n\n\n### 2. C?\n\nd\n", ["1"]),
        ("### 1. A?\n\nb\nCOMMENT\n\n### 2. C?\n\nd\n", ["1"]),
        ("### 1. A?\nCOMMENT\n\nb\n\n### 2. C?\n\nd\n", ["1"]),
        ("### 1. A? COMMENT\n\n### 2. C?\n\nd\n", ["1"]),
        ("### 1. A?\n\nb\n\n### 2. C?\n\nd COMMENT\n", ["2"]),
        ("COMMENT\n### 1. A?\n\nb\n\n### 2. C?\n\nd\n", ["1"]),
        ("# T\n\nCOMMENT\n\nText.\n\n### 1. A?\n\nb\n\n### 2. C?\n\nd\n", []),
    ],
)
def test_a_comment_is_about_the_question_that_it_is_in_or_directly_above(
    text: str, numbers: list[str]
) -> None:
    for newline in ("\n", "\r\n"):
        assert hidden(text.replace("COMMENT", IGNORE).replace("\n", newline)) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. What is a?\n   COMMENT\n2. What is b?\n", ["1"]),
        ("1. What is a?\n\n   COMMENT\n\n2. What is b?\n", ["1"]),
        ("1. What is a? COMMENT\n2. What is b?\n", ["1"]),
        ("1. What is a?\n\nCOMMENT\n2. What is b?\n", ["2"]),
    ],
)
def test_in_a_list_a_comment_inside_an_item_is_about_that_item(text: str, numbers: list[str]) -> None:
    assert hidden(text.replace("COMMENT", IGNORE), ITEMS) == numbers


def test_a_comment_with_blank_lines_around_it_is_about_the_question_that_has_such_a_finding() -> None:
    found = document(TEXT.replace("HERE", f"\n\n{IGNORE}"))
    findings = [
        Finding("a-rule", "a", Severity.ERROR, "m", "a.md", q.span, asked(q)) for q in found.questions
    ]
    assert suppress(findings, [found]).findings == findings[:1]
    assert suppress(findings[:1], [found]).findings == []


def test_the_next_line_and_the_file_can_be_covered() -> None:
    text = "# T\n\nCOMMENT\n\nText.\n\n### 1. A?\n\nb\n"
    places = [Span(text.find(word), text.find(word) + 1) for word in ("# T", "COMMENT", "Text", "### 1")]

    def left(verb: str) -> list[int]:
        comment = f"<!-- dlqa-lint: {verb} a-rule: so -->"
        shift = len(comment) - len("COMMENT")
        found = document(text.replace("COMMENT", comment))
        spans = [span if span.start < 10 else Span(span.start + shift, span.end + shift) for span in places]
        findings = [Finding("a-rule", "a", Severity.ERROR, "m", "a.md", span) for span in spans]
        kept = suppress(findings, [found]).findings
        return [index for index, finding in enumerate(findings) if finding in kept]

    assert left("ignore-next-line") == [0, 1, 3]
    assert left("ignore-file") == []
    assert left("ignore") == [0, 1, 2, 3]


def test_a_family_name_hides_its_rules_and_another_rule_is_not_hidden() -> None:
    comment = "<!-- dlqa-lint: ignore answers: so -->"
    text = "# A\n\n### 1. What is a?\n\nb\n\n" + comment + "\n### 3. What is c?\n"
    bank = Bank((document(text),))
    rules = [rule() for rule in all_rules().values()]
    assert [finding.rule for finding in lint(bank, rules)] == ["number-gap"]


def _linted(texts: Mapping[str, str], *names: str) -> list[tuple[str, str]]:
    documents = tuple(document(text, path) for path, text in texts.items())
    rules = [rule() for name, rule in all_rules().items() if not names or name in names]
    return [(finding.path, finding.rule) for finding in lint(Bank(documents), rules)]


DUPLICATES = (
    "duplicate-question",
    "duplicate-topic",
    "duplicate-answer",
    "related-topic",
    "unused-suppression",
)


def _twice(comment: str, other: str = "") -> dict[str, str]:
    first = f"# A\n\n### 1. What is a rank?\n\n{other}\n\nAxes.\n\n### 2. What is a view?\n\nA step.\n"
    return {"a.md": first, "b/b.md": f"# B\n\n### 7. What is a rank?\n\n{comment}\n\nA grade in an army.\n"}


@pytest.mark.parametrize(
    ("comment", "other"),
    [
        ("<!-- dlqa-lint: distinct ../a.md#1: of soldiers -->", ""),
        ("<!-- dlqa-lint: distinct ../a.md#1-what-is-a-rank: of soldiers -->", ""),
        ("", "<!-- dlqa-lint: distinct b/b.md#7: of tensors -->"),
    ],
)
def test_distinct_parts_two_questions_from_either_side_and_across_files(comment: str, other: str) -> None:
    assert _linted(_twice("", ""), *DUPLICATES) == [("b/b.md", "duplicate-question")]
    assert _linted(_twice(comment, other), *DUPLICATES) == []
    documents = [document(text, path) for path, text in _twice(comment, other).items()]
    assert distinct_pairs(documents) == {frozenset({("a.md", 3), ("b/b.md", 3)})}


def test_distinct_that_matches_nothing_any_more_is_reported() -> None:
    for target in ("../a.md#2", "../a.md#9"):
        found = _linted(_twice(f"<!-- dlqa-lint: distinct {target}: so -->"), *DUPLICATES)
        assert found == [("b/b.md", "duplicate-question"), ("b/b.md", "unused-suppression")]


def test_of_three_equal_questions_only_the_pair_that_is_said_to_differ_is_split() -> None:
    question = "### {}. What is a rank?\n\n{}\n\nAn answer of number {}.\n\n"
    comments = ("", "<!-- dlqa-lint: distinct 1: so -->", "")
    text = "# A\n\n" + "".join(question.format(n, comments[n - 1], n) for n in (1, 2, 3))
    assert len(_linted({"a.md": text}, "duplicate-question", "unused-suppression")) == 1


def test_renumbering_takes_distinct_comments_along_in_all_files() -> None:
    a = "# A\n\n### 1. What is an axis?\n\nA direction.\n\n### 3. What is a rank?\n\nA number of axes.\n"
    own = "\n### 4. What is a rank?\n\n<!-- dlqa-lint: distinct 3: of matrices -->\n\nA dimension.\n"
    comment = "<!-- dlqa-lint: distinct a.md#3, a.md#4: in an army -->"
    other = f"# B\n\n### 1. What is a rank?\n\n{comment}\n\nA grade.\n"
    sources = {"a.md": Source("a.md", a + own), "b.md": Source("b.md", other)}
    rules = [all_rules()[name]() for name in ("number-gap", "duplicate-question")]

    def check(texts: Mapping[str, Source]) -> CheckResult:
        documents = {path: recognise(source, SCHEMA) for path, source in texts.items()}
        return CheckResult(documents, lint(Bank(tuple(documents.values())), rules))

    done = fix_provable(sources, check, unsafe=False)
    assert done.findings == ()
    assert "distinct 2: of matrices" in done.changed["a.md"].text
    assert "distinct a.md#2, a.md#3: in an army" in done.changed["b.md"].text


HEADINGS = """# 9 questions about arrays

### 1. What is a tensor?

An array of numbers.

### 2. What is a rank?

### 4. What is a shape?

TODO

#### 5. What is a stride?

A step.

### 6. What is a tensor?

An array, again.
"""
LIST = """# Arrays

1. What is a tensor?

   An array.

2. What is a rank?
3. What is a shape?
   A tuple of numbers.
5. What is a stride?

   TODO

10. What is a view of
    an array?"""
DETAILS = """# Arrays

<details>
<summary>What is a tensor?</summary>

An array.

</details>

<details>
<summary>What is a rank?</summary>
</details>

<details>
<summary>What is a shape?</summary>

TODO

</details>
"""
TABLE = """# Arrays

| Question | Answer |
| --- | --- |
| What is a tensor? | An array |
| What is a rank? | |
| What is a shape? | TODO |
"""
BOLD = """# Arrays

**1. What is a tensor?**

An array.

**2. What is a rank?**

**4. What is a shape?**

TODO
"""
ONE = """---
question: What is a tensor?
---

TODO
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text", [HEADINGS, LIST, DETAILS, TABLE, BOLD, ONE],
    ids=["headings", "list", "details", "table", "bold", "file"],
)  # fmt: skip
def test_all_findings_can_be_hidden_and_the_next_run_is_clean(
    text: str, newline: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "a.md"
    file.write_text(text, encoding="utf-8", newline=newline)
    Path("dlqa-lint.toml").write_text("extend-select = ['related-topic']\n", encoding="utf-8")
    assert main(["a.md"]) == 1
    assert main(["--add-suppressions", "--reason", "known  to us", "a.md"]) == 0
    assert main(["a.md"]) == 0
    written = file.read_bytes().decode()
    assert written.count("dlqa-lint: ignore") >= 1
    assert ": known to us -->" in written
    # Lines were added, and nothing else.
    kept = [line for line in written.splitlines() if "dlqa-lint:" not in line]
    assert [line for line in kept if line] == [line for line in text.splitlines() if line]
    assert ("\r\n" in written) == (newline == "\r\n")
    before = file.read_bytes()
    assert main(["--add-suppressions", "--reason", "known to us", "a.md"]) == 0
    assert file.read_bytes() == before
    assert "added 0 suppressions" in capsys.readouterr().out


def test_in_a_list_the_comments_are_inside_the_items(folder: Path) -> None:
    Path("a.md").write_text(LIST, encoding="utf-8")
    main(["--add-suppressions", "--reason", "so", "a.md"])
    lines = Path("a.md").read_text(encoding="utf-8").splitlines()
    assert "   <!-- dlqa-lint: ignore missing-answer: so -->" in lines
    assert lines[-1].startswith("    <!-- dlqa-lint: ignore ")


def test_in_a_table_one_comment_covers_the_file(folder: Path) -> None:
    Path("a.md").write_text(TABLE, encoding="utf-8")
    main(["--add-suppressions", "--reason", "so", "a.md"])
    (comment,) = [line for line in Path("a.md").read_text(encoding="utf-8").splitlines() if "<!--" in line]
    assert comment.startswith("<!-- dlqa-lint: ignore-file ")


def test_what_still_counts_under_a_suppression_is_hidden_in_a_wider_place_and_then_left() -> None:
    text = TEXT.replace("HERE", IGNORE)

    def fixed(text: str) -> str | None:
        found = document(text)
        finding = Finding("a-rule", "a", Severity.ERROR, "m", "a.md", found.questions[0].span)
        (hidden,) = suppressing([finding], {"a.md": found}, "so")
        return hidden.fix.edits[0].replacement if hidden.fix else None

    assert fixed(TEXT) == f"{IGNORE}\n"
    wider = fixed(text)
    assert wider == f"{IGNORE.replace('ignore', 'ignore-file')}\n\n"
    assert fixed(wider + text) is None


def test_adding_suppressions_can_be_seen_before(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text(HEADINGS, encoding="utf-8")
    assert main(["--add-suppressions", "--reason", "so", "--diff", "a.md"]) == 1
    assert "+<!-- dlqa-lint: ignore missing-answer: so -->" in capsys.readouterr().out
    assert Path("a.md").read_text(encoding="utf-8") == HEADINGS


def test_what_was_added_is_reported_where_it_spoils_no_output(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.md").write_text(HEADINGS, encoding="utf-8")
    main(["--add-suppressions", "--reason", "so", "--output-format", "json", "a.md"])
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert err.startswith("added ")


def test_only_the_rules_that_run_are_hidden(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text(HEADINGS, encoding="utf-8")
    assert main(["--select", "missing-answer", "--add-suppressions", "--reason", "so", "a.md"]) == 0
    capsys.readouterr()
    main(["--output-format", "concise", "a.md"])
    found = capsys.readouterr().out
    assert "missing-answer" not in found
    assert "number-gap" in found


@pytest.mark.parametrize(
    "options",
    [
        ["--add-suppressions"],
        ["--add-suppressions", "--reason", " "],
        ["--add-suppressions", "--reason", "so --> no"],
        ["--add-suppressions", "--reason", "so", "--fix"],
        ["--reason", "so"],
    ],
)
def test_adding_suppressions_wants_a_reason_that_a_comment_can_hold(options: list[str], folder: Path) -> None:
    Path("a.md").write_text(HEADINGS, encoding="utf-8")
    assert main([*options, "a.md"]) == 2
    assert Path("a.md").read_text(encoding="utf-8") == HEADINGS


def test_a_rule_that_did_not_run_makes_none_of_its_suppressions_unused(folder: Path) -> None:
    text = HEADINGS.replace("TODO", "A tuple. <!-- dlqa-lint: ignore missing-answer: so -->")
    Path("a.md").write_text(text, encoding="utf-8")
    assert main(["--select", "unused-suppression", "a.md"]) == 0
    assert main(["--select", "unused-suppression,missing-answer", "a.md"]) == 1
    Path("dlqa-lint.toml").write_text("ignore = ['missing-answer']\n", encoding="utf-8")
    assert main(["--ignore", "numbering,answers,forms,duplicates,structure", "a.md"]) == 0


def test_what_may_need_files_that_were_not_named_is_not_judged(folder: Path) -> None:
    twins = _twice("<!-- dlqa-lint: ignore duplicate-question: so, distinct -->")
    Path("b").mkdir()
    for name, text in twins.items():
        more = "".join(f"\n### {n}. What is {n} of {name}?\n\n{n} words of {name}.\n" for n in (8, 9))
        Path(name).write_text(text + more, encoding="utf-8")
    only = ["--select", "duplicates,unused-suppression"]
    assert main([*only, "."]) == 0
    assert main([*only, "b/b.md"]) == 0
    Path("a.md").unlink()
    assert main([*only, "."]) == 1
    assert main([*only, "b/b.md"]) == 0
    Path("dlqa-lint.toml").write_text("include = ['**/*.md']\n", encoding="utf-8")
    assert main([*only, "b/b.md"]) == 1
