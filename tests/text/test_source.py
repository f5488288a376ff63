"""Texts and their places."""

import pytest
from hypothesis import given, strategies

from dlqa_lint.text.source import Source, Span, UnreadableSourceError

TEXTS = strategies.text(
    alphabet=strategies.sampled_from("ab \t\r\n\x0b\x0c\x1c\x85\u2028\ufeff漢🙂"), max_size=40
)


@given(TEXTS)
def test_lines_and_their_terminators_make_up_the_text(text: str) -> None:
    source = Source("a.md", text)
    pieces = [source.slice(source.full_line_span(index)) for index in range(len(source.lines))]
    assert "".join(pieces) == source.text
    assert source.lines == [piece.rstrip("\r\n") for piece in pieces]


@given(TEXTS)
def test_every_offset_has_a_position_that_leads_back_to_it(text: str) -> None:
    source = Source("a.md", text)
    for offset in range(len(source.text) + 1):
        line, column, same = source.position(offset)
        assert same == offset
        assert source.starts[line - 1] + column - 1 == offset


@given(TEXTS)
def test_bytes_come_back_as_they_were(text: str) -> None:
    data = text.encode()
    assert Source.from_bytes("a.md", data).to_bytes() == data


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_only_newlines_and_carriage_returns_end_lines(separator: str) -> None:
    assert Source("a.md", f"a{separator}b\r\nc\rd\n\ne").lines == [f"a{separator}b", "c", "d", "", "e"]


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    source = Source.from_bytes("a.md", b"\xef\xbb\xbf# A\n")
    assert source.bom
    assert source.text == "# A\n"
    assert source.position(2) == (1, 3, 2)


def test_the_newline_is_the_one_that_the_text_uses_most() -> None:
    assert Source("a.md", "a\r\nb\r\nc\n").newline == "\r\n"
    assert Source("a.md", "a").newline == "\n"


def test_spans_of_lines_leave_the_last_terminator_out() -> None:
    source = Source("a.md", "one\ntwo\nthree\n")
    assert source.slice(source.lines_span(0, 2)) == "one\ntwo"
    assert source.lines_span(9, 12) == Span(14, 14)
    assert source.lines_span(1, 1) == Span(4, 4)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("# A\n".encode("utf-16"), "a.md: the file is UTF-16, expected UTF-8"),
        (b"\x89PNG\0\0", "a.md: the file holds a NUL byte"),
        (b"# A\n\ncaf\xe9\n", "a.md:3: byte 8 (0xe9) is not UTF-8"),
    ],
)
def test_bytes_that_are_not_text_are_refused_with_the_place(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        Source.from_bytes("a.md", data)
    assert str(caught.value).startswith(reason)
