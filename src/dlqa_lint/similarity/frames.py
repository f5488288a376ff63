"""What a question asks for, apart from its subject: "Explain the advantages of …".

Frame words ("explain", "advantages") weigh nearly nothing and say which facets of the subject are wanted;
what is left, with the depth at which it stands, is the subject.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.facets import DEFINE
from dlqa_lint.similarity.language import ENGLISH, small_words
from dlqa_lint.similarity.normalise import Token
from dlqa_lint.similarity.outline import Outline
from dlqa_lint.similarity.stem import stem
from dlqa_lint.similarity.tables import role, word_set

# The depth of frame words, of verbs such as "avoid", behind a preposition or "and how", and in brackets.
_FRAME = 0.05
_VERB = 0.25
_TAIL = 0.5
_ASIDE = 0.5
_DONE_TO = frozenset(("use", "works", "prevent", "measure", "choose"))  # "how to use" is no "how to make"


def outline(words: Sequence[Token]) -> Outline:
    """An English question, taken apart."""
    return _OutlineReader(words).read()


def reduced(word: str) -> str:
    """The stem of a word, or of the synonym that stands for it."""
    stemmed = stem(word)
    return _synonyms().get(stemmed, stemmed)


@cache
def _synonyms() -> dict[str, str]:
    """From a stem to the stem that stands for it."""
    same = {}
    for line in tables.lines("synonyms"):
        stems = [stem(word) for word in line.split()]
        same.update(dict.fromkeys(stems, stems[0]))
    return same


@cache
def _verbs() -> dict[str, str]:
    """From the stem of a verb to its facet."""
    return {stem(word): facet for word, facet in tables.keys("verbs").items()}


class _OutlineReader:
    """Reads the words of a question from left to right."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self.small = small_words(ENGLISH)
        self.stems = ["" if token.word in self.small else reduced(token.word) for token in words]
        self.depths: dict[str, float] = {}
        self.surfaces: dict[str, str] = {}
        self.neighbours: dict[str, tuple[str, str]] = {}
        self.names: set[str] = set()
        self.facets: set[str] = set()
        self.found: set[str] = set()
        self.defines = False
        self.opening = ""
        self.scope = ""
        self.scopes: dict[str, str] = {}
        self.depth = 1.0
        self.turn = -1
        self.weak = False

    def read(self) -> Outline:
        frame = tables.keys("frames")
        for place, token in enumerate(self.words):
            following = self.words[place + 1].word if place + 1 < len(self.words) else ""
            self._question_word(token.word, following)
            if token.starts:
                self._end_sentence()
                self.depth = 1.0
                self.opening = token.word
                if token.word in ("who", "where"):
                    self.found.add(token.word)
                self.scope = ""
            facet = "compare" if (token.word, following) == ("different", "from") else frame.get(token.word)
            if self._is_mention(place):
                self._subject_word(place, token)
            elif facet and self._is_kind(place):
                self._subject_word(place, token, _TAIL)
            elif facet:
                if not self._is_head(place):
                    self.found.add(facet)
                self.depths.setdefault(stem(token.word), _FRAME)
            elif not self.stems[place] or token.word in role("turns"):
                self._small_word(token.word, following)
            elif self.stems[place] in _verbs():
                self._verb(place, token)
            else:
                self._subject_word(place, token)
        return self._outline()

    def _end_sentence(self) -> None:
        """Add what a sentence asks for; one that only names its subject asks for a definition."""
        if self.surfaces:
            if self.found & _DONE_TO:
                self.found.discard("make")
            self.facets |= self.found - {DEFINE} or {DEFINE}
            if self.defines:
                self.facets.add(DEFINE)
            self.found, self.defines = set(), False

    def _is_mention(self, place: int) -> bool:
        """Whether a small or frame word is the subject: "the with statement", "Acme Form", '"done"'."""
        token = self.words[place]
        if token.word not in self.small and token.word not in tables.keys("frames"):
            return False
        if token.quoted or not place:
            return token.quoted
        before = self.words[place - 1]
        if token.word not in self.small:
            if token.is_name and ((token.surface.isupper() and len(token.surface) > 1) or before.is_name):
                return True
            return (
                token.word in word_set("nouns")
                and not token.starts
                and before.word not in role("clauses")
                and self._names_subject(place + 1)
            )
        following = self.words[place + 1].word if place + 1 < len(self.words) else ""
        return (
            before.word in ("the", "a", "an")
            and following in role("named")
            and token.word not in role("unnamed")
        )

    def _names_subject(self, place: int) -> bool:
        return (
            place < len(self.words)
            and bool(self.stems[place])
            and self.words[place].word not in tables.keys("frames")
            and (self.stems[place] not in _verbs() or self._is_noun(place))
        )

    def _outline(self) -> Outline:
        self._end_sentence()
        facets = self.facets or self.found
        return Outline(
            self.depths,
            tuple(self.surfaces),
            self.surfaces,
            self.neighbours,
            frozenset(self.names),
            tuple(sorted(facets)),
            any(token.word in role("negations") for token in self.words),
            self.scopes,
            self._points(),
            self.turn,
        )

    def _points(self) -> bool:
        """Whether the question is about something shown: "the following program", "this code"."""
        words = [token.word for token in self.words]
        return "following" in words or any(
            (one in role("pointing") and other in role("shown"))
            or (other in role("pointing") and one in role("shown"))
            for one, other in pairwise(words)
        )

    def _verb(self, place: int, token: Token) -> None:
        """A verb such as "choose", or the noun made from it that ends a name: "feature selection"."""
        facet = _verbs()[self.stems[place]]
        self.found.add(facet)
        name = f"~{facet}"
        if self._is_noun(place) and name not in self.surfaces:
            self.depths[name] = 1.0
            self.surfaces[name] = token.surface
            self.neighbours[name] = (self.stems[place - 1], "")
        else:
            self.depths.setdefault(name, _VERB)

    def _is_noun(self, place: int) -> bool:
        return (
            place > 0
            and self.words[place].word.endswith(("tion", "ment", "ing", "ice"))
            and bool(self.stems[place - 1])
            and not self.words[place].starts
        )

    def _is_head(self, place: int) -> bool:
        """Whether a frame word only ends a name: "the vanishing gradient problem", "the shuffle method"."""
        word = self.words[place].word
        return (
            place > 0
            and not word.endswith("s")
            and stem(word) in word_set("heads")
            and bool(self.stems[place - 1])
            and self.words[place - 1].word not in tables.keys("frames")
        )

    def _question_word(self, word: str, following: str) -> None:
        if word == "how" and following in ("to", "do", "can", "would", "you", "should"):
            self.found.add("make")
        elif word == "how" and following in ("does", "is", "are", "did", "works"):
            self.found.add("works")
        elif word == "when" and following in ("to", "do", "should", "would"):
            self.found.add("use")

    def _small_word(self, word: str, following: str) -> None:
        if not self.surfaces:
            return
        if word in role("prepositions") or (word in ("and", "or") and following in role("clauses")):
            self.depth = _TAIL
            self.scope = word
        if word in role("turns") and (self.turn < 0 or self.weak):
            self.turn, self.weak = len(self.surfaces), False
        elif word in role("links") and self.turn < 0:
            self.turn, self.weak = len(self.surfaces), True

    def _is_kind(self, place: int) -> bool:
        """Whether a word says what kind of thing is meant: "linked forms" are no "linked components"."""
        return (
            place > 0
            and self.words[place].word in role("kinds")
            and bool(self.stems[place - 1])
            and self.words[place - 1].word not in tables.keys("frames")
            and self.stems[place - 1] not in _verbs()
        )

    def _subject_word(self, place: int, token: Token, most: float = 1.0) -> None:
        name = self.stems[place] or token.word
        depth = min(self.depth, most, _ASIDE if token.aside else 1.0)
        if not self.found - {DEFINE} and self.opening in role("defining") and self.depth == 1:
            self.defines = True
        if token.is_name:
            self.names.add(name)
        if name in self.surfaces:
            self.depths[name] = max(self.depths[name], depth)
            return
        self.depths[name] = depth
        self.surfaces[name] = token.surface
        if self.scope:
            self.scopes[name] = self.scope
        before = self.stems[place - 1] if place else ""
        after = self.stems[place + 1] if place + 1 < len(self.stems) else ""
        self.neighbours[name] = (before, after)
