"""What keeps a run from being made. Content never does: what is wrong in a document is a finding."""


class CannotRunError(Exception):
    """Something the user must mend first, which the message names; the exit code is 2."""
