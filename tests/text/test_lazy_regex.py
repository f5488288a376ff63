"""A pattern of many words finds what it would find if all of them were compiled at once."""

import re

import pytest

from dlqa_lint.text.lazy_regex import words_regex

FORM = r"(?<!\w)(?:{words})(?!\w)"
WORDS = r"chapters?|parts? of|çevi(?:ri|rmen)|[uv]ogel|\bweeks?|straße|ısı|第\d+章|q?uiz|kafka(?:-streams|\|flink)"
WORDS += r"|(?:the )?anchors?|(?:bow|(?:fore|main)sail) lines?|\b(?:reef|hitch){2}"
TEXTS = (
    "",
    "Of keels and hulls",
    "CHAPTER 3, parts of a week",
    "chapterhouse",
    "Çeviri, ÇEVİRİ, çevirmen",
    "Vogel or uogel, quiz or uiz",
    "STRASSE, Straße",
    "ISI, ısı, İSİ",
    "第12章",
    "Kafka-Streams and kafka|flink",
    "weekſ, wee\u212as",
    "The anchor, anchors",
    "Foresail line, a bow lines",
    "reefhitch, reef",
)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_all_words_together_find(text: str, flags: int) -> None:
    few, whole = words_regex(FORM, WORDS, flags), re.compile(FORM.replace("{words}", WORDS), flags)
    found = [match.span() for match in whole.finditer(text)]
    assert [match.span() for match in few.finditer(text)] == found
    assert few.sub("*", text) == whole.sub("*", text)


@pytest.mark.parametrize(
    "text", [*TEXTS, "quiz", "Weeks", "ÇEVİRİ", "ISI", "Kafka|Flink", "Main", "mainsail lines"]
)
def test_it_matches_at_the_start_what_all_words_together_match(text: str) -> None:
    few = words_regex(r"(?:{words})\b", WORDS, re.IGNORECASE)
    whole = re.compile(rf"(?:{WORDS})\b", re.IGNORECASE)
    assert str(few.match(text)) == str(whole.match(text))
    assert str(few.fullmatch(text)) == str(whole.fullmatch(text))


@pytest.mark.parametrize("text", [*TEXTS, "“Week", "*** quiz", "****quiz", "(the anchors)", "- ÇEVİRİ", "!"])
def test_it_matches_behind_the_signs_before_the_words(text: str) -> None:
    few = words_regex(r"(?:{words})\b", WORDS, re.IGNORECASE, before=r"\W{0,3}")
    whole = re.compile(rf"\W{{0,3}}(?:{WORDS})\b", re.IGNORECASE)
    assert str(few.match(text)) == str(whole.match(text))


def test_it_finds_the_same_in_so_many_texts_that_all_words_are_compiled() -> None:
    words = "|".join(f"{letter}{letter}{letter}+" for letter in "abcdefghijklmnopqrstuvwxyz")
    few, whole = words_regex(r"\b(?:{words})\b", words), re.compile(rf"\b(?:{words})\b")
    for one in "abcdefg":
        for other in "hijklmnop":
            text = f"{one * 4} of {other * 3} and {other * 2}{one}"
            assert few.sub("*", text) == whole.sub("*", text)
