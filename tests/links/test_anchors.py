"""Heading anchors, checked against what GitHub and GitLab are known to do."""

import time

import pytest

from dlqa_lint.links.anchors import slug, slugs


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("What is dropout?", "what-is-dropout"),
        ("12. What is a batch?", "12-what-is-a-batch"),
        ("1.2.3 Cosine decay", "123-cosine-decay"),
        ("bias - variance", "bias---variance"),
        ("two  spaces", "two--spaces"),
        (" leading and trailing ", "-leading-and-trailing-"),
        ("snake_case stays", "snake_case-stays"),
        ("low–high and low—high", "lowhigh-and-lowhigh"),
        ("Bayes’ rule isn't “hard”", "bayes-rule-isnt-hard"),
        ("I ♥ gradients", "i--gradients"),
        ("🚀 Warm up", "-warm-up"),
        (":rocket: Warm up", "rocket-warm-up"),
        ("C++ & C#: which?", "c--c-which"),
        ("第 3 题：什么是梯度？", "第-3-题什么是梯度"),
        ("Что такое ReLU?", "что-такое-relu"),
        ("O(n^2) or O(n²)", "on2-or-on"),
        ("half ½ and ①", "half--and-"),
        ("non\u00a0breaking", "nonbreaking"),
        ("tab\there", "tabhere"),
        ("zero\u200dwidth\ufeff", "zerowidth"),
        ("heart ❤️", "heart-\ufe0f"),
        ("Ⓐ and 🅱", "ⓐ-and-🅱"),
        ("roman Ⅳ", "roman-ⅳ"),
        ("İstanbul", "i̇stanbul"),
        ("ΟΔΟΣ", "οδος"),
        ("Ǆ and ǅ", "ǆ-and-ǆ"),
        ("e\u0301tude", "e\u0301tude"),
        ("a‿b", "a‿b"),
        ("", ""),
        ("???", ""),
    ],
)
def test_github_keeps_words_and_turns_each_space_into_a_hyphen(words: str, expected: str) -> None:
    assert slug(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Loss: 3.5 (mean)", "loss-35-mean"),
        ("many   spaces - and --- hyphens", "many---spaces---and-----hyphens"),
        ("O(n²)", "on²"),
        ("Ⓐ apart", "-apart"),
        (":thumbsup: yes", "thumbsup-yes"),
    ],
)
def test_gitlab_keeps_other_numbers_and_drops_letter_like_symbols(words: str, expected: str) -> None:
    assert slug(words, "gitlab") == expected


def test_github_counts_emitted_anchors_as_used() -> None:
    assert slugs(["echo", "echo", "echo 1", "echo-1", "echo"]) == [
        "echo",
        "echo-1",
        "echo-1-1",
        "echo-1-2",
        "echo-2",
    ]
    assert slugs(["foxtrot-1", "foxtrot", "foxtrot"]) == ["foxtrot-1", "foxtrot", "foxtrot-2"]


def test_gitlab_counts_emitted_anchors_as_used() -> None:
    named = ["tango 1", "tango", "tango", "tango", "tango 2"]
    assert slugs(named, "gitlab") == ["tango-1", "tango", "tango-2", "tango-3", "tango-2-1"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("What is dropout?", "what-is-dropout"),
        ("1 Oil", "_1-oil"),
        ("12. What is a batch?", "_12-what-is-a-batch"),
        (" a - b  c ", "a-b-c"),
        ("snake_case – and “quotes”", "snake_case-and-quotes"),
        ("3 如何设置KP？", "_3-如何设置kp？"),
        ("Что такое ReLU?", "Что-такое-relu"),
        ("", ""),
    ],
)
def test_docsify_joins_hyphens_and_puts_a_sign_before_a_digit(words: str, expected: str) -> None:
    assert slug(words, "docsify") == expected


def test_docsify_counts_namesakes_and_not_what_it_emitted() -> None:
    assert slugs(["1 Oil", "1 oil", "oil", "oil", "oil-1"], "docsify") == [
        "_1-oil",
        "_1-oil-1",
        "oil",
        "oil-1",
        "oil-1",
    ]


def test_headings_without_words_are_numbered_too() -> None:
    assert slugs(["?", "!", "…"]) == ["", "-1", "-2"]


@pytest.mark.parametrize("style", ["github", "gitlab"])
def test_anchors_of_one_document_are_all_different(style: str) -> None:
    headings = [f"{word}{tail}" for tail in ("", "-1", " 1", "-1-1", "", "-2") for word in ("a", "b", "a-1")]
    found = slugs(headings, style)  # type: ignore[arg-type]
    assert len(set(found)) == len(headings)


@pytest.mark.parametrize("style", ["github", "gitlab"])
def test_ten_thousand_namesakes_take_no_time(style: str) -> None:
    started = time.perf_counter()
    found = slugs(["Çıktısı nedir?"] * 10_000, style)  # type: ignore[arg-type]
    assert found[-1].endswith("-9999")
    assert time.perf_counter() - started < 1
