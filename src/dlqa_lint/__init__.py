r"""A linter and fixer for Markdown question banks: interview questions, FAQs, quizzes, exam banks.

What `__all__` names is the public interface; every other module may change. Lines and columns count from 1,
offsets count characters of a text from 0.

    >>> import dlqa_lint
    >>> text = "### 1. Why?\n\nIt just is.\n\n### 3. How?\n\nLike this.\n"
    >>> document = dlqa_lint.parse(text, schema="numbered-heading")
    >>> [finding.rule for finding in dlqa_lint.lint(document)]
    ['number-gap']
"""

from __future__ import annotations

# Type checkers take this name for true; importing it from typing would cost more than an unchanged run.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.errors import CannotRunError
    from dlqa_lint.model.bank import Answer, Bank, Document, Option, Question
    from dlqa_lint.model.finding import Edit, Finding, Fix, Severity
    from dlqa_lint.model.schema import Schema
    from dlqa_lint.text.source import Source, Span

__all__ = (
    "Answer",
    "Bank",
    "CannotRunError",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Option",
    "Question",
    "Schema",
    "Severity",
    "Source",
    "Span",
    "lint",
    "parse",
)

_HOMES = {
    **dict.fromkeys(("Answer", "Bank", "Document", "Option", "Question"), "model.bank"),
    **dict.fromkeys(("Edit", "Finding", "Fix", "Severity"), "model.finding"),
    **dict.fromkeys(("Source", "Span"), "text.source"),
    "CannotRunError": "errors",
    "Schema": "model.schema",
}


def parse(text: str | bytes, path: str = "document.md", schema: Schema | str | None = None) -> Document:
    """The document that a Markdown text is.

    `path` is what findings name; no file is read. `schema` is a schema, a preset's name or a schema file;
    without one, the document's forms are learned from the document itself, and one that asks nothing is no
    question document (`Document.is_bank` is false, and nothing is ever found in it).

    Raises CannotRunError for bytes that are not UTF-8 and for a schema that is wrong or missing. Content is
    never an error: any text is some document.
    """
    from dlqa_lint.recognise import recognise  # needs markdown-it, the types above do not
    from dlqa_lint.text.source import Source

    source = Source(path, text) if isinstance(text, str) else Source.from_bytes(path, text)
    if isinstance(schema, str):
        from dlqa_lint.config.schema_files import load_schema  # needs pydantic

        schema = load_schema(schema)
    return recognise(source, schema)


def lint(
    *documents: Document,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
) -> list[Finding]:
    """What the rules find in documents that are one bank, by path, place and rule.

    `select`, `ignore` and `extend_select` hold names of rules or families and mean what the settings of these
    names mean: without `select`, every rule runs that is on by default. No settings file is read, and a
    finding's severity is its rule's own.

    Raises ValueError for a name that no rule or family has.
    """
    from dlqa_lint import linter  # the types above do not need the rules
    from dlqa_lint.model.bank import Bank
    from dlqa_lint.rules import families, rules_within_reach

    known = {*families(), *families().values()}
    for name in (*(select or ()), *ignore, *extend_select):
        if name not in known:
            raise ValueError(f"no rule or family is called {name!r}")
    chosen = linter.RuleSelection(
        None if select is None else tuple(select), tuple(ignore), tuple(extend_select)
    )
    return linter.lint(Bank(documents), linter.selected(rules_within_reach(chosen.asked), chosen))


def __getattr__(name: str) -> object:
    """The types and the version, looked up when asked for: an unchanged run needs neither."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dlqa-lint")
    except PackageNotFoundError:
        return "unknown (run from a source tree that is not installed)"
