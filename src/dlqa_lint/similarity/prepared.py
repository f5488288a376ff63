"""Questions made ready for comparing: each is read once, with what its own document knows.

A document tells which words it writes as one ("hyper-parameter" beside "hyperparameter"), which acronyms it
explains, and which of its words are common. A question is read with its own document alone.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from dlqa_lint.disk.cache import digest
from dlqa_lint.similarity import cjk, frames
from dlqa_lint.similarity.acronyms import PhraseFolder, Phrases, spelt_out
from dlqa_lint.similarity.asked import Asked
from dlqa_lint.similarity.compounds import joined, without_manner
from dlqa_lint.similarity.grammar import grammar
from dlqa_lint.similarity.homonyms import named
from dlqa_lint.similarity.lead_ins import without_lead
from dlqa_lint.similarity.normalise import Token, bare_tokens, normalised, tokens
from dlqa_lint.similarity.outline import Outline
from dlqa_lint.similarity.own_subject import title_subject, without_subject
from dlqa_lint.similarity.question_language import guess, is_english, may_be_foreign
from dlqa_lint.similarity.separable_verbs import rejoined
from dlqa_lint.similarity.several_questions import first_part, first_sentence
from dlqa_lint.similarity.snowball import OTHER_SCRIPT, TABLED, shorn
from dlqa_lint.similarity.stem import stem
from dlqa_lint.similarity.text_language import ENGLISH, IDEOGRAPHIC, language_of, script_of, small_words
from dlqa_lint.similarity.word_weights import WordWeights


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
    part: "PreparedQuestion | None" = None
    """The first thing it asks, as a question of its own, where it asks several; or `brief`."""
    brief: bool = False
    """Whether it leaves out what its document is about: it is the same question there, and nowhere else."""


class PreparedDocument:
    """A document, ready to be compared with others.

    Pickled, its questions are packed by themselves: who only asks whether they are the same needs none of them.
    """

    def __init__(
        self, readings: tuple[PreparedQuestion, ...] | None, answers: tuple[frozenset[int], ...]
    ) -> None:
        """Take the questions (None where nobody is to look for topics) and the shingles of their answers."""
        self.answers = answers
        self._readings = readings
        self._packed = b""

    @property
    def readings(self) -> tuple[PreparedQuestion, ...] | None:
        """Its questions; None where nobody is to look for topics."""
        if self._packed:
            import pickle  # a run without memory needs it not

            # What is unpacked came in one entry with the document itself, which is believed.
            self._readings, self._packed = pickle.loads(self._packed), b""
        return self._readings

    @cached_property
    def asked(self) -> bytes | None:
        """What tells its questions from those of another document; None where nobody is to look for topics."""
        if self.readings is None:
            return None
        return digest(repr([reading.asked for reading in self.readings]).encode("utf-8", "surrogatepass"))

    def __getstate__(self) -> dict[str, object]:
        import pickle  # a run without memory needs it not

        packed = self._packed or pickle.dumps(self._readings, 5)
        return {"asked": self.asked, "answers": self.answers, "_packed": packed, "_readings": None}


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
        spelt = self.language == ENGLISH or self.language in TABLED
        words = {text: tokens(text) for text in texts} if spelt else {}
        self._words = words
        self._vocabulary = frozenset(token.word for found in words.values() for token in found)
        self._phrases: Phrases = {
            phrase: word for text in texts for phrase, word in spelt_out(text).items()
        } | dict(synonyms or {})
        self._folders: dict[str, PhraseFolder] = {}
        self._weights = WordWeights()
        outlines = [self._outline(question, words.get(question.text)) for question in document]
        title = next((question.title for question in document if question.title), "")
        self._own = title_subject(title, self.language) if spelt and len(document) > 1 else frozenset()
        self._weights = WordWeights(outline.depths for outline in outlines)
        self._outlines = dict(zip(document, outlines, strict=True))

    def read(self, question: Asked) -> PreparedQuestion:
        """The question as this document understands it."""
        outline = self._outlines.get(question) or self._outline(question)
        language = self._tongue(question)
        whole = self._weighed(question, normalised(question.text), language, outline)
        part = self._part(question, language) or self._brief(question, language)
        return whole._replace(part=part) if part and part.outline.subject else whole

    def _part(self, question: Asked, language: str) -> PreparedQuestion | None:
        """The first of several things that a question asks, None for one."""
        if language in IDEOGRAPHIC:
            text = first_sentence(question.text)
            outline = cjk.outline(text, language, self._folder(language)) if text else None
        elif language == ENGLISH or language in TABLED:
            given = self._words.get(question.text) or tokens(question.text)
            words = first_part(question.text, given, grammar(language))
            text = " ".join(token.surface for token in words)
            outline = self._of_words(question.text, words, language) if words else None
        else:
            return None
        return self._weighed(question, normalised(text), language, outline) if outline else None

    def _brief(self, question: Asked, language: str) -> PreparedQuestion | None:
        """A question without what its document is about, None where it does not say that, or nothing else."""
        if not self._own or language != self.language:
            return None
        given = self._words.get(question.text) or tokens(question.text)
        words = without_subject(given, self._own, grammar(language))
        if not words:
            return None
        text = " ".join(token.surface for token in words)
        outline = self._of_words(text, words, language)
        return self._weighed(question, normalised(text), language, outline)._replace(brief=True)

    def _weighed(self, question: Asked, key: str, language: str, outline: Outline) -> PreparedQuestion:
        weigh = self._weights.of
        weights = {stem: weigh(stem) * depth for stem, depth in outline.depths.items()}
        return PreparedQuestion(question, key, language, outline, weights, sum(weights.values()) or 1e-9)

    def words(self, text: str) -> frozenset[str]:
        """The stems of an English text."""
        return frozenset(
            grammar(ENGLISH).reduced(token.word) for token in self._folded(text, bare_tokens(text))
        )

    def _tongue(self, question: Asked) -> str:
        """The language of one question: its own script goes before its document."""
        language = question.language or self.language
        if language in OTHER_SCRIPT and is_english(question.text):
            return ENGLISH
        if question.language:
            return question.language
        script = script_of(question.text)
        if script not in ("", "alphabet"):
            return script
        if self.language == ENGLISH and may_be_foreign(question.text):
            return language_of([question.text]) or self.language
        return self.language or guess(question.text)

    def _outline(self, question: Asked, words: list[Token] | None = None) -> Outline:
        language = self._tongue(question)
        if language in IDEOGRAPHIC:
            return cjk.outline(question.text, language, self._folder(language))
        return self._of_words(question.text, words or tokens(question.text), language)

    def _of_words(self, text: str, words: list[Token], language: str) -> Outline:
        """What the words of a text in letters say, or of a part of it."""
        if language == ENGLISH:
            return frames.outline(self._folded(text, words), grammar(language))
        if language in TABLED:
            known = grammar(language)
            words = [_adapted(token, language) for token in without_manner(words, language)]
            words = without_lead(words, known)
            words = rejoined(words, known) if "detached" in known.roles else words
            return frames.outline(self._folder(language).fold(words), known)
        return _plain_outline(words, small_words(language))

    def _folder(self, language: str) -> PhraseFolder:
        if language not in self._folders:
            stem_of = grammar(language).stem
            own = {tuple(map(stem_of, phrase)): word for phrase, word in self._phrases.items()}
            self._folders[language] = PhraseFolder(own, language)
        return self._folders[language]

    def _folded(self, text: str, words: list[Token]) -> list[Token]:
        words = without_lead(named(without_manner(words)), grammar(ENGLISH))
        words = joined(words, self._vocabulary)
        own = spelt_out(text)
        if own.items() <= self._phrases.items():
            return self._folder(ENGLISH).fold(words)
        return PhraseFolder({**self._phrases, **own}).fold(words)


def _language(document: Sequence[Asked], texts: list[str]) -> str:
    told = next((question.language for question in document if question.language), "")
    return told or language_of(texts)


def _adapted(token: Token, language: str) -> Token:
    """A word without what its language hangs on it; German writes every noun like a name."""
    if "'" not in token.word and not (token.is_name and language == "de"):
        return token
    is_name = token.is_name and (language != "de" or any(sign.isupper() for sign in token.surface[1:]))
    return token._replace(word=shorn(token.word, language) or token.word, is_name=is_name)


def _plain_outline(words: list[Token], small: frozenset[str]) -> Outline:
    """A question of a language without frame tables: all words but the small ones are its subject."""
    subject = {token.word: token.surface for token in words if token.word not in small}
    names = frozenset(token.word for token in words if token.is_name)
    return Outline(dict.fromkeys(subject, 1.0), tuple(subject), subject, {}, names, ())
