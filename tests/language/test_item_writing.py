"""What questions and options of tests say that item writers avoid, in every language."""

import pytest

from dlqa_lint.language.item_writing import (
    absolute_term,
    asks_what_is_true,
    negations,
    says_nothing,
    stands_for_all,
    stands_for_none,
)
from dlqa_lint.language.languages import ANY, languages

SAID = {
    "ar": (
        "جميع ما سبق",
        "لا شيء مما سبق",
        "النهر دائما بارد",
        "أي من هذه ليس نهرا؟",
        "أي العبارات التالية عن الأنهار صحيحة؟",
        "أي مما يلي صحيح؟",
    ),
    "bg": (
        "Всички изброени",
        "Нито един от изброените",
        "Реката винаги е студена.",
        "Кое от изброените не е река?",
        "Кое твърдение за реките е вярно?",
        "Кое твърдение е вярно?",
    ),
    "bn": (
        "উপরের সবগুলো",
        "উপরের কোনোটিই নয়",
        "নদী সবসময় ঠান্ডা",
        "নিচের কোনটি নদী নয়?",
        "নদী নিয়ে নিচের কোন বিবৃতি সঠিক?",
        "নিচের কোনটি সঠিক?",
    ),
    "ca": (
        "Totes les anteriors",
        "Cap de les anteriors",
        "El riu sempre és fred.",
        "Quin d’aquests no és un riu?",
        "Quina afirmació sobre els rius és certa?",
        "Quina d’aquestes afirmacions és certa?",
    ),
    "cs": (
        "Všechny uvedené možnosti",
        "Žádná z uvedených možností",
        "Řeka je vždy studená.",
        "Která z těchto není řeka?",
        "Které tvrzení o řekách je pravdivé?",
        "Které tvrzení je pravdivé?",
    ),
    "da": (
        "Alle ovenstående",
        "Ingen af ovenstående",
        "Floden er altid kold.",
        "Hvilken af disse er ikke en flod?",
        "Hvilket udsagn om floder er sandt?",
        "Hvilket udsagn er sandt?",
    ),
    "de": (
        "Alle oben genannten",
        "Keine der genannten Antworten",
        "Der Fluss ist immer kalt.",
        "Welcher davon ist kein Fluss?",
        "Welche Aussage über Flüsse ist richtig?",
        "Welche Aussage ist richtig?",
    ),
    "el": (
        "Όλα τα παραπάνω",
        "Κανένα από τα παραπάνω",
        "Το ποτάμι είναι πάντα κρύο.",
        "Ποιο από αυτά δεν είναι ποτάμι;",
        "Ποια πρόταση για τα ποτάμια είναι σωστή;",
        "Ποια πρόταση είναι σωστή;",
    ),
    "en": (
        "All of the above",
        "None of these answers",
        "A river is always cold.",
        "Which of these is not a river?",
        "Which statement about rivers is true?",
        "Which statement is true?",
    ),
    "es": (
        "Todas las anteriores",
        "Ninguna de las anteriores",
        "El río siempre es frío.",
        "¿Cuál de estos no es un río?",
        "¿Cuál afirmación sobre los ríos es verdadera?",
        "¿Cuál afirmación es verdadera?",
    ),
    "fa": (
        "همه موارد",
        "هیچ کدام",
        "رودخانه همیشه سرد است",
        "کدام یک رودخانه نیست؟",
        "کدام گزاره درباره رودخانه درست است؟",
        "کدام گزینه درست است؟",
    ),
    "fi": (
        "Kaikki edellä mainitut",
        "Ei mikään edellä mainituista",
        "Joki on aina kylmä.",
        "Mikä näistä ei ole joki?",
        "Mikä väite joista on totta?",
        "Mikä väite on totta?",
    ),
    "fr": (
        "Toutes les réponses ci-dessus",
        "Aucune de ces réponses",
        "La rivière est toujours froide.",
        "Lequel n'est pas un fleuve ?",
        "Quelle affirmation sur les fleuves est vraie ?",
        "Quelle affirmation est vraie ?",
    ),
    "gl": (
        "Todas as anteriores",
        "Ningunha das anteriores",
        "O río sempre é frío.",
        "Cal destes non é un río?",
        "Cal das seguintes afirmacións sobre os ríos é verdadeira?",
        "Cal das seguintes afirmacións é verdadeira?",
    ),
    "he": (
        "כל התשובות נכונות",
        "אף תשובה לא נכונה",
        "הנהר תמיד קר",
        "איזה מאלה אינו נהר?",
        "איזו מהטענות על נהרות נכונה?",
        "איזו טענה נכונה?",
    ),
    "hi": (
        "उपरोक्त सभी",
        "इनमें से कोई नहीं",
        "नदी हमेशा ठंडी होती है",
        "इनमें से कौन नदी नहीं है?",
        "नदियों के बारे में कौन सा कथन सही है?",
        "कौन सा कथन सही है?",
    ),
    "hr": (
        "Svi navedeni odgovori",
        "Ništa od navedenog",
        "Rijeka je uvijek hladna.",
        "Što od navedenog nije rijeka?",
        "Koja je tvrdnja o rijekama točna?",
        "Koja je tvrdnja točna?",
    ),
    "hu": (
        "A fentiek mindegyike",
        "A fentiek egyike sem",
        "A folyó mindig hideg.",
        "Melyik nem folyó?",
        "Melyik állítás igaz a folyókról?",
        "Melyik állítás igaz?",
    ),
    "id": (
        "Semua jawaban benar",
        "Tidak ada yang benar",
        "Sungai selalu dingin.",
        "Manakah yang bukan sungai?",
        "Manakah pernyataan tentang sungai yang benar?",
        "Manakah pernyataan yang benar?",
    ),
    "it": (
        "Tutte le precedenti",
        "Nessuna delle precedenti",
        "Il fiume è sempre freddo.",
        "Quale di questi non è un fiume?",
        "Quale affermazione sui fiumi è vera?",
        "Quale affermazione è vera?",
    ),
    "ja": (
        "上記のすべて",
        "上記のどれでもない",
        "川は常に冷たい",
        "次のうち川ではないものはどれですか",
        "次の川に関する記述のうち正しいものはどれですか",
        "次のうち正しいものはどれですか",
    ),
    "ko": (
        "위의 모두",
        "정답 없음",
        "강은 항상 차갑다",
        "다음 중 강이 아닌 것은?",
        "강에 대한 다음 설명 중 옳은 것은?",
        "다음 중 옳은 것은?",
    ),
    "nl": (
        "Alle bovenstaande antwoorden",
        "Geen van bovenstaande",
        "De rivier is altijd koud.",
        "Welke van deze is geen rivier?",
        "Welke uitspraak over rivieren is juist?",
        "Welke uitspraak is juist?",
    ),
    "no": (
        "Alle de ovenstående",
        "Ingen av disse",
        "Elva er alltid kald.",
        "Hvilken av disse er ikke en elv?",
        "Hvilken påstand om elver er sann?",
        "Hvilken påstand er korrekt?",
    ),
    "pl": (
        "Wszystkie powyższe",
        "Żadna z powyższych odpowiedzi",
        "Rzeka jest zawsze zimna.",
        "Która z nich nie jest rzeką?",
        "Które stwierdzenie o rzekach jest prawdziwe?",
        "Które stwierdzenie jest prawdziwe?",
    ),
    "pt": (
        "Todas as anteriores",
        "Nenhuma das anteriores",
        "O rio é sempre frio.",
        "Qual destes não é um rio?",
        "Qual afirmação sobre os rios é verdadeira?",
        "Qual afirmação é verdadeira?",
    ),
    "ro": (
        "Toate cele de mai sus",
        "Niciuna dintre cele de mai sus",
        "Râul este întotdeauna rece.",
        "Care dintre acestea nu este un râu?",
        "Care afirmație despre râuri este adevărată?",
        "Care afirmație este adevărată?",
    ),
    "ru": (
        "Все вышеперечисленное",
        "Ничего из перечисленного",
        "Река всегда холодная.",
        "Что из этого не является рекой?",
        "Какое утверждение о реках верно?",
        "Какое утверждение верно?",
    ),
    "sk": (
        "Všetky uvedené možnosti",
        "Žiadna z uvedených možností",
        "Rieka je vždy studená.",
        "Ktorá z týchto nie je rieka?",
        "Ktoré tvrdenie o riekach je pravdivé?",
        "Ktoré tvrdenie je pravdivé?",
    ),
    "sr": (
        "Сви наведени одговори",
        "Ништа од наведеног",
        "Река је увек хладна.",
        "Шта од наведеног није река?",
        "Која је тврдња о рекама тачна?",
        "Која је тврдња тачна?",
    ),
    "sv": (
        "Alla ovanstående",
        "Inget av ovanstående",
        "Floden är alltid kall.",
        "Vilken av dessa är inte en flod?",
        "Vilket påstående om floder är sant?",
        "Vilket påstående är sant?",
    ),
    "tr": (
        "Yukarıdakilerin hepsi",
        "Hiçbiri",
        "Nehir her zaman soğuktur.",
        "Hangisi bir nehir değildir?",
        "Nehirlerle ilgili hangi ifade doğrudur?",
        "Hangi ifade doğrudur?",
    ),
    "uk": (
        "Всі вищезазначені",
        "Жоден з наведених вище",
        "Річка завжди холодна.",
        "Що з цього не є річкою?",
        "Яке твердження про річки правильне?",
        "Яке твердження правильне?",
    ),
    "vi": (
        "Tất cả các đáp án trên",
        "Không có đáp án nào ở trên",
        "Sông luôn luôn lạnh.",
        "Đâu là thứ nào không phải là sông?",
        "Phát biểu nào sau đây về sông là đúng?",
        "Phát biểu nào sau đây là đúng?",
    ),
    "zh": (
        "以上都是",
        "以上都不是",
        "河水总是很冷",
        "下列哪项不是河流？",
        "下列关于河流的说法正确的是？",
        "下列说法正确的是？",
    ),
}


