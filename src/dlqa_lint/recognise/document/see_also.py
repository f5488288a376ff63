"""Lists of links that send the reader on: they are written like contents, and list nothing."""

from collections.abc import Sequence

from dlqa_lint.model.bank import Contents, Heading, Question
from dlqa_lint.recognise.document.contents import is_contents_title
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

_OPENING = regex(r"^[\W\d_]+|\W+$")


def without_see_also(
    contents: Sequence[Contents], headings: Sequence[Heading], questions: Sequence[Question]
) -> tuple[Contents, ...]:
    """The tables of contents, without lists further down of which most entries name nothing of the document.

    Below the first heading, and below one that announces contents, a list lists even what is gone.

    You may want to read as well:

    - [What is rot?](#what-is-rot)
    - [How is wood dried?](#how-is-wood-dried)
    """
    if not contents or not questions:
        return tuple(contents)
    own = {_words(heading.plain_text) for heading in headings}
    own |= {_words(question.plain_text) for question in questions}
    return tuple(table for table in contents if not _sends_on(table, own, headings, questions))


def _sends_on(
    table: Contents, own: set[str], headings: Sequence[Heading], questions: Sequence[Question]
) -> bool:
    links = [entry.link for entry in table.entries if entry.link]
    if len(links) < len(table.entries) or not all(link.target.startswith("#") for link in links):
        return False
    if sum(_words(plain(link.text)) in own for link in links) * 2 >= len(links):
        return False
    above = [heading for heading in headings if heading.span.start < table.span.start]
    titled = bool(above) and is_contents_title(above[-1].text)
    inside = any(question.body.start <= table.span.start < question.body.end for question in questions)
    return (inside or len(above) > 1) and not titled


def _words(text: str) -> str:
    return _OPENING.sub("", " ".join(text.casefold().split()))
