"""From text to what is asked: normalise, stem, acronyms, frames, cjk, language."""

import pytest

from dlqa_lint.similarity import cjk, language_of, normalised
from dlqa_lint.similarity.acronyms import PhraseFolder, spelt_out
from dlqa_lint.similarity.facets import likeness, wanted
from dlqa_lint.similarity.frames import outline as outlined
from dlqa_lint.similarity.grammar import grammar
from dlqa_lint.similarity.normalise import Token, tokens
from dlqa_lint.similarity.outline import Outline
from dlqa_lint.similarity.separable_verbs import rejoined
from dlqa_lint.similarity.stem import stem


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def outline(words: list[Token]) -> Outline:
    return outlined(words, grammar("en"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is **dropout**?", "what is dropout"),
        ("12. What is dropout?", "What is dropout?"),
        ("Q7: What is dropout?", "What is dropout?"),
        ("What’s `==`?", "what's =="),
        ("[What is dropout?](#12)", "What is dropout?"),
        ("什么是过拟合？", "什么是过拟合"),
        ("¿Qué es una clausura?", "qué es una clausura"),
        ("Что такое замыкание?", "что такое замыкание"),
    ],
)
def test_equal_questions_have_one_key(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How does == work?", "How does === work?"),
        ("What is C?", "What is C++?"),
        ("What is C?", "What is C#?"),
        ("What is new in React 18?", "What is new in React 19?"),
        ("监督学习", "无监督学习"),
        ("???", "!!!"),
    ],
)
def test_different_questions_have_two_keys(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_operators_count_only_where_they_are_alone() -> None:
    assert "===" in words("How does === work?")
    assert "++" in words("ماذا يفعل ++؟")
    assert words("What is useEffect??") == ["what", "is", "useeffect"]


def test_letters_and_numbered_kinds_are_one_word() -> None:
    assert "kmeans" in words("What is k-means?")
    assert "type2" in words("Explain Type II error.")


def test_names_are_told_from_words() -> None:
    found = {token.word: token.is_name for token in tokens("What does useMemo do in a Redux store?")}
    assert found["usememo"]
    assert found["redux"]
    assert not found["store"]
    assert not found["what"]


def test_capitals_say_nothing_in_title_case() -> None:
    assert not any(token.is_name for token in tokens("The Great Divide Between Static Methods"))


def test_brackets_and_further_sentences_are_asides() -> None:
    found = {token.word: token.aside for token in tokens("What is JSON? Give a sample (short).")}
    assert not found["json"]
    assert found["sample"]
    assert found["short"]


@pytest.mark.parametrize(
    "same",
    [
        ("optimize", "optimizer", "optimization", "optimizing"),
        ("cache", "caches", "caching", "cached"),
        ("query", "queries"),
        ("matrix", "matrices"),
        ("class", "classes"),
    ],
)
def test_forms_of_a_word_have_one_stem(same: str) -> None:
    assert len({stem(word) for word in same}) == 1


def test_operator_and_operation_stay_apart() -> None:
    assert stem("operator") != stem("operation")


def test_acronyms_are_read_from_the_text() -> None:
    assert spelt_out("What is a domain specific language (DSL)?") == {
        ("domain", "specific", "languag"): "dsl"
    }
    assert spelt_out("What is a closure (in short)?") == {}


def test_phrases_become_their_acronym_and_keep_their_face() -> None:
    folded = PhraseFolder({}).fold(tokens("Explain convolutional neural networks"))
    assert [token.word for token in folded] == ["explain", "cnn"]
    assert folded[1].surface == "convolutional neural networks"
    assert [token.word for token in PhraseFolder({}).fold(tokens("CNNs"))] == ["cnn"]


def test_frame_words_are_set_aside() -> None:
    read = outline(tokens("What are the advantages of dropout in small networks?"))
    assert read.subject[0] == "dropout"
    assert read.facets == ("pros",)
    assert read.depths["dropout"] == 1 > read.depths["small"] > read.depths["advantag"]


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("Why do we need indexes?", "why"),
        ("What is the difference between a list and a tuple?", "compare"),
        ("How does hashing work?", "works"),
        ("What is hashing?", "define"),
        ("How can overfitting be prevented?", "prevent"),
        ("What are the types of joins?", "types"),
    ],
)
def test_facets(text: str, facet: str) -> None:
    assert facet in outline(tokens(text)).facets


