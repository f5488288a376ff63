"""Which documents are translations of each other, as folders and file names say: `en/`, `q.fr.md`."""

import re
from functools import lru_cache

from dlqa_lint.text.lazy_regex import regex

_CODES = (
    r"(?:ar|be|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|hy|id|it|ja|ka|kk|ko|lt|lv|ms|nl|no|pl|pt|ro"
    r"|ru|sk|sl|sr|sv|ta|te|th|tr|uk|ur|uz|vi|zh)(?:[-_][A-Za-z]{2,4})?"
)
_IN_FOLDER = regex(rf"(?:^|/)(?P<code>{_CODES})(?=/)", re.IGNORECASE)
_IN_NAME = regex(rf"[._-](?P<code>{_CODES})(?=\.[a-z]+$)", re.IGNORECASE)
_COUNTRIES = {"cn": "zh", "tw": "zh", "jp": "ja", "kr": "ko", "ua": "uk", "br": "pt"}
_IN_NAME_BY_COUNTRY = regex(rf"[._-](?P<code>{'|'.join(_COUNTRIES)})(?=\.[a-z]+$)", re.IGNORECASE)


def language_in_path(path: str) -> str:
    """The language that a path names ("pt" for `pt-BR/q.md` and `q.pt.md`), "" for none."""
    return _taken_apart(path)[0]


@lru_cache(maxsize=1 << 14)
def are_translations(path: str, other: str) -> bool:
    """Whether two documents are one in two languages: their paths differ in nothing but the language."""
    one, rest = _taken_apart(path)
    two, rest_other = _taken_apart(other)
    return one != two and rest == rest_other


@lru_cache(maxsize=1 << 12)
def _taken_apart(path: str) -> tuple[str, str]:
    """The language that a path names, and the path without it."""
    for pattern in (_IN_NAME, _IN_NAME_BY_COUNTRY, _IN_FOLDER):
        match = pattern.search(path)
        if match is not None:
            code = re.split("[-_]", match["code"].casefold())[0]
            return _COUNTRIES.get(code, code), path[: match.start()] + path[match.end("code") :]
    return "", path
