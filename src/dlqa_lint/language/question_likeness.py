"""Whether a text asks, and whether a title announces questions."""

from functools import lru_cache

from dlqa_lint.language import vocabulary
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_QUESTION_END = regex(rf"[{marks.QUESTION_MARKS}](?=\s|[)\]\"'”’»*_]|\W{{0,20}}$)")
# Marks that Python counts to no word, and that Indian, Arabic and Persian words are written with.
_SIGNS = r"\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u200c"
_FIRST_WORD = regex(rf"[^\W\d_](?:[\w'\-{_SIGNS}]+|’)*")
_CODE = regex(r"\(|\.\w|=")
"""What follows a word that is a name in code, and no order: `name()`, `list.sort`."""

_OPENING = ("(", "[", "【", "（")
_CLOSED = (")", "]")
_LEADING_PAREN = regex(r"^\s*[(\[【（][^)\]】）]*[)\]】）]\s*")

_GAP = regex(r"(?:[^\W_]+[^\w\n:：]{1,3}){2,}_{3,}(?!_)|(?<![\w:：])_{3,}(?:[^\w\n:：]{1,3}[^\W_]+){3,}")
"""A gap to fill in among words; behind a colon it is for a name or a date."""

_TAIL = regex(
    rf"[\s{marks.FULL_STOPS}!！:：,，、；;~…*]{{0,20}}"
    rf"(?:[（(【\[][^（）()【】\[\]]{{0,40}}[)）】\]])?[\s{marks.FULL_STOPS}!！:：,，；;*]{{0,20}}\Z"
)
"""What follows the last word of a line: punctuation and a remark in brackets, `（重要）`."""

_CLOSING = " .:!…*_`"
"""What may follow the last word of a line: an order without an object is a name, as of a chapter *Discuss*."""

_SHORT = 40
"""The most characters of a heading in these scripts; of longer lines in the corpus, most are statements."""


def asks(text: str) -> bool:
    """Whether a line reads like a question, or like the order of an examiner, in any of the languages."""
    return as_question(text) > 0


@lru_cache(maxsize=4096)
def as_question(text: str) -> float:
    """How much a line reads like a question: 1 surely, 0.4 as a tutorial might put it, 0 not at all."""
    if marks.ends_asking(text) or (marks.holds_question_mark(text) and _QUESTION_END.search(text)):
        return 1.0
    if is_to_be_judged(text) or ("___" in text and _GAP.search(text)):
        return 1.0
    stripped = _LEADING_PAREN.sub("", text) if text.lstrip().startswith(_OPENING) else text
    if vocabulary.TUTORIAL_OPENINGS.match(stripped):
        return 0.4
    if vocabulary.NOUN_OPENINGS.match(stripped):
        return 0.0
    first = _FIRST_WORD.search(stripped)
    word = first.group().lower().replace("’", "'") if first is not None else ""
    alone = first is not None and not stripped[first.end() :].strip(_CLOSING)
    if first is not None and _CODE.match(stripped, first.end()):
        word = ""
    ordered = word in vocabulary.EXAMINERS and not alone
    if ordered or vocabulary.INVERSIONS.match(stripped) or (not text.isascii() and _asks_unspaced(stripped)):
        return 1.0
    weakly = word in vocabulary.INTERROGATIVES or word in vocabulary.ORDERS
    orders = weakly or vocabulary.ORDER_STARTS.match(stripped) or _ends_in_an_order(stripped)
    return 0.4 if orders else 0.0


def _ends_in_an_order(text: str) -> bool:
    """Whether a line ends with an order, as it does where verbs are last."""
    if text.isascii():
        return False
    core = _without_tail(text)
    return core[-1:] in vocabulary.ORDER_LAST and vocabulary.ORDER_ENDS.search(core) is not None


def _without_tail(text: str) -> str:
    """A line up to the end of its last word."""
    return text if text[-1:].isalnum() else _TAIL.sub("", text)


def is_to_be_judged(text: str) -> bool:
    """Whether a statement asks to be called true or false."""
    last = text[-1:] in _CLOSED and vocabulary.JUDGED_LAST.search(text)
    return bool(last or vocabulary.JUDGED_FIRST.match(text))


def _asks_unspaced(text: str) -> bool:
    """Whether a line asks in a language whose words are not found by spaces.

    Words such as "how" are in statements as well, so that anywhere counts in short lines alone:
    请求的过程 (the course of a request), 它取决于如何使用 (it depends on how it is used).
    """
    core = _without_tail(text.strip())
    start = core.lstrip("“\"‘'「")
    if not start[:1].isascii() and vocabulary.ASKING_START.match(start):
        return True
    if core[-1:] in vocabulary.ASKING_LAST and vocabulary.ASKING_END.search(core):
        return True
    return len(core) <= _SHORT and bool(vocabulary.ASKING_ANYWHERE.search(core))


@lru_cache(maxsize=4096)
def announces(text: str) -> bool:
    """Whether a title or an introduction announces a bank."""
    lowered = text.lower()
    return bool(
        vocabulary.LATIN_BANK_WORDS.search(lowered)
        or (not text.isascii() and vocabulary.BANK_WORDS.search(lowered))
    )
