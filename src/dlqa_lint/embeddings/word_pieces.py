"""Texts cut into the word pieces of a BERT vocabulary."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

_LONGEST = 100
"""Signs of a word that is cut up; a longer one is unknown, as the models were taught."""
_IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


class WordPieces:
    """Cuts texts into the pieces that a vocabulary holds, by their numbers."""

    def __init__(self, vocabulary: Mapping[str, int], *, lower: bool) -> None:
        """Take the number of each piece, and whether the model knows no capitals and accents."""
        self._numbers = vocabulary
        self._lower = lower
        self._first, self._last = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._unknown = vocabulary["[UNK]"]
        self._cut = lru_cache(maxsize=1 << 14)(self._pieces)

    def of(self, text: str, most: int) -> list[int]:
        """The numbers of a text's pieces, no more than a model can take."""
        found = [number for word in _words(self._plain(text)) for number in self._cut(word)]
        return [self._first, *found[: most - 2], self._last]

    def _plain(self, text: str) -> str:
        if not self._lower:
            return text
        signs = unicodedata.normalize("NFD", text.lower())
        return "".join(sign for sign in signs if unicodedata.category(sign) != "Mn")

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The longest pieces from the left; a word that they do not make up is unknown as a whole."""
        found: list[int] = []
        start = 0
        while start < len(word) <= _LONGEST:
            ends = range(len(word), start, -1)
            prefix = "##" if start else ""
            end = next((end for end in ends if prefix + word[start:end] in self._numbers), 0)
            if not end:
                return (self._unknown,)
            found.append(self._numbers[prefix + word[start:end]])
            start = end
        return tuple(found) or (self._unknown,)


def _words(text: str) -> Iterator[str]:
    """The words of a text; each mark and each ideograph is one."""
    word = ""
    for sign in text:
        alone = _is_mark(sign) or _is_ideograph(sign)
        if (alone or sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf")) and word:
            yield word
            word = ""
        if alone:
            yield sign
        elif not (sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf")):
            word += sign
    if word:
        yield word


def _is_mark(sign: str) -> bool:
    if sign.isascii():
        return sign.isprintable() and not sign.isalnum() and not sign.isspace()
    return unicodedata.category(sign).startswith("P")


def _is_ideograph(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in _IDEOGRAPHS)
