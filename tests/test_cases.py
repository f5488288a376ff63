"""Every case of tests/cases, checked in every way that needs no work by its author."""

import re
from collections.abc import Callable
from inspect import cleandoc

import pytest

from cases import (
    Case,
    case_files,
    findings_of,
    fixed_texts,
    read_cases,
    rules_named,
    shown,
)
from dlqa_lint.rules import all_rules

CASES = [case for file in case_files() for case in read_cases(file)]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
each_rule = pytest.mark.parametrize("name", all_rules())


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def bom(text: str) -> str:
    return "\ufeff" + text


@each_case
def test_finds_exactly_what_the_case_says(case: Case) -> None:
    assert shown(case, findings_of(case, rules_named(case.rule))) == case.findings


@each_case
def test_every_span_lies_in_its_text(case: Case) -> None:
    for finding in findings_of(case, rules_named()):
        places = [(finding.path, finding.span), *((place.path, place.span) for place in finding.related)]
        places += [(edit.path, edit.span) for edit in (finding.fix.edits if finding.fix else ())]
        for path, span in places:
            assert 0 <= span.start <= span.end <= len(case.documents[path])


@each_case
def test_fixes_as_the_case_says(case: Case) -> None:
    rules = rules_named(case.rule)
    assert fixed_texts(case, rules, unsafe=False) == case.fixed
    assert fixed_texts(case, rules, unsafe=True) == (case.fixed_unsafe or case.fixed)


@each_case
def test_fixing_again_changes_nothing(case: Case) -> None:
    rules = rules_named(case.rule)
    for unsafe in (False, True):
        once = {**case.documents, **fixed_texts(case, rules, unsafe=unsafe)}
        assert fixed_texts(case, rules, unsafe=unsafe, texts=once) == {}


@each_case
@pytest.mark.parametrize("change", [crlf, bom])
def test_line_ends_and_byte_order_marks_make_no_difference(case: Case, change: Callable[[str], str]) -> None:
    if any("\r" in text for text in case.documents.values()):
        pytest.skip("the case has line ends of its own")
    twin = case.twin(change)
    rules = rules_named(case.rule)
    assert shown(twin, findings_of(twin, rules)) == case.findings
    assert fixed_texts(twin, rules, unsafe=False) == twin.fixed
    assert fixed_texts(twin, rules, unsafe=True) == (twin.fixed_unsafe or twin.fixed)


@each_case
def test_all_rules_together_neither_crash_nor_fight(case: Case) -> None:
    rules = rules_named()
    for unsafe in (False, True):
        once = {**case.documents, **fixed_texts(case, rules, unsafe=unsafe)}
        assert fixed_texts(case, rules, unsafe=unsafe, texts=once) == {}


def test_case_files_and_rules_are_the_same_set() -> None:
    assert [file.stem for file in case_files()] == list(all_rules())


@each_rule
def test_each_rule_has_a_case_with_a_finding_and_one_without(name: str) -> None:
    found = {bool(case.findings) for case in CASES if case.rule == name}
    assert found == {True, False}


def test_no_two_cases_of_a_rule_share_a_sentence() -> None:
    assert len({case.id for case in CASES}) == len(CASES)


@each_rule
def test_module_class_and_name_of_a_rule_agree(name: str) -> None:
    rule = all_rules()[name]
    *_, family, module = rule.__module__.split(".")
    assert (module, family) == (name.replace("-", "_"), rule.family)
    assert rule.__name__ == "".join(word.capitalize() for word in name.split("-"))


@each_rule
def test_the_docstring_of_a_rule_is_a_manual_page(name: str) -> None:
    page = cleandoc(all_rules()[name].__doc__ or "")
    summary, _, rest = page.partition("\n\n")
    assert re.fullmatch(r"[A-Z][^\n]*\.", summary), "the first line is one sentence: what the rule finds"
    assert re.match(r"[A-Z]", rest), "then comes why that hurts a reader"
    for part in ("Example:", "Repair:", "Fix:", "Schema:"):
        assert re.search(rf"^(?:.*\s)?{part}", rest, re.MULTILINE), f"the page has no part {part}"
