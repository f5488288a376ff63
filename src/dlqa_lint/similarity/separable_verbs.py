"""Verbs of which the sentence holds the parts apart: "Wie legt man eine Tabelle an?" is about "anlegen".

German puts the beginning of such a verb at the end of the sentence, and the rest of it second.
"""

from collections.abc import Sequence

from dlqa_lint.similarity.grammar import Grammar
from dlqa_lint.similarity.normalise import Token
from dlqa_lint.similarity.snowball import without_ending

_SECOND = 1  # where the verb of a question with a question word is


def rejoined(words: Sequence[Token], known: Grammar) -> list[Token]:
    """The words with the verbs of each sentence as they are in a dictionary, without the parts that were joined."""
    made: list[Token] = []
    start = 0
    for end in range(1, len(words) + 1):
        if end == len(words) or words[end].starts:
            made += _sentence(words[start:end], known)
            start = end
    return made


def _sentence(words: Sequence[Token], known: Grammar) -> list[Token]:
    made = list(words)
    place = _SECOND if known.plays(words[0].word, "asking") else 0
    if place >= len(made) or made[place].is_name:
        return made
    last = made[-1]
    if known.plays(last.word, "detached") and len(made) - 1 > place:
        whole = last.word + _infinitive(made[place].word, known)
        made[place] = made[place]._replace(word=whole, surface=whole)
        return made[:-1]
    if place and made[place].surface.islower() and not known.says_little(made[place].word):
        made[place] = made[place]._replace(word=_infinitive(made[place].word, known))
    return made


def _infinitive(word: str, known: Grammar) -> str:
    """The dictionary form of a regular verb: "startet" and "starte" are "starten"; the tables know others: "wirft"."""
    if word in known.same:
        return word
    bare = without_ending(word, sorted(known.words("finite"), key=len, reverse=True))
    return word if bare == word else bare + "en"
