"""The format `junit`: a test report, in which every file is a suite and every finding a case."""

from itertools import groupby
from xml.etree import ElementTree

from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.report import PAPER, Report
from dlqa_lint.report.parts.headline import headline
from dlqa_lint.report.parts.region import slashed
from dlqa_lint.text.visible import visible


def render(report: Report) -> str:
    """The findings as one XML document; a run without findings is one case that passes.

    A finding of severity `info` fails no run, and so it is a case that passes with a remark.
    """
    report = report._replace(screen=PAPER)
    root = ElementTree.Element("testsuites", {"name": "dlqa-lint", **_counts(report.findings)})
    for path, group in groupby(report.findings, key=lambda finding: finding.path):
        findings = tuple(group)
        suite = ElementTree.SubElement(root, "testsuite", {"name": _text(slashed(path)), **_counts(findings)})
        for finding in findings:
            _case(suite, report, finding)
    if not report.findings:
        suite = ElementTree.SubElement(root, "testsuite", {"name": "dlqa-lint", **_counts(())})
        ElementTree.SubElement(suite, "testcase", name="no findings", classname="dlqa-lint")
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _counts(findings: tuple[Finding, ...]) -> dict[str, str]:
    failures = sum(finding.severity is not Severity.INFO for finding in findings)
    return {"tests": str(max(len(findings), 1)), "failures": str(failures), "errors": "0"}


def _case(suite: ElementTree.Element, report: Report, finding: Finding) -> None:
    line, column, _ = report.position(finding.path, finding.span.start)
    case = ElementTree.SubElement(
        suite,
        "testcase",
        name=f"{finding.rule} ({line}:{column})",
        classname=_text(slashed(finding.path)),
        file=_text(slashed(finding.path)),
        line=str(line),
    )
    text = _text(headline(report, finding))
    if finding.severity is Severity.INFO:
        ElementTree.SubElement(case, "system-out").text = text
    else:
        failure = ElementTree.SubElement(case, "failure", type=finding.rule, message=_text(finding.message))
        failure.text = text


def _text(text: str) -> str:
    """The text with pictures of the characters that XML cannot hold."""
    return visible(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
