"""What a question asks for, apart from its subject: "Explain the advantages of …".

Frame words ("explain", "advantages") weigh nearly nothing and say which facets of the subject are wanted;
what is left, with the depth at which it is, is the subject.
"""

from collections.abc import Sequence
from itertools import pairwise

from dlqa_lint.similarity.directions import directions, sides
from dlqa_lint.similarity.facets import BELONGS, DEFINE, EXPERIENCE, wanted
from dlqa_lint.similarity.grammar import WITHIN, Grammar
from dlqa_lint.similarity.normalise import Token
from dlqa_lint.similarity.outline import BY_ORDER, Outline, deepened
from dlqa_lint.similarity.small_words import SmallWords
from dlqa_lint.similarity.tables import word_set

# The depth of frame words, of verbs such as "avoid", after a preposition or "and how", and in brackets.
_FRAME = 0.05
_VERB = 0.25
_TAIL = 0.5
_ASIDE = 0.5

_LIVED = frozenset((("have", "you"), ("did", "you")))
"""How sentences open that ask what somebody has done."""
_KNOWING = frozenset(("heard", "know", "knew", "read"))


def outline(words: Sequence[Token], known: Grammar) -> Outline:
    """A question, taken apart with what is known about its language."""
    return _OutlineReader(words, known).read()


