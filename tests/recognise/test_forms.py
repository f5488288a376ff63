"""Every case of tests/recognise; line ends, a byte order mark, a title, a missing half change nothing."""

import re
from collections.abc import Callable

import pytest

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Document
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source
from recognised import FOLDER, Recognition, described, read_file

CASES = [case for file in sorted(FOLDER.glob("*.md")) for case in read_file(file)]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def document_of(text: str) -> Document:
    return recognise(Source("bank.md", text), None)


@each_case
def test_recognises_what_the_case_says(case: Recognition) -> None:
    assert described(case.document()) == case.expected


@each_case
def test_says_the_same_of_twins(case: Recognition) -> None:
    twins: list[Callable[[str], str]] = [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("\n", "\r"),
    ]
    for twin in twins:
        lines = "\n".join(described(case.document(twin(case.text)))).replace("\r\n", "\n").replace("\r", "\n")
        assert tuple(lines.splitlines()) == case.expected


@each_case
def test_spans_lie_in_the_text_and_say_what_they_hold(case: Recognition) -> None:
    document = case.document()
    text = document.source.text
    for question in document.questions:
        assert text[question.text_span.start : question.text_span.end] == question.text
        assert question.span.start <= question.text_span.start <= question.text_span.end
        if question.number:
            assert text[question.number.span.start : question.number.span.end] == question.number.spelling
        for option in question.options:
            assert text[option.text_span.start : option.text_span.end].strip().startswith(option.text)
        if question.answer and question.answer.marker:
            marker = question.answer.marker.span
            assert text[marker.start : marker.end].strip()


# A title tells what a document is: these have nothing else to say it with.
ANNOUNCED_BY_TITLE = (
    "No delimiter",
    "Bullets",
    "alone",
    "A few words",
    "in order",
    "A check list",
    "one ticked box",
    "name the bold questions",
    "Bold bullets that end",
    "Arabic questions of a list",
    "A marked line below",
    "Stubs",
    "Answers after bold questions",
    "after an arrow",
)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.schema is None and not any(w in case.name for w in ANNOUNCED_BY_TITLE)],
    ids=lambda case: case.name,
)
def test_another_title_changes_no_form(case: Recognition) -> None:
    title = re.match(r"# (?!Q\d).*\n", case.text)
    if not title:
        pytest.skip("the document has no title of its own")
    other = case.document("# A bit of everything\n" + case.text[title.end() :])
    as_it_is = case.document()
    assert other.schema.question.form == as_it_is.schema.question.form
    assert [q.line for q in other.questions] == [q.line for q in as_it_is.questions]


PREFIXES = {
    "en": ("Question", "What is a loop?", "Answer", "It repeats steps."),
    "zh": ("问题", "什么是循环？", "答案", "重复步骤。"),
    "ja": ("質問", "ループとは何ですか？", "答え", "手順を繰り返します。"),
    "ko": ("질문", "반복문이란 무엇인가요?", "정답", "단계를 반복합니다."),
    "ru": ("Вопрос", "Что такое цикл?", "Ответ", "Он повторяет шаги."),
    "uk": ("Питання", "Що таке цикл?", "Відповідь", "Він повторює кроки."),
    "es": ("Pregunta", "¿Qué es un bucle?", "Respuesta", "Repite los pasos."),
    "pt": ("Pergunta", "O que é um laço?", "Resposta", "Repete os passos."),
    "fr": ("Question", "Qu'est-ce qu'une boucle ?", "Réponse", "Elle répète les pas."),
    "de": ("Frage", "Was ist eine Schleife?", "Antwort", "Sie wiederholt Schritte."),
    "it": ("Domanda", "Che cos'è un ciclo?", "Risposta", "Ripete i passi."),
    "tr": ("Soru", "Döngü nedir?", "Cevap", "Adımları yineler."),
    "vi": ("Câu hỏi", "Vòng lặp là gì?", "Trả lời", "Nó lặp lại các bước."),
    "hi": ("प्रश्न", "लूप क्या है?", "उत्तर", "यह कदम दोहराता है।"),
}
BEFORE = "### 1. What is a loop?\nIt repeats.\n\n### 2. What is a step?\n"
AFTER = "\n\n### 3. Why?\nBecause.\n"
each_language = pytest.mark.parametrize("language", PREFIXES)


