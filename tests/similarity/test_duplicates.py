"""Which questions are found, and which are not."""

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dlqa_lint.similarity import DUPLICATE, RELATED, Asked, Comparison, Near, Pair, Scorer, Tuning
from dlqa_lint.similarity.duplicate_or_related import Demand
from dlqa_lint.similarity.pair_index import Index
from dlqa_lint.similarity.prepared import Preparer
from similarity.pairs import (
    ALIKE,
    ALIKE_BY_TABLES,
    ALIKE_ELSEWHERE,
    DIFFERENT,
    DIFFERENT_BY_TABLES,
    DIFFERENT_ELSEWHERE,
    pairs,
)


def bank(*texts: str, document: str = "a.md", **given: Any) -> list[Asked]:
    return [Asked(document, place, text, **given) for place, text in enumerate(texts)]


def one(text: str, **given: Any) -> Asked:
    return Asked("", 0, text, **given)


def compare(
    first: Asked, second: Asked, known: Sequence[Asked] = (), tuning: Tuning | None = None
) -> Comparison:
    return Scorer(known, tuning or Tuning()).compare(first, second)


def find_pairs(questions: Sequence[Asked]) -> list[Pair]:
    return list(Scorer(questions).survey().pairs)


def nearest(text: str, questions: Sequence[Asked], limit: int = 5) -> list[Near]:
    return Scorer(questions).nearest(text, limit)


@pytest.mark.parametrize(("first", "second"), pairs(DIFFERENT))
def test_contrasts_are_not_duplicates(first: str, second: str) -> None:
    assert compare(one(first), one(second)).level != DUPLICATE
    assert compare(one(second), one(first)).level != DUPLICATE


@pytest.mark.parametrize(("first", "second"), pairs(ALIKE))
def test_paraphrases_are_found(first: str, second: str) -> None:
    assert compare(one(first), one(second)).level


def test_scores_are_symmetric() -> None:
    for first, second in pairs(ALIKE) + pairs(DIFFERENT):
        forth, back = compare(one(first), one(second)), compare(one(second), one(first))
        assert forth.score == pytest.approx(back.score)
        assert forth.level == back.level


def test_a_pair_says_what_it_is_about_and_how_it_differs() -> None:
    questions = bank(
        "Explain the purpose of dropout regularization.",
        "What is a stack?",
        "What is the role of dropout layers?",
    )
    (pair,) = find_pairs(questions)
    assert (pair.first, pair.second, pair.evidence) == (0, 2, "question")
    assert pair.about == ("dropout",)
    assert pair.only_first == ("regularization",)
    assert pair.only_second == ("layers",)


def test_a_word_that_says_the_kind_of_a_thing_again_makes_no_other_question() -> None:
    for first, second in [
        ("What is a generator?", "What is a generator function?"),
        ("What is a singleton?", "What is the singleton pattern?"),
    ]:
        assert compare(one(first), one(second)).level == DUPLICATE


def test_the_name_of_a_field_is_compared_in_languages_without_tables_too() -> None:
    first, second = ("Jak zatrzymać Docker lokalnie?", "Jak zatrzymać container lokalnie?")
    near = compare(one(first, language="pl"), one(second, language="pl"))
    assert (near.only_first, near.only_second) == (("Docker",), ("container",))


def test_acronyms_are_shown_unfolded() -> None:
    (pair,) = find_pairs(bank("What is a CNN?", "Explain convolutional neural networks."))
    assert pair.about == ("CNN",)


def test_equal_questions_are_a_group_and_no_pair() -> None:
    survey = Scorer(bank("What is a stack?", "What is a **stack**?", "Explain stacks.")).survey()
    assert survey.equal == ((0, 1),)
    assert [(pair.first, pair.second) for pair in survey.pairs] == [(0, 2)]


def test_the_same_words_over_other_code_are_other_questions() -> None:
    same = "What does this program print?"
    assert compare(one(same, body="print(1)"), one(same, body="print(2)")).level is None
    assert compare(one(same, body="print(1)"), one(same, body="print(1)")).level == DUPLICATE
    assert not Scorer([Asked("a", 0, same, body="x"), Asked("a", 1, same, body="y")]).survey().equal


def test_nothing_rests_on_frame_words() -> None:
    for first, second in [
        ("What are the main differences?", "Explain the main difference."),
        ("How does it work?", "How do these work?"),
        ("How do you prevent deadlocks?", "How do you avoid phishing?"),
        ("什么是进程的优点？", "什么是线程的优点？"),
    ]:
        assert compare(one(first), one(second)).level is None


def test_languages_are_not_compared() -> None:
    docs = bank("What is Docker?", "What is the kernel?") + bank("¿Qué es Docker?", document="es.md")
    assert find_pairs(docs) == []


@pytest.mark.parametrize(("first", "second"), pairs(ALIKE_ELSEWHERE.rstrip() + ALIKE_BY_TABLES))
def test_other_languages_find_the_same_subject(first: str, second: str) -> None:
    assert compare(one(first), one(second)).level == DUPLICATE


