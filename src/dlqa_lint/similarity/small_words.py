"""Where a word that usually says nothing is what a question is about: "the `with` statement", "a list"."""

from collections.abc import Sequence

from dlqa_lint.similarity.grammar import Grammar
from dlqa_lint.similarity.normalise import Token

_A = ("a", "an")
_IS = ("is", "are")
_VERSUS = frozenset(("vs", "versus"))


class SmallWords:
    """Tells the mentions of small and frame words in one question."""

    def __init__(self, words: Sequence[Token], stems: Sequence[str], grammar: Grammar) -> None:
        """Take the words of a question and their stems, "" for small words."""
        self._words = words
        self._stems = stems
        self._grammar = grammar

    def holds(self, place: int) -> bool:
        """Whether the small or frame word at a place is a subject."""
        token, grammar = self._words[place], self._grammar
        small = token.word in grammar.small
        if not (small or token.word in grammar.frames):
            return False
        if token.quoted or self._is_shouted(token, small) or self._is_doing(place, small):
            return True
        if self._is_compared(place):
            return True
        if not place:
            return False
        if self._is_named_alone(place, small) or self._is_object(place, small) or self._is_counted(place):
            return True
        return self._is_small_name(place) if small else self._is_frame_name(place)

    def names_subject(self, place: int) -> bool:
        """Whether the word at a place is neither small nor part of the frame."""
        return (
            place < len(self._words)
            and bool(self._stems[place])
            and self._words[place].word not in self._grammar.frames
            and (self._stems[place] not in self._grammar.verbs or self.is_deed(place))
        )

    def is_apposed(self, place: int) -> bool:
        """Whether a word only says what kind of thing the name beside it is: "la función map", "map fonksiyonu"."""
        word, grammar = self._words[place].word, self._grammar
        following = place + 1
        while following < len(self._words) and not self._stems[following] and self._words[following].is_name:
            following += 1  # "le roman Les Misérables"
        return (grammar.plays(word, "heading") and self._is_name(following)) or (
            grammar.plays(word, "closing") and self._is_name(place - 1)
        )

    def is_light(self, place: int) -> bool:
        """Whether a word adds nothing to what else is named."""
        token, light = self._words[place], self._grammar.light
        if not light or token.is_name or token.quoted:
            return False
        return token.word in light or self._grammar.stem(token.word) in light

    def is_kind(self, place: int) -> bool:
        """Whether a word says what kind of thing is meant: "linked forms" are no "linked components"."""
        return (
            place > 0
            and self._grammar.plays(self._words[place].word, "kinds")
            and bool(self._stems[place - 1])
            and self._words[place - 1].word not in self._grammar.frames
            and self._stems[place - 1] not in self._grammar.verbs
        )

    def _is_name(self, place: int) -> bool:
        if not 0 <= place < len(self._words) or not self._stems[place]:
            return False
        return self._words[place].is_name or self._words[place].quoted

    def is_deed(self, place: int) -> bool:
        """Whether a verb is the noun made from it that ends a name: "feature selection"."""
        return (
            place > 0
            and self._words[place].word.endswith(("tion", "ment", "ing", "ice"))
            and bool(self._stems[place - 1])
            and not self._words[place].starts
        )

    def _word(self, place: int) -> str:
        """The word at a place of the same sentence, "" beyond its end."""
        if place >= len(self._words) or self._words[place].starts:
            return ""
        return self._words[place].word

    def _is_shouted(self, token: Token, small: bool) -> bool:
        """Whether a small word is in capitals where not all are: `WHERE`, `IN`; "NOT" is only emphasis."""
        return (
            small
            and token.is_name
            and len(token.surface) > 1
            and token.surface.isupper()
            and not self._grammar.plays(token.word, "loud")
        )

    def _is_doing(self, place: int, small: bool) -> bool:
        """Whether a word ends the name of what does something: "What does Array at do?"."""
        return (
            small
            and self._word(place + 1) in ("do", "mean")
            and "does" in (token.word for token in self._words[:place])
            and not self._grammar.plays(self._words[place].word, "pronouns")
        )

    def _is_named_alone(self, place: int, small: bool) -> bool:
        """Whether nothing else takes the place of the subject: "what is this in", "what is require in"."""
        word, following = self._words[place].word, self._word(place + 1)
        if place < 2 or self._words[place - 1].word not in _IS or self._words[place - 2].word != "what":
            return False
        if small:
            return following == "in" or (
                self._grammar.plays(following, "prepositions") and not self._grammar.plays(word, "pronouns")
            )
        return following == "in" and self._grammar.frames[word] not in ("compare", "pros", "cons")

    def _is_object(self, place: int, small: bool) -> bool:
        """Whether a small word ends a sentence after a preposition: "conjugated with avoir", "copied into another"."""
        before, following = self._words[place - 1].word, self._word(place + 1)
        if self._grammar.plays(self._words[place].word, "others"):
            return self._grammar.plays(before, "prepositions") or self._grammar.plays(before, "turns")
        return (
            small
            and not following
            and self._grammar.plays(before, "prepositions")
            and not self._grammar.plays(self._words[place].word, "prepositions")
            and not self._grammar.plays(self._words[place].word, "pronouns")
        )

    def _is_small_name(self, place: int) -> bool:
        """Whether an article and a kind of word are around it: "the with statement"."""
        return (
            self._words[place - 1].word in ("the", *_A)
            and self._grammar.plays(self._word(place + 1), "named")
            and not self._grammar.plays(self._words[place].word, "unnamed")
        )

    def _is_frame_name(self, place: int) -> bool:
        """Whether a frame word is a name: "Acme Form", "component factory", "a list", "an entity type"."""
        token, before = self._words[place], self._words[place - 1]
        if token.is_name and ((token.surface.isupper() and len(token.surface) > 1) or before.is_name):
            return True
        if self._grammar.plays(token.word, "measures") and before.word in ("the", *_A):
            return True  # "the mean of a list"
        if self._grammar.plays(token.word, "things") and (self._is_thing(place) or self._is_relative(place)):
            return True
        return (
            self._grammar.plays(token.word, "nouns")
            and not token.starts
            and not self._grammar.plays(before.word, "clauses")
            and self.names_subject(place + 1)
        )

    def _is_counted(self, place: int) -> bool:
        """Whether a hyphen ties a word to a number: "a two-phase commit"."""
        return self._words[place].bound and self._grammar.plays(self._words[place - 1].word, "counts")

    def _is_compared(self, place: int) -> bool:
        """Whether a thing is compared with another: "Process vs thread"."""
        beside = (self._word(place + 1), self._words[place - 1].word if place else "")
        return self._grammar.plays(self._words[place].word, "things") and not _VERSUS.isdisjoint(beside)

    def _is_thing(self, place: int) -> bool:
        """Whether it is a thing of its own, not one of something: "a list into", "between a list and"."""
        following = self._word(place + 1)
        if following and (following == "of" or not self._grammar.plays(following, "joints")):
            return False
        before = self._words[place - 1].word
        if before in _A or self._grammar.plays(before, "articled"):
            return True
        return "between" in (token.word for token in self._words[:place])

    def _is_relative(self, place: int) -> bool:
        """Whether it ends a name that an article opens: "an entity type", "a cluster key"."""
        first = place
        while first and self.names_subject(first - 1):
            first -= 1
        return 0 < first < place and self._words[first - 1].word in _A
