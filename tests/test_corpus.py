"""The corpus: its labels can be true, a fault in one is told with its line, and its scripts say what is missing."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from checked import NUMBERING, SHAPES, STATUSES, faults, line_count
from labels import CORPUS, LABELS, OWN_DOCUMENTS, OWN_LABELS, label_of, read_labels
from moved import moved
from speaking import spoken, told

from dlqa_lint.cli.selection import rule_names
from dlqa_lint.recognise.choice.weights import Weights

README = (CORPUS / "README.md").read_text("utf-8")
SCRIPTS = ("lay_out", "score", "labels.py", "checked.py", "pages.py", "speaking.py")
NOWHERE = Path("nowhere")
BANK = "# Lathes\n\n## What is a chuck?\n\nA clamp.\n\n## What is a rest?\n"
LABEL: dict[str, Any] = {
    "repo": "turners/lathes",
    "commit": "0" * 40,
    "path": "docs/faq.md",
    "lines": 7,
    "language": "en",
    "shape": "plain-heading",
    "bank": True,
    "look_alike": False,
    "questions": [[3, "a"], [7, "u"]],
    "accept": [],
    "numbering": [],
    "note": "the last one has no answer",
}


def write_labels(file: Path, *labels: dict[str, Any]) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(label) + "\n" for label in labels), "utf-8")
    return file


def faults_of(folder: Path, *labels: dict[str, Any]) -> list[str]:
    return list(faults(write_labels(folder / "labels.jsonl", *labels), folder / "documents"))


def test_the_labels_of_the_corpus_can_be_true() -> None:
    assert list(faults(LABELS, NOWHERE)) == []


def test_the_labels_of_the_own_banks_can_be_true() -> None:
    assert list(faults(OWN_LABELS, OWN_DOCUMENTS, own=True)) == []


def test_each_own_bank_has_a_label() -> None:
    laid_out = {file.relative_to(OWN_DOCUMENTS).as_posix() for file in OWN_DOCUMENTS.rglob("*.md")}
    assert {label.path for label in read_labels(OWN_LABELS)} == laid_out


def test_the_label_to_copy_can_be_true(tmp_path: Path) -> None:
    (line,) = re.findall(r"^ *(\{.*\})$", README, re.MULTILINE)
    assert faults_of(tmp_path, json.loads(line)) == []


def test_the_guide_names_each_shape_status_and_rule() -> None:
    section = README[README.index("## The fields of a label") : README.index("## How a label is made")]
    named = set(re.findall(r"`([a-z-]+)`", section))
    assert named >= {*SHAPES, *STATUSES, *NUMBERING}
    assert set(NUMBERING) <= set(rule_names())


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"questions": [[3, "a"], [6, "z"]]}, 'status "z" of line 6 is none of a, u, n, s, x'),
        ({"questions": [[7, "a"], [3, "a"]]}, '"questions": line 3 comes after line 7'),
        ({"questions": [[3, "a"], [3, "a"]]}, '"questions": line 3 comes after line 3'),
        ({"questions": [[3, "a"], [8, "a"]]}, '"questions": there is no line 8, for there are 7'),
        ({"questions": [3, 7]}, '"questions" is not a list of pairs such as [7, "a"]'),
        ({"accept": [0]}, '"accept": there is no line 0, for there are 7'),
        ({"accept": ["5"]}, '"accept" is not a list of line numbers'),
        (
            {"numbering": [[7, "gap"]]},
            f'rule "gap" of line 7 is none of {", ".join(NUMBERING)}',
        ),
        ({"numbering": [[5, "number-gap"]]}, '"numbering": line 5 is none of the questions'),
        ({"shape": "headings"}, f'shape "headings" is none of {", ".join(SHAPES)}'),
        ({"shape": "not-a-bank"}, '"bank" is true, and the shape not-a-bank'),
        ({"bank": False, "shape": "not-a-bank"}, '"bank" is false, and there are questions'),
        ({"look_alike": True}, "a bank is no look-alike of one"),
        ({"language": "jp"}, 'language "jp" is no code of ISO 639-1'),
        ({"repo": "lathes"}, 'repo "lathes" is not OWNER/NAME'),
        ({"commit": "main"}, 'commit "main" is not 40 hex digits'),
        ({"path": "../faq.md"}, 'path "../faq.md" is no path inside a repository'),
        ({"path": "/faq.md"}, 'path "/faq.md" is no path inside a repository'),
        ({"lines": True}, '"lines" is not a number'),
        ({"accepted": []}, '"accepted" is no field of a label'),
    ],
)
def test_a_label_that_cannot_be_true_is_reported(tmp_path: Path, change: dict[str, Any], fault: str) -> None:
    assert faults_of(tmp_path, LABEL) == []
    assert faults_of(tmp_path, LABEL | change) == [f"labels.jsonl:1: {fault}"]


@pytest.mark.parametrize("field", LABEL)
def test_a_field_that_is_missing_is_reported(tmp_path: Path, field: str) -> None:
    short = {name: value for name, value in LABEL.items() if name != field}
    assert faults_of(tmp_path, short) == [f'labels.jsonl:1: "{field}" is missing']


def test_a_question_may_be_accepted(tmp_path: Path) -> None:
    assert faults_of(tmp_path, LABEL | {"accept": [7]}) == []


def test_a_document_has_one_label(tmp_path: Path) -> None:
    again = LABEL | {"commit": "1" * 40}
    fault = "labels.jsonl:3: docs/faq.md has a label in line 1 already"
    assert faults_of(tmp_path, LABEL, LABEL | {"path": "faq.md"}, again) == [fault]


@pytest.mark.parametrize("line", ['{"repo": "turners/lathes",', "[]"])
def test_what_is_not_a_label_is_reported_with_its_line(tmp_path: Path, line: str) -> None:
    file = write_labels(tmp_path / "labels.jsonl", LABEL)
    file.write_text(f"{file.read_text('utf-8')}\n{line}\n", "utf-8")
    (fault,) = faults(file, NOWHERE)
    assert fault.startswith("labels.jsonl:3: no JSON")


@pytest.mark.parametrize(("data", "count"), [(b"", 0), (b"a", 1), (b"a\n", 1), (b"a\nb", 2), (b"a\n\n", 2)])
def test_lines_are_counted_with_and_without_a_last_newline(data: bytes, count: int) -> None:
    assert line_count(data) == count


def test_the_lines_of_a_document_that_is_laid_out_are_counted(tmp_path: Path) -> None:
    document = tmp_path / "documents" / "turners__lathes" / "docs" / "faq.md"
    document.parent.mkdir(parents=True)
    document.write_bytes(b"# Lathes\n")
    assert faults_of(tmp_path, LABEL) == ['labels.jsonl:1: "lines" is 7, and docs/faq.md has 1']


DETAILED = """\
# Lathes