@pytest.mark.parametrize(("first", "second"), pairs(DIFFERENT_ELSEWHERE.rstrip() + DIFFERENT_BY_TABLES))
def test_other_languages_are_precise(first: str, second: str) -> None:
    assert compare(one(first), one(second)).level != DUPLICATE


def test_a_short_question_is_read_in_the_language_of_the_other() -> None:
    first, second = (
        one("Quem assinou a Lei do Ventre Livre?"),
        one("A Lei do Ventre Livre foi assinada por quem?"),
    )
    assert compare(first, second).level == DUPLICATE


def test_a_german_question_is_found_in_an_english_document() -> None:
    english = ["What is an allocator?", "How do sockets work?", "Why is sorting stable?", "What is a lock?"]
    questions = bank("Was ist ein Semaphor?", *english, "Erkläre den Begriff Semaphor.")
    assert compare(questions[0], questions[-1], questions).level == DUPLICATE


def test_a_question_in_another_language_than_its_document_is_read_in_its_own() -> None:
    english = ["What is an allocator?", "How do sockets work?", "Why is sorting stable?", "What is a lock?"]
    questions = bank("Что такое мемоизация?", *english, "Объясните, что такое мемоизация.")
    assert compare(questions[0], questions[-1], questions).level == DUPLICATE


def test_threshold_synonyms_and_contrasts_can_be_set() -> None:
    first, second = one("What is a closure in JavaScript?"), one("Explain closures.")
    assert compare(first, second).level == DUPLICATE
    assert compare(first, second, tuning=Tuning(threshold=0.99)).level == RELATED
    pod, unit = one("How do you restart a gadget?"), one("How do you restart a doohickey?")
    assert compare(pod, unit).level != DUPLICATE
    assert compare(pod, unit, tuning=Tuning(synonyms=(("gadget", "doohickey"),))).level == DUPLICATE
    shop, store = one("How do you clone a repo?"), one("How do you clone a depot?")
    assert compare(shop, store, tuning=Tuning(synonyms=(("repo", "depot"),))).level == DUPLICATE
    red, blue = (
        one("How do you paint the scarlet fence nicely?"),
        one("How do you paint the crimson fence nicely?"),
    )
    free = compare(red, blue).score
    assert compare(red, blue, tuning=Tuning(contrasts=(("scarlet", "crimson"),))).score < free


def test_answers_speak_for_questions_without_a_common_word() -> None:
    questions = [
        Asked(
            "a",
            0,
            "Define activation functions.",
            answer="They introduce non-linearity into a neural network.",
        ),
        Asked("a", 1, "What is a stack?", answer="A list with one open end, last in and first out."),
        Asked("a", 2, "How do you handle non-linearity in neural networks?"),
    ]
    (pair,) = find_pairs(questions)
    assert (pair.first, pair.second, pair.evidence, pair.level) == (0, 2, "answer", RELATED)


def test_nearest_questions_come_first() -> None:
    questions = bank("What is a stack?", "Explain the purpose of dropout.", "What is dropout regularization?")
    found = nearest("How does dropout work?", questions, limit=2)
    assert {near.question for near in found} == {1, 2}
    assert found[0].comparison.score >= found[1].comparison.score
    assert nearest("What is quantum gravity?", questions) == []


def test_looking_up_says_in_what_the_found_question_differs() -> None:
    (near,) = nearest(
        "How do you prune dropout masks?", bank("What is a stack?", "What is dropout regularization?")
    )
    assert near.comparison.only_first == ("prune", "masks")
    assert near.comparison.only_second == ("regularization",)


def test_copied_documents_are_one_finding() -> None:
    texts = [f"What is a {name}?" for name in ("stack", "queue", "heap", "graph", "trie", "deque")]
    survey = Scorer(
        bank(*texts, document="a.md") + bank(*texts[:5], "Explain heaps.", document="b.md")
    ).survey()
    (copy,) = survey.copies
    assert (copy.first, copy.second) == ("a.md", "b.md")
    assert all((pair.first < 6 and pair.second < 6) or pair.first >= 6 for pair in survey.pairs)


def test_the_order_of_documents_does_not_matter() -> None:
    questions = [
        Asked(f"{place % 3}.md", place, text)
        for place, text in enumerate(side for pair in pairs(ALIKE) + pairs(DIFFERENT) for side in pair)
    ]
    expected = told(questions)
    for seed in range(3):
        shuffled = questions[:]
        random.Random(seed).shuffle(shuffled)
        assert told(shuffled) == expected


def told(questions: Sequence[Asked]) -> Any:
    return [
        (questions[pair.first].text, questions[pair.second].text, pair.score, pair.level, pair.about)
        for pair in find_pairs(questions)
    ]


def test_other_documents_do_not_change_a_score() -> None:
    pair = bank("What is a closure?", "Explain closures in depth.", "What is a monad?")
    others = bank("Explain closures.", "How do closures work?", "What is depth?", document="z.md")
    assert Scorer(pair).compare(pair[0], pair[1]) == Scorer(pair + others).compare(pair[0], pair[1])


