"""The model of a bank: documents with their sections, contents and links, and the questions in them.

Frozen data with views.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from dlqa_lint.model.embedder import Embedder
from dlqa_lint.model.question import Answer, Field, Marker, Number, Option, Part, Question
from dlqa_lint.model.schema import Schema
from dlqa_lint.text.inline import Link
from dlqa_lint.text.source import Source, Span

if TYPE_CHECKING:
    from dlqa_lint.similarity.prepared import PreparedDocument

__all__ = (
    "Answer",
    "Bank",
    "Claim",
    "Contents",
    "Document",
    "Doubt",
    "Entry",
    "Field",
    "Heading",
    "Key",
    "KeyEntry",
    "Link",
    "Marker",
    "Name",
    "Number",
    "Option",
    "Part",
    "Question",
    "Remnant",
    "Run",
    "Section",
    "StatedRange",
    "Suppression",
    "Title",
    "key_for",
    "question_at",
)


class Heading(NamedTuple):
    """A heading of a document, whatever it is for."""

    level: int
    text: str
    plain_text: str
    span: Span
    text_span: Span
    question: int | None = None
    """The position of the question that this heading asks, if it is one."""


class Section(NamedTuple):
    """A part of a document under a heading; `questions` are the positions of all that are inside."""

    name: str
    level: int
    span: Span
    heading: Heading
    questions: tuple[int, ...] = ()
    body: Span = Span(0, 0)


class Run(NamedTuple):
    """Questions whose numbers belong together.

    `scope` is as in the schema, and `form` the one that most of them have. A run with `lazy` numbers
    (`1. 1. 1.`) is numbered by the renderer, and the numbering rules are silent about it.
    """

    scope: str
    form: str
    questions: tuple[int, ...]
    lazy: bool = False
    first_expected: int = 1
    withdrawn: tuple[Number, ...] = ()
    """Numbers of questions that were struck out: they explain gaps."""


class Entry(NamedTuple):
    """An entry of a table of contents; `number` is the one written before (or in) its text."""

    number: Number | None
    text: str
    plain_text: str
    link: Link | None
    span: Span
    depth: int = 0


class Contents(NamedTuple):
    """A table of contents: its entries, and whether it is a `list` or a `table`."""

    kind: str
    span: Span
    entries: tuple[Entry, ...]


class Claim(NamedTuple):
    """A sentence that says how many questions the document, or (`section` >= 0) a section of it, has."""

    count: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    span: Span
    section: int = -1


class StatedRange(NamedTuple):
    """The numbers of the first and the last question, as a title or an introduction says them."""

    first: int
    last: int
    span: Span


class Title(NamedTuple):
    """The document's title: `text` as written with its markup, `form` its template, `# {text}`."""

    text: str
    plain_text: str
    form: str
    level: int
    span: Span
    text_span: Span


class KeyEntry(NamedTuple):
    """An entry of an answer key: the letters that it gives to a number."""

    number: int
    letters: tuple[str, ...]
    letters_span: Span
    span: Span


class Key(NamedTuple):
    """An answer key, or its part for one section, for the questions that are between `since` and `until`.

    `span` is the whole key, and `heading` that of the part.
    """

    span: Span
    heading: Span
    since: int
    until: int
    entries: tuple[KeyEntry, ...]

    def asked(self, questions: Sequence[Question]) -> Sequence[Question]:
        """Those of a document's questions that the key is for."""
        first = bisect_left(questions, self.since, key=lambda question: question.span.start)
        return questions[first : bisect_left(questions, self.until, key=lambda question: question.span.start)]

    def entry_of(self, question: Question) -> KeyEntry | None:
        """The first entry with a question's number."""
        value = question.number.value[-1] if question.number else None
        return next((entry for entry in self.entries if entry.number == value), None)


def key_for(question: Question, keys: Sequence[Key]) -> Key | None:
    """The key that a question is to be looked up in; `keys` are in the order of what they answer."""
    at = bisect_right(keys, question.span.start, key=lambda key: key.since) - 1
    return keys[at] if at >= 0 and question.span.start < keys[at].until else None


class Remnant(NamedTuple):
    """A piece that is out of place.

    `kind` is `stub`, `orphan-answer`, `orphan-options`, `unclosed-block` or `swallowed-heading`.
    """

    kind: str
    span: Span
    text: str


