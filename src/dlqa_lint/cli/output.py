"""Standard output and standard error: what is printed where, in colour or not.

The one door to the terminal and to the logs of workflows: what comes from outside is made visible here,
unless whoever made the text did so already.
"""

import os
import stat
import sys
from collections.abc import Iterable
from typing import TextIO

from dlqa_lint.errors import CannotRunError
from dlqa_lint.text.visible import shown_document, shown_line

CI_SYSTEMS = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION")
"""The environment variables by which a workflow is known."""
_DIGITS = 4  # of the width of a terminal


def put(text: str, stream: TextIO | None = None) -> None:
    """Print a text as UTF-8 with its line ends; a reader that goes away, like `head`, is not an error."""
    stream = stream or sys.stdout
    buffer = getattr(stream, "buffer", None)
    try:
        stream.flush()
        if buffer is None:
            stream.write(text)
        else:
            buffer.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()
    except OSError as error:
        # Whatever is still in the buffer would fail again when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def say(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Print lines that hold words from outside; a line break in one of them is one of those."""
    put("".join(f"{shown_line(line)}\n" for line in lines), stream)


def put_document(text: str) -> None:
    """Print a document: as it is for a file or a program, visible for a terminal or a log."""
    put(shown_document(text) if is_watched(sys.stdout) else text)


def put_diff(text: str, *, colour: bool) -> None:
    """Print a diff; in colour, it is for a terminal and made visible already."""
    (put if colour else put_document)(text)


def put_filtered(text: str) -> None:
    """Print a document that was given on standard input: byte for byte, but visible on a terminal.

    In a workflow, a pipe may lead to the log or back into a file: what the log would obey is then neither printed
    as it is nor written otherwise, but refused with `CannotRunError`.
    """
    if sys.stdout.isatty():
        put(shown_document(text))
        return
    if is_watched(sys.stdout) and shown_document(text) != text:
        message = (
            "standard output: found control characters or commands in the document, which the log of a workflow would"
            " obey, expected a file; say > FILE"
        )
        raise CannotRunError(message)
    put(text)


def complain(messages: Iterable[str], code: int = 0) -> int:
    """Print messages to standard error; the exit code is 2 if there are any, else the one given."""
    found = [f"dlqa-lint: {message}" for message in messages]
    say(found, sys.stderr)
    return 2 if found else code


def complain_of(error: CannotRunError | OSError) -> int:
    """Say on standard error why a run could not be made; the exit code is 2."""
    if isinstance(error, CannotRunError):
        return complain(error.lines)
    reason = error.strerror or str(error)
    return complain([f"{error.filename}: {reason}" if error.filename else reason])


def is_watched(stream: TextIO) -> bool:
    """Whether a person or the runner of a workflow reads a stream, and no program that wants each byte.

    In a workflow a pipe may lead to either, so that only a file counts as neither.
    """
    if stream.isatty():
        return True
    if not any(os.environ.get(name) for name in CI_SYSTEMS):
        return False
    try:
        return not stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:
        return True


def wants_color(choice: str) -> bool:
    """Whether to print in colour: `always`, `never`, or `auto`, which asks the terminal and NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """How many cells a line of the terminal has; 0 where nobody can say."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and len(given) <= _DIGITS and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 0
