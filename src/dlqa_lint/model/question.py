"""The model of a question: its number, answer, options and fields. Frozen data with views."""

from typing import Literal, NamedTuple

from dlqa_lint.model.numbers import NumberKey
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_OWN_NUMBER = regex(r"\s\d{1,4}(?!\d)")

Kind = Literal[
    "heading", "item", "item-heading", "paragraph", "plain", "summary", "row", "file", "html-heading", "directive",
    "card", "prompt",
]  # fmt: skip
"""The Markdown that carries a question.

An `item` is bulleted or numbered, and an `item-heading` is a heading in one. `plain` is a paragraph with neither number
nor emphasis, and `prompt` one with options below it or a label alone above it. `file` is a question in the metadata of
its file, `card` one side of a flash card, and `directive` a container of any syntax.
"""

ITEMS: frozenset[Kind] = frozenset(("item", "item-heading"))
"""The kinds that are in lists."""

HEADINGS: frozenset[Kind] = frozenset(("heading", "item-heading"))
"""The kinds that hashes tell."""

LINES: frozenset[Kind] = ITEMS | HEADINGS | {"paragraph"}
"""The kinds that are lines of Markdown alone, with what tells them at their beginning."""


class Number(NamedTuple):
    """A question's number: how it is written (`07`, `17a`, `3.4.12`), what it is worth, and where it is.

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
    def key(self) -> NumberKey:
        """What two equal numbers share, however they are spelled."""
        return self.value, self.suffix


class Marker(NamedTuple):
    """The words that open an answer, with their span and form, `**Answer:** {text}` for one."""

    span: Span
    form: str

    @property
    def common_form(self) -> str:
        """The form without the number of the question, which some repeat: `Answer 7: {text}`."""
        return _OWN_NUMBER.sub("", self.form)


class Part(NamedTuple):
    """A labelled part of an answer, `In depth: …`: the name is the schema's, `text` the Markdown after the label.

    `span` runs from the label to the next part, or to the end of the answer.
    """

    name: str
    span: Span
    text: str


AnswerKind = Literal["prose", "notes", "material"]


class Answer(NamedTuple):
    """What is under a question to answer it.

    `span` runs from the marker (or the first character) to the last; `text` is the Markdown after the marker
    and `word_count` its number of words. `placeholder` is what was found instead of an answer, `TODO` for
    one. `kind` tells how surely it answers: `prose` does, and so does all that has a marker; `notes` are on
    the line of the question or in a list below its item, where remarks are as well; `material` (code,
    images, tables, hints, further questions) may as well belong to the question. `parts` are the
    labelled ones that the schema names.
    """

    span: Span
    text: str
    word_count: int
    marker: Marker | None = None
    placeholder: str | None = None
    placeholder_span: Span | None = None
    kind: AnswerKind = "prose"
    parts: tuple[Part, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is a marker with nothing after it."""
        return self.word_count == 0

    @property
    def given(self) -> bool:
        """Whether somebody answered."""
        return self.word_count > 0 and self.placeholder is None


class Option(NamedTuple):
    """A choice of a quiz question; `correct` is None where the option itself does not say it.

    `label` is the letter or number it is called by, "" for none, and is at `label_span`; `form` is its
    template, `- [{mark}] {text}`.
    """

    text: str
    label: str
    correct: bool | None
    form: str
    span: Span
    text_span: Span
    label_span: Span | None = None


class Field(NamedTuple):
    """Labelled metadata of a question, `Difficulty: easy`."""

    name: str
    value: str
    span: Span


class Question(NamedTuple):
    """A question: its line, its words, its number, and all that belongs to it.

    `span` is its own line (of several lines, all of them), `text` its Markdown without number and marker,
    `plain_text` the same without markup. `form` is the template it is written in and `kind` the Markdown that
    carries it. `body` is everything below the line that belongs to the question, `prompt` the code, options and
    images that tell two equal texts apart. `material` is the code, tables and pictures between a label alone
    (`## Question 7`) and the words that ask about them. `run` and `section` are indexes into the document's
    (`section` -1: before every one). Stacked questions share the answer of the one below; withdrawn ones need none,
    and those whose words are a link to another document have theirs there (`leads_out`).
    """

    position: int
    number: Number | None
    text: str
    plain_text: str
    span: Span
    text_span: Span
    form: str
    kind: Kind
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
    leads_out: bool = False
    material: Span | None = None

    @property
    def prompt_in_order(self) -> str:
        """The prompt with its options in alphabetical order: another order makes no other question."""
        lines = self.prompt.split("\n")
        first = len(lines) - len(self.options)
        return "\n".join([*lines[:first], *sorted(lines[first:])])

    @property
    def labels(self) -> tuple[str, ...]:
        """What the options are called, in capitals; those without a label go by their place."""
        if any(option.label for option in self.options):
            return tuple(option.label.upper() for option in self.options)
        letters = all(letter.isalpha() for letter in self.answer_letters)
        return tuple(chr(ord("A") + at) if letters else str(at + 1) for at in range(len(self.options)))

    @property
    def ticked(self) -> frozenset[int]:
        """The indexes of the options that are marked as right themselves."""
        return frozenset(at for at, option in enumerate(self.options) if option.correct)

    @property
    def named(self) -> frozenset[int]:
        """The indexes of the options that the answer names; none where a label is repeated or unknown."""
        letters = {letter.upper() for letter in self.answer_letters}
        found = [at for at, label in enumerate(self.labels) if label in letters]
        return frozenset(found) if len(found) == len(letters) else frozenset()

    @property
    def right(self) -> frozenset[int]:
        """The indexes of the right options, whether they are marked themselves or named by the answer."""
        return self.ticked or self.named

    @property
    def answered(self) -> bool:
        """Whether the question has an answer: words, a link, an option marked as right, or one that it shares."""
        if self.answer is None:
            return self.marked_option or self.shares_answer or self.leads_out
        return self.answer.given or self.marked_option
