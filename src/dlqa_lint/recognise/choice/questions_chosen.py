"""What the choice makes of a page: the questions, and the lines that only look like some."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.form import form_key
from dlqa_lint.model.numbers import are_nested, value_of
from dlqa_lint.model.numbers import key_of as number_key_of
from dlqa_lint.model.question import ITEMS
from dlqa_lint.recognise.choice.asked_of_oneself import without_asked_of_oneself
from dlqa_lint.recognise.choice.group import DEEPEST
from dlqa_lint.recognise.choice.keys import key_of
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dlqa_lint.recognise.choice.choose import Choice
    from dlqa_lint.recognise.choice.group import Group
    from dlqa_lint.recognise.choice.keys import Key
    from dlqa_lint.recognise.choice.page import Page
    from dlqa_lint.recognise.lines import Candidate

_PLACEHOLDERS = frozenset(vocabulary.PLACEHOLDERS)
_APART = 0.9
"""The share of a group that is in sections of its own where it is meant to have a form of its own."""

_MANY = 0.4
"""This many headings, for each of the main ones, are not slips. Set by hand."""

_WORDS = ("paragraph", "plain", "prompt")
"""The kinds of lines that are the words of the heading right above them."""

_AGAIN = 3
"""This many unnumbered headings with the same words do not name a section."""


Repeats = Literal["", "topic", "words", "goes on"]
"""In which way a line says the same question as its neighbour."""


class Selection(NamedTuple):
    """The lines that ask, in document order, and those that only look like it.

    Those are withdrawn questions, stubs, and furniture: headings of the questions' level that come again and
    again. `parts` are headings that continue the question above them.
    """

    questions: tuple[Candidate, ...]
    withdrawn: tuple[Candidate, ...] = ()
    stubs: tuple[Candidate, ...] = ()
    furniture: tuple[Candidate, ...] = ()
    parts: tuple[Candidate, ...] = ()


def selection_of(choice: Choice, lines: Sequence[Candidate]) -> Selection:
    """The selection that a choice makes among the lines of a document."""
    page = choice.weighed[0].group.page if choice.weighed else None
    source = page.source if page else Source("", "")
    asking = without_asked_of_oneself(choice, _unhidden(page, choice.questions)) if page else []
    told = list(_asked_once(source, _outermost(asking)))
    asking = [line for line, said in told if not said]
    groups = [row.group for row in choice.chosen]
    levels = {group.key[:2] for group in groups}
    withdrawn = [line for line in lines if line.struck and key_of(line)[:2] in levels]
    return Selection(
        tuple(line for line in asking if not _says_placeholder(line)),
        tuple(withdrawn),
        tuple(_stubs(lines, asking, groups)),
        tuple(_furniture(lines, asking)),
        tuple(line for line, said in told if said == "goes on"),
    )


def _unhidden(page: Page, asking: Sequence[Candidate]) -> list[Candidate]:
    """The lines without those in `<details>` that reveal the answer to another one, and do not go on from it.

    ### What is a reef?
    <details><summary>Show the answer</summary>

    1. Why is it taken in?
    </details>
    """
    starts = [line.span.start for line in asking]
    inside: dict[int, Candidate] = {}
    for part in page.details:
        at = bisect_right(starts, part.start) - 1
        above = max((heading for heading, _ in page.headings if heading < part.start), default=-1)
        answers = at >= 0 and at not in inside and above <= starts[at]
        if answers and part.reveals and part.closed:
            held = range(at + 1, bisect_right(starts, part.end))
            inside.update(dict.fromkeys(held, asking[at]))
    return [
        line
        for index, line in enumerate(asking)
        if index not in inside or _goes_on(asking[index - 1], line, inside[index])
    ]


def _goes_on(before: Candidate, line: Candidate, asked: Candidate) -> bool:
    """Whether a line is written like the one that is asked, and has the number after the last one's, if any."""
    if key_of(line) != key_of(asked):
        return False
    return not (line.number and before.number) or value_of(line.number)[-1] == value_of(before.number)[-1] + 1


