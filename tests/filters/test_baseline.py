"""Baselines: known findings do not count, wherever they go; new ones do."""

import json
from pathlib import Path
from typing import Any

import pytest

from dlqa_lint.cli import main
from dlqa_lint.filters.baseline import (
    Baseline,
    BaselineError,
    KnownFindings,
    parsed,
    stale,
    text_of,
    updated,
    without_known,
)
from dlqa_lint.filters.fingerprint import identity
from dlqa_lint.model.finding import Finding, QuestionRef, Severity
from dlqa_lint.text.source import Span

BASELINE = "dlqa-lint-baseline.json"
BANK = """# Arrays

### 1. What is a tensor?

An array of numbers.

### 2. What is a rank?

### 3. What is a shape?

TODO

### 5. What is a stride?

A step.
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str = BANK) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _rules(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The rules of what counts."""
    capsys.readouterr()
    main(["--output-format", "json", *arguments])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return [finding["rule"] for finding in found]


def _all_stay(entry: KnownFindings, finding: Finding) -> bool:
    return True


def _entries(name: str = BASELINE) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(Path(name).read_text(encoding="utf-8"))["findings"]
    return entries


def test_known_findings_do_not_count_and_a_new_one_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md")
    assert main(["a.md"]) == 1
    assert main(["--write-baseline", "a.md"]) == 0
    assert capsys.readouterr().out.endswith(f"wrote {BASELINE}: 3 known findings\n")
    assert main(["a.md"]) == 0
    assert capsys.readouterr().out.endswith("; 3 known to the baseline\n")
    _write("a.md", BANK.replace("A step.", "TODO"))
    assert _rules(capsys, "a.md") == ["placeholder-answer"]
    assert main(["a.md"]) == 1


