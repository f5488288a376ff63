"""The document schema as the linter uses it: frozen standard-library data, cheap to import.

`dlqa_lint.config.schema_files` validates files into these classes; `dlqa_lint.recognise.habits` learns them
from a document. The attribute docstrings are the descriptions in the generated JSON Schema.
"""

from dataclasses import FrozenInstanceError, dataclass, field
from typing import ClassVar, Literal, TypeVar, dataclass_transform


class Table:
    """A table of a TOML file; a key that its class does not have is an error.

    Equality, hash, repr and immutability are implemented here once, because generating them for every table delays
    every start.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    def __setattr__(self, name: str, value: object) -> None:
        if name in vars(self):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"
        )


Data = TypeVar("Data", bound=Table)


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def table(kind: type[Data]) -> type[Data]:
    """A subclass of Table as a dataclass, which is frozen by what it inherits."""
    return dataclass(eq=False, repr=False)(kind)


Scope = Literal["document", "section", "runs", "hierarchy", "ids", "none"]


@table
class QuestionForm(Table):
    """How a question is written."""

    form: tuple[str, ...] = ()
    """The right form, `### {number}. {text}`; several where parts of a document differ. Any other form is a
    `question-form` finding."""
    ends_with: tuple[str, ...] = ()
    """The characters that a question may end with, `["?", "."]`; none given: any."""


@table
class Numbering(Table):
    """How questions are numbered."""

    scope: Scope = "document"
    """Where the count starts again: once a `document`, at each `section`, at each of several `runs`, by
    `hierarchy` (3.4.12); `ids` are unique in any order; `none`: no numbers."""
    first: int | None = None
    """The first number of a run; nothing: 1, though a run may begin at 0 as well."""


@table
class AnswerForm(Table):
    """How an answer is written."""

    form: str = "{text}"
    """`Answer: {text}`; `{text}` alone: no marker."""
    strict: bool = True
    """Whether every answer must be written so; false: only another spelling of the same marker is a
    finding."""
    required: bool = True
    """Whether a question without an answer is a finding."""
    min_words: int = 0
    """The least number of words of an answer; 0: any."""
    placeholders: tuple[str, ...] = ()
    """Placeholders for an answer besides the shipped ones (`TODO`, `To be completed.` and the like)."""


@table
class TitleForm(Table):
    """How the document's title is written."""

    form: str = ""
    """`# {text}`; nothing: any heading will do."""
    required: bool = False
    """Whether a document without a title is a finding."""
    states_question_count: bool = False
    """Whether the title must say, truly, how many questions there are (`50 … questions`)."""


@table
class ContentsForm(Table):
    """What a table of contents must be."""

    required: bool = False
    """Whether a document without a table of contents is a finding."""
    anchors: Literal["github", "gitlab"] = "github"
    """The site whose heading anchors count."""


@table
class SectionDemand(Table):
    """A section that the document has; sections are in the order in which the schema names them."""

    name: str
    """The text of the section's heading."""
    required: bool = True
    """Whether a document without the section is a finding."""


@table
class OptionsForm(Table):
    """The choices of a quiz question."""

    form: str = "- [{mark}] {text}"
    """How an option is written."""
    required: bool = True
    """Whether every question must have options, and a right one; false: only questions that have options
    are judged, and a missing tick counts only where most are there."""
    correct: Literal["one", "many"] = "many"
    """Whether exactly one option, or at least one, is right."""
    minimum: int = 2
    """The least number of options."""


@table
class FieldDemand(Table):
    """Labelled metadata of a question, `Difficulty: easy`."""

    name: str
    """The field's label."""
    required: bool = False
    """Whether a question without it is a finding."""
    values: tuple[str, ...] = ()
    """The allowed values; none given: any."""


@table
class Duplicates(Table):
    """What counts as a question asked twice."""

    topics: bool = True
    """Whether questions in other words about the same topic are compared."""
    threshold: float | None = None
    """The score (0 to 1) from which a pair is a `duplicate-topic`; nothing: the measured one."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words that mean the same in this bank."""
    contrasts: tuple[tuple[str, ...], ...] = ()
    """Groups of words that make questions different, whatever else they share."""


@table
class Schema(Table):
    """A description of question documents: their forms, and what is demanded of them."""

    question: QuestionForm = field(default_factory=QuestionForm)
    numbering: Numbering = field(default_factory=Numbering)
    answer: AnswerForm = field(default_factory=AnswerForm)
    title: TitleForm = field(default_factory=TitleForm)
    contents: ContentsForm = field(default_factory=ContentsForm)
    section: tuple[SectionDemand, ...] = ()
    options: OptionsForm | None = None
    duplicates: Duplicates = field(default_factory=Duplicates)
    # Comes last of the parts because its name hides the function `field` from the lines below it.
    field: tuple[FieldDemand, ...] = ()
    inferred: bool = False
    """Whether the schema was learned from the document itself (never written in a file)."""
