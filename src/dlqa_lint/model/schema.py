"""The document schema as the linter uses it: frozen standard-library data, cheap to import.

`dlqa_lint.config.schema_files` validates files into these classes; `dlqa_lint.recognise.habits` learns them
from a document. A key is declared here once: its type, its bounds, its default, what it does, and a value to
propose. The loader, the writer of schema files, the JSON Schema and the tables in the guides read that.
"""

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, ClassVar, Literal, TypeVar, dataclass_transform


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


def key(
    does: str,
    *,
    default: Any = MISSING,
    default_factory: Any = MISSING,
    example: Any = None,
    ge: float | None = None,
    le: float | None = None,
    form: Literal["required", "optional"] | None = None,
    stated: bool = False,
    alone: bool = False,
) -> Any:
    """A key of a table: what it does, its default, a value to propose in new files, and what else holds for it.

    `ge` and `le` are the bounds of a number. `form` says that the text is the template of a form, and whether it
    may be empty. `stated` keys are written in new files even where they have their default, and a list that is
    `alone` may be written as its only element.
    """
    # pydantic reads the names that it knows: description, examples, ge and le.
    examples = None if example is None else [example]
    about = {"description": does, "examples": examples, "ge": ge, "le": le, "form": form}
    metadata = {name: value for name, value in about.items() if value is not None}
    metadata |= {"stated": stated, "alone": alone}
    if default_factory is not MISSING:
        return field(default_factory=default_factory, metadata=metadata)
    return field(default=default, metadata=metadata)


def keys(kind: type[Table] | Table) -> tuple[Field[Any], ...]:
    """The fields of a table that files may set."""
    return tuple(item for item in fields(kind) if "internal" not in item.metadata)  # type: ignore[arg-type]


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field, key))
def table(kind: type[Data]) -> type[Data]:
    """A subclass of Table as a dataclass, which is frozen by what it inherits."""
    return dataclass(eq=False, repr=False)(kind)


Scope = Literal["document", "section", "runs", "hierarchy", "ids", "none"]


@table
class QuestionForm(Table):
    """How a question is written."""

    form: tuple[str, ...] = key(
        "How a question is written: {number} stands for its number, {text} for its words, and everything else is "
        "literal; several forms where parts of a document differ. A question written in any other way is a "
        "`question-form` finding.",
        default=(),
        form="required",
        stated=True,
        alone=True,
    )
    ends_with: tuple[str, ...] = key(
        "The punctuation marks that a question may end with; any other is a `question-punctuation` finding.",
        default=(),
        example=("?", "."),
    )


@table
class Numbering(Table):
    """How questions are numbered."""

    scope: Scope = key(
        'Where the count starts again: "document" never, "section" under each section heading, "runs" wherever '
        'the document itself starts again; "hierarchy" is for 3.4.12, "ids" are unique in any order, "none" '
        "demands no numbers.",
        default="document",
        stated=True,
    )
    first: int | None = key(
        "The number that a run begins with. While this is not set it is 1, and a run that begins at 0 is right as "
        "well; any other beginning is a `wrong-first-number` finding, unless the run continues where another one "
        "ends.",
        default=None,
        ge=0,
        example=1,
    )


@table
class AnswerForm(Table):
    """How an answer is written."""

    form: str = key(
        'How an answer begins, "Answer: {text}" for one. "{text}" alone: it follows its question without a marker.',
        default="{text}",
        form="required",
        stated=True,
    )
    strict: bool = key(
        "true: an answer that begins in any other way is an `answer-form` finding. false: an answer may also have "
        "another marker or none, and only the same word written in another way is a finding.",
        default=True,
        stated=True,
    )
    required: bool = key(
        "Whether a question without an answer is a finding (`missing-answer`, `empty-answer`, "
        "`placeholder-answer`).",
        default=True,
        stated=True,
    )
    min_words: int = key(
        "The minimum number of words in an answer; fewer is a `short-answer` finding.",
        default=0,
        ge=0,
        example=25,
    )
    placeholders: tuple[str, ...] = key(
        "Placeholders for an answer besides the known ones (`TODO`, `Coming soon`).",
        default=(),
        example=("ask me",),
    )


@table
class PartDemand(Table):
    """A labelled part of an answer, `In depth: …`."""

    name: str = key("The label that opens the part.")
    required: bool = key("Whether an answer without the part is a finding.", default=False)


