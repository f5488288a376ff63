"""Questions about the subjects of their documents, which titles name: "What is a consumer?" of two message brokers."""

from collections.abc import Set

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.rules.duplicates._compared import Spot, own_name
from dlqa_lint.similarity.asked import Asked
from dlqa_lint.similarity.facets import DEFINE
from dlqa_lint.similarity.grammar import grammar
from dlqa_lint.similarity.normalise import tokens
from dlqa_lint.similarity.outline import Outline
from dlqa_lint.similarity.own_subject import title_stems, title_subject
from dlqa_lint.similarity.prepared import Preparer
from dlqa_lint.similarity.products import products_in
from dlqa_lint.similarity.snowball import TABLED
from dlqa_lint.similarity.text_language import ENGLISH

_LITTLE = 0.1
"""The share of the words of the shorter of two answers that answers to two questions may have in common.

Of 38 answered pairs of public banks that ask the same in two documents no one has less, and one no more than a word:
its titles share a subject.
"""
_BY_CHANCE = 1
"""The words that two answers may have in common however short they are."""
_LEAST_SAID = 3
"""The words of an answer that says something of its subject; "A fin." may be said of anything."""
_LEAST_DEFINED = 2
"""The same where a question asks what one word means: "A post." may be said of any column, "Drums of stone" may not."""


def are_about_their_documents(first: Spot, second: Spot, language: str) -> bool:
    """Whether two equal questions are each about what the title of its document names.

    So they are where the titles have no word in common but those of any title ("interview", "part"), neither
    question has a name or a word of a title, and their answers say nothing of the same.
    """
    if language != ENGLISH and language not in TABLED:
        return False
    (document, question), (other, asked) = first, second
    known = grammar(language)
    ours, theirs = _subject(document, language), _subject(other, language)
    if not (ours and theirs) or not ours.isdisjoint(theirs) or _are_kin(document, other):
        return False
    words = title_stems(question.plain_text, known) | title_stems(asked.plain_text, known)
    if not words.isdisjoint(ours | theirs) or any(_has_name(one, language) for one in (question, asked)):
        return False
    said, told = (title_stems(_answer(one), known) - words for one in (question, asked))
    least = min(len(said), len(told))
    needed = _LEAST_DEFINED if _asks_for_a_word(question, language) else _LEAST_SAID
    return least >= needed and len(said & told) <= max(_BY_CHANCE, _LITTLE * least)


def _subject(document: Document, language: str) -> Set[str]:
    """The stems of the words of a title that say what a document is about."""
    if len(document.questions) < 2:
        return frozenset()  # its title is the question
    return title_subject(_name(document), language)


def _name(document: Document) -> str:
    """The title of a document, the name of its file or folder without one."""
    if document.title:
        return document.title.plain_text
    return own_name(document.path).replace("_", " ")


def _are_kin(document: Document, other: Document) -> bool:
    """Whether one document is known to be about a part of what the other is about: Java, Spring."""
    ours, theirs = products_in(_name(document)), products_in(_name(other))
    return bool(ours.names and theirs.names) and not ours.exclude(theirs)


def _asks_for_a_word(question: Question, language: str) -> bool:
    """Whether a question asks what one word means."""
    outline = _outline(question, language)
    return len(outline.subject) == 1 and outline.facets == (DEFINE,)


def _has_name(question: Question, language: str) -> bool:
    """Whether a question names what it is about: the JVM, `useMemo`."""
    names = _outline(question, language).names
    return bool(names) or any(token.quoted for token in tokens(question.plain_text))


def _outline(question: Question, language: str) -> Outline:
    asked = Asked("", 0, question.plain_text, language=language)
    return Preparer([asked]).read(asked).outline


def _answer(question: Question) -> str:
    return question.answer.text if question.answer and question.answer.given else ""
