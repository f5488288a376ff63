"""How numbers are spelled: `7`, `07`, `17a`, `3.4.12`, `2-1`, or in keycaps (`1️⃣`, `1️⃣0️⃣`, `🔟`)."""

from dlqa_lint.text.lazy_regex import regex

_KEYCAPS = r"(?:\d\ufe0f?\u20e3){1,3}|\U0001f51f"
# Only a letter that a delimiter follows belongs to a number: `17a.`, but not the D of "3D rendering".
# In `1.1版` and `127.0.0.1和` no shorter number is left over: what follows belongs to the digits before it.
SPELLED = (
    rf"(?:{_KEYCAPS}|(?:\d{{1,3}}(?:-\d{{1,3}}){{1,3}}(?![-–/])|\d{{1,5}}(?:\.\d{{1,4}})*)"
    r"(?:\.?(?-i:[a-zA-Z])(?=[.)）:：]))?(?![\w%°\ufe0f\u20e3]|\.\d))"
)
"""A spelled number, as a regular expression."""

_DIGITS = regex(r"\d+")
_WITHOUT_KEYS = {0xFE0F: None, 0x20E3: None, 0x1F51F: "10"}


def value_of(number: str) -> tuple[int, ...]:
    """The numeric value of a spelled number; a letter behind it does not count."""
    digits = number if number.isascii() else number.translate(_WITHOUT_KEYS)
    return tuple(map(int, _DIGITS.findall(digits)))


def suffix_of(number: str) -> str:
    """The letter behind a spelled number, in lower case."""
    return number.translate(_WITHOUT_KEYS).lstrip("0123456789.-").lower()


def has_keycaps(number: str) -> bool:
    """Whether a number is spelled in keycaps."""
    return not number.isascii() and number.translate(_WITHOUT_KEYS) != number


def in_keycaps(value: int) -> str:
    """A number in keycaps."""
    return "\U0001f51f" if value == 10 else "".join(f"{digit}\ufe0f\u20e3" for digit in str(value))
