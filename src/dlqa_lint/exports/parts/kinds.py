"""Which kind of question one is, for those who practise or mark it."""

from typing import Literal

from dlqa_lint.language import vocabulary
from dlqa_lint.language.demands import asks_for_several
from dlqa_lint.model.question import Question
from dlqa_lint.text.lazy_regex import regex

Kind = Literal["single", "multiple", "true/false", "numeric", "open"]

_NUMERIC = regex(r"[-+−]?\d[\d., ]*(?:\s?[%°]|\s?[a-zA-Zµ]{1,3})?")


def kind_of(question: Question) -> Kind:
    """The kind of a question: `single` or `multiple` choice, `true/false`, `numeric`, or `open`."""
    said = {option.text.strip(" .*_`").casefold() for option in question.options}
    if len(said) == 2 and any(said <= pair for pair in vocabulary.TRUE_AND_FALSE):
        return "true/false"
    if len(question.options) > 1:
        several = len(question.right) > 1 or asks_for_several(question.plain_text)
        return "multiple" if several else "single"
    answer = question.answer.text.strip(" .*_`$") if question.answer else ""
    return "numeric" if _NUMERIC.fullmatch(answer) else "open"
