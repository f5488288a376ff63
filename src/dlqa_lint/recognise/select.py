"""Which candidates are the questions, given the schema's forms; the rest stays with the answers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dlqa_lint import words
from dlqa_lint.candidates import Candidate, parse_form
from dlqa_lint.markdown import plain
from dlqa_lint.recognise.contents import is_contents_title
from dlqa_lint.schema.infer import Family, families, family_of, value_of
from dlqa_lint.source import Span

_SPACE = re.compile(r"\s+")
_ORDINARY_ENDS = "?？.。!！:：,;)）]\"'`”’"
_PLACEHOLDERS = frozenset(words.PLACEHOLDERS)


@dataclass(frozen=True, slots=True)
class Selection:
    """The candidates that ask, in document order, and those that only look like it: withdrawn ones and stubs."""

    questions: tuple[Candidate, ...]
    withdrawn: tuple[Candidate, ...] = ()
    stubs: tuple[Candidate, ...] = ()
    main: frozenset[Family] = field(default_factory=frozenset)


@lru_cache(maxsize=4096)
def form_key(template: str) -> str:
    """What two templates share that differ in white space at most."""
    return _SPACE.sub("", parse_form(template).template)


def select(
    candidates: Sequence[Candidate], forms: Sequence[str], headings: Sequence[tuple[int, int]]
) -> Selection:
    """The questions among the candidates: those in one of the forms, their kin, and those that fill the run's gaps.

    `headings` are the offsets and levels of every heading of the document.
    """
    grouped = families(candidates)
    main = _main_families(grouped, forms)
    chosen: list[Candidate] = []
    for family in main:
        chosen.extend(_without_answer_lists(grouped[family], _breaks(headings, grouped[family], family)))
    chosen = _without_boilerplate(sorted(chosen, key=lambda c: c.span), main)
    chosen = _outermost(chosen)
    others = [members for family, members in grouped.items() if family not in main]
    for members in sorted(others, key=lambda members: members[0].span):
        chosen = sorted([*chosen, *_strays(members, chosen, main)], key=lambda c: c.span)
    asked = {c.span for c in chosen}
    stubs = [c for c in candidates if _is_stub(c, chosen, asked, main)]
    kept = [c for c in chosen if not _placeholder_text(c)]
    withdrawn = [c for c in candidates if c.struck and family_of(c) in main]
    return Selection(tuple(kept), tuple(withdrawn), tuple(stubs), frozenset(main))


def _main_families(grouped: dict[Family, list[Candidate]], forms: Sequence[str]) -> list[Family]:
    """The families that have members in one of the forms."""
    keys = {form_key(form) for form in forms}
    return [
        f for f, members in grouped.items() if any(form_key(member.template) in keys for member in members)
    ]


def _breaks(headings: Sequence[tuple[int, int]], members: Sequence[Candidate], family: Family) -> list[int]:
    """Offsets of the headings at which a family's numbers may start again."""
    own = {member.span.start for member in members}
    return [at for at, level in headings if at not in own and (family[0] != "heading" or level < family[1])]


def _without_answer_lists(members: list[Candidate], breaks: Sequence[int]) -> list[Candidate]:
    """A family's members without the numbered lists of answers that stand at the margin as well.

    A list that starts again with no heading before it is a list of an answer unless it asks questions.
    """
    if not members[0].number or members[0].label:
        return members
    kept: list[Candidate] = []
    for segment in _segments(members, breaks):
        restart = (
            bool(kept) and value_of(segment[0].number)[-1] <= 1 and not _crosses(kept[-1], segment[0], breaks)
        )
        asking = sum(words.asking(plain(c.text)) for c in segment) / len(segment)
        share = sum(words.asking(plain(c.text)) for c in kept) / len(kept) if kept else 0.0
        if restart and len({c.number for c in members}) > 1 and asking < min(0.5, share):
            continue
        kept.extend(segment)
    return kept


def _segments(members: Sequence[Candidate], breaks: Sequence[int]) -> list[list[Candidate]]:
    """The members cut where a number starts again at 0 or 1, and where a list of another place begins."""
    segments: list[list[Candidate]] = []
    for member in members:
        if segments:
            before, value = value_of(segments[-1][-1].number), value_of(member.number)
            lazy = member.number == segments[-1][-1].number
            if (value[-1] > 1 or lazy) and value >= before and not _crosses(segments[-1][-1], member, breaks):
                segments[-1].append(member)
                continue
        segments.append([member])
    return segments


def _crosses(before: Candidate, after: Candidate, breaks: Sequence[int]) -> bool:
    return bisect_right(breaks, before.span.start) < bisect_left(breaks, after.span.start)


def _without_boilerplate(chosen: list[Candidate], main: Iterable[Family]) -> list[Candidate]:
    """Plain headings without those that any document has (contents, licence, contributing) when they ask nothing."""
    if not any(
        family[0] in ("heading", "paragraph", "bullet") and not family[2] and not family[3] for family in main
    ):
        return chosen
    asked = [bool(c.number or c.label or c.bare_label) or words.asks(plain(c.text)) for c in chosen]
    if sum(asked) * 5 < len(asked) * 4:
        return [c for c in chosen if not is_contents_title(c.text)]
    first = next((i for i, asks in enumerate(asked) if asks), 0)
    last = len(asked) - next((i for i, asks in enumerate(reversed(asked)) if asks), 0)
    signs = {plain(c.text).strip()[-1:] for c, asks in zip(chosen, asked, strict=True) if asks} - set(
        _ORDINARY_ENDS
    )
    return [c for i, c in enumerate(chosen) if asked[i] or (first <= i < last and _could_ask(c, signs))]


