"""Every case of tests/recognise/lines, and its twins: line ends and a byte order mark change no line."""

import pytest

from dlqa_lint.text.source import Source
from lines_found import FOLDER, LineCase, candidates_of, described, read_file

CASES = [case for file in sorted(FOLDER.glob("*.md")) for case in read_file(file)]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def test_every_heading_is_a_case() -> None:
    headings = sum(
        line.startswith("## ") and f"\n\n{line}\n\n" in text
        for text in (file.read_text("utf-8") for file in FOLDER.glob("*.md"))
        for line in text.splitlines()
    )
    assert headings >= len(CASES) > 0
    assert all(case.expected for case in CASES)


@each_case
def test_finds_the_lines_that_the_case_says(case: LineCase) -> None:
    assert described(case.text) == case.expected


@each_case
def test_finds_the_same_lines_in_twins(case: LineCase) -> None:
    for twin in (case.text.replace("\n", "\r\n"), "\ufeff" + case.text, case.text.replace("\n", "\r")):
        assert described(twin) == case.expected


@each_case
def test_parts_are_where_they_say(case: LineCase) -> None:
    source = Source("case.md", case.text)
    for line in candidates_of(source):
        assert source.slice(line.text_span) == line.text
        assert line.span.start <= line.text_span.start
        assert line.template.count("{text}") == 1
        assert line.template.count("[") == line.template.count("]")
        assert ("{number}" in line.template) == bool(line.number)
        if line.number:
            assert source.text.startswith(line.number, line.number_at)
        assert line.body_at < 0 or line.body_at <= line.body_end <= len(source.text)
