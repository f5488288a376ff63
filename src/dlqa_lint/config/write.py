"""A schema as the text of a TOML file, whose comments say what each key does and why it has its value."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from textwrap import wrap
from typing import Any

from dlqa_lint.model.schema import Schema, Table

_WIDTH = 110

_HELP = {
    "question.form": (
        "How a question is written: {number} stands for its number, {text} for its words, and everything "
        "else is literal. A question written in any other way is a `question-form` finding."
    ),
    "question.ends_with": (
        "The punctuation marks that a question may end with; any other is a `question-punctuation` finding."
    ),
    "numbering.scope": (
        'Where the count starts again: "document" never, "section" under each section heading, "runs" '
        'wherever the document itself starts again; "hierarchy" is for 3.4.12, "ids" are unique in any '
        'order, "none" demands no numbers.'
    ),
    "numbering.first": (
        "The number that a run begins with. While this is not set it is 1, and a run that begins at 0 is "
        "right as well; any other beginning is a `wrong-first-number` finding, unless the run continues "
        "where another one ends."
    ),
    "answer.form": 'How an answer begins. "{text}" alone: it follows its question without a marker.',
    "answer.strict": (
        "true: an answer that begins in any other way is an `answer-form` finding. false: an answer may "
        "also have another marker or none, and only the same word written in another way is a finding."
    ),
    "answer.required": (
        "Whether a question without an answer is a finding (`missing-answer`, `empty-answer`, "
        "`placeholder-answer`)."
    ),
    "answer.min_words": "The minimum number of words in an answer; fewer is a `short-answer` finding.",
    "answer.placeholders": "Placeholders for an answer besides the known ones (`TODO`, `Coming soon`).",
    "title.form": (
        "How the title of a document is written; any other level or markup is a `title-form` finding, and "
        "without this key no title is. Nor is a document without a title."
    ),
    "title.required": "Whether a document without a title is a finding.",
    "title.states_question_count": (
        "Whether the title must state the number of questions, and state it correctly."
    ),
    "contents.required": (
        "Whether a document without a table of contents is a finding. What a table contains is checked in "
        "any case."
    ),
    "contents.anchors": (
        'The site that shows the documents decides how anchors are made: "github" or "gitlab".'
    ),
    "options.form": (
        "How an option is written: {mark} stands for the blank or the x in a box, {label} for a letter."
    ),
    "options.required": (
        "true: every question must have options, and a correct one. false: only questions that have options "
        "are judged, and one without a tick only where most have theirs."
    ),
    "options.correct": (
        '"one": a second correct option is a finding. "many" allows for `Which two of these …?`.'
    ),
    "options.minimum": "The minimum number of options to choose from.",
    "section": "The sections of a document, in their order; a required one that is missing is a finding.",
    "field": ("Labelled lines of a question, such as `Difficulty: easy`, and the values that they may have."),
    "duplicates.topics": "Whether questions that ask for the same in other words are compared.",
    "duplicates.threshold": "The score, 0 to 1, from which a pair of them is a finding.",
    "duplicates.synonyms": "Groups of words that mean the same in this bank.",
    "duplicates.contrasts": "Groups of words that make two questions different, whatever else they share.",
}
_STATED = frozenset({
    "question.form", "numbering.scope", "answer.form", "answer.strict", "answer.required", "options.form",
    "options.required", "options.correct", "options.minimum",
})  # fmt: skip
"""Keys that are written though they have their default value; others are shown as a proposal."""

_PROPOSED = {
    "question.ends_with": 'ends_with = ["?", "."]',
    "numbering.first": "first = 1",
    "answer.min_words": "min_words = 25",
    "answer.placeholders": 'placeholders = ["ask me"]',
    "title.form": 'form = "# {text}"',
    "title.required": "required = true",
    "title.states_question_count": "states_question_count = true",
    "contents.required": "required = true",
    "contents.anchors": 'anchors = "gitlab"',
    "section": '[[section]]\nname = "Basics"\nrequired = true',
    "field": '[[field]]\nname = "Difficulty"\nrequired = false\nvalues = ["easy", "medium", "hard"]',
}


def schema_text(
    schema: Schema, evidence: Mapping[str, str] | None = None, heading: Sequence[str] = ()
) -> str:
    """The text of a schema file; `evidence` says by key (`answer.form`) what its value was learned from.

    The file says nothing about `inferred`: what is written in a file is the owner's word. `heading` are
    paragraphs above it.
    """
    evidence = evidence or {}
    parts = ["\n#\n".join("\n".join(comment(paragraph)) for paragraph in heading)] if heading else []
    for name in ("question", "numbering", "answer", "title", "contents", "options", "duplicates"):
        table = getattr(schema, name)
        if table is not None and (name != "duplicates" or table != type(table)()):
            parts.append("\n".join(_table(name, table, evidence)))
    for name in ("section", "field"):
        parts.append("\n".join(_blocks(name, getattr(schema, name), evidence)))
    return "\n\n".join(parts) + "\n"


def value_text(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(value_text, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # TOML strings are JSON strings, except that they cannot hold a bare DEL.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)


def comment(text: str) -> list[str]:
    """A text as comment lines; control characters, which no comment may hold, become blanks."""
    clean = "".join(char if char.isprintable() else " " for char in text)
    lines = wrap(clean, _WIDTH - 2, break_long_words=False, break_on_hyphens=False)
    return [f"# {line}" for line in lines]


def _table(name: str, table: Table, evidence: Mapping[str, str]) -> Iterator[str]:
    """The lines of a table: its keys, each under what it does, and proposals for those that are not set."""
    yield f"[{name}]"
    default = type(table)()
    for item in fields(table):  # type: ignore[arg-type]
        key, value = f"{name}.{item.name}", getattr(table, item.name)
        stated = key in _STATED or value != getattr(default, item.name)
        if stated or key in _PROPOSED or key in evidence:
            yield from [""] if item.name != fields(table)[0].name else []  # type: ignore[arg-type]
            yield from comment(_HELP[key])
            yield from _learned(key, evidence)
        if stated:
            written = value[0] if key == "question.form" and len(value) == 1 else value
            yield f"{item.name} = {value_text(written)}"
        elif key in _PROPOSED:
            yield f"# {_PROPOSED[key]}"


def _blocks(name: str, tables: Sequence[Table], evidence: Mapping[str, str]) -> Iterator[str]:
    """The lines of an array of tables, or a proposal where it is empty."""
    yield from comment(_HELP[name])
    yield from _learned(name, evidence)
    if not tables:
        yield "#"
        yield from (f"# {line}" for line in _PROPOSED[name].split("\n"))
    for index, table in enumerate(tables):
        yield from _block(name, table, first=index == 0)


def _block(name: str, table: Table, *, first: bool) -> Iterable[str]:
    head = [] if first else [""]
    keys = [f"{item.name} = {value_text(getattr(table, item.name))}" for item in fields(table)]  # type: ignore[arg-type]
    return [*head, f"[[{name}]]", *keys]


def _learned(key: str, evidence: Mapping[str, str]) -> list[str]:
    return comment(f"Evidence: {evidence[key]}.") if key in evidence else []
