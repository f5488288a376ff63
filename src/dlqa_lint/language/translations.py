"""Which documents are translations of each other, as folders and file names say: `en/`, `q.fr.md`."""

import re
from functools import lru_cache

from dlqa_lint.language.languages import ANY, languages, listed, phrases
from dlqa_lint.text.lazy_regex import regex

_OWN = tuple(code for code in languages() if code != ANY)
_CODES = rf"(?:{'|'.join((*_OWN, *phrases('codes')))})(?:[-_][A-Za-z]{{2,4}})?"
_IN_FOLDER = regex(rf"(?:^|/)(?P<code>{_CODES})(?=/)", re.IGNORECASE)
_IN_NAME = regex(rf"[._-](?P<code>{_CODES})(?=\.[a-z]+$)", re.IGNORECASE)
_COUNTRIES = {
    country: code
    for code, language in languages().items()
    if "countries" in language
    for country in listed(language["countries"])
}
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
