import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from dlqa_lint.model.finding import Severity
from dlqa_lint.report import Report, render
from report.making import HOSTILE, hostile, report_of, report_on

# GitLab's documentation of the Code Quality report format, as a schema.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}


def issues(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render("gitlab", report))
    jsonschema.validate(found, CODE_QUALITY)
    return found


def test_a_finding_is_an_issue_whose_description_names_the_rule() -> None:
    (issue,) = issues(report_on("# Bank\n\n«## 1.\n» What?\n", path="./content/a.md"))
    assert issue["description"] == "number-gap: the message"
    assert issue["location"] == {"path": "content/a.md", "lines": {"begin": 3, "end": 3}}


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.INFO, "info")]
)
def test_severities_have_the_words_of_gitlab(severity: Severity, word: str) -> None:
    assert issues(report_on("«a»", severity=severity))[0]["severity"] == word


def test_equal_findings_have_different_fingerprints() -> None:
    report = report_of(3)
    same = report._replace(findings=tuple(finding._replace(message="same") for finding in report.findings))
    assert len({issue["fingerprint"] for issue in issues(same)}) == 3


def test_a_line_inserted_above_changes_no_fingerprint() -> None:
    before, after = report_on("## «1». What?\n"), report_on("new\n\n## «1». What?\n")
    assert issues(before)[0]["fingerprint"] == issues(after)[0]["fingerprint"]
    assert issues(before)[0]["location"] != issues(after)[0]["location"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_inside_its_strings(text: str) -> None:
    (issue,) = issues(hostile(text))
    assert issue["description"] == f"number-gap: found {text}"
