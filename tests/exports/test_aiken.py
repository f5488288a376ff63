"""The format `aiken`."""

import re

import pytest

from dlqa_lint.exports import exported
from dlqa_lint.text.clean_html import words_of
from exported import QUIZZES, Meant, export, for_all, html_meant, items_meant, text_of, written

WET = Meant("Which is wet?", ("sand", "rain"), frozenset({1}))


def _read(text: str) -> list[Meant]:
    """The questions of a text, as Moodle describes the format."""
    found = []
    for block in re.split(r"\n(?=\n)", text.rstrip("\n")) if text else []:
        asked, *options, key = block.strip("\n").split("\n")
        labels = [option[0] for option in options]
        assert all(option[1:3] == ". " for option in options)
        right = labels.index(key.removeprefix("ANSWER: "))
        found.append(Meant(asked, tuple(option[3:] for option in options), frozenset({right})))
    return found


@for_all(QUIZZES)
def test_what_is_one_choice_in_single_lines_is_read_back(meant: tuple[Meant, ...]) -> None:
    items = items_meant(meant)
    made = exported("aiken", items)
    left = {item.number for item, _ in made.left}
    fit = [asked for number, asked in enumerate(meant, 1) if len(asked.right) == 1]
    assert len(made.left) == len(meant) - len(fit)
    assert left == {str(number) for number, asked in enumerate(meant, 1) if len(asked.right) > 1}
    assert isinstance(made.data, str)
    assert _read(made.data) == [
        Meant(
            words_of(html_meant(asked.text)),
            tuple(words_of(html_meant(option)) for option in asked.options),
            asked.right,
        )
        for asked in fit
    ]


def test_a_quiz_is_plain_text() -> None:
    asked = Meant("Which is *not* `wet`, $x_1$?", ("H<sub>2</sub>O", "**sand**"), frozenset({1}), "Because.")
    assert text_of("aiken", written([asked, WET])) == (
        "Which is not wet, \\(x_1\\)?\nA. H2O\nB. sand\nANSWER: B\n\n"
        "Which is wet?\nA. sand\nB. rain\nANSWER: B\n"
    )


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (WET._replace(right=frozenset({0, 1})), "more than one of its options may be right"),
        (Meant("Why?", answer="So."), "it has no options"),
        (
            WET._replace(text="Which?\n\n```\nx\n```"),
            "it is more than one line: code, an image or more words belong to it",
        ),
        (WET._replace(text="A. Which?"), "it begins like an option of the format"),
        (WET._replace(right=frozenset()), "nothing says which of its options is right"),
        (
            WET._replace(options=("![a](a.png)", "b")),
            'it shows the image "a.png", and the format holds text only',
        ),
    ],
)
def test_what_does_not_fit_is_named(asked: Meant, reason: str) -> None:
    ((item, said),) = export("aiken", written([WET, asked])).left
    assert (item.number, said) == ("2", reason)
