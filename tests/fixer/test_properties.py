"""The promise on generated documents: honest rules settle and keep every word, a lie is always refused."""

import os
import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dlqa_lint.links.anchors import slug
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit, Fix
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.source import Source, Span
from fixer.proved import FixError, fix
from fixer.tiny import MARKER, QUESTION, Rule, checker, fixed, one_fix, recognise, rule, run

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("DLQA_LINT_EXAMPLES", "30"))
"""Documents for each property; the variable asks for a thorough run."""

PLAIN = ("loss", "depth", "a", "C++", "naïve", "损失", "e.g.", "3.5", "snake_case", "x*y", "&amp;", "\\*")
WORDS = st.sampled_from((*PLAIN, "*why*", "`x = 1`", "**bold**"))
LINE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
BLOCKS = st.one_of(
    LINE.map(lambda line: f"So {line}."),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- see {line}" for line in lines)),
    st.lists(LINE, min_size=1, max_size=3).map(
        lambda lines: "\n".join(f"{index}. do {line}" for index, line in enumerate(lines, 1))
    ),
    LINE.map(lambda line: f"```python\n### 1. {line}\n    Answer: {line}\n\n```"),
    LINE.map(lambda line: f"> Quoted {line}\n> more"),
    LINE.map(lambda line: f"Text:\n\n    code {line}\n"),
    st.just('<img src="a.png"> and <!-- a comment -->'),
    st.just("- [x] right\n- [ ] wrong"),
    st.integers(1, 6).map(lambda number: f"See question {number}, not {number} layers."),
)


@st.composite
def questions(draw: st.DrawFn, number: int) -> str:
    """A question in any of the forms, with its answer."""
    text = f"What is {draw(LINE)} number{'abcdefgh'[number]}?"
    hashes, delimiter = draw(st.sampled_from(["##", "###", "####"])), draw(st.sampled_from([".", ")"]))
    closing = draw(st.sampled_from(["", "", " ###"]))
    shown = number + draw(st.sampled_from([0, 0, 0, 1]))
    marker = draw(st.sampled_from(["", "Answer: ", "**Answer:** ", "**Answer:**   "]))
    body = "\n\n".join(draw(st.lists(BLOCKS, max_size=3)))
    return f"{hashes} {shown}{delimiter} {text}{closing}\n{marker}It {draw(LINE)}.\n\n{body}\n\n"


@st.composite
def banks(draw: st.DrawFn) -> str:
    """A document with some questions, in most cases with contents."""
    count = draw(st.integers(1, 4))
    body = "".join(draw(questions(number)) for number in range(1, count + 1))
    document = recognise(Source("a.md", body))
    assume(len(document.questions) == count)
    entries = [
        f"- [{heading.text}](#{slug(plain(heading.text))})"
        for heading in document.headings
        if draw(st.integers(0, 4))
    ]
    assume(all("]" not in entry[3 : entry.rindex("](")] for entry in entries))
    contents = "## Contents\n" + "\n".join(entries) + "\n\n" if entries else ""
    return f"# {draw(st.integers(1, 9))} questions\n\n{draw(LINE)}\n\n{contents}{body}" + draw(
        st.sampled_from(["", "The end.", "The end.\n"])
    )


def right_form(document: Document) -> Iterator[tuple[str, Fix]]:
    """Questions are `### {number}. {text}`; links that the new form breaks go along."""
    for question, heading in _asked(document):
        number = question.group("number")
        wanted = f"### {number}. {question['text']}"
        if question.group() != wanted:
            yield "form", _moved(document, question, heading, wanted)


def right_number(document: Document) -> Iterator[tuple[str, Fix]]:
    """Questions count from 1; the first that is wrong is mended, with its links."""
    for index, (question, heading) in enumerate(_asked(document), 1):
        if int(question["number"]) != index:
            line = question.group()
            start = question.start("number") - question.start()
            wanted = line[:start] + str(index) + line[start + len(question["number"]) :]
            yield "number", _moved(document, question, heading, wanted)
            return


def right_marker(document: Document) -> Iterator[tuple[str, Fix]]:
    """Answers begin with `Answer: `."""
    for question in document.questions:
        marker = question.answer.marker if question.answer else None
        if marker and document.source.slice(marker.span) != "Answer: ":
            yield "marker", Fix("write `Answer: `", (Edit(document.path, marker.span, "Answer: "),))


def blank_line(document: Document) -> Iterator[tuple[str, Fix]]:
    """A blank line stands before each answer."""
    for question in document.questions:
        index = document.source.line_index(question.span.start)
        if index + 1 < len(document.source.lines) and document.source.lines[index + 1].strip():
            end = Span(question.span.end, question.span.end)
            yield "blank", Fix("add a line", (Edit(document.path, end, "\n"),))


def _asked(document: Document) -> list[tuple[re.Match[str], str]]:
    found = []
    for question in document.questions:
        match = QUESTION.match(document.source.text, question.span.start)
        heading = next(heading for heading in document.headings if heading.question == question.position)
        assert match
        found.append((match, slug(plain(heading.text))))
    return found


