"""What a line begins with: label, number and delimiter. Knows how people number things."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.form import NUMBER
from dlqa_lint.model.numbers import HAN_NUMBER, SPELLED, has_keycaps
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

# `1*.` is a number with a mark for the hard ones; after a colon a dot begins a name: `Question 1：.exact`. Before
# a digit, a comma is one of a decimal: `1,5 litres`.
_DELIMITER = regex(r"\s*(?:\*?\\?(?:(?<![:：])\.|\))|,(?!\d)|[:：、．。\]】］>|—–\-）])+\s*|\s+|(?=[*_<])")
_OPENING = r"[(\[（【［]"
_COUNTER = rf"(?:{'|'.join(vocabulary.NUMBER_COUNTERS)})(?!\w)"
_BARE_NUMBER = regex(
    rf"(?:[#№]\s?|{_OPENING}|-(?=\d+[.)]))?(?P<label>)(?P<number>{SPELLED}|\d{{1,4}}(?={_COUNTER}))(?:{_COUNTER})?"
)
_DIGIT = regex(rf"[\d\U0001f51f]|{HAN_NUMBER}")
_BOXES = ("【", "［", "[")
_BRACKETS = ("(", "[", "（", "【", "［")
_LONGEST_WORD = max(map(len, vocabulary.QUESTION_LABELS))
_REACH = _LONGEST_WORD + max(map(len, vocabulary.NUMBER_WORDS)) + 10
"""How far from the start of a line its number may begin, after a label and some punctuation."""
_WRAPPERS = tuple(before for before, _ in vocabulary.NUMBER_WRAPPERS)
_WORDS = tuple(
    label for label in vocabulary.QUESTION_LABELS if len(label) > 1 or label in vocabulary.CARD_LABELS
)
_BARE_LABELS = (*_WORDS, *vocabulary.LETTER_LABELS)
_BEFORE_NUMBERS = (
    *_WRAPPERS,
    *vocabulary.QUESTION_LABELS,
    *vocabulary.NUMBER_WORDS,
)
"""The words before a number."""
_LETTER = regex(rf"[{vocabulary.NUMBER_LETTERS}]\d")
# The delimiter of `**1**. text` follows the emphasis.
_CLOSED = regex(r"(?:\*{2,4}|__|</\w{1,6}>)\s?[.):：）]")
# `問題2（発展）`, but not the part of a question, `問2（1）`.
_NOTE = regex(r"[（【［](?!(?:\w|\d\d)[）】］])")
_ENDS = frozenset(".):：*_<]】］")
"""What a label without a number ends with, one or another."""
_APART = 5
"""How far behind its last letter, at most."""
_DELIMITS = (":", "：", ".", ")")
_CLOSED_BY = {"(": ")）", "[": "]", "（": "）)", "【": "】", "［": "］"}


class LabelAndNumber(NamedTuple):
    """What a line begins with: label, number and delimiter, as template and parts; `end` is after them."""

    end: int
    template: str = ""
    label: str = ""
    number: str = ""
    number_at: int = -1
    bare: bool = False


def label_and_number_at(content: str, at: int, *, space_delimits: bool, closer: str = "") -> LabelAndNumber:
    """The label, number and delimiter at an offset; `closer` ends the emphasis that is open there.

    A label after the number belongs to the head as well:

        1. Question: How do you deploy?
    """
    numbered = _numbered(content, at, closer, space_delimits=space_delimits)
    bare = _bare_label(content, numbered.end if numbered else at, closer, letters=not space_delimits)
    if numbered is None:
        return bare or LabelAndNumber(at)
    if bare is None:
        return numbered
    label = numbered.label if numbered.label not in ("", "#") else bare.label
    return numbered._replace(end=bare.end, template=numbered.template + bare.template, label=label)


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _labels_by_letter() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for label in vocabulary.QUESTION_LABELS:
        found.setdefault(label[:1], []).append(label)
    return found


@cache
def _label_pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    """What is before a number, a label that is known, the number, and what belongs to it after.

    With the labels of all languages in it, the pattern takes as long to compile as five questions to read.

    A number between two words (`第1题`, `第一题`) ends where the second begins, and one in Chinese words counts
    only there or after a label (`问题一：`): `第一、` is *firstly*, and `一般` is *in general*.
    """
    before = "|".join(rf"(?P<w{i}>{wrapper})" for i, wrapper in enumerate(_WRAPPERS))
    closed = "|".join(
        rf"(?(w{i})(?:{_alternatives(after)})|(?!))"
        for i, (_, after) in enumerate(vocabulary.NUMBER_WRAPPERS)
    )
    word = rf"(?:{_alternatives(vocabulary.NUMBER_WORDS)})"
    labels = _alternatives(known) or r"(?!)"
    label = rf"{_OPENING}?(?P<label>(?:{labels})(?:/(?:{labels}))?)"
    letter = rf"(?-i:[{vocabulary.NUMBER_LETTERS}])(?=\d{{1,4}}[.{marks.COLONS})])"
    # Python takes the sign of `nº 7` for a letter; in `問題（1）` the brackets are around the number.
    sign = rf"(?<=\s){word}(?:\b|(?=º))[.º°:]{{0,2}}|[#№.\-–:]|(?<=[^\x00-\x7f])(?P<open>[(（])"
    between = rf"\s{{0,4}}(?:{sign})?\s{{0,4}}"
    between_words = rf"(?(wrapper)(?:\d{{1,4}}|{HAN_NUMBER})(?=\s?(?:{closed}))|(?!))"
    behind_label = rf"(?(label){HAN_NUMBER}(?!\w)|(?!))"
    return re.compile(
        rf"(?:(?P<wrapper>{before})\s*|{label}{between}|{word}[.º°#]\s?|[#№]\s?|{_OPENING}|-(?=\d+[.)])|{letter})?"
        rf"(?P<number>{between_words}|{SPELLED}|{behind_label}|\d{{1,4}}(?={_COUNTER}))(?(open)(?=\s?[)）]))"
        rf"(?(wrapper)\s*(?P<closing>{closed})?)(?(label)(?:/\d{{1,4}}\b|\s?{_COUNTER})?)",
        re.IGNORECASE,
    )


@cache
def _bare_label_pattern(known: tuple[str, ...], *, boxed: bool) -> re.Pattern[str]:
    """A label, of those that are known, without a number, and its delimiter, or emphasis that closes and then that.

    `boxed` labels are in brackets of their own: `【Question】`.
    """
    follows = r"(?=\s|\*|_|<|[^\x00-\x7f])"
    colon = rf":(?:{follows}|\Z)|："
    labels = _alternatives(known) or r"(?!)"
    plain = _alternatives(tuple(label for label in known if label in vocabulary.PLAIN_LABELS)) or r"(?!)"
    in_brackets = rf"|[【［](?P<boxed>{labels})[】］]|\[(?P<squared>{plain})\](?![(\[:])\s"
    return re.compile(
        rf"(?:(?P<label>{labels})\s{{0,4}}"
        rf"(?P<delimiter>[.)]{follows}|{colon}|(?P<closed>(?=(?:\*\*|__|</\w{{1,6}}>)(?:\s?[:：]|[.)]\s|\s+\S))))"
        rf"|(?P<letter>{_alternatives(vocabulary.LETTER_LABELS)})\s?(?P<colon>{colon})"
        rf"{in_brackets if boxed else '|(?!)(?P<boxed>)(?P<squared>)'})",
        re.IGNORECASE,
    )


def _match(content: str, at: int) -> re.Match[str] | None:
    """The number at an offset, with its label; the pattern of all labels, which is dear, is needed where one stands."""
    if match := _BARE_NUMBER.match(content, at):
        return match
    label_at = at + content.startswith(_BRACKETS, at)
    if not (_opens_with(content, label_at, _BEFORE_NUMBERS) or _LETTER.match(content, at)):
        return None
    if not _DIGIT.search(content, at, at + _REACH):
        return None
    return _label_pattern(_likely_labels(content, label_at)).match(content, at)


def _likely_labels(content: str, at: int) -> tuple[str, ...]:
    """The labels that may stand at an offset: all where there may be two, `Frage/Question 7`."""
    opening = content[at : at + _LONGEST_WORD + 1].lower()
    likely = _labels_beginning(opening)
    several = any(opening.startswith("/", len(label)) for label in likely)
    return vocabulary.QUESTION_LABELS if several else likely


def _labels_beginning(text: str) -> tuple[str, ...]:
    """The labels with which a text in lower case begins."""
    return tuple(filter(text.startswith, _labels_by_letter().get(text[:1], ())))


def _opens_with(content: str, at: int, words: tuple[str, ...]) -> bool:
    """Whether one of some words, in lower case, stands at an offset."""
    return content[at : at + _LONGEST_WORD].lower().startswith(words)


def _numbered(content: str, at: int, closer: str, *, space_delimits: bool) -> LabelAndNumber | None:
    """The label and number at an offset with their delimiter, or None.

    What is opened before a number must be closed after it, and must not be a link:

        ### [1. Collections](#1-collections)
    """
    match = _match(content, at)
    if match is None:
        return None
    number, number_at = match["number"], match.start("number")
    delimiter = _DELIMITER.match(content, match.end())
    shown = delimiter.group() if delimiter else ""
    before, after = content[at:number_at], content[match.end("number") : match.end()]
    end = match.end() + len(shown)
    closers = _CLOSED_BY.get(before[:1], "")
    if closers and (shown.strip()[:1] not in closers or not shown.strip() or content.startswith("(", end)):
        return None
    own: str = _own_label(match) or ("#" if content.startswith(_WRAPPERS, at) else "")
    # A letter alone counts much else: decisions (`D1`), features (`F1`).
    label = own or ("no" if before[1:2].isalpha() else "")
    delimits: object = (
        shown.strip() or label or after or space_delimits or has_keycaps(number) or "-" in number
    )
    delimits = delimits or (closer and _CLOSED.match(content, match.end()))
    noted = own and _NOTE.match(content, match.end())
    if match.end() < len(content) and not ((delimiter and delimits) or noted):
        return None
    stripped = shown.strip().replace("\\", "")
    gap = "" if stripped and stripped[-1] in "）】：、．。" else " "
    return LabelAndNumber(end, before + NUMBER + after + stripped + gap, label, number, number_at)


def _own_label(match: re.Match[str]) -> str:
    """The label beside a number; of `第1题` it is the word after."""
    found: dict[str, str | None] = match.groupdict()
    return (found["label"] or found.get("closing") or "").lower()


def _bare_label(content: str, at: int, closer: str, *, letters: bool) -> LabelAndNumber | None:
    """The label without a number at an offset, or None; headings `A:` to `Z:` are in alphabetical order."""
    boxed = content.startswith(_BOXES, at)
    if not _opens_with(content, at + boxed, _BARE_LABELS):
        return None
    opening = content[at + boxed : at + boxed + _LONGEST_WORD].lower()
    if _ENDS.isdisjoint(content[at + boxed : at + boxed + _LONGEST_WORD + _APART]):
        return None
    known = tuple(filter(_WORDS.__contains__, _labels_beginning(opening)))
    match = _bare_label_pattern(known, boxed=boxed).match(content, at)
    if match is None or (
        match["letter"] and not letters and match["letter"].lower() not in vocabulary.CARD_LABELS
    ):
        return None
    label = (match["label"] or match["letter"] or match["boxed"] or match["squared"]).lower()
    if match["closed"] is not None:
        end = match.end("label")
        # `**Task** queues` is about tasks, but `Question` in bold says nothing.
        delimited = content[end + len(closer) :].lstrip()[:1] in _DELIMITS or label in vocabulary.PLAIN_LABELS
        closes = bool(closer) and content.startswith(closer, end) and delimited
        return LabelAndNumber(end, content[at:end], label, bare=True) if closes else None
    end = match.end()
    gap = "" if match.group().rstrip()[-1] in "：】］" else " "
    while end < len(content) and content[end].isspace():
        end += 1
    return LabelAndNumber(end, content[at : match.end()].rstrip() + gap, label, bare=True)
