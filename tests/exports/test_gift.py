"""The format `gift`."""

import io
import re

import pytest
from pygiftparser import parser

from dlqa_lint.exports import exported
from exported import BANKS, Meant, all_in_html, export, for_all, items_meant, text_of, written

_SIGNS = {"\\\\": "\\", "\\n": "\n", **{f"\\{sign}": sign for sign in "~=#{}:"}}
_QUESTION = re.compile(
    r"(?s)// \[id:(?P<id>\w+)\] .*?\n::(?P<name>.*?)::\[html\](?P<asked>.*) \{\n(?P<inner>.*)\}\n"
)


def _plain(text: str) -> str:
    """A text as Moodle understands it: a backslash before a sign takes its meaning away."""
    return re.sub(r"\\[\\n~=#{}:]", lambda match: _SIGNS[match.group()], text)


def _read(text: str) -> list[Meant]:
    found = []
    for block in re.split(r"\n(?=//|\$)", text):
        match = _QUESTION.fullmatch(block if block.endswith("\n") else f"{block}\n")
        if match is None:
            assert block.startswith("$CATEGORY: ")
            continue
        lines = [line.removeprefix("\t") for line in match["inner"].splitlines()]
        answer = next((line.removeprefix("####[html]") for line in lines if line.startswith("####")), "")
        options = [line.partition("[html]") for line in lines if not line.startswith("####")]
        right = {at for at, (sign, _, _) in enumerate(options) if sign == "=" or re.match(r"~%\d", sign)}
        texts = tuple(_plain(text) for _, _, text in options)
        found.append(Meant(_plain(match["asked"]), texts, frozenset(right), _plain(answer)))
    return found


@for_all(BANKS)
def test_all_questions_are_read_back(meant: tuple[Meant, ...]) -> None:
    data = exported("gift", items_meant(meant)).data
    assert isinstance(data, str)
    assert _read(data) == all_in_html(meant)


def test_a_parser_of_others_reads_it() -> None:
    meant = [
        Meant("Which {is} ~wet~ = #1: a->b?", ("`a=b`", "rain", "50%", "%50%"), frozenset({1}), "It: is."),
        Meant("Which are dry?", ("sand", "rain", "coal"), frozenset({0, 2})),
        Meant("Why?", answer="So:\n\n```\nx = {1}\n```"),
    ]
    found = parser.parseFile(io.StringIO(text_of("gift", written(meant))))
    single, several, essay = found
    assert all(question.valid for question in found)
    assert [type(question.answers).__name__ for question in found] == [
        "SelectSet",
        "MultipleChoicesSet",
        "Essay",
    ]
    assert [(answer.fraction, answer.answer) for answer in several.answers.answers] == [
        (50.0, "[html]sand"), (-100.0, "[html]rain"), (50.0, "[html]coal"),
    ]  # fmt: skip
    assert [answer.fraction for answer in single.answers.answers] == [0, 100, 0, 0]
    assert essay.generalFeedback.startswith("<p>So")
    assert single.markup == "html"


def test_sections_are_categories_below_the_title() -> None:
    meant = [Meant("Why?", answer="So.", section="Rain / snow"), Meant("How?", answer="Thus.", section="Dry")]
    text = text_of("gift", written(meant))
    assert re.findall(r"^\$CATEGORY: (.*)$", text, re.MULTILINE) == [
        "$course$/top/Weather/Rain // snow",
        "$course$/top/Weather/Dry",
    ]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (
            Meant("![a](a.png) What?", ("a", "b"), frozenset({0})),
            'its image "a.png" is a file, and the format holds none',
        ),
        (
            Meant("Which?", tuple("abcdefghijkl"), frozenset(range(11))),
            "found 11 right options, expected at most 10",
        ),
    ],
)
def test_what_does_not_fit_is_named(asked: Meant, reason: str) -> None:
    ((_, said),) = export(
        "gift", written([asked, asked._replace(text="Which?", options=("a", "b"), right=frozenset({0}))])
    ).left
    assert said == reason