## 1. What is a chuck?

A clamp.

### Why does it turn?

It is driven.

## 2. What is a rest?

A support.

## 3. What is a centre?

A point.
"""


def said_of_detailed(folder: Path, reason: str, **change: Any) -> list[str]:
    """What is told of a reason on a bank in which one heading is inside an answer."""
    file = folder / "faq.md"
    file.write_text(DETAILED, "utf-8")
    asking = [[3, "a"], [11, "a"], [15, "a"]]
    label = label_of(LABEL | {"questions": asking, "shape": "numbered-heading"} | change)
    return list(told(spoken(reason, [(label, file)])))


def test_where_a_reason_speaks_is_printed_with_the_truth(tmp_path: Path) -> None:
    against = said_of_detailed(tmp_path, "inside-answers")
    assert re.fullmatch(
        r"rightly(, decides)?: -\d\.\d\d of -\d\.\d\d \(feature 1\.00\); 0 of 1 ask: 7  "
        r"\[numbered-heading, en\] turners/lathes/docs/faq\.md",
        against[0],
    )
    assert against[1:] == ["speaks about 1 groups: rightly about 1, wrongly about 0"]
    every = [[3, "a"], [7, "a"], [11, "a"], [15, "a"]]
    assert said_of_detailed(tmp_path, "inside-answers", questions=every)[0].startswith("WRONGLY")


def test_a_reason_of_lines_speaks_about_those_it_is_true_of(tmp_path: Path) -> None:
    said = said_of_detailed(tmp_path, "numbered")
    assert [re.findall(r"\d of \d ask: [\d, ]*\d", line) for line in said[:-1]] == [["3 of 3 ask: 3, 11, 15"]]


def test_a_line_that_is_not_judged_is_not_spoken_about(tmp_path: Path) -> None:
    said = said_of_detailed(tmp_path, "inside-answers", accept=[7])
    assert said == ["speaks about 0 groups: rightly about 0, wrongly about 0"]


def test_weights_that_moved_by_more_than_noise_are_printed_with_what_they_were() -> None:
    old = Weights(-7.0, 3.0, {"asks": 5.0, "orders": 1.0, "worth": -1.0}, {"asks": 2.0})
    new = Weights(-7.04, 3.0, {"asks": 5.3, "orders": 1.04, "aside": -0.4}, {"asks": 1.8})
    assert list(moved(old, new)) == [
        "worth (group): -1.00 -> +0.00",
        "aside (group): +0.00 -> -0.40",
        "asks (group): +5.00 -> +5.30",
        "asks (line): +2.00 -> +1.80",
    ]


class Copy:
    """A copy of the corpus with labels of its own, and one repository that git can fetch."""

    def __init__(self, home: Path) -> None:
        self.corpus = home / "corpus"
        self.corpus.mkdir()
        for name in SCRIPTS:
            shutil.copy(CORPUS / name, self.corpus)
        config = home / "config"
        config.write_text(
            "[user]\n name = A\n email = a@example.org\n[core]\n autocrlf = false\n[uploadpack]\n allowFilter = true\n"
            f'[url "{(home / "hub").as_uri()}/"]\n insteadOf = https://github.com/\n',
            "utf-8",
        )
        # Settings of whoever runs the tests must not matter, nor must their language.
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment |= {"GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
        self.environment |= {"PYTHONPATH": str(CORPUS.parent / "tests"), "PYTHONUTF8": "1"}
        self.repository = home / "hub" / "turners" / "lathes.git"
        (self.repository / "docs").mkdir(parents=True)
        (self.repository / "docs" / "faq.md").write_bytes(BANK.encode())
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "a bank")
        self.label = LABEL | {"commit": self.git("rev-parse", "HEAD").strip()}

    def git(self, *arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.repository, env=self.environment, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip

    def run(self, script: str, *arguments: str) -> tuple[int, str, str]:
        """The exit code of a script, what it prints, and what it says on standard error."""
        done = subprocess.run(
            [sys.executable, str(self.corpus / script), *arguments],
            env=self.environment, check=False, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    return Copy(tmp_path)


@pytest.mark.slow
def test_a_repository_is_fetched_and_scored_by_its_name(copy: Copy) -> None:
    gone = copy.label | {"repo": "turners/gone"}
    write_labels(copy.corpus / "labels.jsonl", copy.label, gone)
    code, printed, said = copy.run("lay_out", "turners/lathes")
    assert (code, said) == (0, "")
    assert printed.startswith("1 of 1 documents are in ")
    code, printed, said = copy.run("score", "--show", "all", "turners/lathes")
    assert (code, said) == (0, "")
    assert printed.startswith("ok  2/2;")
    code, printed, said = copy.run("score")
    assert (code, said) == (0, "not laid out: 1 of 2 documents\n")


@pytest.mark.slow
def test_the_differences_of_a_document_and_where_a_reason_speaks_are_printed(copy: Copy) -> None:
    many = "# Lathes\n\n" + "".join(f"## What is part {n}?\n\nA part.\n\n" for n in range(7))
    label = copy.label | {
        "path": "docs/parts.md",
        "lines": 30,
        "questions": [],
        "bank": False,
        "shape": "not-a-bank",
    }
    document = copy.corpus / "documents" / "turners__lathes" / "docs" / "parts.md"
    document.parent.mkdir(parents=True)
    document.write_text(many, "utf-8")
    write_labels(copy.corpus / "labels.jsonl", label)
    _, printed, said = copy.run("score")
    assert said == ""
    assert printed.startswith("BAD not a bank; wrong 7 [3, 7, 11, 15, 19, 23, …]; missed 0 []  [")
    code, printed, said = copy.run("score", "--reason", "asks")
    assert (code, said) == (0, "")
    assert printed.startswith("WRONGLY, decides: +")
    code, printed, said = copy.run("score", "--reason", "ask")
    assert (code, printed) == (1, "")
    assert said.startswith("there is no reason ask; ")


@pytest.mark.slow
def test_what_could_not_be_had_is_named_with_what_git_says(copy: Copy) -> None:
    moved = copy.label | {"path": "docs/old.md"}
    gone = copy.label | {"repo": "turners/gone"}
    write_labels(copy.corpus / "labels.jsonl", copy.label, moved, gone)
    code, printed, said = copy.run("lay_out")
    assert code == 0
    assert printed.startswith("1 of 3 documents are in ")
    first, second = said.splitlines()
    assert re.fullmatch(r"could not be had: turners/lathes docs/old\.md \(fatal: .*docs/old\.md.*\)", first)
    assert re.fullmatch(r"could not be had: turners/gone docs/faq\.md \(\S.*\)", second)
    assert copy.run("lay_out", "turners/gone")[0] == 1
    code, printed, said = copy.run("score", "turners/gone")
    assert (code, printed) == (1, "")
    assert said.startswith("not laid out: turners/gone docs/faq.md\n")


@pytest.mark.slow
def test_snapshots_are_taken_without_a_network(copy: Copy, tmp_path: Path) -> None:
    write_labels(copy.corpus / "labels.jsonl", copy.label)
    code, _, said = copy.run("lay_out", "--from", str(tmp_path / "snapshots"), "turners/lathes")
    assert (code, said) == (
        1,
        f"could not be had: turners/lathes docs/faq.md (not in {tmp_path / 'snapshots'})\n",
    )
    shutil.copytree(copy.repository / "docs", tmp_path / "snapshots" / "turners__lathes" / "docs")
    code, _, said = copy.run("lay_out", "--from", str(tmp_path / "snapshots"), "turners/lathes")
    assert (code, said) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("script", ["lay_out", "score"])
def test_labels_are_checked_before_anything_else(copy: Copy, script: str) -> None:
    write_labels(copy.corpus / "labels.jsonl", copy.label | {"lines": 6})
    fault = 'labels.jsonl:1: "questions": there is no line 7, for there are 6\n'
    assert copy.run(script) == (1, "", fault)


@pytest.mark.slow
def test_a_document_of_other_lines_than_labelled_is_reported_as_soon_as_it_is_there(copy: Copy) -> None:
    write_labels(copy.corpus / "labels.jsonl", copy.label | {"lines": 8})
    code, _, said = copy.run("lay_out")
    assert (code, said) == (1, 'labels.jsonl:1: "lines" is 8, and docs/faq.md has 7\n')


@pytest.mark.slow
def test_a_repository_without_a_label_is_named(copy: Copy) -> None:
    write_labels(copy.corpus / "labels.jsonl", copy.label)
    for script in ("lay_out", "score"):
        assert copy.run(script, "turners/lathe") == (1, "", "labels.jsonl has no label of turners/lathe\n")
