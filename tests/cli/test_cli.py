"""The command line, from arguments to exit code."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from dlqa_lint import __main__
from dlqa_lint.cli import main
from dlqa_lint.rules import all_rules

GAP = (
    "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n### 2. What is a b?\n\nA letter, too.\n\n### "
    "4. What is a d?\n\nLate.\n"
)
CLEAN = GAP.replace("### 4", "### 3")
PROSE = "# Notes\n\nWe met on Monday.\n\nNobody asked anything.\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str | bytes = CLEAN) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def _findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str, int]]:
    """Path, rule and line of what a run finds."""
    main(["--output-format", "json", *arguments])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return [(finding["path"], finding["rule"], finding["start"]["line"]) for finding in found]


def _feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_findings_make_exit_code_1_and_none_0(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    assert main(["a.md"]) == 1
    assert "number-gap" in capsys.readouterr().out
    _write("a.md", CLEAN)
    assert main(["a.md"]) == 0


def test_a_closing_line_counts_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    _write("b.md", PROSE)
    main(["."])
    assert (
        capsys.readouterr()
        .out.splitlines()[-1]
        .startswith("1 finding in 1 document (3 questions, all answered)")
    )
    main(["--quiet", "."])
    assert "document" not in capsys.readouterr().out.splitlines()[-1]
    _write("a.md", CLEAN)
    main(["a.md"])
    assert capsys.readouterr().out.startswith("no findings in 1 document (3 questions")


def test_check_is_the_command_that_is_meant_without_one(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    assert _findings(capsys, "a.md") == [("a.md", "number-gap", 11)]
    main(["check", "--output-format", "json", "a.md"])
    assert json.loads(capsys.readouterr().out)[0]["rule"] == "number-gap"


def test_a_file_with_the_name_of_a_command_is_named_by_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    _write("export", GAP)
    assert main(["./export"]) == 1
    assert "number-gap" in capsys.readouterr().out


def test_without_paths_the_current_folder_is_linted(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    assert _findings(capsys) == [("a.md", "number-gap", 11)]


def test_options_may_be_between_paths(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    _write("b.md", GAP)
    assert len(_findings(capsys, "a.md", "--select", "numbering", "b.md")) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope.md"], "dlqa-lint: nope.md: no such file or folder\n"),
        (["nope/*.md"], "dlqa-lint: nope/*.md: no file matches\n"),
        (["empty"], "dlqa-lint: empty: no Markdown files (.md, .markdown) in this folder\n"),
        (["--select", "number-gaps"], 'dlqa-lint: --select: found "number-gaps", expected the name of a '
         'rule or a '
         'family; did you mean "number-gap"?\n'),
        (["--ignore", "numbring"], 'dlqa-lint: --ignore: found "numbring", expected the name of a rule '
         'or a family; '
         'did you mean "numbering"?\n'),
        (["--schema", "faqs", "a.md"], 'dlqa-lint: faqs: found neither a schema file nor a preset of '
         'this name; '
         'did you mean "faq"?\n'),
        (["--config", "nope.toml"], "dlqa-lint: nope.toml: cannot be read: No such file or directory\n"),
        (["--config", "a.toml", "--isolated"], "dlqa-lint: --isolated and --config contradict each other\n"),
        (["-", "a.md"], "dlqa-lint: - (standard input) cannot be read together with other paths\n"),
        (["--stdin-filename", "a.md", "a.md"], "dlqa-lint: --stdin-filename names the document on "
         "standard input, "
         "which is read with the path -\n"),
        (["--output-format", "full", "--output-format", "json"], "dlqa-lint: --output-format: only one "
         "format can go "
         "to standard output; name files for the others\n"),
        (["rule", "number-gaps"], 'dlqa-lint: rule: found "number-gaps", expected the name of a rule or '
         'a family; '
         'did you mean "number-gap"?\n'),
        (["schema", "faqs"], 'dlqa-lint: faqs: found neither a schema file nor a preset of this name; '
         'did you mean "faq"?\n'),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_reported_with_exit_code_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("a.md")
    _write("empty/a.txt")
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == message


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nope"],
        ["--color", "pink"],
        ["--fail-on", "never"],
        ["rule", "a", "b"],
        ["--jobs", "-3"],
        ["--select", ""],
        ["--schema", ""],
        ["--output-format", "json="],
    ],
)
def test_a_wrong_option_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert said.startswith("dlqa-lint: ")
    assert said.count("\n") == 1


def test_an_unknown_format_is_reported_with_those_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--output-format", "xml"]) == 2
    assert '--output-format: found "xml", expected one of concise, full, ' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "the file holds a NUL byte"),
        ("# A\n".encode("utf-16"), "the file is UTF-16, expected UTF-8"),
        (b"# caf\xe9\n", "bad.md:1: byte 5 (0xe9) is not UTF-8"),
    ],
)
def test_a_file_that_is_not_text_is_reported_and_the_others_are_linted(
    data: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("bad.md", data)
    _write("good.md", GAP)
    assert main(["--output-format", "json", "."]) == 2
    out, err = capsys.readouterr()
    assert message in err
    assert [finding["path"] for finding in json.loads(out)] == ["good.md"]


def test_a_file_that_cannot_be_read_is_reported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("a.md")

    def deny(path: Path) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("dlqa_lint.disk.regular_files._kind_of", deny)
    assert main(["--isolated", "--exit-zero", "a.md"]) == 2
    assert capsys.readouterr().err == "dlqa-lint: a.md: cannot be read: Permission denied\n"


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\xef\xbb\xbf", b"---\n", b"---\ntitle: A\n---\n", b"\r", b" "]
)
def test_a_document_without_content_is_not_a_question_document(
    data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("a.md", data)
    assert main(["a.md"]) == 0
    assert "question document" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        GAP.replace("\n", "\r\n"),
        GAP.replace("\n", "\r"),
        "\ufeff" + GAP,
        "\ufeff" + GAP.replace("\n", "\r\n"),
    ],
)
def test_line_ends_and_a_byte_order_mark_change_nothing(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("a.md", text)
    assert _findings(capsys, "a.md") == [("a.md", "number-gap", 11)]


def test_front_matter_moves_lines_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", "---\ntitle: Letters\n---\n" + GAP)
    assert _findings(capsys, "a.md") == [("a.md", "number-gap", 14)]


@pytest.mark.slow
def test_a_file_of_10_megabytes_is_linted(capsys: pytest.CaptureFixture[str]) -> None:
    output = "epoch 1: loss 0.25, accuracy 0.93\n" * 300_000
    _write("a.md", f"{CLEAN}\n```\n{output}```\n\n### 4. What is an e?\n")
    assert Path("a.md").stat().st_size > 10_000_000
    assert _findings(capsys, "--select", "missing-answer", "a.md") == [("a.md", "missing-answer", 300_018)]


def test_standard_input_is_linted_under_the_name_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _feed(monkeypatch, GAP.encode())
    assert _findings(capsys, "-") == [("stdin.md", "number-gap", 11)]
    _feed(monkeypatch, GAP.encode())
    assert _findings(capsys, "-", "--stdin-filename", "x/b.md") == [("x/b.md", "number-gap", 11)]


def test_standard_input_stands_for_the_file_of_its_name_in_the_bank(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("dlqa-lint.toml", 'include = ["*.md"]\n')
    _write("a.md", GAP)
    _feed(monkeypatch, CLEAN.encode())
    assert _findings(capsys, "-", "--stdin-filename", "a.md", "--select", "numbering") == []


def test_binary_standard_input_is_reported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _feed(monkeypatch, b"\0")
    assert main(["-"]) == 2
    assert capsys.readouterr().err.startswith("dlqa-lint: stdin.md: the file holds a NUL byte")


def test_select_ignore_and_extend_select_take_lists(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP + "\n### 5. What is an e?\n")
    both = [("a.md", "number-gap", 11), ("a.md", "missing-answer", 15)]
    assert _findings(capsys, "--select", "numbering,missing-answer", "a.md") == both
    assert _findings(capsys, "--select", "numbering", "--select", "answers", "a.md") == both
    assert _findings(capsys, "--select", "numbering, answers", "--ignore", "number-gap", "a.md") == both[1:]
    assert _findings(capsys, "--select", "numbering", "--extend-select", "answers", "a.md") == both


def test_severities_decide_on_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    assert main(["--exit-zero", "a.md"]) == 0
    _write("dlqa-lint.toml", 'severity = { numbering = "warning" }\n')
    assert main(["a.md"]) == 1
    assert main(["--fail-on", "error", "a.md"]) == 0
    _write("dlqa-lint.toml", 'severity = { numbering = "info" }\nfail-on = "info"\n')
    assert main(["a.md"]) == 1
    assert main(["--fail-on", "warning", "a.md"]) == 0
    assert main(["--isolated", "a.md"]) == 1
    capsys.readouterr()


def test_settings_are_found_upwards_and_say_what_is_linted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("pyproject.toml", '[tool.dlqa-lint]\ninclude = ["content/*.md"]\n')
    _write("content/a.md", GAP)
    _write("other.md", GAP)
    assert _findings(capsys) == [("content/a.md", "number-gap", 11)]
    assert _findings(capsys, "other.md", "--select", "numbering") == [("other.md", "number-gap", 11)]
    monkeypatch.chdir("content")
    assert _findings(capsys) == [("a.md", "number-gap", 11)]


def test_each_file_belongs_to_its_nearest_settings(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", 'ignore = ["number-gap"]\n')
    _write("a.md", GAP)
    _write("inner/dlqa-lint.toml", "")
    _write("inner/b.md", GAP)
    assert _findings(capsys, ".") == [("inner/b.md", "number-gap", 11)]
    assert _findings(capsys, "--config", "inner/dlqa-lint.toml", "a.md") == [("a.md", "number-gap", 11)]


def test_files_outside_every_project_have_no_settings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("project/dlqa-lint.toml", 'ignore = ["number-gap"]\n')
    _write("project/a.md", GAP)
    _write("b.md", GAP)
    monkeypatch.chdir("project")
    findings = _findings(capsys, "--extend-select", "numbering", "--ignore", "duplicates", "a.md", "../b.md")
    assert findings == [("../b.md", "number-gap", 11)]


def test_an_include_that_matches_nothing_is_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", 'include = ["contnet/*.md"]\n')
    _write("content/a.md")
    assert main([]) == 2
    assert main(["content/a.md"]) == 2
    assert 'the include pattern "contnet/*.md" of the settings matches no file' in capsys.readouterr().err
    assert main(["--isolated", "content/a.md"]) == 0


def test_an_include_of_which_everything_is_excluded_is_exit_code_2(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("dlqa-lint.toml", 'include = ["*.md"]\nexclude = ["a.md"]\n')
    _write("a.md")
    assert main([]) == 2
    assert capsys.readouterr().err == "dlqa-lint: filters drop every file; --show-files says which\n"


def test_excluded_files_are_linted_when_named_but_for_force_exclude(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("dlqa-lint.toml", 'exclude = ["drafts"]\n')
    _write("drafts/a.md", GAP)
    _write("b.md")
    assert _findings(capsys, ".") == []
    assert _findings(capsys, "drafts/a.md") == [("drafts/a.md", "number-gap", 11)]
    assert main(["--force-exclude", "drafts/a.md"]) == 0


def test_per_file_ignores_are_respected(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", '[per-file-ignores]\n"old/*.md" = ["numbering"]\n')
    _write("old/a.md", GAP)
    _write("new/a.md", GAP)
    assert _findings(capsys, "--select", "numbering") == [("new/a.md", "number-gap", 11)]


def test_a_wrong_settings_file_is_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", 'selct = ["numbering"]\n')
    _write("a.md")
    assert main(["a.md"]) == 2
    assert capsys.readouterr().err.startswith("dlqa-lint: dlqa-lint.toml: selct: found an unknown key")


def test_given_paths_narrow_what_is_reported_and_not_what_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", 'include = ["*.md"]\n')
    _write("a.md", GAP)
    _write("b.md", GAP.replace("### 4. What is a d?", "### 5. What is an e?"))
    assert {path for path, _, _ in _findings(capsys, "--select", "numbering", "a.md")} == {"a.md"}
    main(["--show-files", "a.md"])
    assert "b.md: question document (3 questions): " in capsys.readouterr().out
    main(["--show-files", "--isolated", "a.md"])
    assert "b.md" not in capsys.readouterr().out


def test_a_document_with_a_schema_is_always_a_question_document(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", PROSE)
    assert main(["--show-files", "a.md"]) == 0
    assert capsys.readouterr().out.startswith("a.md: not a question document: ")
    assert main(["--show-files", "--schema", "faq", "a.md"]) == 0
    assert capsys.readouterr().out.startswith("a.md: question document (0 questions): ")
    _write("dlqa-lint.toml", 'include = ["a.md"]\nschema = "faq"\n')
    _write("b.md", PROSE)
    main(["--show-files", "a.md", "b.md"])
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("a.md: question document")
    assert second.startswith("b.md: not a question document")
    main(["--show-files", "--schema", "auto", "a.md"])
    assert capsys.readouterr().out.startswith("a.md: not a question document")


def test_a_schema_file_of_the_settings_counts_from_their_folder(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("dlqa-lint.toml", 'include = ["content/*.md"]\nschema = "bank.toml"\n')
    _write("bank.toml", '[question]\nform = "#### {number}. {text}"\n')
    _write("content/a.md")
    for folder in (".", "content"):
        monkeypatch.chdir(folder)
        assert main(["export"]) == 0
        (document,) = json.loads(capsys.readouterr().out)
        assert document["schema"]["question"]["form"] == ["#### {number}. {text}"]
        assert document["schema"]["inferred"] is False


def test_blocks_give_schemas_to_their_files(capsys: pytest.CaptureFixture[str]) -> None:
    _write(
        "dlqa-lint.toml",
        '[[bank]]\ninclude = ["faq/*.md"]\nschema = "faq"\n[[bank]]\ninclude = ["all/*.md"]\n',
    )
    _write("faq/a.md", PROSE)
    _write("all/b.md", PROSE)
    main(["--show-files"])
    assert [
        line.partition(" (")[0].partition(": ")[2][:21] for line in capsys.readouterr().out.splitlines()
    ] == [
        "not a question docume",
        "question document",
    ]


def test_show_files_says_which_filter_dropped_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", 'exclude = ["drafts"]\n')
    _write(".gitignore", "build/\n")
    for name in ("a.md", "drafts/b.md", "build/c.md", ".venv/d.md"):
        _write(name)
    assert main(["--show-files", "."]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == ".venv: hidden folder"
    assert lines[1].startswith("a.md: question document (3 questions): ")
    assert lines[2].startswith("build: ignored by ")
    assert lines[3] == 'drafts/b.md: excluded by "drafts" in dlqa-lint.toml'


def test_show_settings_is_toml_that_says_where_it_comes_from(capsys: pytest.CaptureFixture[str]) -> None:
    import tomllib

    text = (
        'ignore = ["answers"]\nseverity = { number-gap = "info" }\n[[bank]]\ninclude = '
        '["*.md"]\nschema = "faq"\n'
    )
    _write("dlqa-lint.toml", text)
    _write("a.md")
    assert main(["--show-settings"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# dlqa-lint.toml\n")
    assert "number-gap" in out.splitlines()[-2]
    assert "missing-answer" not in out
    assert tomllib.loads(out) == tomllib.loads(text) | {
        "baseline": "", "embedding-model": "", "exclude": [], "extend": "", "extend-select": [],
        "fail-on": "warning", "include": [], "per-file-ignores": {}, "schema": "", "translations": {},
    }  # fmt: skip


def test_several_formats_at_once_go_to_files(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    arguments = [
        "--output-format",
        "concise",
        "--output-format",
        "json=out.json",
        "--color",
        "always",
        "a.md",
    ]
    assert main(arguments) == 1
    assert "\x1b[" in capsys.readouterr().out
    assert json.loads(Path("out.json").read_text("utf-8"))[0]["rule"] == "number-gap"


def test_a_format_that_cannot_be_written_is_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md")
    assert main(["--output-format", "json=nope/out.json", "a.md"]) == 2
    assert capsys.readouterr().err == "dlqa-lint: nope/out.json: No such file or directory\n"


def test_json_is_an_empty_array_where_there_is_nothing_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md")
    assert _findings(capsys, "a.md") == []


def test_statistics_do_not_spoil_what_machines_read(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    main(["--statistics", "--output-format", "json", "a.md"])
    out, err = capsys.readouterr()
    assert json.loads(out)
    assert "1 number-gap" in err
    main(["--statistics", "a.md"])
    assert "1 number-gap" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {}, False),
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    arguments: list[str], environment: dict[str, str], coloured: bool,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    _write("a.md", GAP)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main([*arguments, "a.md"])
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_export_gives_the_documented_json(capsys: pytest.CaptureFixture[str]) -> None:
    _write(
        "a.md",
        "# Letters\n\n## Vowels\n\n### 1. What is an *a*?\n\nA letter.\n\n### 2. And e?\n\nTwo "
        "words.\n\n### 3. And i?\n",
    )
    _write("b.md", PROSE)
    assert main(["export", "--format", "json", "--isolated", "--no-cache", "."]) == 0
    (document,) = json.loads(capsys.readouterr().out)
    assert list(document) == ["path", "title", "confidence", "schema", "questions"]
    assert (document["path"], document["title"]) == ("a.md", "Letters")
    assert document["schema"]["question"]["form"] == ["### {number}. {text}"]
    assert document["questions"][0] == {
        "position": 1, "number": "1", "text": "What is an a?", "line": 5, "section": "Vowels",
        "answered": True,
        "answer": {"line": 7, "words": 2, "markdown": "A letter.", "parts": {}},
        "options": [], "fields": {}, "kind": "open",
    }  # fmt: skip
    assert document["questions"][2]["answered"] is False
    assert document["questions"][2]["answer"] is None


def test_export_gives_the_parts_of_an_answer_apart(capsys: pytest.CaptureFixture[str]) -> None:
    _write("parts.toml", '[question]\nform = "### {number}. {text}"\n\n[[part]]\nname = "In depth"\n')
    _write(
        "a.md", "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n**In depth:** The first one.\n\n- Of 26.\n"
    )
    arguments = ["--format", "json", "--schema", "parts.toml", "--isolated", "--no-cache", "a.md"]
    assert main(["export", *arguments]) == 0
    (document,) = json.loads(capsys.readouterr().out)
    answer = document["questions"][0]["answer"]
    assert answer["markdown"] == "A letter.\n\n**In depth:** The first one.\n\n- Of 26."
    assert answer["parts"] == {"In depth": "The first one.\n\n- Of 26."}


def test_export_gives_answers_as_they_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    code = "```sh\nhoist --jib\n```"
    _write(
        "a.md",
        f"# Sails\n\n1. How is it set?\n\n   **Answer:** So:\n\n   - by hand\n\n2. And then?\n\n{code}\n",
    )
    assert main(["export", "--isolated", "--no-cache", "a.md"]) == 0
    (document,) = json.loads(capsys.readouterr().out)
    answers = [question["answer"]["markdown"] for question in document["questions"]]
    assert answers == ["So:\n\n- by hand", code]


def test_export_takes_the_right_options_from_a_key_beside_the_quiz(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("answers.md", "# Answers\n\n1. B\n2. A, C\n")
    _write(
        "quiz.md",
        "# Quiz\n\n1. Which is wet?\n   - A. sand\n   - B. rain\n   - C. coal\n\n"
        "2. Which are dry?\n   - A. sand\n   - B. rain\n   - C. coal\n",
    )
    assert main(["export", "--isolated", "--no-cache", "."]) == 0
    (document,) = json.loads(capsys.readouterr().out)
    rights = [[option["correct"] for option in question["options"]] for question in document["questions"]]
    assert rights == [[False, True, False], [True, False, True]]
    assert [question["kind"] for question in document["questions"]] == ["single", "multiple"]


def test_item_writing_is_checked_only_where_it_is_selected(capsys: pytest.CaptureFixture[str]) -> None:
    _write(
        "quiz.md",
        "# Quiz\n\n### 1. Which is not wet?\n\n- [x] sand\n- [ ] rain\n- [ ] fog\n\n"
        "### 2. Which is dry?\n\n- [x] coal\n- [ ] rain\n- [ ] fog\n",
    )
    assert main(["--isolated", "--no-cache", "quiz.md"]) == 0
    for option in ("--select", "--extend-select"):
        assert main(["--isolated", "--no-cache", option, "items", "quiz.md"]) == 1
    assert "negative-stem" in capsys.readouterr().out


def test_rule_lists_all_rules_with_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert sorted(words[0] for words in lines) == sorted(all_rules())
    assert all(len(words) > 3 for words in lines)


def test_rule_prints_the_manual_page_or_a_family(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "number-gap"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("number-gap (numbering, error)\n\n")
    assert (all_rules()["number-gap"].__doc__ or "").strip().partition("\n")[0] in page
    assert main(["rule", "numbering"]) == 0
    assert "missing-answer" not in capsys.readouterr().out


def test_schema_lists_shows_validates_and_prints_the_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out.startswith("details ")
    assert main(["schema", "faq"]) == 0
    _write("mine.toml", capsys.readouterr().out)
    assert main(["schema", "mine.toml"]) == 0
    assert capsys.readouterr().out == "mine.toml: a valid schema\n"
    _write("mine.toml", "[answer]\nrequired = 1\n")
    assert main(["schema", "mine.toml"]) == 2
    assert (
        capsys.readouterr().err == "dlqa-lint: mine.toml: answer.required: found 1, expected true or false\n"
    )
    assert main(["schema", "--json-schema"]) == 0
    assert "numbering" in json.loads(capsys.readouterr().out)["properties"]
    assert main(["schema", "--json-schema", "settings"]) == 0
    assert "per-file-ignores" in json.loads(capsys.readouterr().out)["properties"]


def test_help_names_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert "\n  export " in out
    assert "\n  schema " in out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("dlqa-lint ")


def test_an_interruption_is_not_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: Path) -> int:
        raise KeyboardInterrupt

    _write("a.md")
    monkeypatch.setattr("dlqa_lint.disk.regular_files._kind_of", interrupt)
    assert main(["--isolated", "a.md"]) == 130
    assert capsys.readouterr().err == "dlqa-lint: interrupted\n"


def test_a_bug_is_shown_in_full_and_is_not_a_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash() -> int:
        raise KeyError("a bug")

    monkeypatch.setattr(__main__, "_made", crash)
    with pytest.raises(SystemExit) as caught:
        __main__.run()
    assert caught.value.code == 2
    assert "Traceback" in capsys.readouterr().err


TIDY = (
    "".join(
        f"### {number}. What is letter {number}?\n\nIt is a letter.\n\n" for number in range(1, 9)
    ).rstrip()
    + "\n"
)
FORM = TIDY.replace("### 2.", "## 2)")


def test_diff_shows_what_fix_would_do_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", FORM)
    assert main(["--diff", "--select", "question-form", "a.md"]) == 1
    out = capsys.readouterr().out
    assert "-## 2) What is letter 2?\n+### 2. What is letter 2?\n" in out
    assert Path("a.md").read_text("utf-8") == FORM
    _write("a.md", TIDY)
    assert main(["--diff", "a.md"]) == 0
    assert capsys.readouterr().out == ""


def test_fix_writes_and_reports_what_remains(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", FORM.replace("\n", "\r\n"))
    assert main(["--fix", "--select", "question-form", "a.md"]) == 0
    assert Path("a.md").read_bytes() == TIDY.replace("\n", "\r\n").encode()
    assert capsys.readouterr().out.startswith("1 finding fixed; no findings in 1 document")


def test_fix_leaves_unsafe_fixes_to_unsafe_fixes(capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.md", GAP)
    assert main(["--fix", "a.md"]) == 1
    assert Path("a.md").read_text("utf-8") == GAP
    assert main(["--fix", "--unsafe-fixes", "a.md"]) == 0
    assert Path("a.md").read_text("utf-8") == CLEAN
    capsys.readouterr()


def test_fixed_standard_input_goes_to_standard_output(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _feed(monkeypatch, FORM.encode())
    assert main(["--fix", "--select", "question-form", "-"]) == 0
    out, err = capsys.readouterr()
    assert out == TIDY
    assert "1 finding fixed" in err
    _feed(monkeypatch, PROSE.encode())
    assert main(["--fix", "-"]) == 0
    assert capsys.readouterr().out == PROSE


def test_only_the_given_files_are_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    _write("dlqa-lint.toml", 'include = ["*.md"]\n')
    _write("a.md", FORM)
    _write("b.md", FORM)
    main(["--fix", "--select", "question-form", "a.md"])
    assert Path("a.md").read_text("utf-8") == TIDY
    assert Path("b.md").read_text("utf-8") == FORM
    capsys.readouterr()


def test_what_follows_two_dashes_is_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    _write("-fix.md", GAP)
    assert _findings(capsys, "--", "-fix.md") == [("-fix.md", "number-gap", 11)]
    assert main(["--", "--fix"]) == 2
    assert capsys.readouterr().err == "dlqa-lint: --fix: no such file or folder\n"


def test_pairs_that_are_not_utf_8_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pairs.jsonl").write_bytes(b"\xff")
    assert main(["similar", "--pairs", "pairs.jsonl"]) == 2
    assert capsys.readouterr().err.startswith("dlqa-lint: pairs.jsonl: byte 0 is not UTF-8")


@pytest.mark.parametrize("arguments", [["similar", " "], ["similar", "--limit", "-1", "What?"]])
def test_looking_up_nothing_is_a_wrong_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _write("a.md")
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("dlqa-lint: ")
