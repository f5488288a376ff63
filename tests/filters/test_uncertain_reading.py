"""Doubts: what is said where a group of lines stands on the edge, and that a schema or settings end it.

The prior is moved until the group stands there, whatever the weights are.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dlqa_lint.cli import main
from dlqa_lint.filters.uncertain_reading import AMBIGUOUS
from dlqa_lint.linter import lint
from dlqa_lint.model.bank import Bank, Document, Doubt
from dlqa_lint.model.finding import Severity
from dlqa_lint.model.schema import QuestionForm, Schema
from dlqa_lint.recognise import choice_of, recognise
from dlqa_lint.recognise.choice.choose import IN_DOUBT
from dlqa_lint.recognise.choice.weights import replaced, weights
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source

HEADINGS = """# Tensors

### 1. What is a tensor?

An array of numbers with any number of axes.

### 2. What is a rank?

The number of axes of a tensor.

### 4. What is a shape?

The length of each axis.
"""
ITEMS = """
## Tasks

- Explain what a view is
- Describe the strides of a tensor
- Compare views with copies
"""
TEXT = HEADINGS + ITEMS
FORMS = ("### {number}. {text}", "- {text}")
NEAR = IN_DOUBT / 2


@contextmanager
def items_at(total: float) -> Iterator[None]:
    """Moves the prior so that the list has this total; that the headings are numbered makes up for it."""
    learned = weights()
    groups = choice_of(Source("a.md", TEXT), None).weighed
    by = total - next(row.total for row in groups if row.group.key.kind == "bullet")
    numbered = learned.group["numbered"] - min(by, 0)
    with replaced(learned._replace(prior=learned.prior + by, group={**learned.group, "numbered": numbered})):
        yield


def read(text: str = TEXT, schema: Schema | None = None, path: str = "a.md") -> Document:
    return recognise(Source(path, text), schema)


def found(*documents: Document) -> dict[str, Severity]:
    rules = tuple(rule() for rule in all_rules().values() if rule.default)
    return {finding.rule: finding.severity for finding in lint(Bank(documents), rules)}


def asks(document: Document, doubt: Doubt) -> set[bool]:
    """Whether the lines of a doubt are questions of a document."""
    questions = {question.span for question in document.questions}
    return {span in questions for span in doubt.spans}


@pytest.mark.parametrize("total", [-NEAR, NEAR])
def test_a_group_on_the_edge_is_in_doubt_and_a_schema_settles_it_either_way(total: float) -> None:
    with items_at(total):
        doubt = read().doubt
        assert doubt is not None
        assert (doubt.form, doubt.others, doubt.asks) == ("- {text}", FORMS[:1], total > 0)
        for forms, expected in ((FORMS, True), (FORMS[:1], False)):
            settled = read(schema=Schema(question=QuestionForm(form=forms)))
            assert settled.doubt is None
            assert asks(settled, doubt) == {expected}
            assert AMBIGUOUS not in found(settled)


@pytest.mark.parametrize("total", [-2 * IN_DOUBT, 2 * IN_DOUBT])
def test_a_group_away_from_the_edge_is_not_in_doubt(total: float) -> None:
    with items_at(total):
        assert read().doubt is None


def test_what_depends_on_the_doubt_is_info_and_the_rest_is_not() -> None:
    with items_at(-NEAR):
        assert found(read()) == {"number-gap": Severity.INFO, AMBIGUOUS: Severity.WARNING}
        unclosed = read(TEXT.replace("The length", "<!-- The length"))
        assert found(unclosed)["unclosed-block"] is Severity.ERROR


def test_without_a_finding_that_depends_on_the_doubt_nothing_is_reported() -> None:
    with items_at(-NEAR):
        assert found(read(TEXT.replace("4.", "3."))) == {}


def test_a_fix_that_hangs_on_the_doubt_is_not_safe_and_any_other_one_stays_so() -> None:
    text = TEXT.replace("### 4. What", "##  3) What")

    def safe(document: Document) -> dict[str, bool]:
        rules = tuple(rule() for rule in all_rules().values() if rule.default)
        return {found.rule: found.fix.safe for found in lint(Bank((document,)), rules) if found.fix}

    with items_at(-NEAR):
        assert safe(read(text)) == {"question-form": False, "heading-spacing": True}
        settled = Schema(question=QuestionForm(form=FORMS[:1]))
        assert safe(read(text, settled)) == {"question-form": True, "heading-spacing": True}


def test_a_finding_depends_on_every_document_it_points_into() -> None:
    with items_at(-NEAR):
        doubtful = read(TEXT.replace("4.", "3."))
    sure = read(HEADINGS.replace("4.", "3."), path="b.md")
    assert AMBIGUOUS not in found(doubtful)
    assert found(doubtful, sure).get(AMBIGUOUS) is Severity.WARNING


def test_the_severity_in_the_settings_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(TEXT, "utf-8")

    def severities() -> dict[str, str]:
        with items_at(-NEAR):
            main(["--no-cache", "--output-format", "json", "a.md"])
        return {finding["rule"]: finding["severity"] for finding in json.loads(capsys.readouterr().out)}

    assert severities() == {"number-gap": "info", AMBIGUOUS: "warning"}
    Path("dlqa-lint.toml").write_text('severity = { number-gap = "error" }\n', "utf-8")
    assert severities() == {"number-gap": "error", AMBIGUOUS: "warning"}
    Path("dlqa-lint.toml").write_text('include = ["a.md"]\nschema = "schema.toml"\n', "utf-8")
    Path("schema.toml").write_text('[question]\nform = "### {number}. {text}"\n', "utf-8")
    assert severities() == {"number-gap": "error"}
