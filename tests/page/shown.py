"""Pages as tests read them: written by the command, parsed strictly, and looked up by their parts."""

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

from dlqa_lint.cli import main

BANK = """# Weather

## Rain

### 1. What is rain?

Water that falls from clouds.

### 2. Why does it rain?

TODO

## Snow

### 4. What is snow?

Ice that falls from clouds, as flakes.

### 5. What is rain?

Drops of water.
"""


def written(*arguments: str, code: int = 0) -> Element:
    """The page that the command writes, once the parser has found nothing wrong with it."""
    assert main(["report", "--isolated", "--no-cache", "-o", "page.html", *arguments]) == code
    return parsed(Path("page.html").read_text("utf-8"))


def parsed(page: str) -> Element:
    """A page as elements; whatever HTML does not allow is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    return root


def part(page: Element, name: str) -> Element:
    """The part of a page with a heading of that name."""
    found = page.find(f".//section[@aria-labelledby='{name}']")
    assert found is not None, name
    return found


def with_class(element: Element, name: str) -> list[Element]:
    """The elements of a class."""
    return [found for found in element.iter() if name in found.get("class", "").split()]


def words(element: Element) -> str:
    """What an element says, its white space made single."""
    return " ".join("".join(element.itertext()).split())


def rows(element: Element) -> list[list[str]]:
    """What the cells of all tables say, row by row, without the rows of heads."""
    return [[words(cell) for cell in row] for row in element.iterfind(".//tbody/tr")]


def tiles(page: Element) -> dict[str, str]:
    """The numbers at the top, by what they count."""
    found = (tile.findall("*") for tile in page.iterfind(".//dl/div"))
    return {words(name): words(value) for name, value, *_ in found}
