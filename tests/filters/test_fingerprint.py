import pytest

from dlqa_lint.filters.fingerprint import fingerprints, identities, identity, occurrences
from dlqa_lint.model.finding import Finding, QuestionRef, Severity
from dlqa_lint.text.source import Span

ASKED = QuestionRef("12", "What is a kernel?", 40)
FINDING = Finding("missing-answer", "answers", Severity.ERROR, "12 has no answer", "a.md", Span(9, 12), ASKED)


@pytest.mark.parametrize(
    "other",
    [
        FINDING._replace(question=ASKED._replace(number="13", line=44)),
        FINDING._replace(span=Span(900, 950)),
        FINDING._replace(path="other/b.md"),
        FINDING._replace(message="13 has no answer", severity=Severity.WARNING),
        FINDING._replace(question=ASKED._replace(text="what is a  Kernel")),
        FINDING._replace(question=ASKED._replace(text="What is a kernel？")),
    ],
    ids=["renumbered", "moved", "moved to another file", "other message", "other case", "other punctuation"],
)
def test_the_same_question_keeps_its_identity(other: Finding) -> None:
    assert identity(other) == identity(FINDING)


@pytest.mark.parametrize(
    "other",
    [
        FINDING._replace(rule="empty-answer"),
        FINDING._replace(question=ASKED._replace(text="What is a kernel trick?")),
        FINDING._replace(question=None),
    ],
    ids=["other rule", "other question", "no question"],
)
def test_something_else_has_another_identity(other: Finding) -> None:
    assert identity(other) != identity(FINDING)


@pytest.mark.parametrize(
    ("rule", "now", "before"),
    [
        (
            "ambiguous-document",
            '"A" and 2 more lines like "B" were read as questions and may not be, expected a schema that decides: C',
            '"A" and 2 more lines like "B" were read as questions and may be none, expected a schema that tells: C',
        ),
        (
            "ambiguous-document",
            '"A" and 2 more lines like "B" were not read as questions and may be, expected a schema that decides: C',
            '"A" and 2 more lines like "B" were not read as questions and may be some, '
            "expected a schema that tells: C",
        ),
        (
            "missing-section",
            'no section "A" found, expected one after "B"',
            'no section "A" found, expected one behind "B"',
        ),
        (
            "section-order",
            'the section "A" is out of order, expected after "B"',
            'the section "A" is out of order, expected behind "B"',
        ),
        (
            "unexplained-suppression",
            '"ignore a" gives no reason, expected ": reason" after it',
            '"ignore a" gives no reason, expected ": reason" behind it',
        ),
        ("unknown-suppression", '"a" is not a suppression, expected b', '"a" is no suppression, expected b'),
    ],
)
def test_the_key_by_an_earlier_wording_is_known(rule: str, now: str, before: str) -> None:
    found = FINDING._replace(rule=rule, question=None, message=now)
    assert identities(found) == (identity(found), identity(found._replace(message=before)))
    assert identities(found._replace(question=ASKED)) == (identity(found._replace(question=ASKED)),)


def test_symbols_that_make_another_question_count() -> None:
    cpp, c = (FINDING._replace(question=ASKED._replace(text=f"What is {name}?")) for name in ("C++", "C"))
    assert identity(cpp) != identity(c)


def test_a_finding_without_a_question_is_known_by_file_and_message_without_numbers() -> None:
    count = FINDING._replace(question=None, message="the title says 50 questions, found 62")
    assert identity(count._replace(message="the title says 50 questions, found 63")) == identity(count)
    assert identity(count._replace(path="b.md")) != identity(count)
    assert identity(count._replace(message="the title is missing")) != identity(count)


def test_occurrences_tell_equal_keys_apart() -> None:
    assert occurrences(["a", "b", "a", "a"]) == [("a", 1), ("b", 1), ("a", 2), ("a", 3)]


def test_fingerprints_differ_and_do_not_depend_on_other_files() -> None:
    twice = [FINDING, FINDING._replace(span=Span(99, 100))]
    elsewhere = FINDING._replace(path="0.md")
    assert len(set(fingerprints([elsewhere, *twice]))) == 3
    assert fingerprints([elsewhere, *twice])[1:] == fingerprints(twice)


def test_a_fixed_finding_leaves_the_others_their_fingerprints() -> None:
    others = [FINDING._replace(question=ASKED._replace(text=text)) for text in ("Why?", "How?")]
    assert fingerprints([FINDING, *others])[1:] == fingerprints(others)