def test_a_small_word_can_be_the_subject() -> None:
    assert "with" in outline(tokens("What is the with statement?")).subject
    assert "form" in outline(tokens("What is Acme Form?")).subject


def test_facets_that_one_answer_serves_are_alike() -> None:
    assert likeness((), ("define",)) == 1
    assert likeness(("define",), ("why",)) > likeness(("define",), ("compare",))


def test_cjk_characters_are_paired_without_the_frame() -> None:
    read = cjk.outline("什么是卷积滤波器？", "zh", PhraseFolder({}))
    assert read.subject == ("卷积", "积滤", "滤波", "波器")
    assert cjk.outline("请解释 CNN 的优点", "zh", PhraseFolder({})).facets == ("pros",)


def of_cjk(text: str, language: str) -> Outline:
    return cjk.outline(text, language, PhraseFolder({}, language))


def test_cjk_characters_of_known_words_are_never_parted() -> None:
    assert of_cjk("캐나다의 수도는?", "ko").subject == ("캐나다", "수도")
    assert of_cjk("什么是性能测试？", "zh").subject[0] == "性能"
    assert of_cjk("バックアップを取り除く方法は？", "ja").subject == ("バックアップ", "削除")


def test_scripts_part_japanese_words() -> None:
    assert of_cjk("庭のりんごを植える方法は？", "ja").subject == ("庭", "りんご", "植")


def test_what_only_says_where_something_is_is_outside_the_subject() -> None:
    depths = of_cjk("Elm 中的堆叠是什么？", "zh").depths
    assert depths["elm"] < depths["堆叠"]
    assert of_cjk("数据库连接池是什么？", "zh").depths["database"] < 1
    assert of_cjk("什么是数据库？", "zh").depths["database"] == 1


def test_particles_say_where_things_go() -> None:
    assert ("に", "cloud") not in of_cjk("クラウドとは何ですか？", "ja").goes
    there = of_cjk("ディスクからクラウドに移す方法は？", "ja")
    assert dict(there.goes)["に"] == "クラウド"


def adapted(text: str, language: str) -> list[str]:
    return [token.word for token in rejoined(tokens(text), grammar(language))]


def test_parted_verbs_are_joined() -> None:
    assert adapted("Wie legt man einen Index an?", "de") == ["wie", "anlegen", "man", "einen", "index"]
    assert adapted("Wie startet man den Dienst?", "de")[1] == "starten"
    assert adapted("Was macht man mit dem Brett an der Wand?", "de")[-1] == "wand"


def test_a_word_counts_for_itself_before_its_stem() -> None:
    folded = PhraseFolder({}, "es").fold(tokens("un generador puede generar"))
    assert [token.word for token in folded] == ["un", "generator", "puede", "generar"]
    assert grammar("es").reduced("generar") == grammar("es").reduced("crear")
    assert "clientes" not in grammar("es").frames


def test_beside_others_some_wishes_say_nothing() -> None:
    assert wanted({"make", "use"}) == {"use"}
    assert wanted({"naming", "pros", "define"}) == {"pros"}
    assert wanted({"define"}) == wanted(()) == {"define"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What is the difference between a process and a thread?", "en"),
        ("什么是进程和线程的区别？", "zh"),
        ("プロセスとスレッドの違いは何ですか？", "ja"),
        ("프로세스와 스레드의 차이점은 무엇인가요?", "ko"),
        ("В чём разница между процессом и потоком?", "ru"),
        ("Яка різниця між процесом і потоком? Що це таке?", "uk"),
        ("¿Cuál es la diferencia entre un proceso y un hilo?", "es"),
        ("Qual é a diferença entre um processo e uma thread? O que são?", "pt"),
        ("Quelle est la différence entre un processus et un thread ?", "fr"),
        ("Was ist der Unterschied zwischen einem Prozess und einem Thread?", "de"),
        ("Qual è la differenza tra un processo e un thread? Che cosa sono?", "it"),
        ("Süreç ile iş parçacığı arasındaki fark nedir ve bu ne için kullanılır?", "tr"),
        ("Sự khác nhau giữa tiến trình và luồng là gì?", "vi"),
        ("प्रोसेस और थ्रेड में क्या अंतर है?", "hi"),
        ("Vad är skillnaden mellan processer och trådar?", ""),
        ("12 34", ""),
        ("", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of([text]) == language
