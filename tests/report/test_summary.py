import pytest

from dlqa_lint.model.finding import Finding, Fix, Severity
from dlqa_lint.report import Report
from dlqa_lint.report.parts.statistics import statistics
from dlqa_lint.report.parts.summary import closing
from dlqa_lint.text.source import Span
from report.making import report_of, report_on

BANK = "1 document (50 questions, 10 answered)"
WHOLE = "1 document (50 questions, all answered)"
SAFE, UNSAFE = Fix("a", ()), Fix("b", (), safe=False)


def report(*fixes: Fix | None, **counts: int) -> Report:
    """A report with a finding for each given fix."""
    finding = Finding("number-gap", "numbering", Severity.ERROR, "the message", "a.md", Span(0, 1))
    findings = tuple(finding._replace(fix=fix) for fix in fixes)
    counted = {"documents": 1, "questions": 50, "answered": 10} | counts
    return Report(findings, **counted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (report(answered=50), f"no findings in {WHOLE}"),
        (report(None), f"1 finding in {BANK}"),
        (report(SAFE, None), f"2 findings in {BANK}; 1 fixable with --fix"),
        (
            report(SAFE, UNSAFE, UNSAFE),
            f"3 findings in {BANK}; 1 fixable with --fix, 2 more with --unsafe-fixes",
        ),
        (report(UNSAFE), f"1 finding in {BANK}; 1 fixable with --unsafe-fixes"),
        (report(documents=2), "no findings in 2 documents (50 questions, 10 answered)"),
        (report(answered=0), "no findings in 1 document (50 questions, none answered)"),
        (report(questions=1, answered=1), "no findings in 1 document (1 question, answered)"),
        (report(questions=1, answered=0), "no findings in 1 document (1 question, not answered)"),
        (report(questions=0, answered=0), "no findings in 1 document (no questions)"),
        (Report(), "no question documents"),
        (Report(skipped=1), "no question documents; 1 file skipped that is not a question document"),
        (report(None, skipped=2), f"1 finding in {BANK}; 2 files skipped that are not question documents"),
        (report(answered=50, fixed=1), f"1 finding fixed; no findings in {WHOLE}"),
        (report(None, fixed=22), f"22 findings fixed; 1 finding in {BANK}"),
    ],
)
def test_the_closing_line_counts_rightly(given: Report, line: str) -> None:
    assert closing(given) == line


def test_statistics_count_each_rule_most_first_and_then_the_bank() -> None:
    many, one = report_of(12), report_on("«a»", rule="answer-form", fix=SAFE)
    both = many._replace(findings=one.findings + many.findings, answered=11, word_count=900)
    assert statistics(both) == (
        "12 number-gap\n"
        " 1 answer-form (1 fixable)\n"
        "\n"
        "1 document, 12 questions, 11 answered (91 %), 900 words of answers\n"
    )


def test_statistics_of_a_clean_bank_have_its_health_alone() -> None:
    assert statistics(Report(documents=1, questions=1, answered=1, word_count=1)) == (
        "no findings\n\n1 document, 1 question, 1 answered (100 %), 1 word of answers\n"
    )
