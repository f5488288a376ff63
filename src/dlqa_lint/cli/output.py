"""Standard output and standard error: what is printed where, in colour or not."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO


def put(text: str, stream: TextIO | None = None) -> None:
    """Print a text as UTF-8, its line ends untouched; a reader that goes away, like `head`, is no error."""
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


def complain(messages: Iterable[str], code: int = 0) -> int:
    """Print messages to standard error; the exit code is 2 if there are any, else the one given."""
    for message in messages:
        print(f"dlqa-lint: {message}", file=sys.stderr)
        code = 2
    return code


def wants_color(choice: str) -> bool:
    """Whether to print in colour: `always`, `never`, or `auto`, which asks the terminal and NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(path: str, text: str) -> None:
    """Write a text to a file that the user named."""
    Path(path).write_text(text, encoding="utf-8", newline="\n")
