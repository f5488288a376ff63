"""What a figure was drawn from, told without drawing: its drawing and what all drawings share."""

from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
DRAWINGS = HERE / "drawings"
SHARED = (HERE / "ink.py", HERE / "shapes.py")
THEMES = ("light", "dark")


def names() -> list[str]:
    """The names of all figures."""
    return sorted(file.stem for file in DRAWINGS.glob("*.py"))


def file_of(name: str, theme: str) -> Path:
    """The file of a figure in a theme."""
    return HERE / f"{name}-{theme}.svg"


def fingerprint(name: str) -> str:
    """The hash of the code that draws a figure, which its files repeat."""
    parts = [file.read_text("utf-8") for file in (*SHARED, DRAWINGS / f"{name}.py")]
    return sha256("\n".join(parts).encode()).hexdigest()
