"""What a rule is. Rules know the model and findings; not settings, files, reports or the parser."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import ClassVar

from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.model.finding import Finding, Fix, Place, QuestionRef, Severity
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_LONG = 72
"""So many characters of a document a message quotes, so that it stays on a line or two."""
_CAPITAL = regex(r"(?<!^)(?=[A-Z])")


@cache
def is_off(package: str) -> bool:
    """Whether a package of rules says of itself that none of them runs unless it is asked for."""
    return bool(getattr(import_module(package), "OFF", False)) if package else False


class Rule:
    """One thing to check; the class docstring is the rule's manual page.

    The name is the class name in kebab case and states the fault; the family is the folder that the module is
    in.
    """

    severity: ClassVar[Severity] = Severity.WARNING
    default: ClassVar[bool] = True
    """Whether the rule runs without being selected."""
    with_family: ClassVar[bool] = False
    """Whether the rule is off and runs where its family is selected: the package of the family says `OFF = True`."""
    hangs_on_reading: ClassVar[bool] = True
    """Whether it can be wrong because lines were wrongly taken for questions, or not taken for any."""
    name: ClassVar[str]
    family: ClassVar[str]

    def __init_subclass__(cls) -> None:
        """Name the rule after its class and its folder, and switch it off with its family."""
        cls.name = _CAPITAL.sub("-", cls.__name__).lower()
        package = cls.__module__.rpartition(".")[0]
        cls.family = package.rpartition(".")[2]
        if is_off(package):
            cls.default, cls.with_family = False, True

    def finding(
        self,
        document: Document,
        span: Span,
        message: str,
        *,
        question: Question | None = None,
        related: Iterable[Place] = (),
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule at a span of a document."""
        return Finding(
            rule=self.name,
            family=self.family,
            severity=self.severity,
            message=message,
            path=document.path,
            span=span,
            question=asked(question) if question else None,
            related=tuple(related),
            fix=fix,
        )


class DocumentRule(Rule):
    """A rule that needs one document only, so that its findings can be cached and made in parallel."""

    unsettled: ClassVar[bool] = False
    """Whether it looks at documents with a merge conflict in them, and at no others."""

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield what the rule finds in a document."""
        raise NotImplementedError


class BankRule(Rule):
    """A rule that needs the whole bank: duplicates, and links between files."""

    compares: ClassVar[bool] = False
    """Whether it compares the words of questions, which `similarity` prepares together with each document."""

    def check(self, bank: Bank) -> Iterator[Finding]:
        """Yield what the rule finds in a bank."""
        raise NotImplementedError


class LinkedRule(BankRule):
    """A bank rule that needs to know of other documents only what leads to one, and where that leads.

    It is shown the bank in parts, whose documents lead to each other, and what it finds in a part is kept. Documents of
    one or two questions are one part, for only together do they show what is usual.
    """


class ClosingRule(Rule):
    """A rule about the suppressions of a document, which needs to know what they hid."""

    def check(
        self, document: Document, bank: Bank, used: Collection[Span], ran: Collection[str]
    ) -> Iterator[Finding]:
        """Yield what it finds; `used` are the names that hid something, `ran` the rules that ran."""
        raise NotImplementedError


def asked(question: Question) -> QuestionRef:
    """The question as findings name it."""
    return QuestionRef(question.number.label if question.number else None, question.plain_text, question.line)


def place(document: Document, question: Question, message: str) -> Place:
    """A question as a related place of a finding."""
    return Place(document.path, question.span, message)


def quoted(text: str) -> str:
    """Document text as messages quote it: on one line, cut where it is long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _LONG else f'"{line[: _LONG - 2].rstrip()}…"'
