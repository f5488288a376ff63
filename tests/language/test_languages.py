"""The files of the languages: what each has to say, and in which form."""

import re
import tomllib
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis.strategies import from_regex

from dlqa_lint.disk.cache import _own_files
from dlqa_lint.language import vocabulary
from dlqa_lint.language.languages import ANY, DATA, alternatives, joined, languages, listed

OPTIONAL = frozenset(
    """
    countries codes card_labels letter_labels number_letters number_words number_wrappers number_counters
    answer_heads prompt_labels statement_titles trouble_labels answer_verbs reveal_starts reveal_ends placeholder_done
    placeholder_time words_beside_todo choose_adverbs choose_patterns several_patterns named_patterns rate_words
    from_words denied_after
    letter_nouns openers tutorial_openings noun_openings clause_openers reference_elsewhere asking_start
    order_starts order_ends articles more_questions inversions singular_verbs plural_verbs
    singular_openers plural_nouns count_phrases count_units mark_nouns answer_before first_person
    """.split()  # noqa: SIM905 (a list of words reads best as words)
)
"""What not every language has a form for."""

EITHER = (
    ("bank_words", "bank_stems"),
    ("interrogatives", "asking_anywhere", "asking_end"),
    ("imperatives", "orders", "asking_anywhere", "asking_end"),
)
"""Keys of which a language has to have one: words that are parted by spaces, or others."""

REQUIRED = frozenset(languages()["en"]) - OPTIONAL - {key for keys in EITHER for key in keys}
"""English says what every language has to say."""

PATTERNS = frozenset(
    """
    reveal_starts reveal_ends points placeholder_subject placeholder_done placeholder_time placeholder_sentences
    bank_words bank_stems file_name_words other_file_names resource_words part_words part_nouns count_nouns
    count_labels vague_words news_words rate_words to_words from_words tutorial_openings noun_openings reference_phrases
    reference_elsewhere choose_verbs choose_nouns choose_patterns several_patterns named_patterns choose_all
    asking_start asking_end asking_anywhere order_starts order_ends option_nouns right_before right_after wrong_after
    denied_after letter_nouns reason_words beliefs conditions asks_wrong about_others all_of_the_above
    none_of_the_above absolute_terms negative_stems truth_stems more_questions inversions plural_nouns
    count_phrases count_units mark_nouns answer_before first_person
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


@pytest.mark.parametrize("code", [code for code in CODES if code != ANY])
def test_a_language_lacks_nothing(code: str) -> None:
    own = languages()[code]
    lacking = [key for key in sorted(REQUIRED) if key not in own]
    lacking += [" or ".join(keys) for keys in EITHER if not any(key in own for key in keys)]
    assert not lacking, f"{code}.toml lacks: {', '.join(lacking)}"


@pytest.mark.parametrize("code", [code for code in CODES if code != ANY])
def test_a_language_knows_as_many_names_of_sections_as_english(code: str) -> None:
    # They speak against a question more strongly than anything else does, so that none may lack them.
    least = len(listed(languages()["en"]["section_names"])) * 2 // 3
    assert len(listed(languages()[code]["section_names"])) >= least


@pytest.mark.parametrize("code", CODES)
def test_a_language_says_only_what_is_asked(code: str) -> None:
    known = REQUIRED | OPTIONAL | {key for keys in EITHER for key in keys}
    assert not set(languages()[code]) - known, f"{code}.toml has keys that nothing reads"
    assert all(text.strip() for text in languages()[code].values()), f"{code}.toml has an empty key"


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
        if key in ("interrogatives", "imperatives", "openers", "orders", "clause_openers")
    ]
    assert not [word for _, word in first if " " in word]
    assert not [word for word, times in Counter(word for _, word in first).items() if times > 1]


@pytest.mark.parametrize("code", CODES)
def test_patterns_compile_and_hold_no_empty_alternative(code: str) -> None:
    for key, text in languages()[code].items():
        if key in PATTERNS:
            pattern = joined(text).replace("{n}", r"\d").replace("{ns}", r"\d")
            assert not re.compile(f"(?:{pattern})", re.IGNORECASE).fullmatch(""), key


@pytest.mark.parametrize("code", [code for code in CODES if "placeholder_sentences" in languages()[code]])
def test_a_placeholder_sentence_has_one_of_its_words(code: str) -> None:
    # `is_placeholder` looks at no other sentence.
    words = listed(languages()[code]["placeholder_words"])
    pattern = vocabulary._placeholder_sentences(languages()[code])

    @given(from_regex(pattern, fullmatch=True))
    @settings(max_examples=30)
    def has_one(sentence: str) -> None:
        assert any(word in sentence.casefold() for word in words), sentence

    has_one()


@pytest.mark.parametrize("code", CODES)
def test_numbers_count_to_five(code: str) -> None:
    numbers = languages()[code].get("numbers")
    assert numbers is None or len(listed(numbers)) == 5


@pytest.mark.parametrize("code", CODES)
def test_a_reference_has_a_number_and_one_of_its_nouns(code: str) -> None:
    own = languages()[code]
    if "reference_phrases" in own:
        assert all("{n" in phrase for phrase in joined(own["reference_phrases"]).split("|{n}")[:1])
        assert any(noun in own["reference_phrases"] for noun in listed(own["reference_nouns"]))


def test_the_memory_of_earlier_runs_knows_the_files() -> None:
    assert {f"{code}.toml".encode() for code in CODES} <= set(_own_files())


def test_a_range_of_numbers_has_a_word_and_a_noun_between_them_and_no_punctuation() -> None:
    # `stated_range` looks at nothing else.
    between = [vocabulary.TO_WORDS.split("|"), vocabulary.COUNT_NOUNS.split("|")]
    assert sum(max(map(len, words)) for words in between) < 30
    words = "|".join((vocabulary.TO_WORDS, vocabulary.FROM_WORDS, vocabulary.COUNT_NOUNS)).replace("(?:", "(")
    assert set(words).isdisjoint(',:;!"<>')


def test_no_letter_of_ascii_asks_at_the_start_in_languages_without_blanks() -> None:
    # `question_likeness` looks for these only where the first sign is another.
    starts = alternatives("asking_start")
    while "(" in starts:
        starts = re.sub(r"\([^()]*\)", "", starts)  # what stands in a group begins nothing
    assert starts
    assert not [start for start in starts.split("|") if start[:1].isascii()]


def test_what_asks_or_orders_at_the_end_of_a_line_ends_with_a_letter() -> None:
    # `question_likeness` looks for it only where the last sign of a line is one of these.
    for last in (vocabulary.ASKING_LAST, vocabulary.ORDER_LAST):
        assert {unicodedata.category(sign)[0] for sign in last} <= {"L", "M"}
