"""Which pieces of three documents are the same piece: by their words, then by body or number, then by place."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from dlqa_lint.fixer.tokens import words
from dlqa_lint.merging.cut import Cut, Id, Ids

_LIKE = 0.5
"""Share of words from which a question and its answer are the same in other words: half of them are left. Set by
hand; from 0.35 to 0.65 no test of merging changes."""
_RARE = 2
"""The most pieces that hold a word which names what a question is about: its own, and one that refers to it."""
_NAME = 3
"""The least letters of names and terms; shorter words join others, in any language."""
_TELLING = 5
"""An answer with at least this many words identifies a question; `Yes.` is the answer to many."""


def identified(base: Cut, ours: Cut, theirs: Cut) -> tuple[Ids, Ids, Ids]:
    """The identities of the pieces of three documents."""
    first = [(piece.kind, "base", index) for index, piece in enumerate(base.pieces)]
    second, third = _named(base, first, ours, "ours"), _named(base, first, theirs, "theirs")
    # What both sides added in the same words is one piece.
    known = {_key(ours, index): one for index, one in enumerate(second) if one[1] == "ours"}
    for index, one in enumerate(third):
        if one[1] == "theirs":
            third[index] = known.pop(_key(theirs, index), one)
    return _listed(base, first), _listed(ours, second), _listed(theirs, third)


def _named(base: Cut, first: Ids, new: Cut, side: str) -> list[Id]:
    same = _same(base, new)
    return [
        first[same[index]] if index in same else (piece.kind, side, index)
        for index, piece in enumerate(new.pieces)
    ]


def _listed(cut: Cut, ids: Ids) -> Ids:
    """The identities, with those of contents entries made of the questions that they list, or of their words."""
    asked = {
        piece.question: one for piece, one in zip(cut.pieces, ids, strict=True) if piece.kind == "question"
    }
    seen = Counter[Id]()
    found: list[Id] = []
    for piece, one in zip(cut.pieces, ids, strict=True):
        if piece.kind != "entry":
            found.append(one)
            continue
        named: Id = ("entry", piece.contents, asked.get(piece.question, piece.words))
        seen[named] += 1
        found.append((*named, seen[named]))
    return found


def _key(cut: Cut, index: int) -> Hashable:
    piece = cut.pieces[index]
    return piece.kind, piece.words


def _same(old: Cut, new: Cut) -> dict[int, int]:
    """The piece of an older document for each piece of a newer one that is the same."""
    found: dict[int, int] = {}
    for kind in ("head", "section", "question", "text", "end"):
        matching = _Matching(old, new, kind)
        matching.by(lambda cut, index: (cut.pieces[index].words, cut.text(index)))
        matching.by(lambda cut, index: cut.pieces[index].words)
        if kind == "question":
            matching.by(_answer)
        matching.by_likeness()
        matching.by_place()
        found |= matching.found
    return found


def _answer(cut: Cut, index: int) -> Hashable:
    """The words of an answer, where they are enough to know it by."""
    piece = cut.pieces[index]
    said = [word for word in words(cut.document.source.text[piece.body : piece.end]) if word.isalpha()]
    return tuple(said) if len(said) >= _TELLING else None


class _Matching:
    """Pieces of one kind in two documents, and which of them are known to be the same."""

    def __init__(self, old: Cut, new: Cut, kind: str) -> None:
        self.old, self.new = old, new
        self.before = [index for index, piece in enumerate(old.pieces) if piece.kind == kind]
        self.after = [index for index, piece in enumerate(new.pieces) if piece.kind == kind]
        self.found: dict[int, int] = {}

    def _left(self) -> tuple[list[int], list[int]]:
        taken = set(self.found.values())
        return [i for i in self.before if i not in taken], [i for i in self.after if i not in self.found]

    def by(self, key: Callable[[Cut, int], Hashable]) -> None:
        """Pair what has the same key, in order; None does not count as a key."""
        before, after = self._left()
        known = defaultdict[Hashable, list[int]](list)
        for index in reversed(before):
            known[key(self.old, index)].append(index)
        for index in after:
            named = key(self.new, index)
            if named is not None and known[named]:
                self.found[index] = known[named].pop()

    def by_likeness(self) -> None:
        """Pair what has most words in common and the same number or a neighbour in common."""
        before, after = self._left()
        near = defaultdict[Hashable, list[int]](list)
        itself = {index: index for index in self.before}
        for index in before:
            for mark in _marks(self.old, self.before, index, itself):
                near[mark].append(index)
        scored = set[tuple[float, int, int]]()
        for index in after:
            for mark in _marks(self.new, self.after, index, self.found):
                scored.update((-self._share(other, index), other, index) for other in near[mark])
        taken = set(self.found.values())
        for score, other, index in sorted(scored):
            if -score >= _LIKE and other not in taken and index not in self.found:
                self.found[index] = other
                taken.add(other)

    def _share(self, before: int, after: int) -> float:
        """The share of words that two pieces have in common; a word of many pieces says little."""
        one, other = self.old.bag(before), self.new.bag(after)

        def weight(found: Counter[str]) -> float:
            return sum(count / max(self._spread[word], 1) for word, count in found.items())

        both = weight(one) + weight(other)
        return 2 * weight(one & other) / both if both else 1.0

    @cached_property
    def _spread(self) -> Counter[str]:
        """In how many of the older pieces each word is."""
        return Counter(word for index in self.before for word in self.old.bag(index))

    def by_place(self) -> None:
        """Pair what is left between the same neighbours, where it is as many pieces with the same numbers.

        Each pair shares a name, a term or a piece of code, as translations do: else, one replaces the other.
        """
        taken = set(self.found.values())
        gaps = {(above, below): members for above, below, members in _between(self.before, taken)}
        for above, below, members in _between(self.after, set(self.found)):
            around = self.found.get(above, -1), self.found.get(below, -1)
            others = gaps.get(around, [])
            labels = [self.old.label(other) for other in others]
            if labels == [self.new.label(index) for index in members]:
                pairs = zip(members, others, strict=True)
                self.found |= {index: other for index, other in pairs if self._share_a_name(other, index)}

    def _share_a_name(self, before: int, after: int) -> bool:
        shared = self.old.bag(before) & self.new.bag(after)
        return any(self._spread[word] <= _RARE and len(word) >= _NAME for word in shared)


def _marks(cut: Cut, members: Sequence[int], index: int, known: Mapping[int, int]) -> Iterator[Hashable]:
    """The number of a piece, and those of its neighbours that are known."""
    if label := cut.label(index):
        yield "number", label
    at = bisect_left(members, index)
    for side, beside in (("above", at - 1), ("below", at + 1)):
        outside = beside in (-1, len(members))
        if outside or members[beside] in known:
            yield side, None if outside else known[members[beside]]


def _between(members: Sequence[int], known: set[int]) -> Iterator[tuple[int, int, list[int]]]:
    """The stretches of unknown members, each with the known ones above and below it, or -1."""
    above = -1
    stretches = [(known_, list(group)) for known_, group in groupby(members, known.__contains__)]
    for at, (is_known, group) in enumerate(stretches):
        if is_known:
            above = group[-1]
        else:
            yield above, stretches[at + 1][1][0] if at + 1 < len(stretches) else -1, group