def _moved(document: Document, line: re.Match[str], anchor: str, wanted: str) -> Fix:
    new = slug(plain(re.sub(r"^#+ | #+$", "", wanted)))
    edits = [Edit(document.path, Span(*line.span()), wanted)]
    edits += [
        Edit(document.path, link.target_span, f"#{new}")
        for link in document.links
        if link.target == f"#{anchor}" and new != anchor
    ]
    return Fix("write it in the right form", tuple(edits))


HONEST = (
    rule("form", right_form),
    rule("number", right_number),
    rule("marker", right_marker),
    rule("blank", blank_line),
)


def letters(text: str) -> str:
    """The letters of a text that no honest rule of these tests may touch, worked out without the fixer."""
    kept = re.sub(r"\]\(#[^)]*\)", "]", text)
    kept = re.sub(r"\*\*Answer:\*\*", "Answer:", kept)
    return "".join(character for character in kept if character.isalpha())


def code(text: str) -> list[str]:
    return re.findall(r"```.*?```|(?<=\n)    [^\r\n]*", text.replace("\r\n", "\n"), re.DOTALL)


@settings(max_examples=EXAMPLES, deadline=None)
@given(banks())
def test_honest_rules_settle_and_keep_every_word(text: str) -> None:
    result = run({"a.md": text}, *HONEST)
    new = result.changed["a.md"].text if result.changed else text
    assert letters(new) == letters(text)
    assert code(new) == code(text)
    assert not result.findings
    assert fixed(new, *HONEST) == new
    asked = _asked(recognise(Source("a.md", new)))
    found = [question.group("open", "number", "delimiter") for question, _ in asked]
    assert found == [("### ", str(index), ".") for index in range(1, len(found) + 1)]


@settings(max_examples=EXAMPLES, deadline=None)
@given(banks(), st.sampled_from(["\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
def test_the_twin_with_other_line_ends_gives_the_twin_of_the_result(
    text: str, newline: str, bom: str
) -> None:
    twin = bom + text.replace("\n", newline)
    result = fix({"a.md": Source("a.md", twin)}, checker(*HONEST), unsafe=False)
    after = result.changed.get("a.md", Source("a.md", twin))
    assert after.to_bytes() == (bom + fixed(text, *HONEST).replace("\n", newline)).encode()


@st.composite
def lies(draw: st.DrawFn) -> tuple[str, int, int]:
    """A document and a word of it that belongs to a question or to an answer."""
    text = draw(banks())
    document = recognise(Source("a.md", text))
    contents = [found.span for found in document.contents]
    spans = [
        Span(*match.span())
        for match in re.finditer(r"[^\W\d_]+", text)
        if not any(span.start <= match.start() < span.end for span in contents)
        and not MARKER.match(text, match.start())
        and text[match.start() - 1] != "&"
    ]
    span = draw(st.sampled_from(spans))
    return text, span.start, span.end


@settings(max_examples=EXAMPLES, deadline=None)
@given(lies(), st.sampled_from(["", "lie", " ", "1"]))
def test_a_fix_that_drops_or_changes_any_word_is_refused(lie: tuple[str, int, int], new: str) -> None:
    text, start, end = lie
    assume(text[start:end] != new)
    liar = rule("liar", one_fix(text, [("a.md", start, end, new)]))
    with pytest.raises(FixError) as caught:
        run({"a.md": text}, liar)
    assert caught.value.rules == ("liar",)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.data())
def test_whatever_a_safe_fix_does_it_keeps_the_words_or_is_refused(data: st.DataObject) -> None:
    text = data.draw(banks())
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(start + 12, len(text))))
    new = data.draw(
        st.sampled_from(["", " ", "\n", "\n\n", "# ", "**", "- ", "1. ", "`", "```\n", "    ", "> ", "word"])
    )
    try:
        result = run({"a.md": text}, rule("any", one_fix(text, [("a.md", start, end, new)])))
    except FixError:
        return
    after = result.changed["a.md"].text if result.changed else text
    without = [_without_contents(each) for each in (text, after)]
    assert letters(without[0]) == letters(without[1])
    assert len(recognise(Source("a.md", text)).questions) == len(recognise(Source("a.md", after)).questions)


def _without_contents(text: str) -> str:
    """The text without its contents and markers."""
    return MARKER.sub("", re.sub(r"(?<=## Contents\n)(?:[-*0-9][^\n]*\n)+", "", text))


def _blind(inner: Rule) -> Rule:
    """A rule that forgets to take links along."""

    def check(document: Document) -> Iterator[tuple[str, Fix]]:
        for message, made in inner(document):
            yield message, Fix(made.title, made.edits[-1:])

    return check


@settings(max_examples=EXAMPLES, deadline=None)
@given(banks())
def test_a_renumbering_that_forgets_links_is_refused_where_there_are_any(text: str) -> None:
    document = recognise(Source("a.md", text))
    asked = enumerate(_asked(document), 1)
    lost = {f"#{anchor}" for index, (match, anchor) in asked if int(match["number"]) != index}
    broken = any(link.target in lost for link in document.links)
    careless = rule("careless", _blind(right_number))
    if not broken:
        run({"a.md": text}, careless)
        return
    with pytest.raises(FixError, match="no longer leads"):
        run({"a.md": text}, careless)
