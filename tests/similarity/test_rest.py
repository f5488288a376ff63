"""What two questions in other languages than English say beyond their common subject."""

import pytest

from dlqa_lint.similarity import DUPLICATE, Asked, Scorer
from dlqa_lint.similarity.prepared import Preparer
from dlqa_lint.similarity.text_language import language_of
from dlqa_lint.similarity.wording import follow_one_pattern


def one(text: str, document: str = "", position: int = 0) -> Asked:
    return Asked(document, position, text)


def are_alike(first: str, second: str) -> bool:
    return Scorer().compare(one(first), one(second)).level == DUPLICATE


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("How is a list sorted?", "How is a set sorted?", True),
        ("How is a list sorted?", "Explain what sorting does to a list", False),
        ("乒乓球一局多少分？", "羽毛球一局多少分？", True),
        ("铁为什么会生锈？", "请解释生锈的原因", False),
    ],
)
def test_questions_of_one_pattern_begin_and_end_alike(first: str, second: str, alike: bool) -> None:
    reader = Preparer([one(first), one(second)])
    assert follow_one_pattern(reader.read(one(first)), reader.read(one(second))) is alike


def test_light_words_are_no_difference_unless_nothing_else_is_named() -> None:
    assert are_alike("¿Qué es un mutex?", "¿Qué se considera un mutex?")
    read = Preparer([one("¿Qué es un fenómeno?", "a.md")]).read(one("¿Qué es un fenómeno?", "a.md"))
    assert tuple(read.outline.surfaces.values()) == ("fenómeno",)


def test_who_asks_in_which_thing_wants_to_know_the_thing() -> None:
    assert not are_alike("O que é a meiose?", "Em que organela acontece a meiose?")
    assert not are_alike("Was ist Meiose?", "In welchem Organell findet Meiose statt?")


def test_more_words_of_one_question_count_where_it_wants_to_know_something_else() -> None:
    assert not are_alike("Warum rostet Eisen?", "Womit entfernt man Rost von Eisen?")


def test_signs_that_only_join_two_words_are_no_difference() -> None:
    assert are_alike("铁为什么会生锈？", "铁生锈的原因是什么？")
    assert not are_alike("生产者如何把消息投递到队列？", "队列如何把消息投递到消费者？")


def test_an_english_sentence_is_english_in_a_document_of_another_script() -> None:
    questions = [
        one(text, "a.md", place)
        for place, text in enumerate(
            [
                "Что такое мьютекс и зачем он нужен?",
                "Как работает сборка?",
                "What is a mutex?",
                "`std::mutex`",
            ]
        )
    ]
    read = Preparer(questions)
    assert [read.read(question).language for question in questions] == ["ru", "ru", "en", "ru"]
    assert Scorer(questions).survey().pairs == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bg", "Какво е опашка и защо се използва? Как се различава тя от стек? Кога трябва да се избере?"),
        ("ca", "Què és una cua i per què s'utilitza? Quins són els avantatges d'una pila amb aquest ordre?"),
        (
            "gl",
            "Cales son as vantaxes dunha cola e cando é mellor? Que é unha pila e en que se diferencia dela?",
        ),
        (
            "hr",
            "Što je red i zašto se koristi? Kako se on razlikuje od stoga koji je bio prije? Kada ga treba?",
        ),
        (
            "nl",
            "Wat is een wachtrij en waarom gebruik je die? Hoe verschilt het van een stapel die er al is?",
        ),
        (
            "pl",
            "Co to jest kolejka i do czego jest używana? Czym się różni od stosu, który jest w tym przykładzie?",
        ),
        ("sk", "Čo je to rad a prečo sa používa? Ako sa líši od zásobníka, ktorý je tiež v tom príklade?"),
        (
            "sr",
            "Шта је ред и зашто се користи? Како се он разликује од стека који је био пре? Када га треба?",
        ),
    ],
)
def test_languages_with_few_banks_are_told_by_their_small_words(language: str, text: str) -> None:
    assert language_of([text]) == language


@pytest.mark.parametrize("text", ["¿Cada cuánto se afina un violín?", "O que é uma fila?", "Что такое стек?"])
def test_a_single_question_is_not_taken_for_one_in_a_rare_language(text: str) -> None:
    assert language_of([text]) not in ("ca", "gl", "bg", "sr")
