"""The forms that inference learns from a document's lines, with the evidence for them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.body.answers import is_answer_heading, marker_at
from dlqa_lint.recognise.choice.evidence import Signals
from dlqa_lint.recognise.choice.groups import group_of, groups
from dlqa_lint.recognise.choice.groups_chosen import choose
from dlqa_lint.recognise.choice.list_titles import captions_of, without_captions
from dlqa_lint.recognise.choice.numbered_lists import asking_sum, without_steps
from dlqa_lint.recognise.choice.questions_chosen import select
from dlqa_lint.recognise.choice.reading import Reading
from dlqa_lint.recognise.document.question_bodies import bodies, boundaries
from dlqa_lint.recognise.lines import Candidate, Details
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import BOXES

_OPEN_TITLES = frozenset(vocabulary.OPEN_TITLES)
_VISIBLE = regex(r"\S")


def infer_forms(reading: Reading) -> tuple[list[str], str]:
    """The forms of a document's questions with the evidence; no form where the document asks nothing."""
    signals = _signals(reading.blocks, reading.details)
    grouped = groups(reading.candidates)
    breaks = [at for at, _ in reading.headings]
    for group, every in grouped.items():
        if group[0] == "line" and group[3] and not group[2]:
            grouped[group] = without_steps(without_captions(every), breaks)

    def bodied(members: Sequence[Candidate]) -> int:
        return sum(_bodied(reading, members))

    chosen, evidence = choose(grouped, signals, reading.headings, bodied, announced=reading.announced)
    forms: list[str] = []
    for group in chosen:
        selected = select(reading.candidates, [m.template for m in grouped[group]], reading.headings)
        members = [member for member in selected.questions if group_of(member) == group]
        if members:
            forms.append(_majority_form(members, _bodied(reading, members)))
    if evidence is None or not forms:
        return [], "not a question document: no recurring line asks questions"
    if not evidence.answered and _left_open(reading, [m for group in chosen for m in grouped[group]]):
        return [], "not a question document: only its section of open questions asks"
    said = (
        f"{evidence.count} lines like {forms[0]!r}: {evidence.asking:.0%} ask, "
        f"{evidence.answered:.0%} have an answer marker, options or <details>"
    )
    return forms, said


def _majority_form(members: Sequence[Candidate], answered: Sequence[bool]) -> str:
    """The form that most members have, counted over the answered ones where there are any."""
    counted = [m.template for m, given in zip(members, answered, strict=True) if given] or [
        m.template for m in members
    ]
    tally = Counter(counted)
    best = max(tally.values())
    return next(template for template in counted if tally[template] == best)


def _left_open(reading: Reading, members: Sequence[Candidate]) -> bool:
    """Whether what asks among lines stands below `Open questions`, a section that plans have."""
    starts, opened, within = [0], [False], 0
    for index, (at, level, block) in enumerate(reading.closing):
        if level <= within:
            within = 0
        if index and not within and _is_open_title(reading.blocks[block].text):
            within = level
        starts.append(at)
        opened.append(within > 0)
    outside = (
        [m for m in members if not opened[bisect_right(starts, m.span.start) - 1]] if any(opened) else []
    )
    return any(opened) and asking_sum(outside) <= 0.2 * len(outside)


def _is_open_title(text: str) -> bool:
    return vocabulary.matches_any(plain(parse_line(text, space_delimits=True).text), _OPEN_TITLES)


def _bodied(reading: Reading, members: Sequence[Candidate]) -> list[bool]:
    """Whether something stands below each line of a group."""
    captions = captions_of(reading.source, reading.blocks, members)
    found = bodies(reading.source, members, boundaries(reading.closing, members), reading.keys, captions)
    return [_VISIBLE.search(reading.source.text, *body) is not None for body in found]


def _signals(blocks: Sequence[Block], details: Sequence[Details]) -> Signals:
    """The offsets of markers, of `<details>` that reveal, and of boxes, ticked ones and empty ones."""
    marks = [detail.start for detail in details if detail.reveals]
    ticks, boxes = list[int](), list[int]()
    for block in blocks:
        if block.kind == "heading" and is_answer_heading(block.text):
            marks.append(block.start)
        elif block.kind == "paragraph" and block.text.startswith(BOXES):
            (boxes if block.text.startswith("[ ]") else ticks).append(block.start)
        elif block.kind == "paragraph" and marker_at(block.text, heading=False):
            marks.append(block.start)
    return Signals(sorted(marks), ticks, boxes)
