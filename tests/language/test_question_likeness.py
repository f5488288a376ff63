"""What opens a question, in every language."""

import re

import pytest

from dlqa_lint.language import vocabulary
from dlqa_lint.language.languages import languages, listed
from dlqa_lint.language.question_likeness import announces, as_question

LANGUAGES = languages()
ORDINARY = """
    the a an this that these of to at on and but he she it we they there here
    el los las del este esta esto un una o os um uma este esta isto a le les des ce cette il elle on
    der die das den dem ein eine er sie es wir dies diese il lo gli un una questo questa
    de het een dit deze en er den det ett denne dette og och et to se
    ten ta to i w z na o a v s bir bu şu ve ini itu yang dan di untuk az egy ez és un o acest această
    это и на он она они мы это і у на він вона вони ми
    und oder sur par avec sans pour dans mit nach bei von zu auf
"""
"""Words with which ordinary sentences and titles begin, in the languages that share the Latin or Cyrillic script."""


def _first_words(key: str) -> list[tuple[str, str]]:
    return [(code, word) for code, own in LANGUAGES.items() if key in own for word in listed(own[key])]


def test_orders_of_an_examiner_ask() -> None:
    words = _first_words("imperatives")
    assert not [pair for pair in words if as_question(f"{pair[1].capitalize()} x 3 y") < 1]


def test_interrogatives_ask_surely_with_a_question_mark_alone() -> None:
    words = _first_words("interrogatives")
    assert not [pair for pair in words if as_question(f"{pair[1].capitalize()} x 3 y") == 0]
    assert not [pair for pair in words if as_question(f"{pair[1].capitalize()} x 3 y?") < 1]


def test_clauses_that_begin_like_a_question_ask_nothing() -> None:
    assert as_question("When it rains, the pitch is soft") == 0
    assert as_question("In autumn the leaves fall") == 0


@pytest.mark.parametrize("name", ["name(s) - its words", "list.sort - in place", "define=1 before the build"])
def test_a_name_in_code_is_no_order(name: str) -> None:
    assert as_question(name) == 0


def test_a_choice_from_what_follows_asks_without_a_question_mark() -> None:
    assert as_question("Which of the following commands show an image:") > 0
    assert as_question("Which of the boats is yours, I forget") == 0


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("说说你对雨的理解", True),
        ("雨和雪的区别（重要）", True),
        ("云是什么", True),
        ("请求的过程", False),
        ("实现步骤", False),
        (
            "它取决于人们如何在不同的季节里使用这些又长又旧的木头小船去湖上打鱼以及晚上怎样把它们再带回到村里的岸边来",
            False,
        ),
        ("비와 눈을 비교해주세요", True),
        ("비가 오는 과정", False),
        ("雨について説明してください", True),
        ("雨が降るかどうか", False),
    ],
)
def test_languages_without_spaces_ask_at_the_start_or_the_end(text: str, *, asks: bool) -> None:
    assert (as_question(text) == 1) == asks


@pytest.mark.parametrize(
    ("text", "likeness"),
    [
        ("Berechne die Höhe des Mastes", 1),
        ("Erstelle eine Tabelle der Häfen", 0.4),
        ("Proszę porównać dwa porty", 0.4),
        ("Proszę o kontakt", 0),
        ("Investigar la fauna del puerto", 0.4),
        ("Justificar la elección del barco", 1),
        ("Verilen iki limanı karşılaştırınız", 1),
        ("दो नावों की तुलना करें", 1),
        ("दो नावों की तस्वीर डाउनलोड करें", 0),
        ("So sánh hai con thuyền", 0.4),
        ("Mô hình con thuyền", 0),
        ("Докажи, что лодка плавает", 1),
        ("Да се напише писмо до пристанището", 0.4),
        ("求两条船的面积", 1),
        ("编写一个函数", 1),
        ("求助", 0),
        ("完成以下步骤", 0),
        ("已知问题", 0),
        ("Suppose the tide is out", 0.4),
        ("State – what a component keeps", 0),
        ("Difference: the harbour is deeper", 0),
        ("State what a component keeps", 1),
        ("State locking in a harbour", 0),
        ("List comprehension", 0),
        ("Name something red", 1),
        ("State assumptions", 1),
        ("밧줄의 차이를 설명해주세요", 1),
        ("자세한 내용은 항구 안내를 참고해주세요", 0),
    ],
)
def test_tasks_ask_as_surely_as_only_teachers_say_them(text: str, likeness: float) -> None:
    assert as_question(text) == likeness


@pytest.mark.parametrize(
    ("title", "is_bank"),
    [
        ("Esercizi sugli array", True),
        ("ÜBUNGSBLATT 3", True),
        ("УПРАЖНЕНИЯ о лодках", True),
        ("Bài tập về thuyền", True),
        ("Notes for interviews of skippers", True),
        ("Examples of boats", False),
        ("某船厂 二面（船长）", True),
        ("海图的另一面", False),
    ],
)
def test_titles_announce_exercises_in_any_case(title: str, *, is_bank: bool) -> None:
    assert announces(title) == is_bank


@pytest.mark.parametrize(
    ("name", "is_bank"),
    [("esercizi-barche.md", True), ("Aufgaben.md", True), ("exercices.md", True), ("examples.md", False)],
)
def test_names_of_files_announce_exercises(name: str, *, is_bank: bool) -> None:
    assert bool(vocabulary.FILE_NAME_WORDS.search(name)) == is_bank


def test_words_that_indian_vowel_signs_end_are_read_whole() -> None:
    assert as_question("कैसे x") > 0
    assert as_question("কেন x") > 0
    assert as_question("কেন্দ্র x") == 0


def test_ordinary_first_words_of_one_language_ask_in_none() -> None:
    assert not (vocabulary.EXAMINERS | vocabulary.INTERROGATIVES | vocabulary.ORDERS) & set(ORDINARY.split())


@pytest.mark.parametrize(
    ("text", "joins"), [("B e D", True), ("B and D", True), ("B和D", True), ("BeD", False), ("BandD", False)]
)
def test_a_word_between_two_letters_has_spaces_around_it(text: str, joins: bool) -> None:
    assert bool(re.fullmatch(rf"B\s*(?:{vocabulary.AND})\s*D", text)) == joins


def test_a_verb_before_its_subject_asks_without_a_question_mark() -> None:
    asking = (
        "What does this line do:",
        "Why are the lists so long",
        "How should I clean it",
        "Where's it kept?",
    )
    assert [as_question(text) for text in asking] == [1.0] * 4
    titles = (
        "What is new",
        "How it works",
        "Why knots slip",
        "Who can enter is written below",
        "How to clean it",
    )
    assert [title for title in titles if as_question(title) == 1] == []
