"""The model of a bank: documents, sections, questions, answers, options, fields. Frozen data with views."""

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.schema.model import Schema
from dlqa_lint.source import Source, Span

if TYPE_CHECKING:
    from dlqa_lint.similarity.reading import Compared


class Number(NamedTuple):
    """A question's number: how it is written (`07`, `17a`, `3.4.12`), what it is worth, and where it stands.

    In a lazy list (`1. 1. 1.`) the value is the rendered one. `suffix` is the `a` of `17a`.
    """

    spelling: str
    value: tuple[int, ...]
    suffix: str
    span: Span
    lazy: bool = False

    @property
    def label(self) -> str:
        """The number as readers see it."""
        return ".".join(map(str, self.value)) + self.suffix if self.lazy else self.spelling

    @property
    def key(self) -> tuple[tuple[int, ...], str]:
        """What two equal numbers share, however they are spelled."""
        return self.value, self.suffix


class Marker(NamedTuple):
    """The words that open an answer: where they stand and their form, `**Answer:** {text}` for one."""

    span: Span
    form: str


class Answer(NamedTuple):
    """What stands under a question to answer it.

    `span` runs from the marker (or the first character) to the last; `text` is the Markdown after the marker
    and `words` its number of words. `placeholder` is the stand-in found instead of an answer, `TODO` for one.
    `kind` tells how surely it answers: `prose` does, and so does all that has a marker; `notes` stand on the
    line of the question or in a list below its item, where remarks stand as well; `material` (code, images,
    tables, hints, further questions) may as well belong to the question.
    """

    span: Span
    text: str
    words: int
    marker: Marker | None = None
    placeholder: str | None = None
    placeholder_span: Span | None = None
    kind: str = "prose"

    @property
    def empty(self) -> bool:
        """Whether a marker stands there with nothing behind it."""
        return self.words == 0

    @property
    def given(self) -> bool:
        """Whether somebody answered."""
        return self.words > 0 and self.placeholder is None


class Option(NamedTuple):
    """A choice of a quiz question; `correct` is None where the option itself does not say it.

    `label` is the letter or number it is called by, "" for none, `form` its template, `- [{mark}] {text}`.
    """

    text: str
    label: str
    correct: bool | None
    form: str
    span: Span
    text_span: Span


class Field(NamedTuple):
    """Labelled metadata of a question, `Difficulty: easy`."""

    name: str
    value: str
    span: Span


class Question(NamedTuple):
    """A question: its line, its words, its number, and all that belongs to it.

    `span` is its own line (of several lines, all of them), `text` its Markdown without number and marker,
    `words` the same without markup. `form` is the template it is written in and `kind` the Markdown that
    carries it (`heading`, `item`, `item-heading`, `paragraph`, `summary`, `row`, `file`). `body` is
    everything below the line that belongs to the question, `prompt` the code, options and images that tell
    two equal texts apart. `run` and `section` are indexes into the document's (`section` -1: before every
    one). Stacked questions share the answer of the one below; withdrawn ones need none.
    """

    position: int
    number: Number | None
    text: str
    words: str
    span: Span
    text_span: Span
    form: str
    kind: str
    level: int
    body: Span
    line: int
    prompt: str = ""
    answer: Answer | None = None
    answer_letters: tuple[str, ...] = ()
    answer_letters_span: Span | None = None
    options: tuple[Option, ...] = ()
    fields: tuple[Field, ...] = ()
    run: int = 0
    section: int = -1
    shares_answer: bool = False
    withdrawn: bool = False
    marked_option: bool = False

    @property
    def answered(self) -> bool:
        """Whether the question has an answer: words, or an option marked as the right one."""
        return (self.answer is not None and self.answer.given) or self.marked_option


class Heading(NamedTuple):
    """A heading of a document, whatever it is for."""

    level: int
    text: str
    words: str
    span: Span
    text_span: Span
    question: int | None = None
    """The position of the question that this heading asks, if it is one."""


class Section(NamedTuple):
    """A part of a document under a heading; `questions` are the positions of all that stand inside."""

    name: str
    level: int
    span: Span
    heading: Heading
    questions: tuple[int, ...] = ()
    body: Span = Span(0, 0)


class Run(NamedTuple):
    """Questions whose numbers belong together.

    `scope` is as in the schema; a run with `lazy` numbers (`1. 1. 1.`) is numbered by the renderer, and the
    numbering rules are silent about it.
    """

    scope: str
    form: str
    questions: tuple[int, ...]
    lazy: bool = False
    first_expected: int = 1
    withdrawn: tuple[Number, ...] = ()
    """Numbers of questions that were struck out: they explain gaps."""


class Link(NamedTuple):
    """A link of a document: its text, its target as written, and where both stand."""

    text: str
    target: str
    span: Span
    text_span: Span
    target_span: Span
    in_contents: bool = False


class Entry(NamedTuple):
    """An entry of a table of contents; `number` is the one written before (or in) its text."""

    number: Number | None
    text: str
    words: str
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


class Title(NamedTuple):
    """The document's title: `text` as written with its markup, `form` its template, `# {text}`."""

    text: str
    words: str
    form: str
    level: int
    span: Span
    text_span: Span


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

    `questions` are the indexes of the questions that it may be about, the likeliest first; `scope` is what
    `ignore-next-line` and `ignore-file` cover.
    """

    verb: str
    names: tuple[Name, ...]
    reason: str
    span: Span
    scope: Span = Span(0, 0)
    questions: tuple[int, ...] = ()


class Document(NamedTuple):
    """One file as a question document.

    `is_bank` is False for ordinary Markdown, about which no rule says anything; `evidence` says why it was
    taken for what it is. Everything else is in document order.
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
    anchors: frozenset[str] = frozenset()
    claims: tuple[Claim, ...] = ()
    remnants: tuple[Remnant, ...] = ()
    language: str = ""
    suppressions: tuple[Suppression, ...] = ()
    compared: "Compared | None" = None
    """What the duplicate rules compare, where it was prepared together with the document."""

    @property
    def path(self) -> str:
        """The path of the document as it was named."""
        return self.source.path


class Bank(NamedTuple):
    """All question documents that are linted together, in the order of their paths.

    Where somebody named but some files, it is not `whole`: what is missing in it may be elsewhere. A bank
    equals itself only, so that what several rules need of it can be found out once.
    """

    documents: tuple[Document, ...]
    reported: frozenset[str] = frozenset()
    whole: bool = True

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