def test_a_name_that_one_document_is_about_tells_its_questions_from_others() -> None:
    asked = ["install {}?", "watch over {}?", "back up {}?", "upgrade {}?", "encrypt the disks of {}?"]
    heron = bank(*(f"How do you {text.format('Heron')}" for text in asked), document="heron.md")
    plover = bank(*(f"How do you {text.format('Plover')}" for text in asked), document="plover.md")
    scorer = Scorer(heron + plover)
    levels = {scorer.compare(one, other).level for one, other in zip(heron, plover, strict=True)}
    assert DUPLICATE not in levels
    assert (
        scorer.compare(heron[4], heron[4]._replace(text="How do you encrypt the disks?")).level == DUPLICATE
    )


SCRIPT = """
from similarity.pairs import ALIKE, DIFFERENT, pairs
from dlqa_lint.similarity import Asked, Scorer, copied_answers, shingles
texts = [side for pair in pairs(ALIKE) + pairs(DIFFERENT) for side in pair] + ["什么是进程", "请解释进程"]
print(Scorer([Asked(f"{place % 3}", place, text) for place, text in enumerate(texts)]).survey().pairs)
print(copied_answers([shingles(" ".join(f"w{n}" for n in range(60)))] * 3))
"""


def test_hash_seeds_do_not_matter() -> None:
    here = Path(__file__).parent
    path = os.pathsep.join([str(here.parent), str(here.parent.parent / "src")])
    said = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(said) == 1


@pytest.mark.slow
def test_work_grows_slower_than_all_pairs() -> None:
    chance = random.Random(3)
    names = [f"{chance.choice('bcdfg')}o{chance.choice('lmnr')}a{number}" for number in range(4000)]

    def visited(size: int) -> tuple[int, int]:
        texts = [f"What is the {chance.choice(names)} {chance.choice(names)}?" for _ in range(size)]
        reader = Preparer(questions := bank(*texts))
        index = Index([reader.read(question) for question in questions], Demand(RELATED))
        compared = sum(1 for _ in index.pairs())
        return index.visited, compared

    small, large = visited(500), visited(4000)
    assert large[0] < 0.02 * 4000 * 4000 / 2
    assert large[1] <= large[0]
    assert small[0] < 500 * 500 / 2 * 0.05


def test_the_index_finds_what_comparing_everything_finds() -> None:
    texts = sorted({side for pair in pairs(ALIKE) + pairs(DIFFERENT) for side in pair})
    questions = bank(*texts)
    scorer = Scorer(questions)
    every = {
        (first, second)
        for second in range(len(texts))
        for first in range(second)
        if scorer.compare(questions[first], questions[second]).level
    }
    found = {(pair.first, pair.second) for pair in scorer.survey().pairs}
    assert len(every - found) <= 1  # the index does not know terms that are merely related
    assert found <= every


def test_looking_for_duplicates_alone_finds_all_of_them() -> None:
    texts = sorted({side for pair in pairs(ALIKE) + pairs(DIFFERENT) for side in pair})
    scorer = Scorer(bank(*texts, "How does async rendering work?", "How does asynchronous rendering work?"))
    everything = [pair for pair in scorer.survey(RELATED).pairs if pair.level == DUPLICATE]
    assert list(scorer.survey(DUPLICATE).pairs) == everything
    assert len(texts) + 1 in {pair.second for pair in everything}


@pytest.mark.parametrize(
    "text", ["", "?", "(", "((((", "a" * 5000, "\x00", "🙂🙂", "= == ===", "I. II. III.", "Ⅷ ﬁ"]
)
def test_any_text_can_be_read(text: str) -> None:
    scorer = Scorer(bank(text, "What is a stack?", text + " x"))
    scorer.survey()
    scorer.nearest(text)
    assert scorer.compare(one(text), one(text)).score in (0.0, 1.0)


@pytest.mark.parametrize(("apart", "level"), [(1, RELATED), (9, DUPLICATE)])
def test_two_halves_of_one_lesson_are_side_by_side(apart: int, level: str) -> None:
    fillers = [
        f"How does {name} differ from its neighbour?" for name in ("alpha", "beta", "gamma", "delta", "rho")
    ]
    texts = ["What are modules?", *fillers, "Why do you need modules?"]
    places = [0, *range(20, 25), apart]
    questions = [Asked("a.md", place, text) for place, text in zip(places, texts, strict=True)]
    pairs = [pair for pair in find_pairs(questions) if "modules" in pair.about]
    assert [pair.level for pair in pairs] == [level]


@pytest.mark.parametrize(("apart", "level"), [(1, RELATED), (2, DUPLICATE)])
def test_what_the_second_of_two_in_a_row_says_beyond_the_first_is_what_it_asks_for(
    apart: int, level: str
) -> None:
    texts = ["How do I moor a boat at a wooden quay?", "How do I moor a boat at a low wooden quay?"]
    fillers = ["What turns the tide?", "Why are masts stepped?", "Where does a fender hang?"]
    places = [0, apart, *range(20, 23)]
    questions = [Asked("a.md", place, text) for place, text in zip(places, [*texts, *fillers], strict=True)]
    assert [pair.level for pair in find_pairs(questions)] == [level]
