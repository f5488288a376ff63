import json
import re
import tomllib
from pathlib import Path
from typing import Any, ClassVar

import jsonschema  # type: ignore[import-untyped]
import pytest

from dlqa_lint.model.finding import Edit, Fix, Place, QuestionRef, Severity
from dlqa_lint.report import Report, render
from dlqa_lint.report.parts import manual
from dlqa_lint.rule import Rule
from dlqa_lint.text.source import Span
from report.making import HOSTILE, hostile, marked, report_of, report_on
from report.sarif_schema import SARIF


class NumberGap(Rule):
    """A number is left out between two questions.

    Readers who look for
    question 12 do not find it.

        ## 11. What?

    The fix renumbers.
    """

    __module__ = "dlqa_lint.rules.numbering.number_gap"
    severity: ClassVar[Severity] = Severity.ERROR


def run_of(report: Report) -> dict[str, Any]:
    """The only run of the log, after a check against the schema."""
    log = json.loads(render("sarif", report))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def result_of(report: Report) -> dict[str, Any]:
    (result,) = run_of(report)["results"]
    assert isinstance(result, dict)
    return result


def location_of(report: Report) -> dict[str, Any]:
    physical = result_of(report)["locations"][0]["physicalLocation"]
    assert isinstance(physical, dict)
    return physical


def test_a_clean_run_is_a_log_with_the_rules_that_ran_and_no_results() -> None:
    run = run_of(Report(rules={"number-gap": NumberGap}))
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["number-gap"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_rule_is_described_by_its_docstring() -> None:
    (rule,) = run_of(Report(rules={"number-gap": NumberGap}))["tool"]["driver"]["rules"]
    assert rule["name"] == "NumberGap"
    assert rule["shortDescription"]["text"] == "A number is left out between two questions."
    assert rule["fullDescription"]["text"] == (
        "A number is left out between two questions. Readers who look for question 12 do not find it."
    )
    assert rule["help"]["text"].endswith("\n\n    ## 11. What?\n\nThe fix renumbers.")
    assert rule["help"]["markdown"].endswith("\n\n```markdown\n## 11. What?\n```\n\nThe fix renumbers.")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["tags"] == ["question-bank", "numbering"]


def test_a_manual_page_becomes_markdown_whatever_its_example_holds() -> None:
    page = "Says.\n\nExample:\n    ```python\n    a\n\n    b\n\nRepair:\n    c\n\nFix: None."
    assert manual.page_as_markdown(page) == (
        "Says.\n\n**Example:**\n\n````markdown\n```python\na\n\nb\n````\n\n**Repair:**\n\n"
        "```markdown\nc\n```\n\n**Fix:** None."
    )


def test_a_rule_has_a_page_on_the_documentation_site() -> None:
    with Path("pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    driver = run_of(Report(rules={"number-gap": NumberGap}))["tool"]["driver"]
    assert driver["semanticVersion"] == project["version"]
    assert driver["informationUri"] == project["urls"]["Documentation"]
    assert driver["rules"][0]["helpUri"] == f"{project['urls']['Documentation']}/rules/number-gap/"


def test_a_rule_without_a_description_is_still_listed() -> None:
    run = run_of(report_on("«a»", rule="wrong-question-count"))
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "wrong-question-count"


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_severities_have_the_words_of_sarif(severity: Severity, level: str) -> None:
    assert result_of(report_on("«a»", severity=severity))["level"] == level


def test_a_region_has_four_parts_in_code_points() -> None:
    assert location_of(report_on("# Bank\r\n\r\n## 👩‍💻«12». What?\r\n")) == {
        "artifactLocation": {"uri": "a.md"},
        "region": {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 9},
    }


def test_a_region_of_several_lines_is_its_first_line_with_the_rest_as_context() -> None:
    location = location_of(report_on("a«b\r\nc»d\r\n"))
    assert location["region"] == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 3}
    assert location["contextRegion"] == {"startLine": 1, "startColumn": 2, "endLine": 2, "endColumn": 2}


def test_uris_are_relative_and_percent_encoded() -> None:
    location = location_of(report_on("«a»", path="./content/50 Fragen: was#? größe%.md"))
    assert location["artifactLocation"]["uri"] == "content/50%20Fragen%3A%20was%23%3F%20gr%C3%B6%C3%9Fe%25.md"


def test_related_places_are_linked_from_the_message() -> None:
    places = (Place("a.md", Span(0, 1), "first asked here"), Place("a.md", Span(1, 2), "and [here]"))
    result = result_of(report_on("«a»b", "also asked at line 1", related=places))
    assert result["message"]["text"] == r"also asked at line 1 ([first asked here](1), [and \[here\]](2))"
    assert [location["id"] for location in result["relatedLocations"]] == [1, 2]
    assert result["relatedLocations"][0]["message"] == {"text": "first asked here"}


def test_a_fix_is_written_file_by_file() -> None:
    source, span = marked("## «3». Why?\n", "b.md")
    edits = (Edit("a.md", Span(0, 1), ""), Edit("a.md", Span(2, 2), "x"), Edit("b.md", span, "2"))
    report = report_on("«a»\nb", fix=Fix("renumber", edits, safe=False))
    (fix,) = result_of(report._replace(sources={**report.sources, "b.md": source}))["fixes"]
    assert fix["description"] == {"text": "renumber"}
    assert fix["properties"] == {"safe": False}
    first, second = fix["artifactChanges"]
    assert [change["insertedContent"]["text"] for change in first["replacements"]] == ["", "x"]
    assert first["replacements"][1]["deletedRegion"] == {
        "startLine": 2,
        "startColumn": 1,
        "endLine": 2,
        "endColumn": 1,
    }
    assert second["artifactLocation"] == {"uri": "b.md"}


def test_fingerprints_are_our_own_unique_and_free_of_line_numbers() -> None:
    question = QuestionRef("1", "What is a kernel?", 1)
    before = report_on("## «1». What is a kernel?\n", question=question)
    after = report_on("new\n\n## «2». What is a kernel?\n", question=QuestionRef("2", "What is a kernel?", 3))
    assert result_of(before)["partialFingerprints"] == result_of(after)["partialFingerprints"]
    results = run_of(report_of(5))["results"]
    assert len({result["partialFingerprints"]["primaryLocationLineHash"] for result in results}) == 5


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_makes_no_link_and_no_placeholder(text: str) -> None:
    message = result_of(hostile(text))["message"]["text"]
    body, link = message[: message.rindex(" ([")], message[message.rindex(" ([") :]
    assert "](" not in body
    assert re.fullmatch(r" \(\[(?:[^\[\]\\]|\\.)*\]\(1\)\)", link, re.DOTALL)
    assert not re.search(r"(?<!\{)\{\d+\}(?!\})", message)