class Name(NamedTuple):
    """What a suppression names: a rule, a family or a question; and where it names it."""

    text: str
    span: Span


class Suppression(NamedTuple):
    """A comment for dlqa-lint as it was written: `ignore RULE: reason`, `distinct 12: reason`.

    `questions` are the positions of the questions that it may be about, the likeliest first; `scope` is what
    `ignore-next-line` and `ignore-file` cover.
    """

    verb: str
    names: tuple[Name, ...]
    reason: str
    span: Span
    scope: Span = Span(0, 0)
    questions: tuple[int, ...] = ()


class Doubt(NamedTuple):
    """Lines that are written alike and of which it is not sure whether they ask.

    `form` is how they are written, `spans` are their places, and `asks` tells whether they were read as
    questions. `others` are the forms of the questions without them.
    """

    form: str
    spans: tuple[Span, ...]
    asks: bool
    others: tuple[str, ...] = ()


class Document(NamedTuple):
    """One file as a question document.

    `is_bank` is False for ordinary Markdown, about which no rule says anything; `evidence` says why it was
    taken for what it is, `confidence` how likely it is that its questions were read rightly, 0 to 1 (1 where
    a schema says what they look like). Everything else is in document order.
    """

    source: Source
    schema: Schema
    is_bank: bool
    evidence: str
    title: Title | None = None
    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    runs: tuple[Run, ...] = ()
    headings: tuple[Heading, ...] = ()
    contents: tuple[Contents, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Link, ...] = ()
    """Its images, as links to their files."""
    anchors: frozenset[str] = frozenset()
    claims: tuple[Claim, ...] = ()
    stated: StatedRange | None = None
    keys: tuple[Key, ...] = ()
    remnants: tuple[Remnant, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    confidence: float = 1.0
    doubt: Doubt | None = None
    """What might just as well be read the other way; never under a schema, which settles it."""
    conflict: Span | None = None
    """The line at which a merge conflict begins: a document with one holds nothing else."""
    compared: "PreparedDocument | None" = None
    """What the duplicate rules compare, where it was prepared together with the document."""

    @property
    def path(self) -> str:
        """The path of the document as it was named."""
        return self.source.path

    def at(self, position: int) -> Question:
        """The question at a position; the first one is at 1."""
        return self.questions[position - 1]


Recall = Callable[[str, object, Callable[[], Any]], Any]
"""What is made of some content, from memory where there is one: the name of what is made, all that it is made of
(compared by its `repr`), and what makes it."""


def made_anew(name: str, content: object, make: Callable[[], Any]) -> Any:
    """What is made of some content, without a memory."""
    return make()


class Bank(NamedTuple):
    """All question documents that are linted together, in the order of their paths.

    Where somebody named but some files, it is not `whole`: what is missing in it may be elsewhere. A bank
    equals itself only, so that what several rules need of it can be found out once.
    """

    documents: tuple[Document, ...]
    reported: frozenset[str] = frozenset()
    whole: bool = True
    absent: frozenset[str] = frozenset()
    """The paths to which its documents lead and where no file is; that of a folder ends in a slash."""
    answer_files: tuple[Document, ...] = ()
    """The files beside its documents that hold an answer key and ask nothing."""
    blank: tuple[Document, ...] = ()
    """The files beside its documents in which nothing is written."""
    ordinary: frozenset[str] = frozenset()
    """The paths of the files beside its documents that are no question documents."""
    beside: Mapping[str, frozenset[str]] = MappingProxyType({})
    """All names in the folders in which documents are numbered, linted or not, by folder."""
    originals: Mapping[str, str] = MappingProxyType({})
    """What the settings say about translations whose paths do not show it: their originals, by path."""
    recall: Recall = made_anew
    """What rules ask for that would find out the same at every run."""
    embedder: Embedder | None = None
    """The sentence-embedding model that the settings name."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


def question_at(document: Document, offset: int) -> Question | None:
    """The question whose line or body holds an offset."""
    at = bisect_right(document.questions, offset, key=lambda question: question.span.start) - 1
    if at < 0:
        return None
    question = document.questions[at]
    return question if offset < max(question.body.end, question.span.end) else None