def _could_ask(candidate: Candidate, signs: set[str]) -> bool:
    """A heading without a question mark among questions is one too, and a line that ends in the sign that questions end in.

    Bold lines are often labels of an answer's parts, so without such a sign (a star for the difficulty) they are none.
    """
    text = plain(candidate.text).strip()
    if is_contents_title(text) or text.endswith((":", "：")):
        return False
    return candidate.kind == "heading" or (not text[-1:].isalnum() and text[-1:] in signs)


def _outermost(chosen: list[Candidate]) -> list[Candidate]:
    """The candidates without those that stand inside another one's `<details>`."""
    kept: list[Candidate] = []
    for candidate in chosen:
        holder = next((c for c in reversed(kept) if c.kind == "summary"), None)
        if holder is None or candidate.kind == "summary" or candidate.span.start >= holder.body_end:
            kept.append(candidate)
    return kept


def _strays(members: list[Candidate], chosen: Sequence[Candidate], main: Sequence[Family]) -> list[Candidate]:
    """Members of another family that are questions of these runs all the same, written in another form.

    Numbered ones must fill the place that the run leaves open: a list that goes on where the headings end, a heading
    of another level between its neighbours. A bare mark (`Q.`) at another level is the same mark. An unnumbered
    heading of the questions' own level counts when it ends in a question mark between numbered ones.
    """
    family = family_of(members[0])
    if family[0] not in ("heading", "item-heading", "line") or not chosen:
        return []
    numbered = [c for c in chosen if c.number]
    labels = {f[2] for f in main}
    if family[2] == "bare" or (members[0].bare_label and members[0].label):
        return members if members[0].bare_label and family[2] in labels else []
    if not family[3]:
        return [m for m in members if _fills_unnumbered(m, numbered, main)]
    if family[2] and family[2] not in labels and any(labels):
        return []
    if family[0] == "line":
        asked = [c.span.start for c in chosen]
        return [m for segment in _segments(members, asked) if _continues(segment, numbered) for m in segment]
    return _fitting(members, numbered)


def _fills_unnumbered(member: Candidate, numbered: Sequence[Candidate], main: Sequence[Family]) -> bool:
    """Whether an unnumbered heading stands at the level of, and between, numbered questions, and asks."""
    if member.kind != "heading" or not any(f[0] == "heading" and f[1] == member.level and f[3] for f in main):
        return False
    between = any(c.span < member.span for c in numbered) and any(c.span > member.span for c in numbered)
    return between and plain(member.text).rstrip().endswith(("?", "？"))


def _around(numbered: Sequence[Candidate], member: Candidate) -> tuple[int, int]:
    """The numbers of the questions before and after a place; 0 and a large number where there is none."""
    at = bisect_left([c.span for c in numbered], member.span)
    before = value_of(numbered[at - 1].number)[-1] if at else 0
    after = value_of(numbered[at].number)[-1] if at < len(numbered) else 1 << 30
    return before, after


def _continues(segment: Sequence[Candidate], numbered: Sequence[Candidate]) -> bool:
    """Whether a list goes on exactly where the run stops, and reads like questions."""
    if not numbered:
        return False
    before, after = _around(numbered, segment[0])
    values = [value_of(c.number)[-1] for c in segment]
    asking = sum(words.asking(plain(c.text)) for c in segment) / len(segment)
    grows = all(b - a == 1 for a, b in zip(values, values[1:], strict=False))
    return before > 0 and values[0] == before + 1 and values[-1] < after and grows and asking >= 0.5


def _fitting(members: Sequence[Candidate], numbered: Sequence[Candidate]) -> list[Candidate]:
    """Headings of another level or label whose number is the next one at their place.

    Most of the family must fit: numbered sub-headings of answers hit the next number by chance now and then.
    """
    accepted: list[Candidate] = []
    for member in members:
        before, after = _around(sorted([*numbered, *accepted], key=lambda c: c.span), member)
        value = value_of(member.number)[-1]
        if before and ((value == before + 1 and value < after) or (bool(accepted) and value == before)):
            accepted.append(member)
    return accepted if len(accepted) * 2 > len(members) else []


def _placeholder_text(candidate: Candidate) -> bool:
    return words.matches_any(plain(candidate.text), _PLACEHOLDERS)


def _is_stub(
    candidate: Candidate, chosen: Sequence[Candidate], asked: set[Span], main: Sequence[Family]
) -> bool:
    """Whether a line has a question's form and no words, or only a stand-in for them."""
    if candidate.span in asked:
        return _placeholder_text(candidate)
    if candidate.text.strip() or candidate.depth or not chosen:
        return False
    kinds = {(family[0], family[1], family[3]) for family in main}
    if candidate.kind == "item":
        ordered = bool(candidate.number)
        return any((c.kind in ("item", "item-heading")) and bool(c.number) == ordered for c in chosen)
    return (
        candidate.kind == "heading" and bool(candidate.number) and ("heading", candidate.level, True) in kinds
    )
