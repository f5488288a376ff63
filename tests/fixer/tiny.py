"""A small recogniser and a bench for rules: enough of a question document to put the fixer to the test.

The fixer must hold with any recogniser, so its tests use one that can be read in a minute.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from dlqa_lint.fixer import CheckResult, FixResult
from dlqa_lint.fixer.character_map import code_blocks
from dlqa_lint.model.bank import (
    Answer,
    Claim,
    Contents,
    Document,
    Heading,
    Link,
    Marker,
    Number,
    Option,
    Question,
    Title,
)
from dlqa_lint.model.finding import Edit, Finding, Fix, Severity
from dlqa_lint.model.schema import Schema
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.source import Source, Span
from fixer.proved import fix

START, END = r"(?:\A|(?<=[\r\n]))", r"(?=\r|\n|\Z)"
QUESTION = re.compile(
    START
    + r"(?P<open>#{2,6} +(?:Q)?|(?=\d+\. \*\*))(?:(?P<number>\d+)(?P<delimiter>[.):]) )?"
    + r"(?P<bold>\*\*)?(?P<text>[^\r\n]+?)(?P<end>\*\*| #+)?"
    + END
)
MARKER = re.compile(r"(?:\*\*)?Answer:(?:\*\*)?[ ]*")
LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)\)|<a href=\"(?P<href>[^\"]*)\">(?P<said>.*?)</a>"
)
CONTENTS = re.compile(START + r"## Contents[\r\n]+(?P<list>(?:[-*0-9][^\r\n]*(?:\r\n|\r|\n|\Z))+)")
OPTION = re.compile(START + r"[-*] \[(?P<mark>[ x])\] (?P<text>[^\r\n]+)" + END)

Rule = Callable[[Document], Iterator[tuple[str, Fix]]]
"""A rule of a test: yields a message and a fix for each of its findings."""


def recognise(source: Source) -> Document:
    """The document of a source."""
    code = list(code_blocks(source))
    listed = CONTENTS.search(source.text)
    contents = Span(*listed.span("list")) if listed else Span(0, 0)
    matches = [
        match
        for match in QUESTION.finditer(source.text)
        if not any(span.start <= match.start() < span.end for span in [*code, contents])
        and match["text"].strip() != "Contents"
    ]
    ends = [*(match.start() for match in matches[1:]), len(source.text)]
    questions = tuple(_question(source, *item) for item in enumerate(zip(matches, ends, strict=False), 1))
    title = re.match(r"# ([^\r\n]+)", source.text)
    headings = _headings(source, questions, title)
    return Document(
        source,
        Schema(),
        is_bank=bool(questions),
        evidence="",
        title=_title(title) if title else None,
        questions=questions,
        headings=headings,
        contents=(Contents("list", contents, ()),) if listed else (),
        links=tuple(_link(match, contents) for match in LINK.finditer(source.text)),
        claims=tuple(_claims(source)),
    )


def _question(source: Source, position: int, found: tuple[re.Match[str], int]) -> Question:
    match, end = found
    line = Span(match.start(), match.end())
    number = None
    if match["number"]:
        span = Span(*match.span("number"))
        number = Number(match["number"], (int(match["number"]),), "", span)
    body = Span(match.end(), end)
    text = source.slice(body)
    options = tuple(
        Option(o["text"], "", o["mark"] == "x", "- [{mark}] {text}", Span(*o.span()), Span(*o.span("text")))
        for o in OPTION.finditer(text)
    )
    marker = MARKER.search(text)
    start = body.start + (marker.start() if marker else 0)
    words = text[marker.end() :] if marker else text
    answer = Answer(
        Span(start, end),
        words,
        len(words.split()),
        Marker(Span(start, body.start + marker.end()), "Answer: {text}") if marker else None,
    )
    form = f"{match['open']}{{number}}{match['delimiter'] or ''} {{text}}"
    return Question(
        position=position,
        number=number,
        text=match["text"],
        plain_text=plain(match["text"]),
        span=line,
        text_span=Span(*match.span("text")),
        form=form,
        kind="heading" if match["open"].startswith("#") else "item",
        level=match["open"].count("#"),
        body=body,
        line=source.position(match.start()).line,
        answer=answer if words.strip() else None,
        options=options,
    )


def _headings(
    source: Source, questions: tuple[Question, ...], title: re.Match[str] | None
) -> tuple[Heading, ...]:
    found = []
    if title:
        found.append(Heading(1, title[1], plain(title[1]), Span(*title.span()), Span(*title.span(1))))
    for question in questions:
        if question.kind == "heading":
            text = re.sub(r"[ \t]+#+$", "", source.slice(question.span).lstrip("# "))
            found.append(
                Heading(question.level, text, plain(text), question.span, question.span, question.position)
            )
    return tuple(found)


def _title(match: re.Match[str]) -> Title:
    return Title(match[1], plain(match[1]), "# {text}", 1, Span(*match.span()), Span(*match.span(1)))


def _claims(source: Source) -> Iterator[Claim]:
    first = source.lines[0]
    for match in re.finditer(r"\d+(?=[\w ]* questions)", first):
        yield Claim(int(match.group()), Span(*match.span()))


def _link(match: re.Match[str], contents: Span) -> Link:
    inside = contents.start <= match.start() < contents.end
    text, target = ("text", "target") if match["text"] is not None else ("said", "href")
    return Link(
        match[text],
        match[target],
        Span(*match.span()),
        Span(*match.span(text)),
        Span(*match.span(target)),
        in_contents=inside,
    )


def rule(name: str, check: Rule) -> tuple[str, Rule]:
    """A rule with its name."""
    return name, check


def checker(*rules: tuple[str, Rule]) -> Callable[[Mapping[str, Source]], CheckResult]:
    """The check of a fixer that runs some rules on every document."""

    def check(sources: Mapping[str, Source]) -> CheckResult:
        documents = {path: recognise(source) for path, source in sources.items()}
        findings = [
            Finding(name, "tests", Severity.WARNING, message, path, made.edits[0].span, fix=made)
            for path, document in documents.items()
            for name, rule in rules
            for message, made in rule(document)
        ]
        return CheckResult(documents, findings)

    return check


def fixed(text: str, *rules: tuple[str, Rule], unsafe: bool = False) -> str:
    """The text of one document after fixing."""
    result = run({"a.md": text}, *rules, unsafe=unsafe)
    return result.changed["a.md"].text if "a.md" in result.changed else Source("a.md", text).text


def run(texts: Mapping[str, str], *rules: tuple[str, Rule], unsafe: bool = False) -> FixResult:
    """The result of fixing documents given by path."""
    return fix({path: Source(path, text) for path, text in texts.items()}, checker(*rules), unsafe=unsafe)


def replacing(old: str, new: str, *, safe: bool = True) -> Rule:
    """A rule that wants every `old` to be `new`."""

    def check(document: Document) -> Iterator[tuple[str, Fix]]:
        for match in re.finditer(re.escape(old), document.source.text):
            edit = Edit(document.path, Span(*match.span()), new)
            yield f"found {old!r}", Fix(f"write {new!r}", (edit,), safe)

    return check


def one_fix(when: str, edits: Iterable[tuple[str, int, int, str]], *, safe: bool = True) -> Rule:
    """A rule with one fix of given edits, found where the first edit's document has a given text."""
    made = tuple(Edit(path, Span(start, end), new) for path, start, end, new in edits)

    def check(document: Document) -> Iterator[tuple[str, Fix]]:
        if document.path == made[0].path and document.source.text == when:
            yield "found something", Fix("change it", made, safe)

    return check
