"""The format `moodle`."""

import io
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from moodle_xml_parser.parser import parse_bytes

from dlqa_lint.exports import exported
from exported import BANKS, PIXEL, Meant, all_in_html, export, for_all, items_meant, text_of, written


def _questions(text: str) -> Iterator[Element]:
    for question in ElementTree.parse(io.BytesIO(text.encode())).iter("question"):
        if question.get("type") != "category":
            yield question


def _text(question: Element, name: str) -> str:
    return question.findtext(f"{name}/text") or ""


@for_all(BANKS)
def test_all_questions_are_read_back(meant: tuple[Meant, ...]) -> None:
    items = items_meant(meant)
    data = exported("moodle", items).data
    assert isinstance(data, str)
    found = [
        Meant(
            _text(question, "questiontext"),
            tuple(answer.findtext("text") or "" for answer in question.iter("answer")),
            frozenset(
                at
                for at, answer in enumerate(question.iter("answer"))
                if float(answer.get("fraction", "")) > 0
            ),
            _text(question, "generalfeedback"),
        )
        for question in _questions(data)
    ]
    assert found == all_in_html(meant)
    assert [question.findtext("idnumber") for question in _questions(data)] == [item.key for item in items]


def test_a_parser_of_others_reads_it() -> None:
    meant = [
        Meant("Which is *wet*?", ("sand", "rain"), frozenset({1})),
        Meant("Which are dry?", ("sand", "rain", "coal"), frozenset({0, 2})),
        Meant("Why?", answer="So."),
    ]
    single, several = parse_bytes(text_of("moodle", written(meant)).encode())["multichoice"]
    assert (single.name, single.text_pre_parse) == ("1. Which is wet?", "Which is <em>wet</em>?")
    assert [(option.answer, option.score_fraction) for option in single.options] == [
        ("sand", 0.0),
        ("rain", 100.0),
    ]
    assert [(option.answer, option.score_fraction) for option in several.options] == [
        ("sand", 50.0), ("rain", -100.0), ("coal", 50.0),
    ]  # fmt: skip
    assert (single.single, several.single) == (True, False)


def test_an_essay_has_its_answer_for_those_who_grade_it() -> None:
    (question,) = _questions(text_of("moodle", written([Meant("Why?", answer="So.")])))
    assert question.get("type") == "essay"
    assert _text(question, "graderinfo") == _text(question, "generalfeedback") == "So."


def test_images_come_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a b.png").write_bytes(PIXEL)
    asked = Meant(
        "What is ![this](a%20b.png)?", ("![b](a%20b.png)", "![c](https://example.org/c.png)"), frozenset({0})
    )
    (question,) = _questions(text_of("moodle", written([asked])))
    files = list(question.iter("file"))
    assert len({file.get("name") for file in files}) == 1
    assert [b64decode(file.text or "") for file in files] == [PIXEL, PIXEL]
    assert f'src="@@PLUGINFILE@@/{files[0].get("name")}"' in _text(question, "questiontext")
    assert (
        'src="https://example.org/c.png"'
        in [answer.findtext("text") or "" for answer in question.iter("answer")][1]
    )


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("no.png", 'its image "no.png" is not there'),
        (
            "a.exe",
            'found the image "a.exe", expected one of the kinds png, jpg, jpeg, gif, svg, webp, bmp, avif',
        ),
        (
            "folder.png",
            "its image cannot be taken along: folder.png: found a folder, expected a regular file",
        ),
    ],
)
def test_an_image_that_cannot_come_along_is_named(
    target: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.png").mkdir()
    ((_, said),) = export(
        "moodle", written([Meant(f"What is ![this]({target})?", ("a", "b"), frozenset({0}))])
    ).left
    assert said == reason


def test_what_xml_cannot_hold_is_replaced() -> None:
    text = text_of(
        "moodle",
        "# Q\x0b\n\n## A\x01\n\n### 1. Why\x02 is it?\n\nSo\x03 it is.\n",
    )
    (question,) = _questions(text)
    assert _text(question, "questiontext") == "Why\ufffd is it?"