class _OutlineReader:
    """Reads the words of a question from left to right."""

    def __init__(self, words: Sequence[Token], known: Grammar) -> None:
        self.words = words
        self.known = known
        self.stems = ["" if token.word in known.small else known.reduced(token.word) for token in words]
        self.mentions = SmallWords(words, self.stems, known)
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
        self.doubled: set[str] = set()
        self.named: set[str] = set()
        self.hinge = ""
        self.deed = ""
        self.asks_how = False
        self.acts = False
        self.leans = False
        self.lived = False
        self.counted: set[str] = set()
        self.parts: dict[str, str] = {}
        self.light: list[int] = []
        self.asked: set[str] = set()
        self.which = known.words("which")

    def read(self) -> Outline:
        frame = self.known.frames
        for place, token in enumerate(self.words):
            following = self.words[place + 1].word if place + 1 < len(self.words) else ""
            self._question_word(token.word, following)
            if token.starts:
                self._start_sentence(place, following)
            facet = "compare" if (token.word, following) == ("different", "from") else frame.get(token.word)
            if self.mentions.holds(place):
                self._subject_word(place, token)
            elif facet and self.mentions.is_kind(place):
                self._subject_word(place, token, _TAIL)
            elif facet:
                self._frame_word(place, facet)
            elif not self.stems[place] or self.known.plays(token.word, "turns"):
                self._small_word(place, following)
            elif self.mentions.is_apposed(place):
                self.depths.setdefault(self.stems[place], _FRAME)
            elif self.known.light and self.mentions.is_light(place):
                self.light.append(place)
            elif self.stems[place] in self.known.verbs:
                self._verb(place, token)
            else:
                self._subject_word(place, token)
        if self.light:
            self._weigh_light()
        return self._outline()

    def _weigh_light(self) -> None:
        """Take light words for the subject where nothing else is named, and else for part of the frame."""
        for place in self.light:
            if self.surfaces:
                self.depths.setdefault(self.stems[place], _FRAME)
            else:
                self._subject_word(place, self.words[place])

    def _start_sentence(self, place: int, following: str) -> None:
        self._end_sentence()
        self.depth = 1.0
        self.opening = self.words[place].word
        if self._is_order(place, following):
            self.deed = self.stems[place]
        if self.opening in ("who", "where"):
            self.found.add(self.opening)
        if (self.opening, following) in _LIVED and not self._is_hearsay(place + 2):
            self.lived = True
        self.acts = self.known.plays(self.opening, "what") and self.known.plays(following, "acting")
        self.scope = ""
        self.named.clear()

    def _is_hearsay(self, place: int) -> bool:
        """Whether a sentence asks what somebody knows: "have you heard of sagas"."""
        return not _KNOWING.isdisjoint(token.word for token in self.words[place : place + 2])

    def _frame_word(self, place: int, facet: str) -> None:
        word = self.words[place].word
        if not self._is_head(place):
            self.found.add(facet)
        self.depths.setdefault(self.known.stem(word), _FRAME)
        if self.asks_how and facet == DEFINE and self.known.is_telling(word):
            self.found.discard("make")  # "how would you explain" asks for no way
        elif self.asks_how:
            self.deed = self.stems[place]
        self.asks_how = self.known.plays(word, "how")

    def _end_sentence(self) -> None:
        """Add what a sentence asks for; one that only names its subject asks for a definition."""
        if self.surfaces:
            self.facets |= wanted(self.found)
            if self.defines:
                self.facets.add(DEFINE)
            self.found, self.defines = set(), False

    def _outline(self) -> Outline:
        self._end_sentence()
        facets = {EXPERIENCE} if self.lived else self.facets or self.found
        return Outline(
            deepened(self.depths, self.surfaces, self.known.fields) if self.known.fields else self.depths,
            tuple(self.surfaces),
            self.surfaces,
            self.neighbours,
            frozenset(self.names),
            tuple(sorted(facets)),
            self.known.deny(token.word for token in self.words),
            self.scopes,
            self._points(),
            self.turn,
            self.hinge,
            frozenset(self.doubled),
            self.deed,
            frozenset(self.counted),
            self.parts,
            sides(self.words, self.known),
            () if "compare" in facets else directions(self.words, self.stems, self.depths, self.known),
            frozenset(self.asked),
        )

    def _points(self) -> bool:
        """Whether the question is about something shown or told before: "this code", "how to build it"."""
        words = [token.word for token in self.words]
        if self.leans or "following" in words:
            return True
        pointing, shown = self.known.words("pointing"), self.known.words("shown")
        return not pointing.isdisjoint(words) and any(
            (one in pointing and other in shown) or (other in pointing and one in shown)
            for one, other in pairwise(words)
        )

    def _verb(self, place: int, token: Token) -> None:
        """A verb such as "choose", or the noun made from it that ends a name: "feature selection"."""
        facet = self.known.verbs[self.stems[place]]
        self.asks_how = False
        self.found.add(facet)
        name = f"~{facet}"
        if self.mentions.is_deed(place) and name not in self.surfaces:
            self.depths[name] = 1.0
            self.surfaces[name] = token.surface
            self.neighbours[name] = (self.stems[place - 1], "")
        else:
            self.depths.setdefault(name, _VERB)

    def _is_head(self, place: int) -> bool:
        """Whether a frame word only ends a name: "the vanishing gradient problem", "the shuffle method"."""
        word = self.words[place].word
        return (
            place > 0
            and not word.endswith("s")
            and self.known.stem(word) in word_set("heads")
            and bool(self.stems[place - 1])
            and self.words[place - 1].word not in self.known.frames
        )

    def _question_word(self, word: str, following: str) -> None:
        if word == "how" and following in ("to", "do", "can", "would", "you", "should"):
            self.found.add("make")
            self.asks_how = not self.deed
        elif word == "how" and following in ("does", "is", "are", "did", "works"):
            self.found.add("works")
        elif word == "how" and self.known.plays(following, "extents"):
            self.found.add("extent")
        elif word == "when" and following in ("to", "do", "should", "would"):
            self.found.add("use")

    def _small_word(self, place: int, following: str) -> None:
        word = self.words[place].word
        if self.known.plays(word, "backward") and self._is_told_before(place, following):
            self.leans = True
        leads = self.known.plays(word, "prepositions") or self.known.plays(word, "turns")
        if self.acts and leads:
            self.found.add(BELONGS)
        if not self.surfaces:
            return
        if self.known.plays(word, "prepositions") or (
            word in ("and", "or") and self.known.plays(following, "clauses")
        ):
            self.depth = _TAIL
            base = f"{self.words[place - 1].word}{WITHIN}{word}"
            self.scope = base if self.known.plays(base, "bases") else word
        if self.known.plays(word, "turns") and (self.turn < 0 or self.weak or self._is_denied(place)):
            self.turn, self.weak, self.hinge = len(self.surfaces), False, word
        elif self.known.plays(word, "links") and self.turn < 0:
            self.turn, self.weak, self.hinge = len(self.surfaces), True, ""

    def _is_order(self, place: int, following: str) -> bool:
        """Whether a sentence opens with what is to be done: "delete a pod"."""
        return bool(self.stems[place]) and not self.deed and self.known.plays(following, "articles")

    def _is_told_before(self, place: int, following: str) -> bool:
        """Whether "it" is something that is elsewhere: "how do you build it", "how is it done with"."""
        before = [token.word for token in self.words[max(0, place - 2) : place]]
        if self.surfaces.keys() - {self.deed}:
            return False
        if before[:1] == ["how"] and len(before) > 1:
            return not self.known.plays(following, "dummy")
        return bool(self.deed and before) and self.known.reduced(before[-1]) == self.deed

    def _is_denied(self, place: int) -> bool:
        """Whether "and not" is here; the thing that follows is not meant."""
        joined = place > 0 and self.known.plays(self.words[place - 1].word, "joining")
        return joined and self.known.plays(self.words[place].word, "negations")

    def _is_counted(self, place: int) -> bool:
        """Whether a word belongs to a name that "a" opens: "a record", "a sealed record"."""
        before = self.words[place - 1].word if place else ""
        return before in ("a", "an") or (place > 0 and self.stems[place - 1] in self.counted)

    def _part_before(self, place: int) -> str:
        """The stem of what a word is the whole of: "rows" before "of a table", "" where it is not."""
        before = [token.word for token in self.words[max(0, place - 2) : place]]
        is_whole = before[:1] == ["of"] and before[-1] in ("a", "an", "the") and place > 2
        return self.stems[place - 3] if is_whole else ""

    def _word_before(self, place: int) -> str:
        """The word before a place, or before its article."""
        before = [token.word for token in self.words[max(0, place - 2) : place]]
        return before[0] if before and before[-1] in ("a", "an", "the") else before[-1] if before else ""

    def _subject_word(self, place: int, token: Token, most: float = 1.0) -> None:
        name = self.stems[place] or token.word
        if "away" in self.known.roles and self.known.ends(token.surface.casefold(), "away"):
            self.hinge = BY_ORDER
        if self.asks_how:
            self.deed, self.asks_how = name, False
        self.acts = self.acts and self.known.plays(token.word, "acting")
        depth = min(self.depth, most, _ASIDE if token.aside else 1.0)
        is_bare = not self.acts and not self.found - {DEFINE} and self.depth == 1
        if is_bare and self.known.plays(self.opening, "defining"):
            self.defines = True
        if token.is_name:
            self.names.add(name)
        if self._is_counted(place):
            self.counted.add(name)
        if self.which and place and self.words[place - 1].word in self.which:
            self.asked.add(name)
        if part := self._part_before(place):
            self.parts[part] = name
        known = name in self.named
        self.named.add(name)
        if name in self.surfaces:
            if known and self.known.plays(self._word_before(place), "repeating"):
                self.doubled.add(name)
            self.depths[name] = max(self.depths[name], depth)
            return
        self.depths[name] = depth
        self.surfaces[name] = token.surface
        if self.scope:
            self.scopes[name] = self.scope
        before = self.stems[place - 1] if place else ""
        after = self.stems[place + 1] if place + 1 < len(self.stems) else ""
        self.neighbours[name] = (before, after)
