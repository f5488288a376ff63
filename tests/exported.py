"""Banks to export, and the questions in them as they were meant: what a format holds has to give these back."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import dlqa_lint
from dlqa_lint.exports import Export, exported
from dlqa_lint.exports.parts.item import Item, items_of
from dlqa_lint.text.clean_html import USUAL, clean, without_paragraph
from dlqa_lint.text.rendering import Formula, html_of, tex
from dlqa_lint.text.source import Source


class Meant(NamedTuple):
    """A question as somebody meant it, in Markdown: `right` are the indexes of the right options."""

    text: str
    options: tuple[str, ...] = ()
    right: frozenset[int] = frozenset()
    answer: str = ""
    section: str = ""


# What some format takes for its own syntax, and some Markdown does not.
_PIECES = (
    *("rain", "Sand", "水", "ماء", "été", "x", "🌧", "TRUE", "50%", "%50%", "1.5", "C:", "ANSWER:", "'quoted'"),
    *('"said"', "a=b", "~y", "#tag", "####", "{set}", "a->b", "R&D", "&amp;", "<", ">", "]]>", "\\\\", "\\{"),
    *("</script>", "a;b", "a,b", "=SUM(A1)", "@home", "$5", "a::b", "//", "[html]", "{{x}}", "\\$", "$CATEGORY:"),
    *("$x_1 = \\{y\\}$", "`if (a<b) {}`", "`=1+1`", "**bold**", "*thin*", "H<sub>2</sub>O", "a<br>b"),
    "[link](https://example.org/?a=1&b=2)",
)  # fmt: skip
_words = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map(" ".join)
_asked = _words.map(lambda words: f"Which {words} is it?")
# An option begins with anything; what Markdown takes for a block at its beginning is another document.
_option = st.one_of(_words, _words.map("it is {}".format)).filter(lambda words: words[0] not in "#>+=<~-*")
_code = st.sampled_from(
    ["", "\n\n```python\nif a < b:\n\n    print({'x': 1})  # ~ = \\n\n```", "\n\n- one\n- two"]
)
_answer = st.tuples(_words, _code).map(lambda parts: f"Because {parts[0]}.{parts[1]}")
_section = st.sampled_from(["", "Rain / snow", "R&D: {a}", "水 <x>"])


@st.composite
def _choice(draw: st.DrawFn) -> Meant:
    options = tuple(draw(st.lists(_option, min_size=2, max_size=4, unique=True)))
    right = frozenset(draw(st.sets(st.integers(0, len(options) - 1), min_size=1)))
    return Meant(draw(_asked), options, right, draw(st.one_of(st.just(""), _answer)), draw(_section))


_open = st.builds(Meant, _asked, st.just(()), st.just(frozenset()), _answer, _section)
QUIZZES = st.lists(_choice(), min_size=1, max_size=4).map(tuple)
"""Quizzes: every question has options, one or more of which are right."""
BANKS = st.lists(st.one_of(_open, _choice()), min_size=1, max_size=4).map(tuple)
"""Banks in which some questions have options and some have not."""

Check = Callable[[tuple[Meant, ...]], None]


def for_all(banks: st.SearchStrategy[tuple[Meant, ...]]) -> Callable[[Check], Callable[[], None]]:
    """Check something for many banks; the first reading of a run loads languages, and is slow."""

    def checked(check: Check) -> Callable[[], None]:
        calm = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        marked: Callable[[], None] = pytest.mark.slow(calm(given(banks)(check)))
        return marked

    return checked


def written(meant: Sequence[Meant]) -> str:
    """A document that asks the questions."""
    parts, section = ["# Weather"], ""
    for number, asked in enumerate(meant, 1):
        if asked.section and asked.section != section:
            parts.append(f"## {asked.section}")
            section = asked.section
        parts.append(f"### {number}. {asked.text}")
        boxes = [f"- [{'x' if at in asked.right else ' '}] {text}" for at, text in enumerate(asked.options)]
        parts += ["\n".join(boxes)] if boxes else []
        parts += [f"**Answer:** {asked.answer}"] if asked.answer else []
    return "\n\n".join(parts) + "\n"


def items(*texts: str) -> tuple[Item, ...]:
    """The questions of documents that are called `a.md`, `b.md` and so on."""
    return items_of(
        dlqa_lint.parse(text, f"{name}.md") for name, text in zip("abcdefgh", texts, strict=False)
    )


def items_meant(meant: Sequence[Meant]) -> tuple[Item, ...]:
    """The questions of a document that asks what is meant; how documents are read is for other tests to say."""
    document = dlqa_lint.parse(written(meant), "a.md", schema="quiz-checkbox")
    found = items_of([document])
    assume(tuple(map(meant_by, found)) == tuple(asked._replace(section="") for asked in meant))
    return found


def meant_by(item: Item) -> Meant:
    """What the model says of a question, but for its section."""
    options = tuple(choice.text for choice in item.choices)
    return Meant(item.question.text, options, frozenset(item.right), item.explanation)


def export(name: str, *texts: str) -> Export:
    """Documents in a format."""
    return exported(name, items(*texts))


def text_of(name: str, *texts: str) -> str:
    """Documents in a format that is text and holds all of their questions."""
    made = export(name, *texts)
    assert not made.left
    assert isinstance(made.data, str)
    return made.data


def html_meant(text: str, tags: Mapping[str, Collection[str]] = USUAL, formula: Formula = tex) -> str:
    """What formats that want HTML make of a text of such a document."""
    source = Source("a.md", "")
    return without_paragraph(clean(html_of(text, source, formula), lambda target: target, tags))


def all_in_html(meant: Iterable[Meant], shown: Callable[[str], str] = html_meant) -> list[Meant]:
    """What was meant by some questions, with all words as HTML says them."""
    return [
        Meant(
            shown(asked.text),
            tuple(map(shown, asked.options)),
            asked.right,
            shown(asked.answer),
        )
        for asked in meant
    ]


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763606060000000040001f61738550000000049454e44ae426082"
)
"""The smallest image, a PNG."""
