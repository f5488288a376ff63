"""What keeps a run from being made. Content never does: what is wrong in a document is a finding."""


class CannotRunError(Exception):
    """Something the user must put right first, which the message names; the exit code is 2.

    It is made of lines: a line break inside one of them came from outside, and is shown as such.
    """

    def __init__(self, *lines: str) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))