def _outermost(asking: Sequence[Candidate]) -> list[Candidate]:
    """The lines without those inside another one, or inside its `<details>` or directive."""
    kept: list[Candidate] = []
    holder_end = -1
    for line in asking:
        if line.span.start < max(holder_end, kept[-1].span.end if kept else 0):
            continue
        if line.kind in ("summary", "directive") and line.body_end > line.span.end:
            holder_end = line.body_end
        kept.append(line)
    return kept


def _asked_once(source: Source, asking: Sequence[Candidate]) -> Iterator[tuple[Candidate, Repeats]]:
    """Which lines say the same question as the one right below or above, with nothing between the two.

    A heading can be the topic of the deeper one below it, or be followed by its words, or continue:

        ## Sailing                       ### Odysseus                     ### 6. A client has two boats.

        ### Why is a keel heavy?         **Who is this character?**       ### Which one is faster?

    The plain lines below a heading that does not ask are its words as well where other sentences are before them.
    """
    said: Repeats = ""
    title: Candidate | None = None
    for line, below in zip_longest(asking, asking[1:]):
        title = title if line.kind == "plain" else line
        if below is None or line.kind != "heading" or source.text[line.span.end : below.span.start].strip():
            following: Repeats = ""
        elif below.kind != "heading":
            following = "words" if below.kind in _WORDS or (below.bare_label and not below.number) else ""
        elif not _only_tells(line) or below.number:
            following = ""
        elif below.level > line.level:
            said, following = said or ("" if line.number else "topic"), ""
        else:
            following = "goes on" if line.number and below.level == line.level else ""
        yield line, said
        tells = title is not None and title.kind == "heading" and _only_tells(title)
        if tells and below is not None and below.kind == "plain":
            said = "words"
        else:
            said = "" if said in ("words", "goes on") else following


def _only_tells(line: Candidate) -> bool:
    """Whether a line does not read like a question itself."""
    return as_question(plain(line.text)) < 1


def _says_placeholder(line: Candidate) -> bool:
    return vocabulary.matches_any(plain(line.text), _PLACEHOLDERS)


def _furniture(lines: Sequence[Candidate], asking: Sequence[Candidate]) -> list[Candidate]:
    """Unnumbered headings of the questions' level whose words come again and again."""
    asked = {line.span for line in asking}
    levels = {line.level for line in asking if line.kind == "heading" and line.number}
    plain_ones = [
        line
        for line in lines
        if line.kind == "heading" and line.level in levels and not line.number and line.span not in asked
    ]
    said = [vocabulary.bare(plain(line.text)) for line in plain_ones]
    times = Counter(said)
    return [line for line, text in zip(plain_ones, said, strict=True) if times[text] >= _AGAIN]


def _stubs(
    lines: Sequence[Candidate], asking: Sequence[Candidate], groups: Iterable[Group]
) -> list[Candidate]:
    """The lines that have a question's form and no words, or only a placeholder for them."""
    members = {line.span for group in groups for line in group.lines}
    keys = [group.key for group in groups]
    headings = {("heading", key.level, True) for key in keys if key.kind == "heading" and key.numbered}
    items = {bool(line.number) for line in asking if line.kind in ITEMS}
    found = []
    for line in lines:
        if line.span in members:
            stub = _says_placeholder(line)
        elif line.text.strip():
            stub = False
        elif line.kind == "item":
            stub = bool(line.number) in items
        else:
            stub = (line.kind, line.level, bool(line.number)) in headings
        if stub:
            found.append(line)
    return found


