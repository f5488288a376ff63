"""Questions that leave their subject to their document: "How does it work?", "Installation"."""

import re
from functools import lru_cache

from dlqa_lint.language.question_likeness import asks
from dlqa_lint.similarity.asked import Asked
from dlqa_lint.similarity.grammar import Grammar, grammar
from dlqa_lint.similarity.normalise import Token, plain, tokens
from dlqa_lint.similarity.prepared import Preparer
from dlqa_lint.similarity.text_language import ENGLISH, IDEOGRAPHIC
from dlqa_lint.text.lazy_regex import regex

_WORDS = 3
"""Words of a topic that may be a facet of anything: "Common error messages"; longer ones say of what."""
_SIGNS = 8
"""The same in scripts without blanks: 实际应用场景."""
_LATIN_BESIDE_SIGNS = regex(r"\A(?=.*[A-Za-z]).*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", re.DOTALL)
"""A name in Latin letters within ideographs: Tree-shaking 支持."""
_CLAUSES = frozenset(("to", "if", "when", "whether"))
"""What opens the part of a sentence that a dummy "it" stands for."""
_POSSESSIVES = frozenset(("its", "their"))


@lru_cache(maxsize=1 << 10)
def is_nameless(question: Asked) -> bool:
    """Whether a question names nothing that it is about: frame words alone, a pronoun, or a short topic.

    Code and options of its own are a subject.
    """
    if question.body:
        return False
    read = Preparer([question]).read(question)
    if _LATIN_BESIDE_SIGNS.search(plain(question.text)):
        return False
    if not read.outline.subject or read.outline.points:
        return True
    words = tokens(question.text)
    if read.outline.names or any(token.is_name or token.quoted for token in words):
        return False
    if not asks(question.text):
        return _is_short(question.text, words, read.language)
    return read.language == ENGLISH and _opens_with_pronoun(words, grammar(ENGLISH))


def _is_short(text: str, words: list[Token], language: str) -> bool:
    """Whether a topic may be a facet of anything."""
    return sum(map(str.isalnum, plain(text))) <= _SIGNS if language in IDEOGRAPHIC else len(words) <= _WORDS


def _opens_with_pronoun(words: list[Token], known: Grammar) -> bool:
    """Whether "it" or "their" comes before all that could be meant by it: not in "a mutex and its use"."""
    for place, token in enumerate(words):
        word = token.word
        if token.surface.islower():
            if word in _POSSESSIVES:
                return True
            if known.plays(word, "backward"):
                return not _is_dummy(words[place + 1 :], known)
        extent = place > 0 and words[place - 1].word == "how" and known.plays(word, "extents")
        if not (extent or known.says_little(word)):
            return False
    return False


def _is_dummy(rest: list[Token], known: Grammar) -> bool:
    """Whether the rest of the sentence may say what "it" is: "is it safe to …", "does it matter whether …"."""
    return any(known.plays(token.word, "dummy") or token.word in _CLAUSES for token in rest)
