"""Files of a bank below the current folder."""

from pathlib import Path


def write(name: str, text: str) -> None:
    """Write a file, and the folders that it lies in."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def read(name: str) -> str:
    """The text of a file, line ends as they are."""
    return Path(name).read_bytes().decode()
