"""Questions from candidates: what is below each, read with its neighbours in mind."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Field, Question
from dlqa_lint.model.schema import Schema
from dlqa_lint.recognise.body.answer_lists import AnswerList, answer_list_for
from dlqa_lint.recognise.body.answer_markers import marker_at
from dlqa_lint.recognise.body.answer_parts import with_parts
from dlqa_lint.recognise.body.answers import Body, read_body
from dlqa_lint.recognise.body.body_parts import Piece, pieces_of
from dlqa_lint.recognise.body.fields import front_fields, take_fields
from dlqa_lint.recognise.body.gaps import filled
from dlqa_lint.recognise.body.options import BOXED, options_of
from dlqa_lint.recognise.body.tasks import without_material
from dlqa_lint.recognise.lines import Candidate, Details, parse_form
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_LABEL = regex(r"\{text\}.*$", re.DOTALL)
# Without its bracket where a number stands behind that: `What is a tide?](tide.md)`.
_LINK_OUT = regex(r"\W{0,9}\[?[^\[\]]+\]\([^()#\s][^()\s]*(?:\s[^()]*)?\)\W{0,9}")
_MOST_REVEALS = 40
"""So many `<details>` of one question are looked at. Set by hand."""

_SAMPLE = 4000
"""So many characters show the language of a text."""

_SMALL_WORDS = 6
"""A text of which more than one word in so many is a small word of theirs is Spanish or Portuguese. Set by hand."""

_STACK = 5
"""So many headings at most share the answer of the question below them, as in the labelled banks."""

_SEVERAL = 2
"""So many answers show that the questions of a document have one."""


def read_bodies(
    source: Source,
    blocks: Sequence[Block],
    details: Sequence[Details],
    chosen: Sequence[tuple[Candidate, Span]],
    schema: Schema,
) -> list[Body]:
    """What is below each question; `chosen` are the questions with the characters of their bodies."""
    own_label = _own_label(schema.answer.form)
    # Below `- Q: …` an item `- A:` is not an option.
    labels = [own_label or ("A" if c.kind == "item" and c.label[:1] == "q" else "") for c, _ in chosen]
    cut, fields = _cut_up(source, blocks, details, chosen, [demand.name for demand in schema.field])

    def read(at: int, *, usual: str = "", quiz: bool = True) -> Body:
        return read_body(source, blocks, *cut[at], labels[at], usual=usual, quiz=quiz)

    found = [
        read(at, usual=_usual_in_file(source, candidate, cut[at][0]))
        for at, (candidate, _) in enumerate(chosen)
    ]
    if sum(bool(body.options) for body in found) * 2 < len(found) and schema.options is None:
        found = [read(at, quiz=False) if body.options else body for at, body in enumerate(found)]
    found = _with_usual_options(found, lambda at, usual: read(at, usual=usual))
    found = _answered_by_questions(found)
    refined = _refined(source, [candidate for candidate, _ in chosen], found, schema)
    parts = [demand.name for demand in schema.part]
    return [
        body._replace(fields=taken, answer=body.answer and with_parts(source, pieces, body.answer, parts))
        for body, taken, (pieces, _) in zip(refined, fields, cut, strict=True)
    ]


def _cut_up(
    source: Source,
    blocks: Sequence[Block],
    details: Sequence[Details],
    chosen: Sequence[tuple[Candidate, Span]],
    names: Sequence[str],
) -> tuple[list[tuple[list[Piece], list[Details]]], list[tuple[Field, ...]]]:
    """The pieces of each body with the details that reveal in it, and its fields, which are no pieces any more."""
    starts = [block.first for block in blocks]
    reveals = [detail for detail in details if detail.reveals]
    cut: list[tuple[list[Piece], list[Details]]] = []
    fields: list[tuple[Field, ...]] = []
    at = 0
    for candidate, span in chosen:
        while at < len(reveals) and reveals[at].start < span.start:
            at += 1
        inside = [d for d in reveals[at : at + _MOST_REVEALS] if d.start < span.end]
        taken, pieces = take_fields(source, pieces_of(source, blocks, span, starts), names)
        if candidate.kind == "file":
            taken = (*front_fields(blocks[0].text, 0, names), *taken)
        cut.append(([p for p in pieces if candidate.kind != "row" or p.kind == "rest"], inside))
        fields.append(taken)
    return cut, fields


def _usual_in_file(source: Source, candidate: Candidate, pieces: Sequence[Piece]) -> str:
    """The form of options below a front matter that asks: a ticked box that comes first is one, though it is alone.

    Such a file has no other questions that tell its options.
    """
    if candidate.kind != "file":
        return ""
    options, used = options_of(source, pieces, BOXED)
    return BOXED if 0 in used and [option.correct for option in options] == [True] else ""


def _refined(
    source: Source, questions: Sequence[Candidate], found: Sequence[Body], schema: Schema
) -> Iterator[Body]:
    """The bodies, read with all others in mind: what is a task's own, a gap's key, a placeholder of the schema's."""
    own = frozenset(vocabulary.bare(placeholder) for placeholder in schema.answer.placeholders)
    is_spanish = any(map(_says_todo, found)) and _is_spanish(source.text)
    for question, body in zip(questions, without_material(source, questions, found), strict=True):
        yield filled(question, _with_own_placeholders(body, own, is_spanish=is_spanish))


