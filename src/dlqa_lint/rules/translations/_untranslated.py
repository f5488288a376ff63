"""Questions of a translation that are still in the words of the original."""

from dlqa_lint.language.translations import languages_in_path
from dlqa_lint.model.bank import Question
from dlqa_lint.rules.translations._matching import Matching
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.lazy_regex import regex

_WORD = regex(r"[^\W\d_]{2,}")

_TELLING = 8
"""This many equal words are no accident; fewer may all be names."""
_LEAST = 3
"""Fewer questions with equal words may have been left so on purpose."""


def untranslated(matching: Matching) -> list[Question]:
    """The questions of a translation whose words are all those of the original; none where few are."""
    tongues = [languages_in_path(document.path) for document in (matching.original, matching.translation)]
    if len({code.partition("-")[0] for code, *_ in filter(None, tongues)}) < len([t for t in tongues if t]):
        return []  # en-GB and en-US
    same = [
        theirs for ours, theirs in matching.pairs if _words(ours) == (told := _words(theirs)) and _tells(told)
    ]
    return same if len(same) >= _LEAST or len(same) == len(matching.translation.questions) else []


def _words(question: Question) -> tuple[str, ...]:
    """All that a question, its options and its answer say."""
    answer = question.answer.text if question.answer else ""
    return tuple(
        " ".join(text.split()) for text in (question.plain_text, *(o.text for o in question.options), answer)
    )


def _tells(texts: tuple[str, ...]) -> bool:
    """Whether there is something to translate."""
    return sum(len(_WORD.findall(mask_code(text))) for text in texts) >= _TELLING
