import json
import subprocess
import sys
from pathlib import Path

import pytest

import dlqa_lint.report
from dlqa_lint.report import Report, formats, render
from report.making import HOSTILE, hostile, report_on

UNSAFE = {
    chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def test_every_module_beside_the_parts_is_a_format() -> None:
    folder = Path(dlqa_lint.report.__file__).parent
    assert set(formats()) == {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {"full", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown", "rdjson"} <= set(
        formats()
    )


@pytest.mark.parametrize("name", formats())
def test_using_a_format_imports_no_other_and_nothing_heavy(name: str) -> None:
    code = (
        "import sys\nfrom dlqa_lint.report import Report, render\n"
        f"render({name!r}, Report())\n"
        "heavy = {'pydantic', 'markdown_it'}\n"
        "print(*(name for name in sys.modules if name.startswith('dlqa_lint.report.') or name in heavy))"
    )
    environment = {"PYTHONPATH": str(Path(dlqa_lint.report.__file__).parents[2])}
    written = subprocess.check_output([sys.executable, "-c", code], text=True, env=environment)
    loaded = {module for module in written.split() if not module.startswith("dlqa_lint.report.parts")}
    assert loaded == {f"dlqa_lint.report.{name}"}


@pytest.mark.parametrize("name", formats())
def test_a_text_is_empty_or_ends_with_one_newline(name: str) -> None:
    for report in (Report(), report_on("## «1».\n")):
        text = render(name, report)
        assert not text or (text.endswith("\n") and not text.endswith("\n\n"))


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_format_lets_a_document_steer_a_terminal(name: str, text: str) -> None:
    written = render(name, hostile(text))
    assert not UNSAFE.intersection(written) - {"\n"}


@pytest.mark.parametrize("name", formats())
def test_a_file_name_that_is_not_utf8_is_no_obstacle(name: str) -> None:
    text = render(name, report_on("## «1».\n", path="caf\udce9.md"))
    assert "number-gap" in text.encode("utf-8").decode("utf-8")


@pytest.mark.parametrize("name", ["json", "gitlab"])
def test_a_list_format_is_an_empty_list_when_there_is_nothing_to_say(name: str) -> None:
    assert json.loads(render(name, Report())) == []


@pytest.mark.parametrize("name", ["concise", "github"])
def test_a_line_format_is_empty_when_there_is_nothing_to_say(name: str) -> None:
    assert render(name, Report()) == ""


def test_the_same_findings_give_the_same_text_for_crlf_but_for_offsets() -> None:
    text = "# Bank\n\n## 1. What?\n\n## «3». Why?\n"
    for name in set(formats()) - {"json"}:
        assert render(name, report_on(text)) == render(name, report_on(text.replace("\n", "\r\n")))
