"""Check lists of questions: items with a box to tick, for readers who cross off what they can answer."""

import re
from collections.abc import Sequence

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.recognise.lines.line_parts import as_text, parse_line
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_BOX = regex(rf"{marks.BOX}\s+(?=\S)")
_SIGN = regex(rf"[{marks.QUESTION_MARKS}][^\w?]*$")
_FEWEST = 3
"""So few boxes may stand below one question."""
_SHARE = 0.7
"""The least share of the items that ask; the options of a quiz, and tasks, are statements."""


def without_boxes(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a document that announces questions, the boxes of its check list left out of them.

    A list of options or of tasks stays as it is.
    """
    opened = {
        index: _opened(candidate, match)
        for index, candidate in enumerate(candidates)
        if candidate.text[:1] == "[" and candidate.kind == "item" and (match := _BOX.match(candidate.text))
    }
    if len(opened) < _FEWEST or not _ask(list(opened.values())) or _stand_below_questions(candidates, opened):
        return list(candidates)
    return [opened.get(index, candidate) for index, candidate in enumerate(candidates)]


def _opened(candidate: Candidate, box: re.Match[str]) -> Candidate:
    """An item read behind its box."""
    content, at = candidate.text[box.end() :], candidate.text_span.start + box.end()
    parts = parse_line(content, space_delimits=False)
    if candidate.number and parts.number:
        parts = as_text(content)
    start = at + parts.text_at
    return candidate._replace(
        template=candidate.template.replace("{text}", "[{mark}] " + parts.template),
        label=parts.label,
        number=candidate.number or parts.number,
        number_at=at + parts.number_at if parts.number else candidate.number_at,
        text=parts.text,
        text_span=Span(start, start + len(parts.text)),
        emphasised=parts.emphasised,
        bare_label=parts.bare_label,
    )


def _ask(items: Sequence[Candidate]) -> bool:
    """Whether items ask: nearly all read like questions, and they are numbered or end in the sign of one."""
    texts = [plain(item.text) for item in items]
    asking = sum(as_question(text) == 1 for text in texts)
    signed = sum(bool(_SIGN.search(text)) for text in texts) + sum(bool(item.number) for item in items)
    return asking >= _SHARE * len(items) and signed * 2 >= len(items)


def _stand_below_questions(candidates: Sequence[Candidate], opened: dict[int, Candidate]) -> bool:
    """Whether more than one of the lists begins right below a line that asks itself, as options do."""
    above = [candidates[index - 1] for index in opened if index and index - 1 not in opened]
    return sum(bool(_SIGN.search(plain(candidate.text))) for candidate in above) > 1
