"""A piece of a document without the indentation of the item that it stands in."""

from textwrap import dedent


def unindented(text: str) -> str:
    """The text at the margin, without blank lines around it; tabs inside its lines stay, and code with them.

    Its first line may begin in the middle of one of the document's, and says nothing about the indentation.
    """
    first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join([first.lstrip(), dedent("\n".join(others))]).strip("\n").rstrip()
