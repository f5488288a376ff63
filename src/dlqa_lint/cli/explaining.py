"""What was learned from documents, as schema files and settings: for `--explain-schema` and `init`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from dlqa_lint.cli.banks import ReadBanks
from dlqa_lint.config.explanation import evidence_of
from dlqa_lint.config.write import comment, schema_text, value_text
from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.schema import Schema
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.text.counts import counted
from dlqa_lint.text.source import Span

SCHEMA_STEM = "dlqa-schema"


_NAMED = 5
"""The most documents that a comment names one by one."""

_WIDTH = 100
"""Longer lists of patterns are written one a line."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Documents that one schema describes."""

    schema: Schema
    documents: tuple[Document, ...]

    @property
    def text(self) -> str:
        """The schema file, with the evidence of all documents."""
        paths = [document.path for document in self.documents]
        listed = ", ".join(paths[:_NAMED]) + (
            f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        )
        heading = (
            f"What question documents look like, learned from {listed}.",
            "It describes and demands nothing: what is found with it is what is found without it. The keys "
            "that are commented out propose demands. As a schema file is the owner's word, renumbering is a "
            "safe fix under it.",
        )
        return schema_text(replace(self.schema, inferred=False), evidence_of(self.documents), heading)


@dataclass(frozen=True, slots=True)
class Named:
    """A shape with the name of its schema file and the patterns of its documents."""

    shape: Shape
    file: str
    include: tuple[str, ...]


def shapes(documents: Iterable[Document]) -> list[Shape]:
    """Documents grouped by what was learned of them, the largest group first.

    A document joins a larger group whose schema leads to the same findings in it as its own does.
    """
    groups: dict[Schema, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.schema, []).append(document)
    joined: dict[Schema, list[Document]] = {}
    for schema, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[1][0].path)):
        for document in members:
            larger = (other for other in joined if other != schema and _fits(document, other))
            joined.setdefault(next(larger, schema), []).append(document)
    found = [
        Shape(schema, tuple(sorted(members, key=lambda document: document.path)))
        for schema, members in joined.items()
    ]
    return sorted(found, key=lambda shape: (-len(shape.documents), shape.documents[0].path))


def _fits(document: Document, schema: Schema) -> bool:
    """Whether a document is read as it was, with the same findings by itself, under a schema that others share."""
    own = document.schema
    if (own.question, own.numbering) != (schema.question, schema.numbering):
        return False
    other = recognise(document.source, replace(schema, inferred=False))
    return other._replace(
        schema=own, evidence=document.evidence, confidence=document.confidence, doubt=document.doubt
    ) == document and (_said(other) == _said(document))


def _said(document: Document) -> list[tuple[str, Span, str]]:
    rules = selected(all_rules(), RuleSelection())
    alone = Bank((document,), whole=False)
    return [(finding.rule, finding.span, finding.message) for finding in lint(alone, rules)]


def named(found: Sequence[Shape], tree: Iterable[str]) -> list[Named]:
    """Shapes with their files; `tree` are all Markdown files below the settings, for the patterns."""
    paths = frozenset(tree)
    names: list[str] = []
    for shape in found:
        name = f"{SCHEMA_STEM}-{_label(shape)}" if len(found) > 1 else SCHEMA_STEM
        taken = sum(re.fullmatch(re.escape(name) + r"(-\d+)?", other) is not None for other in names)
        names.append(f"{name}-{taken + 1}" if taken else name)
    return [
        Named(shape, f"{name}.toml", tuple(patterns([d.path for d in shape.documents], paths)))
        for shape, name in zip(found, names, strict=True)
    ]


def _label(shape: Shape) -> str:
    """What sets the shape's documents apart: the one file's name, or that of the folder they share."""
    paths = [PurePosixPath(document.path) for document in shape.documents]
    shared = [set(parts) for parts in zip(*(path.parent.parts for path in paths), strict=False)]
    folder = next((parts.pop() for parts in reversed(shared) if len(parts) == 1), "")
    telling = len(paths) == 1 and paths[0].stem.lower() not in ("readme", "index")
    name = folder if folder and not telling else paths[0].stem
    return re.sub(r"\W+", "-", name).strip("-").lower() or "bank"


def patterns(paths: Iterable[str], tree: frozenset[str]) -> list[str]:
    """The shortest patterns that match these paths and no other file of the tree."""
    left = set(paths)
    wanted = frozenset(left)
    found = []
    folders = {str(parent) for path in left for parent in PurePosixPath(path).parents}
    for folder in sorted(folders, key=lambda name: (len(PurePosixPath(name).parts), name)):
        prefix = "" if folder == "." else f"{folder}/"
        below = {path for path in tree if path.startswith(prefix) and path.endswith(".md")}
        here = {path for path in below if "/" not in path[len(prefix) :]}
        deep = below <= wanted and below != here
        caught = below if deep else here
        if caught <= wanted and len(caught & left) > 1:
            # A pattern without a slash would match at any depth.
            found.append(_escaped(prefix) + ("**/*.md" if deep else "*.md" if prefix else "/*.md"))
            left -= caught
    return [*found, *(_single(path, tree) for path in sorted(left))]


def _escaped(path: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", path)


def _single(path: str, tree: frozenset[str]) -> str:
    """The pattern of one file; a bare name that also occurs elsewhere is tied to the top."""
    twins = sum(PurePosixPath(other).name == path for other in tree)
    return ("/" if "/" not in path and twins > 1 else "") + _escaped(path)


def settings_text(found: Sequence[Named], table: str = "") -> str:
    """The settings that give each shape's documents its schema; `table` is put before their names."""
    if len(found) == 1:
        head = [f"[{table}]"] if table else []
        return "\n".join([*head, *_settings(found[0])]) + "\n"
    name = f"{table}.bank" if table else "bank"
    return "\n".join("\n".join([f"[[{name}]]", *_settings(item), ""]) for item in found)


def _settings(item: Named) -> list[str]:
    include = value_text(item.include)
    if len(include) > _WIDTH:
        include = "[\n" + "".join(f"  {value_text(pattern)},\n" for pattern in item.include) + "]"
    return [f"include = {include}", f"schema = {value_text(item.file)}"]


def explained(reading: ReadBanks) -> str:
    """The schema of each reported document with its evidence, and the settings that would keep it."""
    parts = []
    for document in (document for bank in reading.banks for document in bank.reported):
        if not document.is_bank:
            parts.append("\n".join(comment(f"{document.path}: {document.evidence}")) + "\n")
            continue
        shape = Shape(document.schema, (document,))
        if not document.schema.inferred:
            head = f"{document.path}: {document.evidence}; nothing was learned."
            parts.append(schema_text(document.schema, evidence_of([document]), [head]))
            continue
        item = Named(shape, f"{SCHEMA_STEM}.toml", (document.path,))
        kept = settings_text([item], "tool.dlqa-lint").splitlines()
        hint = f"To keep it, write it to {item.file} and add this to pyproject.toml, or run `dlqa-lint init`:"
        parts.append(
            shape.text + "\n" + "\n".join([*comment(hint), "#", *(f"# {line}" for line in kept)]) + "\n"
        )
    return "\n".join(parts)


def summary(item: Named) -> str:
    """One line on a shape: its forms and what has them."""
    documents = item.shape.documents
    forms = " or ".join(f'"{form}"' for form in item.shape.schema.question.form)
    questions = sum(len(document.questions) for document in documents)
    return f"{forms}, {counted(questions, 'question')} in {counted(len(documents), 'document')}"
