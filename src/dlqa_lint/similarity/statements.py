"""Items that state something, to be called true or false, as "The heart has four chambers" with a full stop."""

from functools import lru_cache

from dlqa_lint.language.question_likeness import asks, is_to_be_judged
from dlqa_lint.similarity.asked import Asked
from dlqa_lint.text import marks

_LEAST = 4
"""Words of a statement; fewer are a topic."""


@lru_cache(maxsize=1 << 10)
def states_something(question: Asked) -> bool:
    """Whether a question asks nothing in its words, and ends as a statement does: whatever two add tells them apart."""
    text = question.text.strip()
    if is_to_be_judged(text):
        return not marks.ends_asking(text)
    return text.endswith((".", "。")) and len(text.split()) >= _LEAST and not asks(text)
