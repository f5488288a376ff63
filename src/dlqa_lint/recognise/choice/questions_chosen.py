"""Which candidates are the questions, given the schema's forms; the rest stays with the answers."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import asks
from dlqa_lint.recognise.choice.groups import PROSE, Group, group_of, groups
from dlqa_lint.recognise.choice.list_titles import without_captions
from dlqa_lint.recognise.choice.numbered_lists import without_answer_lists
from dlqa_lint.recognise.choice.off_form_questions import recurring, strays
from dlqa_lint.recognise.choice.zones import in_asking_zones
from dlqa_lint.recognise.document.contents import is_contents_title
from dlqa_lint.recognise.lines import Candidate, parse_form
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

_SPACE = regex(r"\s+")
_ORDINARY_ENDS = marks.FINAL + ",)）]\"'`”’"
_PLACEHOLDERS = frozenset(vocabulary.PLACEHOLDERS)


class Selection(NamedTuple):
    """The candidates that ask, in document order, and those that only look like it.

    Those are withdrawn questions, stubs, and furniture: headings of the questions' level that come again and
    again.
    """

    questions: tuple[Candidate, ...]
    withdrawn: tuple[Candidate, ...] = ()
    stubs: tuple[Candidate, ...] = ()
    furniture: tuple[Candidate, ...] = ()


@lru_cache(maxsize=4096)
def form_key(template: str) -> str:
    """What two templates share that differ in white space at most."""
    return _SPACE.sub("", parse_form(template).template)


def select(
    candidates: Sequence[Candidate], forms: Sequence[str], headings: Sequence[tuple[int, int]]
) -> Selection:
    """The questions among the candidates: those in one of the forms, and those that fill the run's gaps.

    `headings` are the offsets and levels of every heading of the document.
    """
    grouped = groups(candidates)
    main = _main_groups(grouped, forms)
    chosen = [member for group in main for member in _asked(grouped[group], headings, group)]
    chosen = _outermost(_without_boilerplate(sorted(chosen, key=_place), main))
    others = [members for group, members in grouped.items() if group not in main]
    for members in sorted(others, key=lambda members: members[0].span):
        found = strays(members, chosen, main)
        chosen = sorted([*chosen, *found], key=_place) if found else chosen
    kept = [c for c in chosen if not _says_placeholder(c)]
    levels = {group[:2] for group in main}
    withdrawn = [c for c in candidates if c.struck and group_of(c)[:2] in levels]
    stubs, furniture = _stubs(candidates, chosen, main), _furniture(candidates, chosen)
    return Selection(tuple(kept), tuple(withdrawn), tuple(stubs), tuple(furniture))


def _asked(
    members: list[Candidate], headings: Sequence[tuple[int, int]], group: Group
) -> Sequence[Candidate]:
    """A group's members without the lists that are no questions."""
    if group[:2] == PROSE:
        return in_asking_zones(members, headings)
    if group == ("line", 0, "", True):
        members = without_captions(members)
    return without_answer_lists(members, _breaks(headings, members, group))


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.span


def _main_groups(grouped: dict[Group, list[Candidate]], forms: Sequence[str]) -> list[Group]:
    """The groups that have members in one of the forms."""
    keys = {form_key(form) for form in forms}
    return [
        f for f, members in grouped.items() if any(form_key(member.template) in keys for member in members)
    ]


def _breaks(headings: Sequence[tuple[int, int]], members: Sequence[Candidate], group: Group) -> list[int]:
    """Offsets of the headings at which a group's numbers may start again."""
    own = {member.span.start for member in members}
    return [at for at, level in headings if at not in own and (group[0] != "heading" or level < group[1])]


def _without_boilerplate(chosen: list[Candidate], main: Iterable[Group]) -> list[Candidate]:
    """Plain headings without those that any document has (contents, licence) when they ask nothing."""
    if not any(
        group[0] in ("heading", "paragraph", "bullet") and not group[2] and not group[3] for group in main
    ):
        return chosen
    if any(group[0] == "paragraph" for group in main):
        chosen = _without_names(chosen)
    asked = [_asks(c) for c in chosen]
    if sum(asked) * 5 < len(asked) * 4:
        return [c for c in chosen if not is_contents_title(c.text)]
    first = next((i for i, asks in enumerate(asked) if asks), 0)
    last = len(asked) - next((i for i, asks in enumerate(reversed(asked)) if asks), 0)
    ends = {plain(c.text).strip()[-1:] for c, asks in zip(chosen, asked, strict=True) if asks}
    signs = ends - set(_ORDINARY_ENDS)
    return [c for i, c in enumerate(chosen) if asked[i] or (first <= i < last and _could_ask(c, signs))]


def _asks(candidate: Candidate) -> bool:
    marked = candidate.number or candidate.label or candidate.bare_label
    return bool(marked) or asks(plain(candidate.text))


def _without_names(chosen: list[Candidate]) -> list[Candidate]:
    """The candidates without bold lines right above one that asks: they ask nothing and name those below."""
    followers = [*chosen[1:], None]
    return [
        c
        for c, after in zip(chosen, followers, strict=True)
        if c.kind != "paragraph" or not after or after.line > c.line + 2 or _asks(c) or not _asks(after)
    ]


def _could_ask(candidate: Candidate, signs: set[str]) -> bool:
    """Whether a line that asks nothing is a question among questions: a heading, or one that ends as they do.

    Bold lines are often labels of an answer's parts: without a sign that questions end in (a star for the
    difficulty) they are none.
    """
    text = plain(candidate.text).strip()
    if is_contents_title(text) or text.endswith(tuple(marks.COLONS)):
        return False
    return candidate.kind == "heading" or (not text[-1:].isalnum() and text[-1:] in signs)


def _outermost(chosen: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that stand inside another one's `<details>`."""
    kept: list[Candidate] = []
    holder_end = -1
    for candidate in chosen:
        if candidate.kind == "summary":
            holder_end = candidate.body_end
        elif candidate.span.start < holder_end:
            continue
        kept.append(candidate)
    return kept


def _says_placeholder(candidate: Candidate) -> bool:
    return vocabulary.matches_any(plain(candidate.text), _PLACEHOLDERS)


def _furniture(candidates: Sequence[Candidate], chosen: Sequence[Candidate]) -> list[Candidate]:
    asked = {candidate.span for candidate in chosen}
    levels = {candidate.level for candidate in chosen if candidate.kind == "heading" and candidate.number}
    return recurring(
        [
            c
            for c in candidates
            if c.kind == "heading" and c.level in levels and not c.number and c.span not in asked
        ]
    )


def _stubs(
    candidates: Sequence[Candidate], chosen: Sequence[Candidate], main: Sequence[Group]
) -> list[Candidate]:
    """The lines that have a question's form and no words, or only a stand-in for them."""
    asked = {candidate.span for candidate in chosen}
    headings = {("heading", group[1], True) for group in main if group[0] == "heading" and group[3]}
    items = {bool(c.number) for c in chosen if c.kind in ("item", "item-heading")}
    found = []
    for candidate in candidates:
        if candidate.span in asked:
            stub = _says_placeholder(candidate)
        elif candidate.text.strip():
            stub = False
        elif candidate.kind == "item":
            stub = bool(candidate.number) in items
        else:
            stub = (candidate.kind, candidate.level, bool(candidate.number)) in headings
        if stub:
            found.append(candidate)
    return found
