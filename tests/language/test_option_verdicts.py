"""What sentences say of options by their letters, in every language."""

import pytest

from dlqa_lint.language.languages import ANY, languages
from dlqa_lint.language.option_letters import names_letters
from dlqa_lint.language.option_verdicts import option_verdicts, speaks_of_others
from dlqa_lint.text.source import Span

SAID = {
    "ar": ("الإجابة الصحيحة هي B.", "الخيار C خاطئ لأن النهر قصير.", "يعتقد كثيرون أن الإجابة الصحيحة هي B."),
    "bg": (
        "Верният отговор е B.",
        "Отговор C е грешен, защото реката е къса.",
        "Много хора мислят, че верният отговор е B.",
    ),
    "bn": ("সঠিক উত্তর হল B।", "বিকল্প C ভুল।", "অনেকে মনে করেন সঠিক উত্তর হল B।"),
    "ca": (
        "La resposta correcta és la B.",
        "L'opció C és incorrecta, perquè el riu és curt.",
        "Molts pensen que l'opció B és correcta.",
    ),
    "cs": (
        "Správná odpověď je B.",
        "Možnost C je špatná, protože řeka je krátká.",
        "Mnozí si myslí, že správná odpověď je B.",
    ),
    "da": (
        "Det rigtige svar er B.",
        "Svar C er forkert, fordi floden er kort.",
        "Mange tror, at svar C er rigtigt.",
    ),
    "de": (
        "Die richtige Antwort ist B.",
        "Antwort C ist falsch, weil der Fluss kurz ist.",
        "Viele denken, dass die richtige Antwort ist: B.",
    ),
    "el": (
        "Η σωστή απάντηση είναι η B.",
        "Η επιλογή C είναι λάθος, γιατί το ποτάμι είναι μικρό.",
        "Πολλοί νομίζουν ότι η σωστή απάντηση είναι η B.",
    ),
    "en": (
        "The correct answer is B.",
        "Option C is wrong, because the river is short.",
        "Many people think that B is right.",
    ),
    "es": (
        "La respuesta correcta es la B.",
        "La opción C es incorrecta, porque el río es corto.",
        "Muchos piensan que la opción B es correcta.",
    ),
    "fa": ("پاسخ صحیح B است.", "گزینه C نادرست است.", "شاید فکر کنید پاسخ صحیح B است."),
    "fi": (
        "Oikea vastaus on B.",
        "Vaihtoehto C on väärin, koska joki on lyhyt.",
        "Moni luulee, että oikea vastaus on B.",
    ),
    "fr": (
        "La bonne réponse est la B.",
        "La réponse C est fausse, car le fleuve est court.",
        "Beaucoup pensent que la bonne réponse est la B.",
    ),
    "gl": (
        "A resposta correcta é a B.",
        "A opción C é incorrecta, porque o río é curto.",
        "Moitos pensan que a opción B é correcta.",
    ),
    "he": ("התשובה הנכונה היא B.", "תשובה C שגויה, כי הנהר קצר.", "רבים חושבים שתשובה B נכונה."),
    "hi": ("सही उत्तर B है।", "विकल्प C गलत है।", "कई लोग सोचते हैं कि सही उत्तर B है।"),
    "hr": (
        "Točan odgovor je B.",
        "Odgovor C je pogrešan, jer je rijeka kratka.",
        "Mnogi misle da je točan odgovor je B.",
    ),
    "hu": (
        "A helyes válasz a B.",
        "A C válasz hibás, mert a folyó rövid.",
        "Sokan azt hiszik, hogy a B válasz helyes.",
    ),
    "id": (
        "Jawaban yang benar adalah B.",
        "Pilihan C salah karena sungainya pendek.",
        "Banyak orang mengira jawaban yang benar adalah B.",
    ),
    "it": (
        "La risposta corretta è la B.",
        "L'opzione C è sbagliata, perché il fiume è corto.",
        "Molti pensano che la risposta B sia corretta.",
    ),
    "ja": ("正解はBです。", "Cは誤りである。", "正解はBだと思われがちです。"),
    "ko": ("정답은 B입니다.", "C는 틀렸습니다.", "정답은 B라고 생각하기 쉽습니다."),
    "nl": (
        "Het juiste antwoord is B.",
        "Antwoord C is fout, omdat de rivier kort is.",
        "Velen denken dat het juiste antwoord is: B.",
    ),
    "no": (
        "Riktig svar er B.",
        "Alternativ C er feil, fordi elva er kort.",
        "Mange tror at riktig svar er B.",
    ),
    "pl": (
        "Poprawna odpowiedź to B.",
        "Odpowiedź C jest błędna, ponieważ rzeka jest krótka.",
        "Wielu myśli, że poprawna odpowiedź to B.",
    ),
    "pt": (
        "A resposta correta é a letra B.",
        "A alternativa C está errada, pois o rio é curto.",
        "Muitos pensam que a resposta correta é a B.",
    ),
    "ro": (
        "Răspunsul corect este B.",
        "Varianta C este greșită, deoarece râul este scurt.",
        "Mulți cred că răspunsul corect este B.",
    ),
    "ru": (
        "Правильный ответ — B.",
        "Вариант C неверен, так как река короткая.",
        "Многие думают, что правильный ответ — B.",
    ),
    "sk": (
        "Správna odpoveď je B.",
        "Možnosť C je nesprávna, pretože rieka je krátka.",
        "Mnohí si myslia, že správna odpoveď je B.",
    ),
    "sr": (
        "Тачан одговор је B.",
        "Одговор C је погрешан, јер је река кратка.",
        "Многи мисле да тачан одговор је B.",
    ),
    "sv": (
        "Rätt svar är B.",
        "Alternativ C är fel, eftersom floden är kort.",
        "Många tror att rätt svar är B.",
    ),
    "tr": (
        "Doğru cevap B seçeneğidir.",
        "C şıkkı yanlıştır, çünkü nehir kısadır.",
        "Çoğu kişi doğru cevap B sanır, düşünür.",
    ),
    "uk": (
        "Правильна відповідь — B.",
        "Варіант C неправильний, бо річка коротка.",
        "Багато хто думає, що правильна відповідь — B.",
    ),
    "vi": ("Đáp án đúng là B.", "Phương án C sai, vì sông ngắn.", "Nhiều người nghĩ rằng đáp án đúng là B."),
    "zh": ("正确答案是B。", "选项C错误，因为河很短。", "很多人认为正确答案是B。"),
}
"""What each language says of the right option B, of the wrong one C, and of what many believe."""


