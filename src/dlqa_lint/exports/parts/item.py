"""A question as exports see it: its words, what is below it, its options, its answer, and what it is called."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dlqa_lint.exports.parts.answer_text import explanation_of, markdown_of
from dlqa_lint.exports.parts.identity import keys_of
from dlqa_lint.exports.parts.kinds import Kind, kind_of
from dlqa_lint.exports.parts.matter import matter_of
from dlqa_lint.exports.parts.unmarked import unmarked
from dlqa_lint.model.bank import Answer, Document, Question


class Choice(NamedTuple):
    """An option: what it is called ("" for nothing), its Markdown, and whether it is right (None: nobody says).

    Marks that only say that it is right are not part of the Markdown.
    """

    label: str
    text: str
    correct: bool | None


class Item(NamedTuple):
    """A question with its document; all texts are Markdown.

    `matter` is what belongs to the question below its line: code, images, more words. `answer` is the answer as
    it is written, `explanation` the same without the letters of a key, and with what is below it. `sections`
    are the names of the sections around the question, the outermost first. `key` is the same in every export in
    which the question is asked in the same words, whatever its number, its place and its answer.
    """

    document: Document
    question: Question
    kind: Kind
    matter: str
    choices: tuple[Choice, ...]
    answer: str
    explanation: str
    sections: tuple[str, ...]
    key: str

    @property
    def number(self) -> str:
        """The number as readers see it, "" for none."""
        return self.question.number.label if self.question.number else ""

    @property
    def asked(self) -> str:
        """The whole question: its words, and what belongs to them below."""
        return "\n\n".join(filter(None, (self.question.text.strip(), self.matter)))

    @property
    def right(self) -> tuple[int, ...]:
        """The indexes of the right options."""
        return tuple(at for at, choice in enumerate(self.choices) if choice.correct)

    @property
    def several(self) -> bool:
        """Whether more than one option may be marked."""
        return self.kind == "multiple" or len(self.right) > 1

    @property
    def labels(self) -> tuple[str, ...]:
        """What the options are called where they have to be called something: A, B, C, and so on."""
        return tuple(chr(ord("A") + at) for at in range(len(self.choices)))


def items_of(documents: Iterable[Document]) -> tuple[Item, ...]:
    """The questions of documents, in order."""
    found = [item for document in documents for item in _items(document)]
    keys = keys_of((item.question, item.matter) for item in found)
    return tuple(item._replace(key=key) for item, key in zip(found, keys, strict=True))


def _items(document: Document) -> Iterator[Item]:
    sections = _sections(document)
    for at, question in enumerate(document.questions):
        answer = _answer(document, at)
        above, below = matter_of(document, question)
        explained = explanation_of(document, question, answer) if answer else ""
        yield Item(
            document=document,
            question=question,
            kind=kind_of(question),
            matter=above,
            choices=_choices(question),
            answer=markdown_of(document, answer) if answer else "",
            explanation="\n\n".join(filter(None, (explained, below))),
            sections=sections.get(question.position, ()),
            key="",
        )


def _answer(document: Document, at: int) -> Answer | None:
    """The answer of a question, or the one that a stack of headings shares; one that a key holds is in no text.

    ### What is a keel?
    ### And what does it do?
    It keeps the boat upright.
    """
    questions, source = document.questions, document.source
    while questions[at].shares_answer and questions[at].answer is None and at + 1 < len(questions):
        last = source.last_line(questions[at].span)
        if source.line_index(questions[at + 1].span.start) != last + 1:
            break
        at += 1
    return questions[at].answer


def _choices(question: Question) -> tuple[Choice, ...]:
    texts = unmarked([option.text for option in question.options], question.right)
    return tuple(
        Choice(option.label, text, at in question.right if question.right else option.correct)
        for at, (option, text) in enumerate(zip(question.options, texts, strict=True))
    )


def _sections(document: Document) -> dict[int, tuple[str, ...]]:
    """The names of the sections around each question, by its position; the title is not a section."""
    found: dict[int, tuple[str, ...]] = {}
    title = document.title.span if document.title else None
    for section in sorted(document.sections, key=lambda section: section.span.start):
        if section.heading.span == title:
            continue
        for position in section.questions:
            found[position] = (*found.get(position, ()), section.name)
    return found
