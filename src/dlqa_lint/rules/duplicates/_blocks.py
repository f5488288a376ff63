"""Questions that are repeated together: blocks that were pasted twice, and lists that every section asks anew."""

from collections.abc import Iterable, Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.rules.duplicates._compared import Spot

_BLOCK = 4
"""So many questions in a row that are repeated in the same order were pasted twice: one cause."""
_LIST = 2
"""One question that two sections ask is no list of theirs."""


def in_blocks(groups: Iterable[list[Spot]]) -> Iterator[list[list[Spot]]]:
    """Groups of equal questions, those of a block together and all others alone, in the order they come in."""
    block: list[list[Spot]] = []
    for group in groups:
        if block and not _follows(block[-1], group):
            yield from _settled(block)
            block = []
        block.append(group)
    yield from _settled(block)


def _settled(block: list[list[Spot]]) -> list[list[list[Spot]]]:
    return [block] if len(block) >= _BLOCK else [[group] for group in block]


def _follows(before: list[Spot], group: list[Spot]) -> bool:
    """Whether each question of a group comes right behind one of the group before."""
    return len(before) == len(group) and all(
        document is other and question.position == earlier.position + 1
        for (other, earlier), (document, question) in zip(before, group, strict=True)
    )


def asked_anew(document: Document) -> set[int]:
    """The positions of the questions in sections that ask all that an earlier one asks, and are not answered.

    ## Sprint 12

    - What went well?
    - What went wrong?

    ## Sprint 13

    - What went well?
    - What went wrong?
    """
    lists: dict[int, list[int]] = {}
    for index, question in enumerate(document.questions):
        lists.setdefault(question.section, []).append(index)
    known: set[tuple[str, ...]] = set()
    found: set[int] = set()
    for section, indexes in lists.items():
        asked = [document.questions[index] for index in indexes]
        words = tuple(" ".join(question.plain_text.casefold().split()) for question in asked)
        if section < 0 or len(words) < _LIST or any(question.answered for question in asked):
            continue
        if words in known:
            found.update(question.position for question in asked)
        known.add(words)
    return found
