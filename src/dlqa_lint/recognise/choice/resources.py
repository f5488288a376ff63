"""Lists of links to other people's pages: what they name is asked there, and not here."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dlqa_lint.language.vocabulary import RESOURCE_WORDS
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import COLONS, LINK
from dlqa_lint.text.source import Source

_LED_BY_LINK = regex(rf"\W{{0,20}}{LINK}")
_LONGEST = 60
"""More characters are a sentence, not the name of a list. Set by hand."""


def without_resources(
    source: Source, candidates: Sequence[Candidate], blocks: Sequence[Block]
) -> list[Candidate]:
    """The candidates but the items of lists in which all begin with a link, below a name of resources.

    Further reading:

    - [Why is a mainsail reefed?](https://example.org/reefs)
    """
    items: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind == "item" and candidate.block >= 0:
            items[blocks[candidate.block].parent].append(candidate)
    dropped = {
        candidate.span
        for at, found in items.items()
        if all(_begins_elsewhere(source, item) for item in found) and _names_resources(blocks, at)
        for candidate in found
    }
    return [candidate for candidate in candidates if candidate.span not in dropped]


def _begins_elsewhere(source: Source, item: Candidate) -> bool:
    """Whether an item begins with a link out of the document; its number may be before the link or inside."""
    link = _LED_BY_LINK.match(item.text) or _LED_BY_LINK.match(source.slice(item.span))
    return link is not None and not link["target"].startswith("#")


def _names_resources(blocks: Sequence[Block], at: int) -> bool:
    """Whether the heading or the label above a list says that it holds links, books or credits."""
    above = next(_above(blocks, at), None)
    if above is None or len(above.text) > _LONGEST:
        return False
    label = above.kind == "heading" or above.text.rstrip("*_ ").endswith(tuple(COLONS))
    return label and bool(RESOURCE_WORDS.search(plain(above.text)))


def _above(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The headings and paragraphs before a list, the nearest first, up to a block of another kind."""
    for index in range(at - 1, -1, -1):
        block = blocks[index]
        if block.depth > blocks[at].depth:
            continue
        if block.kind not in ("heading", "paragraph"):
            return
        yield block
