"""Chinese, Japanese and Korean questions, in which no blanks part the words, or not all of them.

Known terms and synonyms are words, and words in Latin letters stay words. Frame phrases are cut out; of what is
left, each pair of neighbouring characters is a word, and in Japanese what one script writes: 取り消す is 取 and 消.
"""

import re
from collections.abc import Iterator
from itertools import islice

from dlqa_lint.similarity.acronyms import PhraseFolder
from dlqa_lint.similarity.cjk_table import CUT, PLACE, SIGNS, THING, sign_table
from dlqa_lint.similarity.facets import wanted
from dlqa_lint.similarity.grammar import grammar
from dlqa_lint.similarity.normalise import plain, tokens
from dlqa_lint.similarity.outline import BY_ORDER, OUTER, Outline, deepened
from dlqa_lint.text.lazy_regex import regex

_SCRIPTS = regex(r"[\u30a0-\u30ff\u31f0-\u31ff]+|[\u3040-\u309f]+|[\u3400-\u9fff\u3005]+")
_ENDINGS_A_WORD = 2
"""How many endings a Korean word may have, one after the other: 에서 and 는."""
_FAR = 40
"""Characters that the name of a thing or a place may have."""
_MOST = 20
"""Particles of a question that are looked at; no longer text asks for one thing."""
_PUNCTUATION = " ?!.,:;()、。？！，：；（）「」『』《》"


def outline(text: str, language: str, folder: PhraseFolder) -> Outline:
    """A question in an ideographic language, taken apart."""
    text = plain(text)
    shorter = sign_table(language).manner.sub(CUT, text)
    return _SignReader(shorter if shorter.strip(_PUNCTUATION) else text, language, folder).read()


class _SignReader:
    """Reads the characters of a question from left to right."""

    def __init__(self, text: str, language: str, folder: PhraseFolder) -> None:
        self.text = text
        self.language = language
        self.folder = folder
        self.known = grammar(language)
        self.table = sign_table(language)
        self.surfaces: dict[str, str] = {}
        self.names: set[str] = set()
        self.facets: set[str] = set()
        self.denied = False
        self.neighbours: dict[str, tuple[str, str]] = {}
        self.last = ""

    def read(self) -> Outline:
        for place, piece in enumerate(self.table.words.split(self.text)):
            if place % 2 and piece in self.table.names:
                self._add(self.table.names[piece], piece, is_name=piece in self.table.terms)
            elif piece:
                self._piece(piece)
        wishes = wanted(self.facets)
        goes = () if "compare" in wishes else self._goes()
        ordered = bool(self.table.turns.search(self.text))
        return Outline(
            self._depths(),
            tuple(self.surfaces),
            self.surfaces,
            self.neighbours,
            frozenset(self.names),
            tuple(sorted(wishes)),
            self.denied,
            points=bool(self.table.points.search(self.text)),
            hinge=BY_ORDER if ordered and "compare" not in wishes else "",
            sides=frozenset(self.table.sides.findall(self.text)),
            goes=tuple(goes),
        )

    def _add(self, word: str, surface: str, *, is_name: bool) -> None:
        """Add a word to the subject; nothing is between it and the last word, if there is one."""
        if word not in self.surfaces:
            self.surfaces[word] = surface
            self.neighbours[word] = (self.last, "")
        if self.last and not self.neighbours[self.last][1]:
            self.neighbours[self.last] = (self.neighbours[self.last][0], word)
        self.last = word
        if is_name:
            self.names.add(word)

    def _piece(self, piece: str) -> None:
        """What is between two known words."""
        if self.surfaces and (match := self.table.closing.match(piece)):
            piece = piece[match.end() :]
        for place, run in enumerate(SIGNS.split(self._without_frame(piece))):
            if place % 2:
                for word in self._words(run):
                    self._add(word, word, is_name=False)
            elif run.strip(_PUNCTUATION):
                self.last = self.last if run.lstrip()[0].isalnum() else ""
                for token in self.folder.fold(tokens(run)):
                    self._add(self.known.reduced(token.word), token.surface, is_name=True)
                self.last = self.last if run.rstrip()[-1].isalnum() else ""
            elif run.strip():
                self.last = ""

    def _without_frame(self, text: str) -> str:
        """A text with its frame phrases cut out, whose facets are kept, and the endings of words."""
        table = self.table
        self.facets.update(table.facets[phrase] for phrase in table.frames.findall(text))
        self.facets.discard("small")
        text = table.frames.sub(CUT, text)
        self.denied = self.denied or bool(table.negations.search(text))
        if self.language == "ko" and not text.isspace():
            for _ in range(_ENDINGS_A_WORD):
                text = table.endings.sub(CUT, text)
        return text

    def _words(self, run: str) -> Iterator[str]:
        """The words of a run of characters."""
        if self.language != "ja":
            yield from _grams(run)
            return
        for match in _SCRIPTS.finditer(run):
            if match[0] < "\u30a0":
                yield from self._in_hiragana(match[0], attached=match.start() > 0)
            elif match[0] < "\u3400":
                yield match[0]
            else:
                yield from _grams(match[0])

    def _in_hiragana(self, run: str, *, attached: bool) -> Iterator[str]:
        """The word in a run of hiragana, none where it only bends the word before it."""
        particles = "".join(self.known.words("particles"))
        if attached and run[0] not in particles:
            return
        word = run.lstrip(particles).rstrip(particles) if attached else run.rstrip(particles)
        if len(word) > 1 and word not in self.known.words("negations"):
            yield word

    def _depths(self) -> dict[str, float]:
        """The depth of every word: what only says where something is lies outside."""
        depths = dict.fromkeys(self.surfaces, 1.0)
        for match in islice(self.table.within.finditer(self.text), _MOST):
            place = PLACE.search(self._before(match))
            for word, surface in self.surfaces.items():
                if place and surface in place[0]:
                    depths[word] = OUTER
        depths = deepened(depths, self.surfaces, self.known.fields)
        return depths if 1.0 in depths.values() else dict.fromkeys(depths, 1.0)

    def _before(self, match: re.Match[str]) -> str:
        """The text before a particle, as far as a name may reach."""
        return self.text[max(0, match.start() - _FAR) : match.start()].rstrip()

    def _goes(self) -> Iterator[tuple[str, str]]:
        """The particles that say where things go, and the things."""
        for match in islice(self.table.goes.finditer(self.text), _MOST):
            if thing := THING.search(self._before(match)):
                name = self.table.names.get(thing[0], thing[0].casefold())
                yield self.table.signs[match[0]], name if name in self.surfaces else thing[0][:2]


def _grams(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[place : place + 2] for place in range(len(run) - 1)]
