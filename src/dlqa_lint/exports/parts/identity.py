"""What a question is known by from one export to the next.

It is made of the words that ask, and of nothing that changes when a bank is kept: numbers, places, options and
answers may change, and a learner's progress stays with the question.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from dlqa_lint.model.question import Question

# Of a million questions, two have the same key with a probability of about one in two million (birthday bound).
_HEX_DIGITS = 15

_WORD = re.compile(r"\w+")


def keys_of(asked: Iterable[tuple[Question, str]]) -> Iterator[str]:
    """The key of each question with its matter; one that is asked again word by word has another one."""
    seen: Counter[str] = Counter()
    for question, matter in asked:
        words = _words(f"{question.plain_text} {matter}")
        seen[words] += 1
        yield sha256(f"{words}\n{seen[words]}".encode("utf-8", "backslashreplace")).hexdigest()[:_HEX_DIGITS]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
