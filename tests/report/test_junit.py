from xml.etree import ElementTree

import pytest

from dlqa_lint.model.finding import Severity
from dlqa_lint.report import Report, render
from report.making import HOSTILE, hostile, report_of, report_on


def parse(report: Report) -> ElementTree.Element:
    """Parse the document from bytes, as CI systems do, and check its counts."""
    root = ElementTree.fromstring(render("junit", report).encode("utf-8"))
    assert root.tag == "testsuites"
    for parent in (root, *root.iter("testsuite")):
        assert int(parent.attrib["tests"]) == len(list(parent.iter("testcase")))
        assert int(parent.attrib["failures"]) == len(list(parent.iter("failure")))
    for case in root.iter("testcase"):
        assert case.attrib["name"]
        assert case.attrib["classname"]
    return root


def test_a_clean_run_is_one_case_that_passes() -> None:
    root = parse(Report(documents=1, questions=1, answered=1))
    (case,) = root.iter("testcase")
    assert len(case) == 0


def test_a_finding_is_a_case_that_fails() -> None:
    (case,) = parse(report_on("# Bank\n\n## «1».\n", path="content/a.md")).iter("testcase")
    assert case.attrib == {
        "name": "number-gap (3:4)",
        "classname": "content/a.md",
        "file": "content/a.md",
        "line": "3",
    }
    (failure,) = case
    assert failure.attrib == {"type": "number-gap", "message": "the message"}
    assert failure.text == "content/a.md:3:4: error number-gap: the message"


def test_an_info_is_a_case_that_passes_with_a_remark() -> None:
    (case,) = parse(report_on("«a»", severity=Severity.INFO)).iter("testcase")
    assert [child.tag for child in case] == ["system-out"]


def test_every_file_is_a_suite() -> None:
    one, two = report_of(2), report_on("«a»", path="b.md")
    both = one._replace(findings=one.findings + two.findings, sources={**one.sources, **two.sources})
    assert [suite.attrib["name"] for suite in parse(both)] == ["a.md", "b.md"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_leaves_the_xml_well_formed(text: str) -> None:
    (failure,) = parse(hostile(text)).iter("failure")
    assert failure.attrib["message"].startswith("found ")
    assert failure.text is not None
    assert "\n" not in failure.text
