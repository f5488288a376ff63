"""The command `report`, from documents to a page that a parser reads."""

import json
import sys
from base64 import b64encode
from hashlib import sha256
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from dlqa_lint.cli import main
from page.shown import BANK, parsed, part, rows, tiles, with_class, words, written

HOSTILE = """</style><script>alert(1)</script> "onclick='alert(2)' <img src=//example.org/x> &amp; \u202e{{ 1 + 1 }}"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def test_questions_are_counted_by_document_and_section() -> None:
    _write("a.md", BANK)
    _write(
        "b.md", "# Birds\n\n### 1. What is a wren?\n\nA small bird.\n\n### 2. What is an owl?\n\nA bird.\n"
    )
    page = written(".")
    assert tiles(page) | {"Findings": ""} == {
        "Questions": "6",
        "Answered": "83 %",
        "Findings": "",
        "Asked twice": "1",
        "Repaired by --fix": "0",
    }
    tables = rows(part(page, "documents"))
    assert [row[:4] for row in tables[:2]] == [["a.md", "4", "75 %", "5"], ["b.md", "2", "100 %", "2"]]
    assert ["Rain", "2", "50 %", "5"] in tables
    assert ["Snow", "2", "100 %", "5"] in tables


def test_a_page_names_contents_and_right_options() -> None:
    contents = "# Things\n\n- [1. What is a?](#1-what-is-a)\n- [2. What is c?](#2-what-is-c)\n\n"
    _write("a.md", contents + "## 1. What is a?\n\nA letter.\n\n## 2. What is b?\n\nOne more letter.\n")
    asked = (
        "### 1. Which is wet?\n\n- [x] rain\n- [ ] sand\n\n### 2. Which is dry?\n\n- [ ] rain\n- [ ] sand\n"
    )
    _write("b.md", f"# Quiz\n\n{asked}")
    tables = rows(part(written("."), "documents"))
    assert [(row[4], row[5]) for row in tables[:2]] == [
        ("2 entries, 1 finding", "no options"),
        ("none", "1 of 2 known"),
    ]


def test_answers_are_sorted_by_length() -> None:
    _write("a.md", BANK)
    lengths = part(written("."), "lengths")
    plot = lengths.find(".//{*}svg")
    assert plot is not None
    assert plot.get("aria-label", "").startswith("Answers by their number of words: 1–10: 3; 11–25: 0; ")
    shortest, longest = lengths.findall(".//ol")
    assert [words(item) for item in shortest] == ["5. What is rain? 3 words, a.md:19"]
    assert [words(item) for item in longest] == ["4. What is snow? 7 words, a.md:15"]


def test_every_finding_is_listed_with_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sub folder").mkdir()
    Path("sub folder/a.md").write_bytes(BANK.replace("\n", "\r\n").encode())
    listed = part(written("."), "findings")
    assert main(["--isolated", "--no-cache", "--output-format", "json", "."]) == 1
    found = json.loads(capsys.readouterr().out)
    text = Path("sub folder/a.md").read_bytes().decode()
    articles = listed.findall(".//article")
    assert len(found) == len(articles) > 2
    for finding, article in zip(found, articles, strict=True):
        start, end = finding["start"], finding["end"]
        head, message = words(article[0]), words(article[1])
        assert (
            head
            == f"{finding['severity']} {finding['rule']} {finding['path']}:{start['line']}:{start['column']}"
        )
        assert message == " ".join(finding["message"].split())
        marked = "\n".join("".join(mark.itertext()) for mark in article.iterfind(".//mark"))
        assert marked.strip() == text[start["offset"] : end["offset"]].strip()
        assert article.get("data-rule") == finding["rule"]
    named = [words(link) for link in listed.iterfind(".//tbody//a")]
    by_rule = dict(zip(named, (int(row[2]) for row in rows(listed)), strict=False))
    assert sum(by_rule.values()) == len(found)
    assert by_rule["number-gap"] == 1


def test_a_long_line_is_shown_around_what_was_found() -> None:
    _write("a.md", BANK.replace("TODO", f"{'x' * 500} TODO"))
    _write(
        "b.md",
        f"# Birds\n\n### 1. What is a wren?\n\nA bird.\n\n###  2. What is {'an owl ' * 400}?\n\nA bird.\n",
    )
    texts = ["".join(pre.itertext()) for pre in part(written("."), "findings").iterfind(".//pre")]
    assert texts
    assert max(map(len, texts)) < 600


@pytest.mark.parametrize("place", ["question", "answer", "title", "section"])
def test_no_text_becomes_markup(place: str) -> None:
    swapped = {
        "question": ("What is snow?", f"What is {HOSTILE}?"),
        "answer": ("TODO", f"TODO {HOSTILE}"),
        "title": ("# Weather", f"# {HOSTILE}"),
        "section": ("## Snow", f"## {HOSTILE}"),
    }
    _write("a.md", BANK.replace(*swapped[place]).replace("What is rain?", f"What is rain {HOSTILE}?"))
    page = written("a.md", "--title", HOSTILE)
    assert [element.tag for element in page.iter() if element.tag in ("script", "style", "img")] == [
        "style",
        "script",
    ]
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    shown = words(page)
    assert HOSTILE.replace("\u202e", "\ufffd") in shown
    assert "\u202e" not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such names")
def test_nor_does_the_name_of_a_file() -> None:
    name = """<img src=x onerror=alert(1)>'"&.md"""
    _write(name, BANK)
    Path("b\udcff.md").write_text(BANK.replace("rain", "wind").replace("snow", "hail"), "utf-8")
    page = written(".")
    assert not page.findall(".//img")
    assert {row[0] for row in rows(part(page, "documents")) if len(row) > 4} == {name, "b\ufffd.md"}
    articles = part(page, "findings").findall(".//article")
    assert {article.get("data-file") for article in articles} == {name, "b\ufffd.md"}