@table
class TitleForm(Table):
    """How the document's title is written."""

    form: str = key(
        "How the title of a document is written; any other level or markup is a `title-form` finding, and without "
        "this key no title is. Nor is a document without a title.",
        default="",
        form="optional",
        example="# {text}",
    )
    required: bool = key("Whether a document without a title is a finding.", default=False, example=True)
    states_question_count: bool = key(
        "Whether the title must state the number of questions, and state it correctly (`50 … questions`).",
        default=False,
        example=True,
    )


@table
class ContentsForm(Table):
    """What a table of contents must be."""

    required: bool = key(
        "Whether a document without a table of contents is a finding. What a table contains is checked in any case.",
        default=False,
        example=True,
    )
    anchors: Literal["github", "gitlab", "docsify"] = key(
        'The site that shows the documents decides how anchors are made: "github", "gitlab" or "docsify".',
        default="github",
        example="gitlab",
    )


@table
class SectionDemand(Table):
    """A section that the document has; sections are in the order in which the schema names them."""

    name: str = key("The text of the section's heading.")
    required: bool = key("Whether a document without the section is a finding.", default=True)


@table
class OptionsForm(Table):
    """The choices of a quiz question."""

    form: str = key(
        "How an option is written: {mark} stands for the blank or the x in a box, {label} for a letter.",
        default="- [{mark}] {text}",
        form="optional",
        stated=True,
    )
    required: bool = key(
        "true: every question must have options, and a correct one. false: only questions that have options are "
        "judged, and one without a tick only where most have theirs.",
        default=True,
        stated=True,
    )
    correct: Literal["one", "many"] = key(
        '"one": a second correct option is a finding. "many" allows for `Which two of these …?`.',
        default="many",
        stated=True,
    )
    minimum: int = key("The minimum number of options to choose from.", default=2, ge=0, stated=True)


@table
class FieldDemand(Table):
    """Labelled metadata of a question, `Difficulty: easy`."""

    name: str = key("The field's label.")
    required: bool = key("Whether a question without it is a finding.", default=False)
    values: tuple[str, ...] = key("The values that it may have; none given: any.", default=())
    several: bool = key("Whether it may have several of the values, with commas between them.", default=False)


@table
class Duplicates(Table):
    """What counts as a question asked twice."""

    topics: bool = key("Whether questions that ask for the same in other words are compared.", default=True)
    threshold: float | None = key(
        "The score, 0 to 1, from which a pair of them is a `duplicate-topic` finding; not set: the measured one.",
        default=None,
        ge=0,
        le=1,
    )
    synonyms: tuple[tuple[str, ...], ...] = key(
        "Groups of words that mean the same in this bank.", default=()
    )
    contrasts: tuple[tuple[str, ...], ...] = key(
        "Groups of words that make two questions different, whatever else they share.", default=()
    )


@table
class Schema(Table):
    """A description of question documents: their forms, and what is demanded of them."""

    question: QuestionForm = field(default_factory=QuestionForm)
    numbering: Numbering = field(default_factory=Numbering)
    answer: AnswerForm = field(default_factory=AnswerForm)
    title: TitleForm = field(default_factory=TitleForm)
    contents: ContentsForm = field(default_factory=ContentsForm)
    options: OptionsForm | None = None
    duplicates: Duplicates = field(default_factory=Duplicates)
    section: tuple[SectionDemand, ...] = key(
        "The sections of a document, in their order; a required one that is missing is a finding.",
        default=(),
        example=(SectionDemand("Basics"),),
    )
    part: tuple[PartDemand, ...] = key(
        "Labelled parts of an answer, in their order, such as `In depth: …`; the answer goes on with them.",
        default=(),
        example=(PartDemand("In depth", required=True),),
    )
    inferred: bool = field(default=False, metadata={"internal": True})
    """Whether the schema was learned from the document itself (never written in a file)."""
    # Comes last because its name hides the function `field` from the lines below it.
    field: tuple[FieldDemand, ...] = key(
        "Labelled lines of a question, such as `Difficulty: easy`, and the values that they may have.",
        default=(),
        example=(FieldDemand("Difficulty", values=("easy", "medium", "hard")),),
    )
