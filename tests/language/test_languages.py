"""The files of the languages: what each has to say, and in which form."""

import re
import tomllib
from collections import Counter

import pytest

from dlqa_lint.language.languages import DATA, joined, languages, listed

PATTERNS = frozenset(
    """
    reveal_starts reveal_ends points stand_in_subject stand_in_done stand_in_time stand_in_sentences bank_words
    bank_stems file_name_words resource_words part_words part_nouns count_nouns count_labels vague_words
    news_words rate_words to_words from_words tutorial_openings noun_openings reference_phrases
    reference_elsewhere choose_verbs choose_nouns choose_patterns choose_all asking_anywhere
    """.split()  # noqa: SIM905 (a list of words reads best as words)
)
"""The keys that hold regular expressions; the others hold phrases."""

CODES = sorted(languages())


def _phrases(code: str) -> list[tuple[str, str]]:
    return [
        (key, phrase)
        for key, text in languages()[code].items()
        if key not in PATTERNS
        for phrase in listed(text)
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_file_is_toml_and_read_as_such(code: str) -> None:
    found = tomllib.loads((DATA / f"{code}.toml").read_text("utf-8"))
    assert {key: text.removesuffix("\n") for key, text in found.items()} == languages()[code]


@pytest.mark.parametrize("code", CODES)
def test_phrases_are_in_lower_case_and_said_once(code: str) -> None:
    said = _phrases(code)
    assert not [phrase for _, phrase in said if phrase != phrase.lower()]
    assert not [twice for twice, times in Counter(said).items() if times > 1]


@pytest.mark.parametrize("code", CODES)
def test_first_words_are_single_words_of_one_kind(code: str) -> None:
    first = [
        (key, word)
        for key, word in _phrases(code)
        if key in ("interrogatives", "imperatives", "openers", "orders")
    ]
    assert not [word for _, word in first if " " in word]
    assert not [word for word, times in Counter(word for _, word in first).items() if times > 1]


@pytest.mark.parametrize("code", CODES)
def test_patterns_compile_and_hold_no_empty_alternative(code: str) -> None:
    for key, text in languages()[code].items():
        if key in PATTERNS:
            pattern = joined(text).replace("{n}", r"\d").replace("{ns}", r"\d")
            assert not re.compile(f"(?:{pattern})", re.IGNORECASE).fullmatch(""), key


@pytest.mark.parametrize("code", CODES)
def test_a_reference_has_a_number_and_one_of_its_nouns(code: str) -> None:
    own = languages()[code]
    if "reference_phrases" in own:
        assert all("{n" in phrase for phrase in joined(own["reference_phrases"]).split("|{n}")[:1])
        assert any(noun in own["reference_phrases"] for noun in listed(own["reference_nouns"]))