def _with_usual_options(bodies: Sequence[Body], again: Callable[[int, str], Body]) -> list[Body]:
    """The bodies; those without options are read `again` for such as most others have."""
    usual = _usual_form(bodies)
    if not usual:
        return list(bodies)
    told = any(body.options and body.letters for body in bodies)
    return [
        body if body.options else _like_others(body, again(at, usual), told=told)
        for at, body in enumerate(bodies)
    ]


def _answered_by_questions(bodies: Sequence[Body]) -> list[Body]:
    """The bodies; where half have an answer, a list of questions is one as well: what to say, or to look at.

    ## How do you plan a voyage?

    - Who comes along?
    - How far is it?
    """
    answered = sum(body.answer is not None and not body.answer.empty for body in bodies)
    if answered < _SEVERAL or answered * 2 < len(bodies):
        return list(bodies)
    return [body._replace(answer=body.asks_on) if body.asks_on else body for body in bodies]


def _usual_form(bodies: Sequence[Body]) -> str:
    """The form of the options that at least half of the questions have, "" for none; boxes count as one."""
    forms = Counter(
        body.options[0].form if body.options[0].label else BOXED for body in bodies if body.options
    )
    form, count = max(forms.items(), key=lambda item: item[1], default=("", 0))
    return form if count >= 2 and count * 2 >= len(bodies) else ""


def _like_others(body: Body, read: Body, *, told: bool) -> Body:
    """A body without options, read again for options as most others have them, if those are options.

    Lettered lines after the marker answer. A single one is an option if the answer names it, or if it is A and
    an answer below names another, or the others are not `told` their letters below them either.
    """
    first = read.options[0] if read.options else None
    if first is None or not first.label:
        return read
    if read.answer is not None and read.answer.span.start < first.span.start:
        return body
    named = first.label.upper() in (letter.upper() for letter in read.letters)
    opens = first.label in "Aa" and (bool(read.letters) or not told)
    return read if len(read.options) > 1 or named or opens else body


def _is_spanish(text: str) -> bool:
    """Whether a text is Spanish or Portuguese, in which "Todo." is an answer."""
    words = text[:_SAMPLE].casefold().split()
    return sum(word.strip("¿?¡!.,") in vocabulary.SPANISH_WORDS for word in words) * _SMALL_WORDS > len(words)


def _says_todo(body: Body) -> bool:
    """Whether an answer is "Todo.", and not "TODO"."""
    said = (body.answer.placeholder or "") if body.answer else ""
    return said.strip(" .!").casefold() == "todo" and said[1:2].islower()