@each_language
def test_question_prefixes_and_answer_markers_of_a_language(language: str) -> None:
    prefix, asked, marker, answer = PREFIXES[language]
    parts = [f"## {prefix} {n}: {asked}\n\n{marker}: {answer}\n" for n in (1, 2, 3)]
    document = document_of("\n".join([*parts, f"## {prefix} 4: {asked}\n\n{marker}:\n"]))
    assert document.schema.question.form == (f"## {prefix} {{number}}: {{text}}",)
    assert document.schema.answer.form == f"{marker}: {{text}}"
    assert [q.answered for q in document.questions] == [True, True, True, False]
    last = document.questions[-1].answer
    assert last is not None
    assert last.empty


@each_language
@pytest.mark.parametrize("written", ["**{}:** ", "**{}**: ", "**{}.** ", "### {}\n\n", "- {}: ", "> **{}: "])
def test_answer_markers_however_they_are_dressed(language: str, written: str) -> None:
    prefix, asked, marker, answer = PREFIXES[language]
    closing = "**" if written.startswith(">") else ""
    text = "\n\n".join(
        f"## {prefix} {n}: {asked}\n\n{written.format(marker)}{answer}{closing}" for n in (1, 2, 3)
    )
    found = [q.answer for q in document_of(text).questions]
    assert len(found) == 3
    for given in found:
        assert given is not None
        assert given.marker is not None
        assert given.text.startswith(answer)


@pytest.mark.parametrize("words_", [w for w in vocabulary.PLACEHOLDERS if w[0].isalnum()])
def test_every_placeholder_is_seen_with_and_without_punctuation(words_: str) -> None:
    for said in (words_, words_.capitalize() + ".", f"**{words_}**", f"*{words_}*", f"- [ ] {words_}"):
        text = BEFORE + said + AFTER
        answer = document_of(text).questions[1].answer
        assert answer is not None, said
        assert answer.placeholder is not None, said


@pytest.mark.parametrize("said", vocabulary.TOP_WORDS)
def test_back_to_top_lines_of_every_language_answer_nothing(said: str) -> None:
    for line in (
        f"[{said}](#top)",
        f"**[⬆ {said}](#top)**",
        f'<a href="#top">{said}</a>',
        f"[↥ {said}](#contents)",
    ):
        text = BEFORE + "\n" + line + AFTER
        assert document_of(text).questions[1].answer is None, line


@pytest.mark.parametrize("kept", ["first", "second"])
@pytest.mark.parametrize(
    "form",
    [
        "### {}. ",
        "#### Q{}: ",
        "## Question {} - ",
        "{}. ### ",
        "**{}.** ",
        "### 第 {} 题：",
        "## Q. ",
        "## ",
        "- **",
    ],
)
def test_half_a_document_has_the_forms_of_the_whole(form: str, kept: str) -> None:
    closing = "**" if form.startswith("- **") else ""
    parts = [f"{form.format(n)}What is thing {n}?{closing}\n\n   It is {n}.\n\n" for n in range(1, 13)]
    whole = document_of("# Notes\n\n" + "".join(parts))
    half = document_of("# Notes\n\n" + "".join(parts[:6] if kept == "first" else parts[6:]))
    assert len(whole.questions) == 12
    assert len(half.questions) == 6
    assert half.schema.question.form == whole.schema.question.form
    assert half.schema.numbering.scope == whole.schema.numbering.scope
    assert all(question.answered for question in half.questions)


@pytest.mark.parametrize(
    "separator", [". ", ") ", ": ", " - ", "。", "、", "） ", " "], ids=lambda separator: f"{separator!r}"
)
@pytest.mark.parametrize("label", ["", "Q", "Question ", "#", "Q.", "Que ", "№ "])
@pytest.mark.parametrize("level", [1, 2, 3, 4, 5, 6])
def test_numbered_headings_of_every_level_label_and_delimiter(level: int, label: str, separator: str) -> None:
    lines = [f"{'#' * level} {label}{n}{separator}What is thing {n}?\nIt is {n}.\n" for n in range(1, 5)]
    document = document_of("\n".join(lines))
    assert [q.number and q.number.value for q in document.questions] == [(1,), (2,), (3,), (4,)]
    assert [q.text for q in document.questions] == [f"What is thing {n}?" for n in range(1, 5)]
    assert len(document.schema.question.form) == 1
    assert {q.form for q in document.questions} == set(document.schema.question.form)