def forms_of(choice: Choice, questions: Sequence[Candidate]) -> list[str]:
    """The forms of the lines that ask, the main one first, by majority of those that are written alike.

    Lines that ask where the main ones do are written in another form by mistake; those that stand apart in
    sections of their own have a form of their own, and so have many that are headings one level deeper.
    `questions` are the lines as they were read in the end.
    """
    sizes = {
        line.span.start: size or line.body_end - line.body_at
        for row in choice.chosen
        for line, size in zip(row.group.lines, row.group.sizes, strict=True)
    }
    families: dict[Key, list[Candidate]] = defaultdict(list)
    for line in questions:
        families[key_of(line)._replace(emphasised=False)].append(line)
    answered = {
        key: sum(sizes.get(line.span.start, 0) > 0 for line in lines) for key, lines in families.items()
    }
    # One line with something below it does not outvote three that have nothing.
    told = max(answered.values(), default=0) > 1
    ranked = sorted(
        families, key=lambda key: (-answered[key] * told, -len(families[key]), families[key][0].span)
    )
    main: list[Candidate] = []
    forms: list[str] = []
    for key in ranked:
        lines = families[key]
        own = _stand_apart(lines, main, choice.weighed[0].group.page.headings) or _go_deeper(lines, main)
        if main and not own and not _count_apart(families.values()):
            continue
        main.extend(lines)
        for part in _by_length(lines):
            form = _majority_form(part, sizes, forms)
            if form_key(form) not in map(form_key, forms):
                forms.append(form)
    return forms


def _by_length(lines: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """The lines of each length of number, most first: `1. Why?` and `1.1 How?` are written each in its own way.

    A single one is written so by mistake.
    """
    lengths: dict[int, list[Candidate]] = defaultdict(list)
    for line in lines:
        lengths[len(value_of(line.number))].append(line)
    most, *others = sorted(lengths.values(), key=len, reverse=True)
    yield most
    yield from (part for part in others if len(part) > 1)


def _count_apart(families: Iterable[Sequence[Candidate]]) -> bool:
    """Whether all lines are numbered headings, and longer numbers are on deeper levels."""
    lines = [line for lines in families for line in lines]
    return all(line.kind == "heading" and line.number for line in lines) and are_nested(
        (number_key_of(line.number), line.level) for line in lines
    )


def _majority_form(lines: Sequence[Candidate], sizes: Mapping[int, int], known: Sequence[str] = ()) -> str:
    """The form that most lines have, counted over the answered ones where there are any.

    Seventeen unanswered lines do not outvote thirteen answered ones. Of several that as many have, one that is
    known from another level is the right one.
    """
    answered = [line.template for line in lines if sizes.get(line.span.start)]
    counted = answered or [line.template for line in lines]
    tally = Counter(counted)
    best = max(tally.values())
    likely = [template for template in counted if tally[template] == best]
    elsewhere = {form.lstrip("#") for form in known}
    return next((template for template in likely if template.lstrip("#") in elsewhere), likely[0])


def _go_deeper(lines: Sequence[Candidate], main: Sequence[Candidate]) -> bool:
    """Whether many lines are headings below the level of the main ones: details, which an author sets apart."""
    levels = {line.level for line in (*lines, *main) if line.kind == "heading"}
    headings = all(line.kind == "heading" and not (line.number or line.label) for line in (*lines, *main))
    return headings and len(levels) > 1 and len(lines) > 1 and len(lines) >= _MANY * len(main)


def _stand_apart(
    lines: Sequence[Candidate], main: Sequence[Candidate], headings: Sequence[tuple[int, int]]
) -> bool:
    """Whether two lines or more are in sections that hold no line of the main ones."""
    asked = {line.span.start for line in (*lines, *main)}
    level = min((line.level for line in main if line.kind == "heading"), default=DEEPEST)
    # A heading beside the questions parts off lines without numbers; numbers would continue below it.
    lowest = level if any(line.number for line in lines) else level + 1
    zones = [at for at, depth in headings if at not in asked and depth < lowest]
    taken = {bisect_right(zones, line.span.start) for line in main}
    outside = sum(bisect_right(zones, line.span.start) not in taken for line in lines)
    return len(lines) > 1 and outside >= _APART * len(lines)
