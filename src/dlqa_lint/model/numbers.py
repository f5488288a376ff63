"""How numbers are spelled: `7`, `07`, `17a`, `3.4.12`, `2-1`, `3.2-1`, in keycaps (`1️⃣`, `🔟`), in Chinese (`十二`)."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from dlqa_lint.text.lazy_regex import regex

_KEYCAPS = r"(?:\d\ufe0f?\u20e3){1,3}|\U0001f51f"
# Only a letter that a delimiter follows belongs to a number: `17a.`, but not the D of "3D rendering".
# In `1.1版` and `127.0.0.1和` no shorter number is left over: what follows belongs to the digits before it.
SPELLED = (
    rf"(?:{_KEYCAPS}|(?:\d{{1,3}}(?:(?:-\d{{1,3}}){{1,3}}|(?:\.\d{{1,3}}){{1,2}}-\d{{1,3}})(?![-–/])"
    r"|\d{1,5}(?:\.\d{1,4})*)"
    r"(?:\.?(?-i:[a-zA-Z])(?=[.)）:：]))?(?![\w%°\ufe0f\u20e3]|\.\d))"
)
"""A spelled number, as a regular expression."""

HAN_NUMBER = "[一二三四五六七八九十百千零〇]{1,7}"
"""A number in Chinese words; the first two are words of sentences as well, so that a label has to be beside it."""

_HAN_DIGITS = "零一二三四五六七八九"
_HAN_UNITS = {"千": 1000, "百": 100, "十": 10}
_DIGITS = regex(r"\d+")
_WITHOUT_KEYS = {0xFE0F: None, 0x20E3: None, 0x1F51F: "10"}


@lru_cache(maxsize=4096)
def value_of(number: str) -> tuple[int, ...]:
    """The numeric value of a spelled number; a letter after it does not count."""
    if is_han(number):
        return (_value_of_han(number),)
    digits = number if number.isascii() else number.translate(_WITHOUT_KEYS)
    return tuple(map(int, _DIGITS.findall(digits)))


def suffix_of(number: str) -> str:
    """The letter after a spelled number, in lower case."""
    return "" if is_han(number) else number.translate(_WITHOUT_KEYS).lstrip("0123456789.-").lower()


NumberKey = tuple[tuple[int, ...], str]
"""What all spellings of a number share: its value, and the letter after it."""


def key_of(number: str) -> NumberKey:
    """The key of a spelled number."""
    return value_of(number), suffix_of(number)


def depth_of(key: NumberKey) -> int:
    """How many parts a number has; a letter after it is one."""
    value, suffix = key
    return len(value) + bool(suffix)


def are_nested(headings: Iterable[tuple[NumberKey, int]]) -> bool:
    """Whether headings, by their numbers and levels, are the deeper the more parts their number has, all of them.

    ## 1. What is a sail?

    ### 1a. What is it made of?
    """
    levels: dict[int, set[int]] = {}
    for key, level in headings:
        levels.setdefault(depth_of(key), set()).add(level)
    depths = [max(levels[depth]) for depth in sorted(levels)]
    alike = all(len(found) == 1 for found in levels.values())
    return alike and len(depths) > 1 and all(above < below for above, below in pairwise(depths))


def has_keycaps(number: str) -> bool:
    """Whether a number is spelled in keycaps."""
    return not number.isascii() and number.translate(_WITHOUT_KEYS) != number


def in_keycaps(value: int) -> str:
    """A number in keycaps."""
    return "\U0001f51f" if value == 10 else "".join(f"{digit}\ufe0f\u20e3" for digit in str(value))


def is_han(number: str) -> bool:
    """Whether a number is spelled in Chinese words."""
    return not number.isascii() and (number[:1] in _HAN_UNITS or number[:1] in _HAN_DIGITS + "〇")


def _value_of_han(number: str) -> int:
    """The value of `二十三`, or of digits one by one, `二三`."""
    digits = number.replace("〇", "零")
    if not any(unit in digits for unit in _HAN_UNITS):
        return int("".join(str(_HAN_DIGITS.index(sign)) for sign in digits))
    value = digit = 0
    for sign in digits:
        if sign in _HAN_UNITS:
            value += (digit or 1) * _HAN_UNITS[sign]
            digit = 0
        else:
            digit = _HAN_DIGITS.index(sign)
    return value + digit


def in_han(value: int) -> str:
    """A number below ten thousand in Chinese words, `一百零五`; a larger one in digits."""
    if not 0 < value < 10_000:
        return str(value) if value else _HAN_DIGITS[0]
    spelled, rest, skipped = "", value, False
    for unit, size in _HAN_UNITS.items():
        count, rest = divmod(rest, size)
        spelled += ("零" * skipped + _HAN_DIGITS[count] + unit) if count else ""
        skipped = bool(spelled) and not count
    spelled += ("零" * skipped + _HAN_DIGITS[rest]) if rest else ""
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled
