"""How many options a question asks for, in the languages that have a word for it."""

import pytest

from dlqa_lint.language.demands import marks_asked

ONE = (
    "Which? (exactly one option)",
    "Welche? Genau eine Antwort ist möglich.",
    "Lequel ? **(une seule réponse possible)**",
    "¿Cuál? (una sola respuesta)",
    "Quale? [una sola risposta è corretta]",
    "Qual? (apenas uma alternativa)",
    "Welke? (slechts één antwoord)",
    "Która? (tylko jedna odpowiedź)",
    "Какой? (только один правильный ответ)",
    "Hangisi? (yalnızca bir seçenek)",
    "哪一个？（只有一个正确答案）",
    "どれ？（正解は1つ）",
    "אבג? (תשובה אחת בלבד)",
)


@pytest.mark.parametrize("text", ONE)
def test_a_single_answer_is_a_demand(text: str) -> None:
    assert marks_asked(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Which exam has only one answer to give?",
        "Why is one answer only half right?",
        "A question (no answer)?",
    ],
)
def test_a_sentence_about_answers_is_none(text: str) -> None:
    assert marks_asked(text) is None