def found(text: str, asked: str = "", *, small: bool = False) -> list[str]:
    """The verdicts as `kind letters: phrase`."""
    return [
        f"{verdict.kind} {''.join(sorted(verdict.letters))}: {text[verdict.span.start : verdict.span.end]}"
        for verdict in option_verdicts(text, Span(0, len(text)), asked, small=small)
    ]


def test_every_language_has_its_sentences() -> None:
    assert set(SAID) == set(languages()) - {ANY}


@pytest.mark.parametrize("code", sorted(SAID))
def test_every_language_names_the_right_option_and_a_wrong_one(code: str) -> None:
    right, wrong, _ = SAID[code]
    assert [verdict[:7] for verdict in found(f"{right} {wrong}")] == ["right B", "wrong C"]


@pytest.mark.parametrize("code", sorted(SAID))
def test_what_many_believe_is_not_a_verdict(code: str) -> None:
    assert not found(SAID[code][2])


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("B is correct.", ["right B: B is correct"]),
        ("Options **A** and **C** do not.", ["denied AC: Options **A** and **C** do not"]),
        ("The incorrect answer is B.", []),
        ("The correct answer is not B.", []),
        ("The correct answer is B only if it rains.", []),
        ("You might think B is correct, yet it is not.", []),
        ("B is right, many would think, but it is not.", []),
        ("If it rains, B is right.", []),
        ("B is right for small lists.", []),
        ("B is right, but D is better.", []),
        ("Is it true that B is right?", []),
        ("Vitamin C is good for you.", []),
        ("B-trees are wrong.", []),
    ],
)
def test_a_verdict_is_about_the_letters_themselves(text: str, verdicts: list[str]) -> None:
    assert found(text) == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The correct answer is b.", ["right B: correct answer is b"]),
        ("The correct answer is a list.", []),
        ("The correct answer is a, as it has keys.", ["right A: correct answer is a"]),
        ("Option c is correct.", ["right C: Option c is correct"]),
        ("(b) is wrong.", ["wrong B: (b) is wrong"]),
        ("Here b is false.", []),
        ("A alternativa correta é a b, pois lê o arquivo.", ["right B: alternativa correta é a b"]),
        ("as alternativas a, b e d não servem", ["denied ABD: alternativas a, b e d não servem"]),
    ],
)
def test_small_letters_are_options_beside_a_noun_or_in_brackets(text: str, verdicts: list[str]) -> None:
    assert found(text, small=True) == verdicts


def test_a_question_for_what_is_wrong_has_a_wrong_answer() -> None:
    assert not found("B is wrong.", "Which of these is not a river?")
    assert found("The correct answer is B.", "Which of these is not a river?")


@pytest.mark.parametrize(
    ("text", "small", "letters"),
    [
        ("A and C", False, True),
        ("Both A and B", False, True),
        ("B only", False, True),
        ("As alternativas A e B", False, True),
        ("A list", False, False),
        ("a river", True, False),
        ("a, b", True, True),
        ("C++", False, False),
        ("f()", True, False),
    ],
)
def test_an_option_may_say_letters_itself(text: str, *, small: bool, letters: bool) -> None:
    assert names_letters(text, "ABCD", small=small) == letters


def test_an_option_may_speak_of_the_others() -> None:
    assert speaks_of_others("All of the above")
    assert speaks_of_others("Keine davon")
    assert not speaks_of_others("Allspice")
