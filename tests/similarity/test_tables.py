"""The tables of the languages hold what the code reads, and say nothing twice."""

from collections import Counter

import pytest

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.acronyms import known
from dlqa_lint.similarity.grammar import NO_FACETS, WITHIN, grammar, synonyms

LANGUAGES = sorted(file.stem for file in (tables.DATA / "languages").glob("*.txt"))
FACETS = {facet for line in tables.lines("facets") for facet in line.split()[:2]}
ENGLISH_FACETS = {*tables.groups("frames"), *tables.groups("verbs"), "who", "where"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_read(language: str) -> None:
    keys = set(tables.groups(f"languages/{language}"))
    assert keys <= FACETS | ENGLISH_FACETS | NO_FACETS | {"small"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_asks_for_one_thing(language: str) -> None:
    asking = {
        key: words for key, words in tables.groups(f"languages/{language}").items() if key not in NO_FACETS
    }
    counts = Counter(word for words in asking.values() for word in set(words))
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_of_words_have_members_and_no_member_twice(language: str) -> None:
    lines = [line.partition(": ") for line in tables.lines(f"languages/{language}")]
    assert [line for line in lines if line[0] in ("same", "opposite") and len(line[2].split()) < 2] == []
    # What stands for a frame word may stand for the words of a group, too: "wie" for "auf welche Weise".
    counts = Counter(WITHIN.join(phrase) for group in synonyms(language) for phrase in group[1:])
    assert [word for word, count in counts.items() if count > 1] == []


def test_terms_hold_the_names_of_their_languages_alone() -> None:
    assert known("de")[("schnittstell",)] == "interface"
    assert ("schnittstell",) not in known("fr")
    assert grammar("tr").reduced("password") == "password"
