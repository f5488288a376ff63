"""Case files: `tests/cases/<rule-name>.md`, each second-level heading a case whose sentence is the test's id.

A case holds fenced blocks: `markdown` is a document (`markdown path=b.md` for several), `toml` the schema of
all of them (without one it is inferred), `findings` the exact findings as `line:column message`, with the
path and a colon first where there are several documents; no other files are there. `markdown fixed` is a
document after `--fix`,
`markdown fixed unsafe` after `--fix --unsafe-fixes` where that differs. No findings block means none, no
fixed block that a fix changes nothing.

What editors eat has stand-ins: `␠` is a space at the end of a line, `␍` a carriage return, `␄` at the end of
a block says that the document has no final newline.
"""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dlqa_lint.config.schema_files import read_schema
from dlqa_lint.filters.uncertain_reading import AMBIGUOUS
from dlqa_lint.fixer import CheckResult, fix_provable
from dlqa_lint.links.local_files import local_files
from dlqa_lint.linter import lint
from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding
from dlqa_lint.model.schema import Schema
from dlqa_lint.recognise import recognise
from dlqa_lint.rule import ClosingRule, Rule
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source

CASES = Path(__file__).parent / "cases"
_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)[ ]*\n", re.MULTILINE | re.DOTALL
)
_CASE = re.compile(r"^## (.+)$", re.MULTILINE)
ALONE = "document.md"
"""The path of a document that needs none."""

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what goes in, and what is expected; texts by path."""

    rule: str
    name: str
    documents: Texts
    schema: str | None
    findings: tuple[str, ...]
    fixed: Texts
    fixed_unsafe: Texts

    @property
    def id(self) -> str:
        """The rule and the sentence."""
        return f"{self.rule}: {self.name}"

    def twin(self, change: Callable[[str], str]) -> "Case":
        """The same case with every document and every expected text changed in the same way."""
        texts = (self.documents, self.fixed, self.fixed_unsafe)
        documents, fixed, unsafe = (
            {path: change(text) for path, text in by_path.items()} for by_path in texts
        )
        return replace(self, documents=documents, fixed=fixed, fixed_unsafe=unsafe)


def case_files() -> list[Path]:
    """The case files, sorted."""
    return sorted(CASES.glob("*.md"), key=lambda file: file.stem)


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of a file."""
    for name, body in _split(file.read_text(encoding="utf-8"))[1]:
        documents: dict[str, str] = {}
        fixed: dict[str, str] = {}
        fixed_unsafe: dict[str, str] = {}
        schema, findings = None, ()
        for match in _BLOCK.finditer(body):
            kind, path, words = _info(match["info"])
            if kind == "markdown":
                texts = documents if "fixed" not in words else fixed_unsafe if "unsafe" in words else fixed
                texts[path] = decoded(match["body"])
            elif kind == "toml":
                schema = match["body"]
            elif kind == "findings":
                findings = tuple(match["body"].splitlines())
        yield Case(file.stem, name, documents, schema, findings, fixed, fixed_unsafe)


def _split(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first case, and each case's sentence and body; blocks hold no headings."""
    hidden = _BLOCK.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    heads = list(_CASE.finditer(hidden))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    first = heads[0].start() if heads else len(text)
    return text[:first], [(h[1].strip(), text[h.end() + 1 : end]) for h, end in zip(heads, ends, strict=True)]


def _info(info: str) -> tuple[str, str, set[str]]:
    """The kind of a block, its path, and its other words."""
    kind, *words = info.split() or [""]
    path = next((word.removeprefix("path=") for word in words if word.startswith("path=")), ALONE)
    return kind, path, set(words)


def decoded(body: str) -> str:
    """The text that a block stands for."""
    text = body.replace("␠", " ").replace("␍", "\r")
    return text.removesuffix("␄\n")


def encoded(text: str) -> str:
    """The block that stands for a text."""
    body = text if text.endswith("\n") or not text else text + "␄\n"
    body = re.sub(r" +$", lambda match: "␠" * len(match.group()), body, flags=re.MULTILINE)
    return body.replace("\r", "␍")


@cache
def schema_of(toml: str | None) -> Schema | None:
    """The schema of a case, read as the command line reads it."""
    if toml is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "schema.toml")
        path.write_text(toml, encoding="utf-8")
        return read_schema(path, "schema.toml")


