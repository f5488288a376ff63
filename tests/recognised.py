"""Recognition cases: `tests/recognise/<family>.md`, each second-level heading a case with its name.

A case holds a `markdown` block (the document), a `toml` block where a schema is given, and a `recognised`
block: what the recogniser makes of it, in the words of `described`. `python tests/recognised.py` rewrites
the latter.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cases import decoded, schema_of
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source

FOLDER = Path(__file__).parent / "recognise"
_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<info>\w+)\n(?P<body>.*?)^(?P=fence)\n", re.MULTILINE | re.DOTALL)
_CASE = re.compile(r"^## (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Recognition:
    """One case: a document, its schema if any, and what is expected of it."""

    name: str
    text: str
    schema: str | None
    expected: tuple[str, ...]

    def document(self, text: str | None = None) -> Document:
        """What the recogniser makes of the case, or of a twin of its text."""
        return recognise(Source("case.md", self.text if text is None else text), schema_of(self.schema))


def read_file(file: Path) -> Iterator[Recognition]:
    """The cases of a file."""
    text = file.read_text(encoding="utf-8")
    hidden = _BLOCK.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    heads = list(_CASE.finditer(hidden))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=True):
        blocks = {m["info"]: m["body"] for m in _BLOCK.finditer(text, head.end(), end)}
        expected = tuple(blocks.get("recognised", "").splitlines())
        name = f"{file.stem}: {head[1]}"
        yield Recognition(name, decoded(blocks["markdown"]), blocks.get("toml"), expected)


def described(document: Document) -> tuple[str, ...]:
    """A document in lines: its schema, its runs, claims, contents and remnants, and each question."""
    if not document.is_bank:
        return ("no bank",)
    schema = document.schema
    answers = f"answers {schema.answer.form}" + (", required" if schema.answer.required else "")
    forms = re.sub(r"\n+", " ⏎ ", " or ".join(schema.question.form))
    lines = [f"form {forms}; numbering {schema.numbering.scope}; {answers}"]
    if schema.options:
        lines.append(f"options {schema.options.form}")
    if len(document.runs) > 1 or any(run.lazy or run.withdrawn for run in document.runs):
        for run in document.runs:
            struck = "".join(f", {number.spelling} withdrawn" for number in run.withdrawn)
            lines.append(f"run of {len(run.questions)}" + (", lazy" if run.lazy else "") + struck)
    line_of = document.source.position
    for claim in document.claims:
        of = document.sections[claim.section].name if claim.section >= 0 else "the document"
        lines.append(f"claim of {claim.count} for {of} at {line_of(claim.span.start).line}")
    for table in document.contents:
        lines.append(f"contents, a {table.kind} of {len(table.entries)}, at {line_of(table.span.start).line}")
    for remnant in document.remnants:
        lines.append(f"{remnant.kind} at {line_of(remnant.span.start).line}: {remnant.text}")
    return (*lines, *(_question(document, question) for question in document.questions))


def _question(document: Document, question: Question) -> str:
    """A question's line, number, words, answer, and what is particular about it."""
    number = f" {question.number.label}" if question.number else ""
    parts = [f"{question.line}{number} | {' ⏎ '.join(question.text.splitlines())}", _answer(question)]
    if question.form not in document.schema.question.form:
        parts.append(f"as {question.form}")
    if question.section >= 0:
        parts.append(f"in {document.sections[question.section].name}")
    if question.options:
        marks = {True: "+", False: "-", None: ""}
        parts.append("options " + ", ".join(o.label + marks[o.correct] for o in question.options))
    if question.answer_letters:
        parts.append("says " + ", ".join(question.answer_letters))
    parts.extend(f"{field.name}={field.value}" for field in question.fields)
    return " | ".join(parts)


def _answer(question: Question) -> str:
    answer = question.answer
    if question.shares_answer:
        return "shares"
    if answer is None:
        return "marked option" if question.marked_option else "no answer"
    marked = f" by {answer.marker.form}" if answer.marker else ""
    if answer.placeholder:
        return f"placeholder {answer.placeholder}{marked}"
    return f"{answer.word_count} words{marked}" if answer.word_count else f"empty{marked}"


def update(file: Path) -> None:
    """Write what the recogniser says now into a file's cases."""
    text = file.read_text(encoding="utf-8")
    for case in read_file(file):
        at = text.index(f"## {case.name.partition(': ')[2]}\n")
        matches = list(_BLOCK.finditer(text, at))
        after = next(m for m in matches if m["info"] == "markdown")
        toml = next((m for m in matches if m.start() > after.start()), None)
        last = toml if toml and toml["info"] == "toml" else after
        block = "```recognised\n" + "\n".join(described(case.document())) + "\n```\n"
        old = next((m for m in matches if m.start() > after.start() and m["info"] != "toml"), None)
        if old and old["info"] == "recognised":
            text = text[: old.start()] + block + text[old.end() :]
        else:
            text = text[: last.end()] + "\n" + block + text[last.end() :]
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.md")):
        if not sys.argv[1:] or path.stem in sys.argv[1:]:
            update(path)
