"""Items that state something, to be called true or false, as "The heart has four chambers" with a full stop."""

from functools import lru_cache

from dlqa_lint.language.question_likeness import asks, is_to_be_judged
from dlqa_lint.similarity.facets import DEFINE
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.text import marks

_LEAST = 4
"""Words of a statement; fewer are a topic."""


def states_something(question: PreparedQuestion) -> bool:
    """Whether a question asks nothing in its words, but states something, or lets its options end what it states."""
    text = question.asked.text.strip()
    if text.endswith((":", "：", "...", "…")):
        return question.outline.facets == (DEFINE,) and _is_no_question(text)
    return _ends_as_statement(text)


@lru_cache(maxsize=1 << 10)
def _ends_as_statement(text: str) -> bool:
    if is_to_be_judged(text):
        return not marks.ends_asking(text)
    return text.endswith((".", "。")) and _is_no_question(text)


def _is_no_question(text: str) -> bool:
    return len(text.split()) >= _LEAST and not asks(text)
