"""The pages of the site that are made when it is built: what the program says of itself is written nowhere twice."""

from collections.abc import Mapping
from pathlib import Path


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write pages by their names into a folder; other pages in it are of what no longer exists."""
    folder.mkdir(exist_ok=True)
    for old in {path.name for path in folder.glob("*.md")} - set(pages):
        (folder / old).unlink()
    for name, text in pages.items():
        path = folder / name
        # Sphinx reads again what was rewritten.
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def contents(names: list[str]) -> str:
    """What tells Sphinx which pages there are besides the page itself; the side of each page lists them."""
    listed = "\n".join(names)
    return f"```{{toctree}}\n:hidden:\n\n{listed}\n```\n"
