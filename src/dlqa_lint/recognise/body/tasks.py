"""Tasks: the words below a label (`## Task 3`), and the code, table or picture that they are about."""

from collections.abc import Sequence

from dlqa_lint.recognise.body.answers import Body
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.source import Source

_FEW = 2
"""At least this many other questions show how a document answers."""


def without_material(source: Source, questions: Sequence[Candidate], read: Sequence[Body]) -> Sequence[Body]:
    """The bodies, in which the material below a few tasks is a part of them.

    So it is where each other question has a marked answer, or none has any:

    ## Task 1

    What is a neap tide?

    ## Task 2

    Draw the curve of this table.

    | hour | height |
    | ---: | -----: |
    """
    given = [
        "\n" in question.template and not body.options and _is_material(body)
        for question, body in zip(questions, read, strict=True)
    ]
    others = [body for body, is_given in zip(read, given, strict=True) if not is_given]
    marked = all(body.answer is not None and body.answer.marker is not None for body in others)
    bare = all(body.answer is None and not body.options for body in others)
    if len(others) < max(_FEW, sum(given) + 1) or not (marked or bare):
        return read
    return [_asked(source, body) if is_given else body for body, is_given in zip(read, given, strict=True)]


def _is_material(body: Body) -> bool:
    return body.answer is not None and body.answer.marker is None and body.answer.kind == "material"


def _asked(source: Source, body: Body) -> Body:
    """A body whose answer belongs to the question."""
    shown = " ".join(source.slice(body.answer.span).split()) if body.answer else ""
    return body._replace(answer=None, prompt="\n".join(filter(None, (body.prompt, shown))))
