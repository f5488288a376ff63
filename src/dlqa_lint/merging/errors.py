"""What keeps a merge from being made question by question: git's own textual merge takes over."""


class PuzzleError(Exception):
    """Three documents that are not understood well enough; the message says why, in a few words."""


class NoBankError(PuzzleError):
    """Ordinary Markdown: there are no questions to merge by."""
