"""Which documents are translations of each other, by their paths."""

import pytest

from dlqa_lint.language.translations import are_translations, language_in_path


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("en/quiz.md", "pt-BR/quiz.md"),
        ("quiz.md", "quiz.fr.md"),
        ("README.md", "id-ID/README.md"),
        ("docs/README.md", "docs/id/README.md"),
        ("README.md", "fr-FR/README_fr-FR.md"),
        ("de-DE/README_de-DE.md", "fr-FR/README_fr-FR.md"),
        ("zh-CN/README-zh_CN.md", "zh-TW/README_zh-TW.md"),
        ("quiz-cn.md", "quiz-tw.md"),
        ("clay-quiz.md", "clay_quiz_fr.md"),
        ("clay-quiz-es.md", "clay_quiz_fr.md"),
        ("clay/clay-quiz-ch.md", "clay/clay-quiz-es.md"),
        ("README.md", "sq-KS/README.md"),
        ("README.md", "translations/README-es.md"),
        ("README.md", "i18n/ja/README.md"),
    ],
)
def test_paths_that_differ_in_the_language_alone_are_translations(path: str, other: str) -> None:
    assert are_translations(path, other)
    assert are_translations(other, path)


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("quiz.md", "quiz.md"),
        ("fr/quiz.md", "fr/quiz.md"),
        ("zh-CN/quiz.md", "quiz-zh_cn.md"),
        ("fr/quiz.md", "fr/exam.md"),
        ("fr/quiz.md", "de/exam.md"),
        ("git-quiz.md", "css-quiz-fr.md"),
        ("basics/quiz.md", "quiz.md"),
        ("translations/quiz.md", "quiz.md"),
        ("quiz-1.md", "quiz-2.md"),
    ],
)
def test_other_paths_are_not(path: str, other: str) -> None:
    assert not are_translations(path, other)
    assert not are_translations(other, path)


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("pt-BR/q.md", "pt"),
        ("q.pt.md", "pt"),
        ("q-ua.md", "uk"),
        ("zh_TW/q.md", "zh"),
        ("en/q.fr.md", "fr"),
        ("basics/q.md", ""),
    ],
)
def test_a_path_names_its_language(path: str, language: str) -> None:
    assert language_in_path(path) == language