def test_a_baseline_has_no_line_numbers_and_a_line_for_each_entry_in_order() -> None:
    _write("b.md")
    _write("a.md", BANK.replace("tensor", "vector"))
    main(["--write-baseline", "."])
    text = Path(BASELINE).read_text(encoding="utf-8")
    assert [(entry["path"], entry["rule"]) for entry in _entries()] == sorted(
        (entry["path"], entry["rule"]) for entry in _entries()
    )
    assert all(set(entry) == {"path", "rule", "about", "key", "count"} for entry in _entries())
    assert sum('"rule"' in line for line in text.splitlines()) == len(_entries())
    main(["--write-baseline", "."])
    assert Path(BASELINE).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "changed",
    [
        BANK.replace("# Arrays", "# Arrays\n\nSome words about arrays.\n"),
        BANK.replace("### 5", "### 9"),
        BANK.replace("### 2. What is a rank?\n\n", "").replace("### 3.", "### 2.")
        + "\n### 6. What is a rank?\n",
        BANK.replace("TODO", "TODO\n").replace("rank?", "**rank**"),
    ],
    ids=["lines above", "another number", "moved", "reformatted"],
)  # fmt: skip
def test_moving_renumbering_and_reformatting_brings_nothing_back(
    changed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("a.md")
    main(["--write-baseline", "a.md"])
    _write("a.md", changed)
    assert _rules(capsys, "a.md") == []


def test_a_question_that_moves_to_another_file_stays_known(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md")
    _write("b.md", "# Views\n\n### 1. What is a view?\n\nA window.\n\n### 2. What is a copy?\n\nA twin.\n")
    main(["--write-baseline", "."])
    _write("a.md", BANK.replace("### 2. What is a rank?\n\n", "").replace("### 3", "### 2"))
    _write("b.md", Path("b.md").read_text(encoding="utf-8") + "\n### 3. What is a rank?\n")
    assert [rule for rule in _rules(capsys, ".") if rule == "missing-answer"] == []


def test_of_findings_that_are_alike_as_many_are_known_as_there_were() -> None:
    def finding(start: int) -> Finding:
        span = Span(start, start)
        return Finding("r", "f", Severity.ERROR, "m", "a.md", span, QuestionRef("1", "What?", start + 1))

    one, two, three = finding(1), finding(2), finding(3)
    baseline = updated([one, two], Baseline(), lambda _: True)
    assert [entry.count for entry in baseline.entries] == [2]

    def unknown(*findings: Finding, last: Finding | None = None) -> list[Finding]:
        return without_known(
            findings, baseline, last=lambda found: found is last, stays=_all_stay, everywhere=lambda: findings
        )

    assert unknown(one, two) == []
    assert unknown(one, two, three) == [three]
    assert unknown(one, two, three, last=two) == [two]


def test_entries_whose_findings_are_gone_are_reported_and_pruned(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md")
    main(["--write-baseline", "a.md"])
    _write("a.md", BANK.replace("TODO", "The length of each axis."))
    assert main(["a.md"]) == 0
    assert capsys.readouterr().err == (
        f"dlqa-lint: {BASELINE}: 1 entry no longer found (placeholder-answer: What is a shape?); "
        "--write-baseline prunes\n"
    )
    main(["--write-baseline", "a.md"])
    assert capsys.readouterr().out == f"wrote {BASELINE}: 2 known findings, 1 entry pruned\n"
    main(["a.md"])
    assert capsys.readouterr().err == ""
    assert [entry["rule"] for entry in _entries()] == ["missing-answer", "number-gap"]


def test_what_a_run_did_not_look_at_is_neither_stale_nor_pruned(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md")
    _write("b.md", BANK.replace("a ", "another "))
    main(["--write-baseline", "."])
    before = _entries()
    capsys.readouterr()
    assert main(["a.md"]) == 0
    assert main(["--select", "numbering", "."]) == 0
    assert capsys.readouterr().err == ""
    main(["--write-baseline", "a.md"])
    main(["--select", "numbering", "--write-baseline", "."])
    assert _entries() == before
    Path("b.md").unlink()
    main(["--write-baseline", "a.md"])
    assert {entry["path"] for entry in _entries()} == {"a.md"}


def test_the_settings_name_the_baseline_and_their_folder_counts(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("dlqa-lint.toml", 'include = ["bank/*.md"]\nbaseline = "tools/known.json"\n')
    _write("bank/a.md")
    assert main([]) == 2
    assert "tools/known.json: there is no such baseline" in capsys.readouterr().err
    Path("tools").mkdir()
    assert main(["--write-baseline"]) == 0
    assert [entry["path"] for entry in _entries("tools/known.json")] == ["../bank/a.md"] * 3
    assert main([]) == 0
    monkeypatch.chdir("bank")
    assert _rules(capsys) == []
    assert _rules(capsys, "a.md") == []
    assert len(_rules(capsys, "--baseline", "none")) == 3


def test_what_no_question_owns_is_known_from_every_folder(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("dlqa-lint.toml", 'include = ["bank/*.md"]\n')
    _write("bank/a.md", BANK.replace("# Arrays", "# 40 questions about arrays"))
    assert "wrong-question-count" in _rules(capsys)
    main(["--write-baseline"])
    monkeypatch.chdir("bank")
    assert _rules(capsys, "a.md") == []


def test_a_baseline_can_be_named_on_the_command_line_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md")
    assert main(["--baseline", "known.json", "a.md"]) == 2
    main(["--baseline", "known.json", "--write-baseline", "a.md"])
    assert not Path(BASELINE).exists()
    assert _rules(capsys, "--baseline", "known.json", "a.md") == []
    assert len(_rules(capsys, "a.md")) == 3
    main(["--write-baseline", "a.md"])
    assert len(_rules(capsys, "--baseline", "none", "a.md")) == 3
    assert len(_rules(capsys, "--isolated", "a.md")) == 3


def test_known_findings_are_not_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", 'schema = "schema.toml"\n')
    _write("schema.toml", '[question]\nform = "### {number}. {text}"\n')
    _write("a.md")
    main(["--write-baseline", "a.md"])
    main(["--fix", "a.md"])
    assert Path("a.md").read_text(encoding="utf-8") == BANK
    main(["--fix", "--baseline", "none", "a.md"])
    assert "### 4. What is a stride?" in Path("a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not JSON"),
        ('{"version": 1, "findings": [', "is not JSON"),
        ("[]", "found no version, expected a baseline of version 2"),
        ('{"version": 3, "findings": []}', "found version 3, expected a baseline of version 2"),
        ('{"version": 1}', 'found no list "findings"'),
        ('{"version": 1, "findings": [{"rule": "x"}]}', "entry 1 is broken"),
        (
            '{"version": 1, "findings": [{"path": "a", "rule": "b", "about": "c", "key": "d", "count": 0}]}',
            "entry 1 is broken",
        ),
        ("\xff", "is not UTF-8"),
    ],
)
def test_a_broken_baseline_is_reported_and_the_run_is_not_made(
    text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("a.md")
    Path(BASELINE).write_bytes(text.encode("latin-1"))
    assert main(["a.md"]) == 2
    error = capsys.readouterr().err
    assert f"{BASELINE}: {said}" in error
    assert main(["--write-baseline", "a.md"]) == 2
    assert Path(BASELINE).read_bytes() == text.encode("latin-1")


MISNAMED = (
    "# Arrays\n\n<!-- dlqa-lint: ignore mising-answer: later -->\n\n### 1. What is a rank?\n\nA number.\n"
)


def test_a_baseline_of_version_1_knows_findings_by_the_wording_of_their_messages_then(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("a.md", MISNAMED)
    message = '"mising-answer" is no rule and no family, expected "missing-answer"'
    place = Finding("unknown-suppression", "suppressions", Severity.WARNING, message, "a.md", Span(0, 1))
    old = text_of(Baseline("", (KnownFindings("a.md", place.rule, message, identity(place), 1),)))
    Path(BASELINE).write_text(old.replace('"version": 2', '"version": 1'), encoding="utf-8")
    assert _rules(capsys, "a.md") == []
    main(["--write-baseline", "a.md"])
    (entry,) = parsed(Path(BASELINE).read_text("utf-8"), "", BASELINE).entries
    assert (entry.rule, entry.key != identity(place)) == (place.rule, True)
    assert _rules(capsys, "a.md") == []


def test_an_entry_of_version_1_is_used_up_by_one_finding(capsys: pytest.CaptureFixture[str]) -> None:
    twice = MISNAMED.replace("A number.", "A number.\n\n<!-- dlqa-lint: ignore mising-answer: later -->")
    _write("a.md", twice)
    main(["--write-baseline", "a.md"])
    known = parsed(Path(BASELINE).read_text("utf-8"), "", BASELINE)
    Path(BASELINE).write_text(
        text_of(known._replace(entries=tuple(entry._replace(count=1) for entry in known.entries))), "utf-8"
    )
    assert _rules(capsys, "a.md") == ["unknown-suppression"]


def test_a_baseline_reads_as_it_was_written() -> None:
    entries = (KnownFindings("a.md", "r", 'a "quoted" wörd', "k", 2), KnownFindings("b.md", "r", "", "l", 1))
    baseline = Baseline("", entries)
    assert parsed(text_of(baseline), "", "x.json") == baseline
    assert parsed(text_of(Baseline()), "", "x.json") == Baseline()
    with pytest.raises(BaselineError):
        parsed(text_of(baseline).replace("2", '"2"'), "", "x.json")
    assert stale([], baseline, lambda entry: entry.path == "b.md", _all_stay) == [entries[1]]


@pytest.mark.parametrize(
    "options",
    [["--fix"], ["--diff"], ["--staged"], ["--since", "HEAD"], ["--add-suppressions", "--reason", "x"],
     ["--baseline", "none"]],
)  # fmt: skip
def test_writing_a_baseline_goes_with_no_option_that_narrows_or_changes(options: list[str]) -> None:
    _write("a.md")
    assert main(["--write-baseline", *options, "a.md"]) == 2
    assert not Path(BASELINE).exists()


def test_no_baseline_is_written_when_a_file_cannot_be_read() -> None:
    _write("a.md")
    Path("b.md").write_bytes(b"\xff\xfe")
    assert main(["--write-baseline", "."]) == 2
    assert not Path(BASELINE).exists()


def _large_bank() -> dict[str, str]:
    """A bank with hundreds of findings, of many kinds."""
    texts = {}
    for chapter in range(6):
        parts = [f"# Chapter {chapter}: 100 questions\n\n## Contents\n\n- [Gone](#gone)\n\n## Questions\n"]
        for number in range(1, 41):
            level = "####" if number % 10 == 0 else "###"
            shown = number if number < 30 else number + 2
            answer = ("", "TODO", "Words that answer it.", "More words.")[number % 4]
            parts.append(f"{level} {shown}. What is the thing {chapter} of the kind {number}?\n\n{answer}\n")
        texts[f"bank/chapter-{chapter}.md"] = "\n".join(parts)
    return texts


@pytest.mark.slow
def test_a_bank_with_hundreds_of_findings_is_adopted_in_two_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, text in _large_bank().items():
        _write(name, text)
    assert len(_rules(capsys, "--isolated", "bank")) > 100
    assert main(["init", "bank"]) == 0
    assert main(["--write-baseline"]) == 0
    assert main([]) == 0
    file = Path("bank/chapter-3.md")
    adopted = file.read_text(encoding="utf-8")
    # Work on the bank that breaks nothing passes ...
    assert "Words that answer it." in adopted
    file.write_text(adopted.replace("Words that answer it.", "Better words.\n\nAnd more.", 1), "utf-8")
    assert main([]) == 0
    # ... and each new defect is found, alone.
    file.write_text(adopted.replace("Words that answer it.", "TODO", 1), encoding="utf-8")
    assert _rules(capsys) == ["placeholder-answer"]
    file.write_text(adopted.replace("### 7. ", "### 6. ", 1), encoding="utf-8")
    assert _rules(capsys) == ["duplicate-number"]
    assert main([]) == 1


def test_an_entry_counts_for_its_own_file_as_long_as_that_is_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("a.md")
    main(["--write-baseline", "."])
    _write(
        "b.md",
        BANK.replace("# Arrays", "# Matrices").replace("a shape", "a size").replace("a stride", "a step"),
    )
    told = _rules(capsys, "--ignore", "duplicates", ".")
    assert told == ["missing-answer", "placeholder-answer", "number-gap"]
    assert _rules(capsys, "--ignore", "duplicates", "b.md") == told


def test_a_file_that_moves_takes_its_entries_along_unless_two_may_be_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("a.md", BANK.replace("# Arrays", "# Arrays: 9 questions"))
    main(["--write-baseline", "."])
    Path("a.md").rename("b.md")
    assert _rules(capsys, ".") == []
    _write("c/d.md", Path("b.md").read_text(encoding="utf-8"))
    assert "missing-answer" in _rules(capsys, "--ignore", "duplicates", ".")


def test_whether_a_file_moved_is_decided_over_the_whole_bank(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", 'include = ["**/*.md"]\n')
    _write("a.md")
    main(["--write-baseline"])
    Path("a.md").rename("b.md")
    assert _rules(capsys, "b.md") == []
    _write("c.md", BANK.replace("# Arrays", "# Matrices"))
    _write("d.md", "# Views\n\n### 1. What is a view?\n\nA window.\n\n### 2. What is a copy?\n\nA twin.\n")
    for given in ([], ["c.md"], ["b.md"]):
        assert "missing-answer" in _rules(capsys, "--ignore", "duplicates", *given)
    # What b.md holds was not looked at here, and so is neither stale nor pruned.
    before = _entries()
    assert main(["d.md"]) == 0
    assert capsys.readouterr().err == ""
    main(["--write-baseline", "d.md"])
    assert _entries() == before


def test_a_question_asked_in_one_more_file_is_new_and_the_known_pair_is_not_gone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "# Boats of {0}\n\n## What is a keel in {0}?\n\nWood.\n\n## How is a sail mended?\n\nBy hand in {0}.\n"
    for name in ("norway", "spain"):
        _write(f"{name}.md", text.format(name))
    main(["--write-baseline", "."])
    capsys.readouterr()
    assert main(["."]) == 0
    _write("malta.md", text.format("malta"))
    assert main(["."]) == 1
    assert "also asked in malta.md" in (told := capsys.readouterr()).out
    assert told.err == ""
    _write("spain.md", text.format("spain").replace("a sail", "the sail of a boat"))
    Path("malta.md").unlink()
    assert main(["."]) == 0
    assert "1 entry no longer found" in capsys.readouterr().err