def _with_own_placeholders(body: Body, own: frozenset[str], *, is_spanish: bool) -> Body:
    """A body whose answer may be one of the schema's own placeholders, or "Todo." in Spanish: all of it."""
    answer = body.answer
    if answer and is_spanish and _says_todo(body):
        return body._replace(answer=answer._replace(placeholder=None, placeholder_span=None))
    text = plain(answer.text).strip() if answer and own and not answer.placeholder else ""
    if answer is None or not text or vocabulary.bare(text) not in own:
        return body
    return body._replace(answer=answer._replace(placeholder=text, placeholder_span=answer.span))


def _own_label(form: str) -> str:
    """The label in a schema's answer form, "" for those that mark an answer in any document."""
    opening = _LABEL.sub("", form)
    if opening.startswith("<") or marker_at(opening, heading=opening.startswith("#")) is not None:
        return ""
    return opening.strip(" *_#>:.-")


def question_of(source: Source, candidate: Candidate, read: Body) -> Question:
    """The question that a candidate asks, with what was read below it; its place is filled in later."""
    text = source.slice(candidate.text_span)
    material = source.slice(candidate.material) if candidate.material else ""
    return Question(
        position=0,
        number=None,
        text=text,
        plain_text=" ".join(plain(candidate.text if candidate.kind == "file" else text).split()),
        span=candidate.span,
        text_span=candidate.text_span,
        form=parse_form(candidate.template).template,
        kind=candidate.kind,
        level=candidate.level,
        body=candidate.span,
        line=source.line_index(_first_words(candidate)) + 1,
        prompt="\n".join(filter(None, (" ".join(material.split()), read.prompt))),
        material=candidate.material,
        answer=read.answer,
        answer_letters=read.letters,
        answer_letters_span=read.letters_span,
        options=read.options,
        marked_option=any(option.correct for option in read.options),
        leads_out=_leads_out(source, candidate),
        fields=read.fields,
    )


def _leads_out(source: Source, candidate: Candidate) -> bool:
    """Whether a question's words are a link to another document; its number may be among them.

    - [1. What is a tide?](tide.md)
    """
    end = candidate.span.end if "](" in candidate.template else candidate.text_span.end
    words = source.slice(Span(candidate.text_span.start, end))
    return "](" in words and _LINK_OUT.fullmatch(words) is not None


def _first_words(candidate: Candidate) -> int:
    """Where a question begins: at its words, where all that is above them is a label without a number."""
    named = not candidate.number and candidate.template.endswith("\n\n{text}")
    return candidate.text_span.start if named else candidate.span.start


def share_answers(source: Source, questions: list[Question], lists: Sequence[AnswerList]) -> list[Question]:
    """Headings stacked right on each other share the answer below, unless they carry different numbers.

    A blank line separates them: a question that nobody has answered yet looks like that. So do the questions of
    a high stack, which nobody answers in one.

    A question without an answer of its own whose number a list of answers has is answered there.
    """
    shared = [_listed(question, lists) for question in questions]
    first = 0
    for last, question in enumerate(shared):
        if last + 1 < len(shared) and _stands_on(source, question, shared[last + 1]):
            continue
        if last - first <= _STACK and (question.answered or question.shares_answer):
            shared[first:last] = [above._replace(shares_answer=True) for above in shared[first:last]]
        first = last + 1
    return shared


def _stands_on(source: Source, this: Question, below: Question) -> bool:
    """Whether a heading is stacked on the next one; with numbers, it has the same one (42 and 42.b)."""
    same = this.number is None and below.number is None
    if this.number and below.number:
        same = this.number.value == below.number.value and this.number.key != below.number.key
    return same and this.kind == below.kind == "heading" and _touch(source, this, below)


def _touch(source: Source, above: Question, below: Question) -> bool:
    """Whether a heading is directly above the next one; a blank line separates them."""
    return source.line_index(below.span.start) == source.last_line(above.span) + 1


def _listed(question: Question, lists: Sequence[AnswerList]) -> Question:
    if question.answered or question.number is None:
        return question
    found = answer_list_for(question.span.start, question.number.value, lists)
    return question._replace(shares_answer=True) if found else question