def test_every_language_has_its_sentences() -> None:
    assert set(SAID) == set(languages()) - {ANY}


@pytest.mark.parametrize("code", SAID)
def test_a_language_says_what_item_writers_avoid(code: str) -> None:
    whole, nothing, absolute, negative, truth, empty = SAID[code]
    assert stands_for_all(whole)
    assert not stands_for_none(whole)
    assert stands_for_none(nothing)
    assert not stands_for_all(nothing)
    assert absolute_term(absolute, [code])
    assert list(negations(negative, [code]))
    assert asks_what_is_true(truth, [code])
    assert not says_nothing(truth, [code])
    assert says_nothing(empty, [code])


@pytest.mark.parametrize("code", SAID)
def test_other_sentences_of_a_language_are_not_meant(code: str) -> None:
    absolute, negative, truth, empty = SAID[code][2:]
    for sentence in (absolute, negative, truth, empty):
        assert not stands_for_all(sentence)
        assert not stands_for_none(sentence)
    assert not list(negations(truth, [code]))
    assert not says_nothing(negative, [code])
    assert absolute_term(truth, [code]) is None


def test_labels_and_marks_around_an_option_do_not_matter() -> None:
    assert stands_for_all("D) **All of the above.** ✓")
    assert stands_for_none("(none of these)")
    assert not stands_for_all("All of the above ground pipes")


def test_a_word_that_another_language_has_too_needs_its_neighbours() -> None:
    assert absolute_term("El riu no s’atura mai.", ["ca"]) == "no s’atura mai"
    assert absolute_term("Acest râu este mai lung.", ["ca"]) is None