def rules_named(*names: str) -> tuple[Rule, ...]:
    """The rules of some names, all without a name; one about the findings of others brings those along."""
    rules = all_rules()
    of_others = any(issubclass(rules[name], ClosingRule) or name == AMBIGUOUS for name in names)
    return tuple(rules[name]() for name in (rules if of_others else names or rules))


def check(sources: Mapping[str, Source], rules: Sequence[Rule], schema: Schema | None) -> CheckResult:
    """What rules say about sources."""
    documents = {path: recognise(source, schema) for path, source in sources.items()}
    absent = local_files(documents.values()) - sources.keys()
    return CheckResult(documents, lint(Bank(tuple(documents.values()), absent=absent), rules))


def sources_of(texts: Texts) -> dict[str, Source]:
    """The sources of texts by path."""
    return {path: Source(path, text) for path, text in texts.items()}


def findings_of(case: Case, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """What rules find in a case."""
    return tuple(check(sources_of(case.documents), rules, schema_of(case.schema)).findings)


def shown(case: Case, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Findings as case files write them."""
    sources = sources_of(case.documents)
    lines = []
    for finding in findings:
        if finding.rule != case.rule:
            continue
        position = sources[finding.path].position(finding.span.start)
        path = f"{finding.path}:" if len(sources) > 1 else ""
        lines.append(f"{path}{position.line}:{position.column} {finding.message}")
    return tuple(lines)


def fixed_texts(
    case: Case, rules: Sequence[Rule], *, unsafe: bool, texts: Texts | None = None
) -> dict[str, str]:
    """The documents that a fix changes, after it, by path; all fixes must be proved."""
    schema = schema_of(case.schema)
    result = fix_provable(
        sources_of(texts or case.documents), lambda given: check(given, rules, schema), unsafe=unsafe
    )
    assert not result.refused, result.refused
    return {path: "\ufeff" * source.bom + source.text for path, source in result.changed.items()}


def update(file: Path) -> None:
    """Rewrite the expectations of a case file; what people wrote stays as it is."""
    head, bodies = _split(file.read_text(encoding="utf-8"))
    parts = [head]
    for case, (name, body) in zip(read_cases(file), bodies, strict=True):
        kept = _BLOCK.sub(lambda match: "" if _expects(match["info"]) else match.group(), body)
        kept = re.sub(r"\n{3,}", "\n\n", kept).strip("\n")
        parts.append(f"## {name}\n\n{kept}\n\n" + "".join(_expectations(case)))
    file.write_text("".join(parts).rstrip("\n") + "\n", encoding="utf-8")


def _expects(info: str) -> bool:
    kind, _, words = _info(info)
    return kind == "findings" or "fixed" in words


def _expectations(case: Case) -> Iterator[str]:
    """The blocks that say what happens now."""
    rules = rules_named(case.rule)
    found = shown(case, findings_of(case, rules))
    if found:
        yield "```findings\n" + "\n".join(found) + "\n```\n\n"
    fixed = fixed_texts(case, rules, unsafe=False)
    yield from _fixed_blocks(case, fixed, "")
    unsafe = fixed_texts(case, rules, unsafe=True)
    if unsafe != fixed:
        yield from _fixed_blocks(case, unsafe, " unsafe")


def _fixed_blocks(case: Case, texts: Texts, word: str) -> Iterator[str]:
    for path, text in texts.items():
        named = "" if path == ALONE and len(case.documents) == 1 else f" path={path}"
        fence = max(("`" * 4, *(run + "`" for run in re.findall(r"`{4,}", text))), key=len)
        yield f"{fence}markdown{named} fixed{word}\n{encoded(text)}{fence}\n\n"
