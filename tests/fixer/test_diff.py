"""Diffs: what they show, and that `patch` would make the same change."""

import difflib

import pytest

from dlqa_lint.fixer.diff import unified
from dlqa_lint.text.source import Source


def diff(before: str, after: str, *, colour: bool = False) -> str:
    return unified(Source("a.md", before), Source("a.md", after), colour=colour)


def test_equal_texts_have_no_diff() -> None:
    assert diff("a\n", "a\n") == ""


def test_a_changed_line_is_shown_with_its_surroundings() -> None:
    assert diff("a\nb\nc\n", "a\nB\nc\n") == "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"


def test_a_missing_final_newline_is_reported() -> None:
    said = "\\ No newline at end of file\n"
    assert diff("a\nb", "a\nc") == f"--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a\n-b\n{said}+c\n{said}"
    assert diff("a", "a\n") == f"--- a.md\n+++ a.md\n@@ -1 +1 @@\n-a\n{said}+a\n"
    assert diff("", "a\n") == "--- a.md\n+++ a.md\n@@ -0,0 +1 @@\n+a\n"


def test_crlf_line_ends_stay_so_that_the_diff_applies() -> None:
    assert diff("a\r\nb\r\n", "a\r\nc\r\n") == "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"


def test_a_line_that_a_carriage_return_ends_is_a_line_of_the_diff() -> None:
    assert diff("a\rb\r", "a\rc\r") == "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a^M\n-b^M\n+c^M\n"


def test_form_feeds_and_unicode_separators_end_no_line() -> None:
    text = "a\x0cb\u2028c\x85d\n"
    assert diff(text, "e\n").count("\n-") == 1


def test_the_byte_order_mark_is_part_of_the_first_line() -> None:
    assert "-\ufeffa\n" in diff("\ufeffa\n", "\ufeffb\n")


def test_colours_are_closed_on_each_line_and_controls_are_spelled_out() -> None:
    shown = diff("a\r\n\x1b[2Jb\r\n", "a\r\n\x07c\r\n", colour=True).splitlines()
    assert shown == [
        "\x1b[1m--- a.md\x1b[0m",
        "\x1b[1m+++ a.md\x1b[0m",
        "\x1b[38;5;30m@@ -1,2 +1,2 @@\x1b[0m",
        " a",
        "\x1b[38;5;196m-^[[2Jb\x1b[0m",
        "\x1b[38;5;28m+^Gc\x1b[0m",
    ]


def test_a_missing_final_newline_is_reported_in_colour_too() -> None:
    assert diff("a", "b", colour=True).endswith("\x1b[38;5;28m+b\x1b[0m\n\\ No newline at end of file\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_diff_holds_both_texts(newline: str) -> None:
    before = newline.join(["# A", "", "one", "two", "three", ""])
    after = newline.join(["# A", "one", "two!", "three", "four", ""])
    lines = diff(before, after).split("\n")[3:-1]
    for side, text in ((1, before), (2, after)):
        kept = [line[1:] for line in lines if line[0] in " " + "-+"[side - 1]]
        assert "\n".join(kept) + "\n" == text
    assert difflib.SequenceMatcher(None, before, after).ratio() < 1
