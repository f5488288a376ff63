"""Questions made ready for comparing: each is read once, with what its own document knows.

A document tells which words it writes as one ("hyper-parameter" beside "hyperparameter"), which acronyms it
explains, and which of its words are common. A question is read with its own document alone.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.similarity import frames, signs, tables
from dlqa_lint.similarity.acronyms import Folder, Phrases, spelt_out
from dlqa_lint.similarity.asked import Asked
from dlqa_lint.similarity.language import ENGLISH, IDEOGRAPHIC, language_of, script_of, small_words
from dlqa_lint.similarity.normalise import Token, bare_tokens, normalised, tokens
from dlqa_lint.similarity.outline import Outline
from dlqa_lint.similarity.stem import stem
from dlqa_lint.similarity.weights import Weights

_LEAST_COMPOUND = 6  # letters of a compound that is joined
_LITTLE_TEXT = 25  # words; of so few in plain letters the language is not to be told, and English is assumed


class PreparedQuestion(NamedTuple):
    """A question, ready to be compared."""

    asked: Asked
    key: str
    """The text under which equal questions meet."""
    language: str
    outline: Outline
    weights: dict[str, float]
    """What each stem says about the subject, frame words nearly nothing."""
    total: float
    """The sum of the weights."""


class PreparedDocument(NamedTuple):
    """A document, ready to be compared with others."""

    readings: tuple[PreparedQuestion, ...] | None
    """Its questions; None where nobody is to look for topics."""
    answers: tuple[frozenset[int], ...]
    """The shingles of their answers."""


def prepare_document(questions: Sequence[Asked], synonyms: Phrases) -> tuple[PreparedQuestion, ...]:
    """The questions of one document, ready to be compared."""
    reader = Preparer(sorted(questions, key=order_key), synonyms)
    return tuple(map(reader.read, questions))


def order_key(question: Asked) -> tuple[str, int, str, str]:
    """What puts questions in order, whatever order they come in."""
    return question.document, question.position, question.text, question.body


def phrases(synonyms: Sequence[Sequence[str]]) -> Phrases:
    """A project's groups of synonyms as phrases and the word that stands for each."""
    return {
        tuple(stem(word) for word in phrase.casefold().split()): group[0].casefold()
        for group in synonyms
        for phrase in group
    }


class Preparer:
    """Reads the questions of one document."""

    def __init__(self, document: Sequence[Asked] = (), synonyms: Phrases | None = None) -> None:
        """Learn the document's language, compounds, acronyms and word counts."""
        texts = [question.text for question in document]
        self.language = _language(document, texts)
        phrases: dict[tuple[str, ...], str] = {}
        words = {text: tokens(text) for text in texts} if self.language == ENGLISH else {}
        self._vocabulary = frozenset(token.word for found in words.values() for token in found)
        for text in texts:
            phrases.update(spelt_out(text))
        self._phrases: Phrases = {**phrases, **(synonyms or {})}
        self._folder = Folder(self._phrases)
        self._weights = Weights()
        outlines = [self._outline(question, words.get(question.text)) for question in document]
        self._weights = Weights(outline.depths for outline in outlines)
        self._outlines = dict(zip(document, outlines, strict=True))

    def read(self, question: Asked) -> PreparedQuestion:
        """The question as this document understands it."""
        outline = self._outlines.get(question) or self._outline(question)
        weigh = self._weights.of
        weights = {stem: weigh(stem) * depth for stem, depth in outline.depths.items()}
        return PreparedQuestion(
            question,
            normalised(question.text),
            self._tongue(question),
            outline,
            weights,
            sum(weights.values()) or 1e-9,
        )

    def words(self, text: str) -> frozenset[str]:
        """The stems of an English text."""
        return frozenset(frames.reduced(token.word) for token in self._folded(text, bare_tokens(text)))

    def _tongue(self, question: Asked) -> str:
        """The language of one question: its own script goes before its document."""
        if question.language:
            return question.language
        script = script_of(question.text)
        return script if script not in ("", "alphabet") else self.language or _guess(question.text)

    def _outline(self, question: Asked, words: list[Token] | None = None) -> Outline:
        language = self._tongue(question)
        if language in IDEOGRAPHIC:
            return signs.outline(question.text, language, self._folder)
        if language != ENGLISH:
            return _plain_outline(tokens(question.text), small_words(language))
        return frames.outline(self._folded(question.text, words or tokens(question.text)))

    def _folded(self, text: str, words: list[Token]) -> list[Token]:
        words = _joined(words, self._vocabulary)
        own = spelt_out(text)
        if own.items() <= self._phrases.items():
            return self._folder.fold(words)
        return Folder({**self._phrases, **own}).fold(words)


def _language(document: Sequence[Asked], texts: list[str]) -> str:
    told = next((question.language for question in document if question.language), "")
    return told or language_of(texts)


def _guess(text: str) -> str:
    return language_of([text]) or (ENGLISH if text.isascii() and len(text.split()) < _LITTLE_TEXT else "")


def _plain_outline(words: list[Token], small: frozenset[str]) -> Outline:
    """A question of a language without frame tables: all words but the small ones are its subject."""
    subject = {token.word: token.surface for token in words if token.word not in small}
    names = frozenset(token.word for token in words if token.is_name)
    return Outline(dict.fromkeys(subject, 1.0), tuple(subject), subject, {}, names, ())


def _joined(words: list[Token], vocabulary: frozenset[str]) -> list[Token]:
    """The words with two neighbours made one where the document writes them as one."""
    small = small_words(ENGLISH)
    made: list[Token] = []
    for token in words:
        last = made[-1] if made else None
        if last and _is_compound(last.word, token.word, vocabulary, small):
            made[-1] = Token(last.word + token.word, last.surface + token.surface, last.is_name)
        else:
            made.append(token)
    return made


def _is_compound(left: str, right: str, vocabulary: frozenset[str], small: frozenset[str]) -> bool:
    if len(left) + len(right) < _LEAST_COMPOUND or not right.isalpha():
        return False
    if left in tables.role("prefixes"):  # no word of its own
        return right not in small
    return left.isalpha() and left + right in vocabulary and left not in small and right not in small
