"""Paths as texts: those of documents are written as their system writes them."""


def slashed(path: str) -> str:
    r"""A path with slashes between its parts, on Windows too: `bank\rivers.md` is `bank/rivers.md`."""
    return path.replace("\\", "/")
