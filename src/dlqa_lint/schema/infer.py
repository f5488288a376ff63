"""Inference: which of a document's recurring forms asks its questions, by evidence from all of it."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from dlqa_lint import words
from dlqa_lint.candidates import Candidate
from dlqa_lint.candidates.numerals import value_of
from dlqa_lint.markdown import plain
from dlqa_lint.patterns import regex
from dlqa_lint.schema.zones import in_asking_zones

_PLACEHOLDERS = frozenset(words.PLACEHOLDERS)
_SIGN = regex(r"[?？吗嗎か까]")
_STRONG = 0.6
"""The least evidence for which a family of lines is taken for questions; chosen on the labelled banks."""

_ASKS = 0.2
"""The least share of lines that ask for which the other evidence counts at all."""

_STRONG_OF_FEW = 0.7
"""The same for a handful of lines, which may ask by chance."""

Announced = Literal["title", "opening", ""]
"""Where a document says that it is a bank."""

Family = tuple[str, int, str, bool]
PROSE = ("bullet", 0)
"""How the family of plain list items begins, which say anything; bold ones are picked out by hand."""


class Signals(NamedTuple):
    """Offsets of what only answers have, in order: `marks` (markers, `<details>`) and boxes.

    Plans and reports tick boxes as well, so that `ticks` count only below lines that ask or are labelled, or
    where there is one among the empty `boxes` below each line.
    """

    marks: Sequence[int]
    ticks: Sequence[int] = ()
    boxes: Sequence[int] = ()


class Evidence(NamedTuple):
    """What speaks for a family of lines being the questions; every figure but the counts is a share.

    `bodied` counts the lines that have something below them; `prose` marks plain list items, which say
    anything.
    """

    count: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    asking: float
    labelled: bool
    answered: float
    sequence: float
    announced: bool
    bodied: int = 0
    prose: bool = False

    @property
    def weight(self) -> float:
        """How sure it is that these are questions, 0 to 1: independent reasons add up as chances do."""
        doubt = 1 - 0.75 * self.asking
        doubt *= 1 - 0.8 * self.labelled
        doubt *= 1 - 0.6 * self.answered
        doubt *= 1 - 0.35 * self.announced
        doubt *= 1 - (0.35 if self.count >= 10 else 0.3) * (self.sequence >= 0.8 and self.count >= 3)
        return 1 - doubt

    @property
    def convincing(self) -> bool:
        """Whether the family may be taken for questions; a handful of lines must show more than a form."""
        listed = self.announced and self.sequence >= 0.8 and self.count >= 10
        if self.asking < (_ASKS if self.sequence else 0.5) and not (
            self.labelled or self.answered >= 0.5 or listed
        ):
            return False
        if self.prose and self.asking < 0.7 and self.answered < 0.5:
            return False
        if not (self.bodied or self.announced or self.labelled or self.sequence) and self.count < 10:
            return False  # a form to fill in: a few headings that ask, and nothing below them
        if self.count >= 3:
            return self.weight >= (_STRONG if self.count >= 6 else _STRONG_OF_FEW)
        sure = self.weight >= _STRONG_OF_FEW and (self.labelled or self.asking >= _ASKS)
        return sure and (self.answered >= 0.5 or (self.labelled and self.count == 2))


def family_of(candidate: Candidate) -> Family:
    """What candidates share that belong together, whatever their emphasis and delimiter."""
    label = candidate.label or ("bare" if candidate.bare_label else "")
    numbered = bool(candidate.number)
    if candidate.kind in ("item", "paragraph") and (numbered or candidate.bare_label):
        kind = (
            "option" if candidate.kind == "item" and candidate.template.startswith("- {number}") else "line"
        )
        return kind, 0, label, numbered
    if candidate.kind == "item":
        return "bullet", int(candidate.emphasised), "", False
    return candidate.kind, candidate.level, label, numbered


def families(candidates: Sequence[Candidate]) -> dict[Family, list[Candidate]]:
    """The candidates by family, each in document order; withdrawn and empty ones are left out."""
    grouped: dict[Family, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.struck and candidate.text.strip():
            grouped[family_of(candidate)].append(candidate)
    grouped.pop(("option", 0, "", True), None)
    return dict(grouped)


def weigh(
    members: Sequence[Candidate],
    signals: Signals,
    breaks: Sequence[int],
    *,
    announced: Announced,
    bodied: int = 0,
    chosen: bool = False,
) -> Evidence:
    """The evidence for a family; `breaks` are the offsets of section headings.

    What an introduction says in passing does not speak for lines that neither ask nor are answered. `chosen`
    tells that each line has one ticked box below it.
    """
    first = members[0]
    texts = [plain(member.text) for member in members]
    said = [text for text in texts if not words.matches_any(text, _PLACEHOLDERS)] or texts
    # "- What you tried" is no question: items that no bank announces must end in the sign of one.
    doubted = family_of(first)[:2] == PROSE and not announced
    asking = sum(min(words.asking(text), 1 if not doubted or _SIGN.search(text) else 0.4) for text in said)
    asking /= len(said)
    labelled = bool(first.label) or first.bare_label or first.kind == "file"
    shown = [*signals.marks, *signals.ticks] if labelled or chosen or asking >= _ASKS else signals.marks
    # Installation guides fold their steps away as well.
    folded = first.kind == "summary" and (labelled or announced or asking >= _ASKS)
    answered = len(members) if folded or first.kind == "file" else _answered(members, sorted(shown), breaks)
    shows = labelled or asking >= 0.5 or answered * 2 >= len(members)
    return Evidence(
        len(members),
        asking,
        labelled,
        answered / len(members),
        _sequence(members, breaks),
        announced == "title" or bool(announced and shows),
        bodied,
        family_of(first)[0] == "bullet",
    )


def _answered(members: Sequence[Candidate], shown: Sequence[int], breaks: Sequence[int]) -> int:
    """How many members have a sign of an answer below them."""
    starts = [member.span.start for member in members]
    last = bisect_right(breaks, starts[-1])
    ends = [*starts[1:], breaks[last] if last < len(breaks) else 1 << 60]
    return sum(
        bisect_left(shown, start) < bisect_left(shown, end) for start, end in zip(starts, ends, strict=True)
    )


def _chosen_from(members: Sequence[Candidate], signals: Signals, headings: Sequence[tuple[int, int]]) -> bool:
    """Whether headings have several boxes right below them, of which one is ticked: a quiz, and no plan."""
    if not signals.ticks or len(members) < 3:
        return False
    starts = [at for at, _ in headings]
    ticks = Counter(starts[bisect_right(starts, at) - 1] for at in signals.ticks if at > starts[0])
    boxes = Counter(starts[bisect_right(starts, at) - 1] for at in signals.boxes if at > starts[0])
    alike = sum(ticks[m.span.start] == 1 and boxes[m.span.start] >= 1 for m in members)
    return alike >= 0.8 * len(members)


def _sequence(members: Sequence[Candidate], breaks: Sequence[int]) -> float:
    """The share of steps between numbers that go up by one, or stay in lazy lists; breaks are free."""
    good = steps = 0
    for before, after in pairwise(members):
        if not (before.number and after.number):
            continue
        first, second = value_of(before.number), value_of(after.number)
        if second[-1] <= 1 and bisect_right(breaks, before.span.start) < bisect_left(
            breaks, after.span.start
        ):
            continue
        steps += 1
        good += second[-1] - first[-1] == 1 or (after.kind == "item" and first == second == (1,))
    return good / steps if steps else 0.0


def choose(
    grouped: dict[Family, list[Candidate]],
    signals: Signals,
    headings: Sequence[tuple[int, int]],
    bodied: Callable[[Sequence[Candidate]], int],
    *,
    announced: Announced,
) -> tuple[list[Family], Evidence | None]:
    """The families that ask questions, the main one first, with its evidence; none where there is no bank.

    `headings` are the offset and level of every heading. A second family counts only where the main one
    does not ask: in sections of its own, as a second list of exercises has them. `bodied` counts the lines
    with something below.
    """
    weighed: list[tuple[Family, Evidence]] = []
    for family, every in grouped.items():
        members = in_asking_zones(every, headings) if family[:2] == PROSE and announced else every
        own = {member.span.start for member in members}
        breaks = [
            at for at, level in headings if at not in own and (family[0] != "heading" or level < family[1])
        ]
        chosen_from = bool(announced) and family[0] == "heading" and _chosen_from(members, signals, headings)
        evidence = weigh(
            members, signals, breaks, announced=announced, bodied=bodied(members), chosen=chosen_from
        )
        if evidence.convincing and not _is_template(members):
            weighed.append((family, evidence))
    weighed = _without_asides(weighed)
    if not weighed:
        return [], None
    if any(family[0] == "file" for family, _ in weighed):
        # A file whose front matter asks is one question; whatever its body asks is part of the answer.
        weighed = [row for row in weighed if row[0][0] == "file"]
    if all(_dwarfed(family, found, grouped, headings) for family, found in weighed):
        return [], None
    # Seventeen questions that nobody answered do not outvote thirteen answered ones.
    some_bodied = max(evidence.bodied for _, evidence in weighed) >= 2
    weighed.sort(key=lambda row: (-_votes(row[1], bodied=some_bodied), row[0]))
    main, evidence = weighed[0]
    chosen = [main]
    for family, other in weighed[1:]:
        stands_apart = _apart(grouped[family], [m for f in chosen for m in grouped[f]], headings)
        if stands_apart and other.count >= 2 and other.weight >= 0.7 and _answered_alike(other, evidence):
            chosen.append(family)
    return chosen, evidence


def _without_asides(weighed: list[tuple[Family, Evidence]]) -> list[tuple[Family, Evidence]]:
    """The families without a few lines that ask in the text around labelled questions with marked answers."""
    sure = [e.count for _, e in weighed if e.labelled and e.answered >= 0.8 and e.count >= 3]
    most = 3 * max(sure, default=0)
    return [row for row in weighed if row[1].labelled or row[1].answered >= 0.3 or row[1].count > most]


def _is_template(members: Sequence[Candidate]) -> bool:
    """Whether the same few lines come again under heading after heading, numbers and all."""
    told = Counter((member.number, " ".join(plain(member.text).split())) for member in members)
    repeated = sum(times for times in told.values() if times >= 3)
    return members[0].kind == "heading" and not members[0].bare_label and repeated * 2 >= len(members)


def _dwarfed(
    family: Family,
    evidence: Evidence,
    grouped: dict[Family, list[Candidate]],
    headings: Sequence[tuple[int, int]],
) -> bool:
    """Whether a few asking lines stand in a document of many numbered headings which ask nothing."""
    if evidence.count >= 3 and (evidence.labelled or family[3]):
        return False
    breaks = [at for at, _ in headings]
    return any(
        other[0] == "heading"
        and other[3]
        and len(members) >= 5 * evidence.count
        and _sequence(members, breaks[:0]) >= 0.5
        for other, members in grouped.items()
        if other != family
    )


def _votes(evidence: Evidence, *, bodied: bool) -> float:
    return (evidence.bodied if bodied else evidence.count) * evidence.weight**2


def _answered_alike(other: Evidence, evidence: Evidence) -> bool:
    """Warm-up questions without answers are no part of an answered bank: both are answered, or neither is."""
    return other.answered >= 0.3 or evidence.answered < 0.3


def _apart(
    members: Sequence[Candidate], main: Sequence[Candidate], headings: Sequence[tuple[int, int]]
) -> bool:
    """Whether a family's members stand in sections that hold no member of the main families."""
    own = {member.span.start for member in members}
    asked = {member.span.start for member in main}
    level = min((m.level for m in main if m.kind == "heading"), default=7)
    zones = [
        at
        for at, heading_level in headings
        if at not in own and at not in asked and heading_level < max(level, 7)
    ]
    taken = {_zone(zones, member.span.start) for member in main}
    outside = sum(_zone(zones, member.span.start) not in taken for member in members)
    return outside >= 0.9 * len(members)


def _zone(zones: Sequence[int], offset: int) -> int:
    return bisect_right(zones, offset)