def test_a_page_loads_nothing_and_runs_its_own_program_alone() -> None:
    _write("a.md", BANK)
    page = written("a.md")
    policy = page.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None
    allowed = policy.get("content", "")
    for tag in ("style", "script"):
        (own,) = page.iter(tag)
        digest = b64encode(sha256((own.text or "").encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in allowed
    assert allowed.startswith("default-src 'none'; ")
    assert not [element.tag for element in page.iter() if element.get("src") or element.tag == "link"]
    assert not [element.tag for element in page.iter() if element.get("style")]
    targets = [link.get("href", "") for link in page.iter("a")]
    anchors = {element.get("id") for element in page.iter()}
    assert all(target[1:] in anchors for target in targets if target.startswith("#"))
    assert all(target.startswith("https://dlqa-lint.") for target in targets if not target.startswith("#"))


def test_questions_that_are_asked_twice_stand_side_by_side() -> None:
    _write("a.md", BANK)
    _write(
        "b.md", "# More\n\n### 1. What is rain?\n\nIt is wet.\n\n### 2. What is wind?\n\nAir that moves.\n"
    )
    (cluster,) = with_class(part(written("."), "duplicates"), "cluster")
    cards = [[words(line) for line in card] for card in with_class(cluster, "card")]
    assert cards == [
        ["1. What is rain?", "a.md:5, answered, 5 words", "Water that falls from clouds."],
        ["5. What is rain?", "a.md:19, answered, 3 words", "Drops of water."],
        ["1. What is rain?", "b.md:3, answered, 3 words", "It is wet."],
    ]


def test_a_block_that_was_pasted_twice_is_a_cluster_for_each_question() -> None:
    names = ("fern", "moss", "oak", "ash", "ivy")
    block = [f"What is {name}?\n\nA plant that everybody calls {name}.\n" for name in names]
    others = [
        f"Where does {name} grow?\n\nNear the {name}.\n"
        for name in ("sun", "hammer", "river", "novel", "piano", "lemon")
    ]
    asked = [*block, *others, *block]
    _write("a.md", "# Plants\n\n" + "\n".join(f"### {n}. {text}" for n, text in enumerate(asked, 1)))
    clusters = with_class(part(written("a.md"), "duplicates"), "cluster")
    assert [len(with_class(cluster, "card")) for cluster in clusters] == [2] * len(names)
    asked_there = [words(with_class(cluster, "card")[1][0]) for cluster in clusters]
    assert asked_there == [f"{12 + at}. What is {name}?" for at, name in enumerate(names)]


def test_fixes_are_shown_as_what_they_write() -> None:
    before = "# Birds\n\n### 1. What is a wren?\n\nA bird.\n\n###   2. What is an owl?\n\nA bird at night.\n"
    _write("a.md", before)
    page = written("a.md")
    assert Path("a.md").read_text("utf-8") == before
    shown = [(row[0], row[1], row[2]) for row in rows(part(page, "fixes"))]
    assert [row for row in shown if row[1]] == [
        ("7", "-removed", "### 2. What is an owl?"),
        ("7", "+added", "### 2. What is an owl?"),
    ]
    changed = [
        (element.tag, element.text) for element in part(page, "fixes").iter() if element.tag in ("del", "ins")
    ]
    assert changed == [("del", "   "), ("ins", " ")]
    assert tiles(page)["Repaired by --fix"] == "1"
    assert main(["--isolated", "--no-cache", "--fix", "a.md"]) == 0
    assert Path("a.md").read_text("utf-8") == before.replace("###   2", "### 2")


def test_without_question_documents_the_page_says_so() -> None:
    _write("a.md", "# Notes\n\nIt rains.\n")
    page = written("a.md")
    assert "There are no question documents" in words(part(page, "documents"))
    assert "Nothing was found." in words(part(page, "findings"))


def test_standard_input_and_output_will_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(BANK.encode())))
    assert main(["report", "--isolated", "--no-cache", "-"]) == 0
    page = parsed(capsys.readouterr().out)
    assert tiles(page)["Questions"] == "4"
    assert rows(part(page, "documents"))[0][0] == "stdin.md"


def test_title_and_date_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    _write("a.md", BANK)
    page = written("a.md")
    assert words(next(page.iter("h1"))) == "Weather"
    assert "1970-01-02" in words(next(page.iter("header")))
    assert words(next(written("a.md", "--title", "Mine").iter("h1"))) == "Mine"


@pytest.mark.parametrize("given", ["soon", "9" * 30])
def test_a_date_that_is_none_is_refused(
    given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    _write("a.md", BANK)
    assert main(["report", "--isolated", "--no-cache", "a.md"]) == 2
    assert f'SOURCE_DATE_EPOCH: found "{given}", expected a number' in capsys.readouterr().err


def test_a_page_never_replaces_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", BANK)
    assert main(["report", "--isolated", "--no-cache", "-o", "./a.md", "a.md"]) == 2
    assert "-o ./a.md: found a document that is reported" in capsys.readouterr().err
    assert Path("a.md").read_text("utf-8") == BANK


def test_without_the_extra_the_command_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "dlqa_lint.page.rendering", raising=False)
    _write("a.md", BANK)
    assert main(["report", "a.md"]) == 2
    assert 'the report needs the extra "report"' in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("a.md", BANK)
    Path("b.md").write_bytes(b"\xff")
    assert tiles(written(".", code=2))["Questions"] == "4"
    assert "b.md:1: byte 0" in capsys.readouterr().err
