"""Places as editors count them, and texts that follow what is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    PositionEncodingKind,
    Range,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
)

from dlqa_lint.server.positions import Places, Units, units_of
from dlqa_lint.server.small_edits import edits
from dlqa_lint.server.typed_text import changed
from dlqa_lint.text.source import Source, Span

UNITS: tuple[Units, ...] = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("ab é中😀👩‍🚀\ufe0f\n\r\x0b\x0c\x85\u2028 -#"), max_size=40)
EMOJI = "# Ships 🚢\n\n### 1. Why 👩‍🚀 é?\n"


@pytest.mark.parametrize(("units", "column"), [("utf-8", 22), ("utf-16", 16), ("utf-32", 14)])
def test_columns_are_counted_in_the_agreed_units(units: Units, column: int) -> None:
    places = Places(Source("a.md", EMOJI), units)
    offset = EMOJI.index("é") - 1
    assert places.position(offset + 1) == Position(2, column + 1)
    assert places.offset(Position(2, column)) == offset


def test_a_place_within_a_character_is_the_one_before_it() -> None:
    text = "a😀b"
    assert [Places(Source("", text), "utf-16").offset(Position(0, n)) for n in range(6)] == [0, 1, 1, 2, 3, 3]
    assert [Places(Source("", text), "utf-8").offset(Position(0, n)) for n in (1, 2, 4, 5, 6)] == [
        1,
        1,
        1,
        2,
        3,
    ]


def test_places_outside_of_the_text_are_the_nearest_inside() -> None:
    places = Places(Source("", "one\ntwo\n"), "utf-16")
    assert places.offset(Position(0, 99)) == 3
    assert places.offset(Position(2, 0)) == places.offset(Position(99, 5)) == 8
    assert places.position(8) == Position(2, 0)


def test_only_markdown_line_ends_end_lines() -> None:
    text = "a\x0cb\u2028c\rd\r\ne"
    assert Places(Source("", text), "utf-16").position(text.index("e")) == Position(2, 0)


def test_a_byte_order_mark_is_a_character_of_the_first_line() -> None:
    places = Places(Source("", "\ufeffab\nc"), "utf-8")
    assert (places.position(0), places.position(3)) == (Position(0, 3), Position(1, 0))
    assert places.offset(Position(0, 4)) == 1


@given(TEXTS, st.sampled_from(UNITS))
def test_a_position_leads_back_to_its_offset(text: str, units: Units) -> None:
    source = Source("a.md", text)
    places = Places(source, units)
    for offset in range(len(source.text) + 1):
        # Between the two characters of a line end is no place.
        if source.text[offset - 1 : offset + 1] != "\r\n":
            assert places.offset(places.position(offset)) == offset


@given(
    TEXTS,
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), TEXTS), max_size=4),
    st.sampled_from(UNITS),
)
def test_a_text_follows_its_changes(text: str, steps: list[tuple[int, int, str]], units: Units) -> None:
    source, changes = Source("a.md", text), []
    expected = source.text
    for start, length, written in steps:
        places = Places(Source("a.md", "\ufeff" * source.bom + expected), units)
        range_ = places.range(Span(min(start, len(expected)), min(start + length, len(expected))))
        span = places.span(range_)
        changes.append(TextDocumentContentChangePartial(range_, written))
        expected = expected[: span.start] + written + expected[span.end :]
    assert changed(source, changes, units).text == expected


def test_a_whole_text_takes_the_place_of_the_other() -> None:
    assert (
        changed(Source("a.md", "one"), [TextDocumentContentChangeWholeDocument("two")], "utf-16").text
        == "two"
    )


def test_what_is_typed_after_a_form_feed_lands_in_its_line() -> None:
    source = Source("a.md", "one\x0c\n### 2. Why?\n")
    typed = TextDocumentContentChangePartial(Range(Position(1, 7), Position(1, 10)), "How")
    assert changed(source, [typed], "utf-16").text == "one\x0c\n### 2. How?\n"


@given(TEXTS, TEXTS, st.sampled_from(UNITS))
def test_edits_make_one_text_of_another(before: str, after: str, units: Units) -> None:
    source, other = Source("a.md", before.replace("\r", "")), Source("a.md", after.replace("\r", ""))
    made = edits(source, other, units)
    backwards = [TextDocumentContentChangePartial(edit.range, edit.new_text) for edit in reversed(made)]
    assert changed(source, backwards, units).text == other.text


def test_an_edit_is_no_larger_than_what_changes() -> None:
    before, after = Source("", "### 2. Why?\n\nSo.\n"), Source("", "### 3. Why?\n\nSo.\n")
    (edit,) = edits(before, after, "utf-16")
    assert (edit.range, edit.new_text) == (Range(Position(0, 4), Position(0, 5)), "3")


def test_lines_that_move_leave_the_others_alone() -> None:
    before = Source("", "".join(f"- {number}\n\n" for number in (1, 4, 2, 3, 5)))
    after = Source("", "".join(f"- {number}\n\n" for number in (1, 2, 3, 4, 5)))
    made = [
        (edit.range.start.line, edit.range.end.line, edit.new_text) for edit in edits(before, after, "utf-16")
    ]
    assert made == [(2, 4, ""), (8, 8, "- 4\n\n")]


def test_utf_16_counts_where_nothing_is_agreed_upon() -> None:
    assert [units_of(kind) for kind in (None, PositionEncodingKind.Utf8, "utf-32")] == [
        "utf-16",
        "utf-8",
        "utf-32",
    ]
