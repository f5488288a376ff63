"""One fix that cannot be proved is left out and named, and all others are written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dlqa_lint.cli import fixing, main
from dlqa_lint.cli.banks import ProjectBank
from dlqa_lint.fixer import FixResult, fix_provable
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.text.source import Source, Span
from fixer.tiny import Rule, checker, one_fix, replacing, rule

BANK = "# Title\n\n### 1. What is loss?\nAnswer: A number.\n\n### 2. What is depth?\nAnswer: Layers.\n"
BOLD = rule("bold-marker", replacing("\nAnswer:", "\n**Answer:**"))
LIAR = rule("liar", replacing("Layers", "LAYERS"))


def run(texts: Mapping[str, str], *rules: tuple[str, Rule]) -> FixResult:
    sources = {path: Source(path, text) for path, text in texts.items()}
    return fix_provable(sources, checker(*rules), unsafe=False)


def refusals(result: FixResult) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(refusal.path, refusal.rules, refusal.whole) for refusal in result.refused]


def test_the_rule_that_breaks_the_promise_is_found_and_the_others_are_applied() -> None:
    result = run({"a.md": BANK, "b.md": BANK.replace("Layers", "Leaves")}, LIAR, BOLD)
    assert refusals(result) == [("a.md", ("liar",), False)]
    assert {path: source.text for path, source in result.changed.items()} == {
        "a.md": BANK.replace("\nAnswer:", "\n**Answer:**"),
        "b.md": BANK.replace("Layers", "Leaves").replace("\nAnswer:", "\n**Answer:**"),
    }
    first, *_ = result.refused[0].lines
    assert first.startswith("a.md: found fixes of liar that cannot be proved, and they were left out;")
    assert "+**Answer:** LAYERS." in result.refused[0].diff


def test_a_rule_that_never_settles_is_left_out() -> None:
    def grow(document: Document) -> Iterator[tuple[str, Fix]]:
        yield "more", Fix("more", (Edit(document.path, Span(1, 2), "  "),))

    result = run({"a.md": BANK}, rule("grow", grow), BOLD)
    assert refusals(result) == [("a.md", ("grow",), False)]
    assert result.changed["a.md"].text == BANK.replace("\nAnswer:", "\n**Answer:**")
    assert "did not settle in 10 passes" in result.refused[0].problem


def test_of_rules_that_undo_each_other_one_is_left_out() -> None:
    back = rule("to-plain", replacing("**Answer:**", "Answer:"))
    result = run({"a.md": BANK}, BOLD, back)
    assert [refusal.path for refusal in result.refused] == ["a.md"]
    assert "undo each other" in result.refused[0].problem


def test_a_document_in_which_no_single_rule_does_it_keeps_its_bytes() -> None:
    other = rule("other-liar", replacing("number", "NUMBER"))
    result = run({"a.md": BANK, "b.md": "# B\n"}, LIAR, other, BOLD)
    assert [(path, set(rules), whole) for path, rules, whole in refusals(result)] == [
        ("a.md", {"liar", "other-liar", "bold-marker"}, True)
    ]
    assert result.changed == {}
    assert "the document keeps its text" in result.refused[0].lines[0]


def test_a_fix_over_two_files_is_left_out_of_both() -> None:
    start = BANK.index("Layers")
    both = rule("both", one_fix(BANK, [("a.md", start, start + 6, "LAYERS"), ("b.md", 1, 2, "  ")]))
    result = run({"a.md": BANK, "b.md": "# B\n"}, both, rule("c", replacing("# C\n", "#  C\n")))
    assert refusals(result) == [("a.md", ("both",), False)]
    assert result.changed == {}


def test_what_was_left_out_is_reported_and_the_rest_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    good = "# A\n\n###  1. What is x?\n\nIt is.\n\n### 2. Why is x?\n\nSo.\n\n### 3. How is x?\n\nThus.\n"
    bad = good.replace("It is.", "It is. <!-- liar -->")
    Path("a.md").write_text(good, "utf-8")
    Path("b.md").write_text(bad, "utf-8")
    whole = fixing.fix_bank

    def lying(bank: ProjectBank, lint: fixing.Lint, *, unsafe: bool) -> fixing.Fixed:
        def lint_and_lie(bank: ProjectBank) -> list[Finding]:
            found = lint(bank)
            return [
                finding._replace(
                    fix=Fix("lie", (Edit("b.md", Span(at, at + 2), "IT"),)) if at >= 0 else finding.fix
                )
                for finding in found
                for at in [bad.find("It") if finding.path == "b.md" and finding.fix else -1]
            ]

        return whole(bank, lint_and_lie, unsafe=unsafe)

    monkeypatch.setattr(fixing, "fix_bank", lying)
    assert main(["--isolated", "--no-cache", "--fix", "."]) == 2
    assert "b.md: found fixes of heading-spacing that cannot be proved" in capsys.readouterr().err
    assert Path("a.md").read_text("utf-8") == good.replace("###  1", "### 1")
    assert Path("b.md").read_text("utf-8") == bad


LINKS = {
    "a.md": "# A\n\n### 1. What is a?\n\nSee [d](b.md#2-What-is-d).\n\n### 2. What is b?\n\nIt is.\n\n"
    "### 4. What is e?\n\nIt is e.\n",
    "b.md": "# B\n\n### 1. What is c?\n\nSee [b](a.md#2-What-is-b) and [e][e].\n\n### 2. What is d?\n\n"
    "[e]: a.md#4-What-is-e\n\n### 3. What is f?\n\nIt is f.\n",
}


def test_a_link_whose_capitals_were_wrong_is_not_a_changed_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in LINKS.items():
        Path(name).write_text(text, "utf-8")
    assert (
        main(
            [
                *["--isolated", "--no-cache", "--fix", "--unsafe-fixes", "--exit-zero"],
                "--extend-select",
                "anchor-case",
                ".",
            ]
        )
        == 0
    )
    assert capsys.readouterr().err == ""
    assert "(a.md#2-what-is-b)" in Path("b.md").read_text("utf-8")
    assert "a.md#3-what-is-e" in Path("b.md").read_text("utf-8")


def test_no_question_is_written_in_a_form_with_a_mark_that_it_does_not_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    boxes = "".join(f"- [ ] What is thing {at}?\n\n  It is a thing of its own.\n\n" for at in range(5))
    grid = "**Grid**\n\n- advantages\n  - simple\n- drawbacks\n  - slow\n\n"
    text = f"# Questions\n\n## Basics\n\n{boxes}## More\n\n{grid}{boxes}"
    Path("a.md").write_text(text.replace("thing 4", "cell"), "utf-8")
    assert main(["--isolated", "--no-cache", "--fix", "--unsafe-fixes", "--exit-zero", "."]) == 0
    assert "{mark}" not in Path("a.md").read_text("utf-8")


def test_fixes_after_which_the_same_words_would_be_read_otherwise_are_left_out_without_a_word() -> None:
    code = rule("indents", replacing("\nAnswer: Layers", "\n\n    Answer: Layers"))
    gone = rule("unmarks", replacing("### 2.", "2 -"))
    result = run({"a.md": BANK}, code, gone, BOLD)
    assert not result.refused
    assert result.changed["a.md"].text == BANK.replace("\nAnswer:", "\n**Answer:**")
    assert {finding.rule for finding in result.findings} >= {"unmarks"}


def test_a_question_that_is_lost_with_its_words_is_reported() -> None:
    lost = rule("drops", replacing("### 2. What is depth?\nAnswer: Layers.\n", ""))
    assert refusals(run({"a.md": BANK}, lost)) == [("a.md", ("drops",), False)]
