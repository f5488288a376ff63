"""No step is quadratic: four times the input takes about four times the work, counted in calls."""

from collections.abc import Callable

import pytest

from counted import calls
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.similarity.text_language import language_of
from dlqa_lint.text.source import Source

pytestmark = pytest.mark.slow

# The duplicate rules compare questions with each other; how that stays in bounds is theirs to show.
RULES = selected(all_rules(), RuleSelection(ignore=("duplicates",)))


def _lint(*texts: str) -> None:
    documents = (recognise(Source(f"{at}.md", text), None) for at, text in enumerate(texts))
    lint(Bank(tuple(documents)), RULES)


def _work(*texts: str) -> int:
    return calls(lambda: _lint(*texts))


def _questions(count: int, body: Callable[[int], str]) -> str:
    return "".join(f"### {at}. What is thing {at}?\n\n{body(at)}\n\n" for at in range(1, count + 1))


def _contents(count: int) -> str:
    entries = "".join(
        f"- [{at}. What is thing {at}?](#{at}-what-is-thing-{at})\n" for at in range(1, count + 1)
    )
    return f"# Things\n\n{entries}\n{_questions(count, lambda at: 'A thing.')}"


SHAPES: dict[str, Callable[[int], str]] = {
    "questions": lambda count: _questions(count, lambda at: "A thing."),
    "questions without answers": lambda count: _questions(count, lambda at: ""),
    "lines of an answer": lambda count: _questions(4, lambda at: "Some words.\n" * 4 * count),
    "paragraphs of an answer": lambda count: _questions(4, lambda at: "Some *words*.\n\n" * 4 * count),
    "items of an answer": lambda count: _questions(4, lambda at: "- Some `words`.\n" * 4 * count),
    "entries of the contents": _contents,
    "references": lambda count: _questions(count, lambda at: f"See question {count + 1 - at}."),
    "gaps in the numbers": lambda count: "".join(
        f"### {2 * at}. What is thing {at}?\n\nSee question {2 * at}.\n\n" for at in range(1, count + 1)
    ),
    "numbers used twice": lambda count: "".join(
        f"### {at // 2 * 3}. What is thing {at}?\n\nA thing.\n\n" for at in range(2, count + 2)
    ),
    "numbers out of order": lambda count: "".join(
        f"### {at if at % 3 else 9 * count - at}. What is thing {at}?\n\nA thing.\n\n"
        for at in range(1, count + 1)
    ),
    "details": lambda count: "".join(
        f"<details><summary>{at}. What is it?</summary>\n\nThis.\n\n</details>\n\n"
        for at in range(1, count + 1)
    ),
    "list items": lambda count: "".join(
        f"{at}. What is thing {at}?\n\n   A thing.\n\n" for at in range(1, count + 1)
    ),
    "table rows": lambda count: (
        "| No. | Question | Answer |\n|---|---|---|\n"
        + "".join(f"| {at} | What is thing {at}? | This. |\n" for at in range(1, count + 1))
    ),
    "open brackets": lambda count: _questions(4, lambda at: "[" * 4 * count),
    "code fences": lambda count: _questions(count, lambda at: "```\n1. no\n2. no\n```"),
    "comments": lambda count: _questions(count, lambda at: "<!-- a note --> This."),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_four_times_the_text_is_four_times_the_work(shape: Callable[[int], str]) -> None:
    _lint(shape(10))
    small, large = (_work(shape(size)) for size in (30, 120))
    assert large <= 4.6 * small


def test_four_times_the_documents_are_four_times_the_work() -> None:
    texts = [_contents(12).replace("thing", f"thing{at}") for at in range(24)]
    _lint(*texts[:2])
    small, large = (_work(*texts[:count]) for count in (6, 24))
    assert large <= 4.6 * small


def test_telling_the_language_of_a_question_costs_what_its_words_cost() -> None:
    """A word is looked up among the small words of all languages; these are not gone through for each text."""
    language_of(["What is it?"])
    assert calls(lambda: language_of(["Mi a feladat neve?"])) <= 150


def test_lists_in_each_other_cost_what_their_lines_cost() -> None:
    def nested(depth: int) -> str:
        return _questions(4, lambda at: "".join(f"{'  ' * level}- point\n" for level in range(depth)))

    _lint(nested(10))
    small, large = (_work(nested(depth)) for depth in (15, 60))
    # Each line may be looked at once by each list around it; markdown-it stops at a depth of its own.
    assert large <= 16 * small
