"""The marks of written text: what is a question mark, a checkbox, a tick, emphasis and a delimiter.

Whoever looks for one of them asks here, so that a mark that is known in one place is known in all. Names in
the plural hold characters, for `in`, `strip` and the brackets of a pattern; the others are patterns.
"""

WIDE_QUESTION_MARKS = "？﹖"
"""The full-width and the small question mark, after which no space is written."""

QUESTION_MARKS = "?؟\u037e" + WIDE_QUESTION_MARKS
"""The Latin, Arabic and Greek question mark, and the wide ones."""

COLONS = ":："
"""What ends a label: `Answer:`, `答案：`."""

FULL_STOPS = ".。．"
"""The Latin full stop and those of Chinese and Japanese; the last one is usual in technical texts."""

SENTENCE_ENDS = QUESTION_MARKS + FULL_STOPS + "!！…"
"""What ends a sentence."""

FINAL = SENTENCE_ENDS + ":：;；"
"""What ends a line of text, a sentence or not."""

BULLETS = "•●◦▪■➢➤‣\uf0b7\uf0a7"
"""What a word processor draws before the items of a list, the last two in a font of its own; letters to Markdown."""

OPTION_SERIES = (
    "ABCDEFGH",
    "abcdefgh",
    "123456789",
    "أبجدهوزح",
    "أبتثجحخد",
    "АБВГДЕЖЗ",
    "абвгдежз",
    "ΑΒΓΔΕΖΗΘ",
    "αβγδεζηθ",
    "אבגדהוזח",
    "アイウエオカキク",
    "가나다라마바사아",
    "กขคงจฉชซ",
    "①②③④⑤⑥⑦⑧⑨",
)
"""What options are called, in order; Arabic has two orders of its letters."""

OPTION_LABELS = "".join(dict.fromkeys("".join(OPTION_SERIES)))
"""All these signs, each once."""

OPTION_LETTERS = "".join(dict.fromkeys("".join(OPTION_SERIES[3:])))
"""The signs among them that are not Latin."""

CIRCLED = OPTION_SERIES[-1]
"""Those that need no delimiter after them."""

BOX_MARKS = " xX×✓✔*"
"""What is between the brackets of a checkbox, the empty one first: `[ ]`, `[x]`, `[✓]`."""

BOXES = tuple(f"[{mark}]" for mark in BOX_MARKS)
"""The checkboxes."""

EMPTY_BOX = BOXES[0]
"""The one that nobody ticked."""

BOX = rf"\[[{BOX_MARKS}]\]"
"""A checkbox."""

LIASCRIPT_MARKS = " xX"
"""What makes an option of LiaScript's brackets, `[[X]]`, `[( )]`; any other word there is to be typed in."""

TICKS = "✅✔✓☑"
"""Characters that mark a right answer outside a checkbox."""

TICK = rf"[{TICKS}]\ufe0f?"
"""Such a character, with the selector that makes an emoji of it."""

CROSSES = "❌✗✘✖❎"
"""Characters that mark a wrong answer."""

CROSS = rf"[{CROSSES}]\ufe0f?"
"""Such a character, likewise."""

STRONG_MARKS = ("**", "__")
"""The delimiters of bold text."""

STRONG = r"\*\*|__"
"""The same as a pattern; put it in a group."""

EMPHASIS = r"\*{1,3}|_{1,3}"
"""The delimiters of emphasised text of any kind; put it in a group."""

LINK = (
    r"\[(?P<words>[^\[\]\n]{0,600})\]"
    r"\((?P<target>[^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?)\)"
)
"""A whole link, whose target may hold a pair of parentheses. For lines; `text/inline` reads all links of a text."""

EMPHASIS_TAGS = r"b|strong|i|em|u"
"""The names of the HTML tags that emphasise; put them in a group."""

PICTURES = r"\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
"""Arrows, signs and emoji, and what joins them."""

RAW_TAGS = "pre|script|style|textarea"
"""The names of the HTML tags that hold what follows as it is written; put them in a group."""

EMPHASIS_OPENS = rf"(?:{EMPHASIS}|<(?:{EMPHASIS_TAGS})>)"
"""An emphasis that opens, in Markdown or HTML."""

EMPHASIS_CLOSES = rf"(?:{EMPHASIS}|</(?:{EMPHASIS_TAGS})>)"
"""An emphasis that closes."""


def ends_asking(text: str) -> bool:
    """Whether a text ends in a question mark."""
    return text.endswith(_ASKING_ENDS)


def holds_question_mark(text: str) -> bool:
    """Whether there is a question mark anywhere in a text."""
    return "?" in text or (not text.isascii() and any(mark in text for mark in QUESTION_MARKS))


_ASKING_ENDS = tuple(QUESTION_MARKS)
