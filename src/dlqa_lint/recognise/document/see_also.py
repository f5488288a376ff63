"""Lists of links that send the reader on: they are written like contents, and list nothing."""

from bisect import bisect_left
from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Contents, Heading, Question
from dlqa_lint.recognise.document.contents import is_contents_title
from dlqa_lint.text.blocks import plain


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
    own = {vocabulary.unnumbered(heading.plain_text) for heading in headings}
    own |= {vocabulary.unnumbered(question.plain_text) for question in questions}
    return tuple(table for table in contents if not _sends_on(table, own, headings, questions))


def _sends_on(
    table: Contents, own: set[str], headings: Sequence[Heading], questions: Sequence[Question]
) -> bool:
    links = [entry.link for entry in table.entries if entry.link]
    if len(links) < len(table.entries) or not all(link.target.startswith("#") for link in links):
        return False
    if sum(vocabulary.unnumbered(plain(link.text)) in own for link in links) * 2 >= len(links):
        return False
    above = bisect_left(headings, table.span.start, key=lambda heading: heading.span.start)
    asked = bisect_left(questions, table.span.start, key=lambda question: question.span.start)
    titled = above > 0 and is_contents_title(headings[above - 1].text)
    inside = asked > 0 and table.span.start < questions[asked - 1].body.end
    return (inside or above > 1) and not titled
