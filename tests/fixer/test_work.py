"""What fixing costs beyond linting: each text is parsed once, and the proof costs no more than linting does."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pytest
from markdown_it.token import Token

from counted import calls
from dlqa_lint.fixer import CheckResult, FixResult, fix_provable
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.text import parsing
from dlqa_lint.text.block_tokens import block_tokens
from dlqa_lint.text.source import Source
from fixer.tiny import checker, replacing, rule

RULES = selected(all_rules(), RuleSelection())
TEXT = "# Things\n\n" + "".join(
    f"###  {2 * at}. What is thing {at}, said with *more* words and `code`?\n\n"
    f"It is thing {at}, which [thing 1](#2-what) and question {2 * at} explain.\n\n```python\nthing({at})\n```\n\n"
    for at in range(1, 41)
)


def _fix(text: str) -> tuple[FixResult, int]:
    """What fixing gives, and how many texts were linted."""
    known: dict[Source, Document] = {}

    def check(sources: Mapping[str, Source]) -> CheckResult:
        source = sources["a.md"]
        if source not in known:
            known[source] = recognise(source, None)
        return CheckResult({"a.md": known[source]}, lint(Bank((known[source],)), RULES))

    return fix_provable({"a.md": Source("a.md", text)}, check, unsafe=True), len(known)


def test_every_text_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: Counter[str] = Counter()

    def parse(text: str) -> Sequence[Token]:
        parsed[text] += 1
        return block_tokens(text)

    monkeypatch.setattr(parsing, "block_tokens", parse)
    made, texts = _fix(TEXT)
    assert made.changed
    assert not made.refused
    # What is in a code block may be parsed as well, to see whether questions are in it.
    whole = [count for text, count in parsed.items() if text.startswith("# Things")]
    assert whole == [1] * texts


def test_the_proof_costs_no_more_than_linting() -> None:
    _fix(TEXT)
    made, texts = _fix(TEXT)
    linting = calls(lambda: lint(Bank((recognise(Source("a.md", TEXT), None),)), RULES))
    assert made.passes
    assert calls(lambda: _fix(TEXT)) <= (texts + 1) * linting


ASKED = "# Title\n\n" + "".join(
    f"### {at}. What is part {at}?\nAnswer: A part.\n\n{'@@' * (at in (1, 3))}\n\n" for at in range(1, 6)
)
HARMLESS = rule("many", replacing("\nAnswer:", "\n**Answer:**"))
FENCING = rule("few", replacing("@@", "```"))
ALONE = rule("one", replacing("# Title\n", "#  Title\n"))


def test_the_one_rule_after_which_others_are_read_otherwise_is_found_in_three_looks() -> None:
    """The first suspect is the rule that changes most; another one that does it is left out in its place."""
    seen: Counter[str] = Counter()
    check = checker(HARMLESS, FENCING, ALONE)

    def counting(sources: Mapping[str, Source]) -> CheckResult:
        seen[sources["a.md"].text] += 1
        return check(sources)

    made = fix_provable({"a.md": Source("a.md", ASKED)}, counting, unsafe=True)
    kept = ASKED.replace("Answer:", "**Answer:**")
    assert made.changed["a.md"].text == kept.replace("# Title", "#  Title", 1)
    # As it was, with all fixes, without those of `many`, without those of `few`; the next pass sees nothing new.
    assert list(seen.values()) == [1] * 4
