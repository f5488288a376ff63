"""Documents about different things: "What is a partition?" is one question about Kafka and another about Cassandra."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dlqa_lint.links.targets import heading_above
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.rules.duplicates._compared import Spot, own_name
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from dlqa_lint.similarity.products import Products

_WORD = regex(r"[^\W\d_]{2,}")
_USED = 3
"""Questions and answers of a document that name what it is about."""
_SIGN_OR_WORD = regex(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_LABEL = regex(r"\W*[^\W\d_]+[ .:#-]{1,3}\d{1,3}\W*")
"""A word with a number."""
_COPIED = 0.5
"""The share of the words of two answers, taken together, that near copies have in common."""
_NAME = 3
"""Words of a heading that only names a product: "4. Kafka Streams"; longer ones tell of many things."""


class Subjects:
    """What documents are about, by their titles and by what they speak of; each is read once."""

    def __init__(self, apart: Collection[tuple[str, str]] = ()) -> None:
        """Take the pairs of documents that are known to ask the same of two subjects."""
        self._apart = apart
        self._told: dict[str, list[list[tuple[str, str]]]] = {}
        self._uses: dict[tuple[str, str], int] = {}
        self._languages: dict[str, str] = {}

    def parts(self, group: Iterable[Spot]) -> Iterator[list[Spot]]:
        """The parts of a group of equal questions whose documents are about one thing."""
        parts: list[list[Spot]] = []
        for spot in group:
            part = next((part for part in parts if not self.differ(part[0], spot)), None)
            if part is None:
                parts.append([spot])
            else:
                part.append(spot)
        yield from (part for part in parts if len(part) > 1)

    def differ(self, first: Spot, second: Spot) -> bool:
        """Whether two questions are in documents about different things, on which their answers rest.

        The answer of one says so, or both leave it to their documents what they are about; and so it is where the
        titles, or their sections, name two products, Kafka and Cassandra, and the answers are not the same. A word with
        a number, "Level 3", names nothing but a place.
        """
        (document, question), (other, asked) = first, second
        leave_it = _LABEL.fullmatch(question.plain_text) or self._are_of_two_products(first, second)
        if leave_it and not _are_copies(question, asked):
            return True
        if document is other:
            below_others = _are_below_others(document, question, asked)
            return below_others and self._is_nameless(first) and self._is_nameless(second)
        if _are_named_apart(document, other) and self._is_nameless(first) and self._is_nameless(second):
            return not _are_copies(question, asked)
        pair = document.path, other.path
        if pair in self._apart or self._are_about_their_documents(first, second):
            return True
        ours, theirs = self._subject(document, other), self._subject(other, document)
        if not ours or not theirs:
            return False
        return not (ours.isdisjoint(_answered(question)) and theirs.isdisjoint(_answered(asked)))

    def _subject(self, document: Document, other: Document) -> set[str]:
        """The words of a title that its document names time and again, and another document nowhere."""
        own = _title(document) - _title(other)
        if not (own and other.title) or any(self._using(word, other) for word in own):
            return set()
        return {word for word in own if self._using(word, document) >= _USED}

    def _are_of_two_products(self, first: Spot, second: Spot) -> bool:
        """Whether two questions are asked about two products of which none is a part of the other."""
        products = [self._products_of(*spot, alone=first[0] is not second[0]) for spot in (first, second)]
        return products[0].exclude(products[1])

    def _products_of(self, document: Document, question: Question, *, alone: bool) -> "Products":
        """The products that the section of a question names, or else, with `alone`, the title or the path.

        A question that names one itself says what it is about wherever it stands.
        """
        # The word tables are loaded where two questions are the same.
        from dlqa_lint.similarity.products import Products, products_in

        if products_in(question.plain_text).names:
            return Products()
        section = document.sections[question.section].name if question.section >= 0 else ""
        path = PurePosixPath(document.path)
        # The title of a file with one question is the question.
        title = document.title.plain_text if document.title and len(document.questions) > 1 else ""
        said = [section] if len(section.split()) <= _NAME else []
        said += [title, f"{path.parent.name} {path.stem}"] if alone else []
        return next((found for found in map(products_in, said) if found.names), Products())

    def _is_nameless(self, spot: Spot) -> bool:
        # The scorer loads its word tables; only few banks have a pair that needs them.
        from dlqa_lint.similarity import Asked
        from dlqa_lint.similarity.implied_subject import is_nameless

        document, question = spot
        language = self._language_of(document)
        return is_nameless(Asked("", 0, question.plain_text, question.prompt_in_order, language=language))

    def _are_about_their_documents(self, first: Spot, second: Spot) -> bool:
        # It loads the word tables, too.
        from dlqa_lint.rules.duplicates._own_subjects import are_about_their_documents

        return are_about_their_documents(first, second, self._language_of(first[0]))

    def _language_of(self, document: Document) -> str:
        from dlqa_lint.similarity import language_of

        if document.path not in self._languages:
            self._languages[document.path] = language_of(asked.plain_text for asked in document.questions)
        return self._languages[document.path]

    def _using(self, word: str, document: Document) -> int:
        """How many questions of a document use a word, in their own words or in their answers."""
        if document.path not in self._told:
            self._told[document.path] = [_told(question) for question in document.questions]
        if (document.path, word) not in self._uses:
            # Few texts hold the letters of a word, so that few are cut into words.
            self._uses[document.path, word] = sum(
                any(word in folded and word in _words(text) for folded, text in told)
                for told in self._told[document.path]
            )
        return self._uses[document.path, word]


def ask_of_two_subjects(pairs: Sequence[tuple[Spot, Spot]]) -> bool:
    """Whether the questions that two documents share ask of two things, which their titles name.

    So they do where each is answered in both, and no answer says what the other says.
    """
    (document, _), (other, _) = pairs[0]
    return _are_named_apart(document, other) and all(
        question.answered and asked.answered and not _are_copies(question, asked)
        for (_, question), (_, asked) in pairs
    )


def _are_below_others(document: Document, question: Question, asked: Question) -> bool:
    """Whether two questions are answered otherwise, below headings that each have a word of their own.

    ## How do I pay by card?

    ### What does it cost?
    """
    above = (heading_above(document, one) for one in (question, asked))
    ours, theirs = (_words(heading.text if heading else "") for heading in above)
    answered = question.answered and asked.answered and not _are_copies(question, asked)
    return answered and bool(ours - theirs and theirs - ours)


def _are_named_apart(document: Document, other: Document) -> bool:
    """Whether the names of two documents each hold a word that the other lacks."""
    ours, theirs = _name(document), _name(other)
    return bool(ours - theirs and theirs - ours)


def _name(document: Document) -> set[str]:
    """The words of a document's title, of its file's name without one."""
    return _title(document) or _words(own_name(document.path))


def _are_copies(question: Question, other: Question) -> bool:
    """Whether two answers say nearly the same, so that one would serve both."""
    ours, theirs = (
        set(_SIGN_OR_WORD.findall(asked.answer.text.casefold())) if asked.answer else set()
        for asked in (question, other)
    )
    return len(ours & theirs) >= _COPIED * len(ours | theirs) > 0


def _title(document: Document) -> set[str]:
    return _words(document.title.text) if document.title else set()


def _told(question: Question) -> list[tuple[str, str]]:
    """A question and its answer, each as its letters are where case does not count, and as it is."""
    told = [
        question.plain_text,
        *([question.answer.text] if question.answer and question.answer.given else ()),
    ]
    return [(text.casefold(), text) for text in told]


def _answered(question: Question) -> set[str]:
    return _words(question.answer.text) if question.answer and question.answer.given else set()


def _words(text: str) -> set[str]:
    if text.isascii():
        return set(_WORD.findall(text.lower()))
    return {match.casefold() for match in _WORD.findall(text)}
