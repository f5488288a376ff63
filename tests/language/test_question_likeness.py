"""What opens a question, in every language."""

import re

import pytest

from dlqa_lint.language import vocabulary
from dlqa_lint.language.languages import languages, listed
from dlqa_lint.language.question_likeness import as_question

OPENING = {
    code: [word for key in ("interrogatives", "imperatives") if key in own for word in listed(own[key])]
    for code, own in languages().items()
}
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


@pytest.mark.parametrize("code", [code for code, words in OPENING.items() if words])
def test_first_words_of_a_language_ask(code: str) -> None:
    silent = [word for word in OPENING[code] if as_question(f"{word.capitalize()} x 3 y") < 1]
    assert not silent


def test_words_that_indian_vowel_signs_end_are_read_whole() -> None:
    assert as_question("कैसे x") == 1
    assert as_question("কেন x") == 1
    assert as_question("কেন্দ্র x") == 0


def test_ordinary_first_words_of_one_language_ask_in_none() -> None:
    assert not (vocabulary.STARTERS | vocabulary.ORDERS) & set(ORDINARY.split())


@pytest.mark.parametrize(
    ("text", "joins"), [("B e D", True), ("B and D", True), ("B和D", True), ("BeD", False), ("BandD", False)]
)
def test_a_word_between_two_letters_has_spaces_around_it(text: str, joins: bool) -> None:
    assert bool(re.fullmatch(rf"B\s*(?:{vocabulary.AND})\s*D", text)) == joins
