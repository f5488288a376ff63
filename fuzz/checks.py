"""What must hold for every input: no exception but the one that says what is wrong, and no lost word."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from dlqa_lint.config.schema_files import load_schema
from dlqa_lint.fixer import CheckResult, FixResult, fix_provable
from dlqa_lint.fixer.tokens import LABELS
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.schema import Schema
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.text.blocks import code_texts
from dlqa_lint.text.source import Source

RULES = selected(all_rules(), RuleSelection())
PATH = "a.md"
_WORD = re.compile(r"[^\W\d_]+")
# One that holds an empty line or another one was not closed, and is no comment to who wrote it.
_OWN = re.compile(r"<!--\s*dlqa-lint:(?:(?!<!--|\n\s*\n).)*?-->", re.DOTALL)
_FREE = frozenset((*LABELS, "question", "q"))


def check_document(text: str, number: int = 0) -> FixResult:
    """Read, lint and fix a text; AssertionError where a word or a code block is lost, or fixing does not end.

    The number chooses a schema, or none.
    """
    schema = _schemas()[number % 6]
    source = Source(PATH, text)
    document = recognise(source, schema)
    result = _fixed(source, schema)
    after = result.changed.get(PATH)
    if after is not None:
        _keep(document, source, after)
        # What was left out the first time may be possible once the rest is done.
        again = _fixed(after, schema)
        assert result.refused or not again.changed, "a second run changes something"
    return result


@cache
def _schemas() -> tuple[Schema | None, ...]:
    names = ("numbered-heading", "list", "details", "quiz-checkbox")
    return (None, None, *map(load_schema, names))


def _fixed(source: Source, schema: Schema | None) -> FixResult:
    known: dict[Source, Document] = {}

    def check(sources: Mapping[str, Source]) -> CheckResult:
        at_hand = sources[PATH]
        if at_hand not in known:
            known[at_hand] = recognise(at_hand, schema)
        documents = {PATH: known[at_hand]}
        return CheckResult(documents, lint(Bank(tuple(documents.values())), RULES))

    return fix_provable({PATH: source}, check, unsafe=False)


def _keep(document: Document, before: Source, after: Source) -> None:
    """Look at words and code blocks with other means than the fixer's own proof."""
    if not document.contents:
        lost = _words(before) - _words(after)
        # Labels of options are numbers.
        labels = {option.label.casefold() for question in document.questions for option in question.options}
        assert not set(lost) - _FREE - labels, f"lost {sorted(lost)}"
    now = [_code(text) for _, text in code_texts(after, mended=False)]
    was = [[_code(text) for _, text in code_texts(before, mended=mended)] for mended in (False, True)]
    assert now in was, "a code block changed"


def _words(source: Source) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(_OWN.sub("", source.text)))


def _code(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
