"""The proof of a merge: no word of either side is lost or told again, and what comes out is read as what went in.

A side's word may be missing only where the other side took it away.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from dlqa_lint.fixer.tokens import words
from dlqa_lint.merging.cut import Id
from dlqa_lint.merging.errors import PuzzleError
from dlqa_lint.merging.pieces import standing_apart
from dlqa_lint.merging.version import ReadPieces
from dlqa_lint.merging.weave import Version, Woven
from dlqa_lint.model.bank import Document


def prove_words(made: Woven, versions: Sequence[Version], gone: set[Id]) -> None:
    """Raise PuzzleError if a word of either side is in no piece, and nobody took it away."""
    for one in {**versions[1], **versions[2]}:
        base, ours, theirs = (version[one].text if one in version else "" for version in versions)
        if one in gone:
            removed = any(one not in version for version in versions[1:])
            if not removed or one not in versions[0] or {base, ours, theirs} - {"", base}:
                raise PuzzleError("what one side changed would be lost")
        elif one not in made.places or _lost(made.piece(one), base, ours, theirs):
            raise PuzzleError("words of one side would be lost")


def _lost(found: str, base: str, ours: str, theirs: str) -> bool:
    """Whether words are missing in a merged piece; one that both sides added may be the same."""
    before, now = Counter(words(base)), Counter(words(found))
    mine, other = Counter(words(ours)), Counter(words(theirs))
    return any(
        now[word] < before[word] + _least(mine[word] - before[word], other[word] - before[word])
        for word in {*before, *mine, *other}
    )


def _least(ours: int, theirs: int) -> int:
    """By how much a merged piece must differ from the base in the count of a word, at least."""
    return max(ours, theirs) if ours > 0 and theirs > 0 else ours + theirs


def prove_entries(document: Document, made: Woven) -> None:
    """Raise PuzzleError if a contents entry of a merged document is not read as one."""
    read = sorted(entry.span.start for contents in standing_apart(document) for entry in contents.entries)
    for one, place in made.places.items():
        at = bisect_left(read, place.start)
        if one[0] == "entry" and (at == len(read) or read[at] >= place.end):
            raise PuzzleError("contents entries would not be read as such")


def prove_once(text: str, made: Woven, versions: Sequence[Version]) -> None:
    """Raise PuzzleError if words of a piece, or a line of the whole text, are there more often than they went in.

    A line that is nowhere in the versions may be there once: a repair adds what the contents lack.
    """
    expected = Counter[str]()
    for one in {**versions[1], **versions[2]}:
        base, ours, theirs = (version[one].text if one in version else "" for version in versions)
        if one in made.places and Counter(_told(made.piece(one))) - _most(_told, base, ours, theirs):
            raise PuzzleError("words of one side would be there twice")
        expected.update(_most(_lines, base, ours, theirs))
    if any(count > max(expected[line], 1) for line, count in Counter(_lines(text)).items()):
        raise PuzzleError("a line of one side would be there twice")


def _most(cut: Callable[[str], Sequence[str]], base: str, ours: str, theirs: str) -> Counter[str]:
    """How often each part of a piece may be in the merged one: as before, and what either side added."""
    before, mine, other = Counter(cut(base)), Counter(cut(ours)), Counter(cut(theirs))
    return before + (mine - before) + (other - before)


def _told(text: str) -> list[str]:
    """The words of a text without punctuation: the thematic breaks above a piece are not part of it."""
    return [word for word in words(text) if word.isalnum()]


def _lines(text: str) -> list[str]:
    """The lines that say something, without the space around them."""
    return [line.strip() for line in text.split("\n") if any(map(str.isalnum, line))]


def prove_reading(document: Document, made: Woven, sides: Sequence[ReadPieces], gone: set[Id]) -> None:
    """Raise PuzzleError if a merged document is not read as the questions, and the links, that went in."""
    asked = [one for one in made.places if one[0] == "question"]
    if len(asked) != len(document.questions):
        raise PuzzleError("the merged questions would not be read as such")
    merged = ReadPieces(document, asked, made.places)
    said = [side.words() for side in sides]
    for one, now in merged.words().items():
        if now not in [known[one] for known in said if one in known]:
            raise PuzzleError("the merged questions would not be read as such")
    leads = merged.landings()
    led = [(side.places, side.landings()) for side in sides]
    for one in made.places:
        before = [known.get(one, set()) - gone for places, known in led if one in places]
        if not set.union(*before) >= leads.get(one, set()) >= set.intersection(*before):
            raise PuzzleError("links would lead elsewhere")
