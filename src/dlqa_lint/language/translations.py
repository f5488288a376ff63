"""Which documents are translations of each other, as folders and file names say: `en/`, `q.fr.md`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dlqa_lint.language.languages import ANY, languages, listed, phrases
from dlqa_lint.text.lazy_regex import regex

_OWN = tuple(code for code in languages() if code != ANY)
_CODES = rf"(?:{'|'.join((*_OWN, *phrases('codes')))})(?:[-_][A-Za-z]{{2,4}})?"
_TAG = rf"(?P<code>{_CODES}|(?-i:[a-z]{{2}}[-_][A-Z]{{2}}))"  # `sq-KS` is a language, whichever it is
_COUNTRIES = {
    country: code
    for code, language in languages().items()
    if "countries" in language
    for country in listed(language["countries"])
}
_IN_NAME = regex(rf"[._-]{_TAG}(?=\.[a-z]+$)", re.IGNORECASE)
_IN_NAME_BY_COUNTRY = regex(rf"[._-](?P<code>{'|'.join(_COUNTRIES)})(?=\.[a-z]+$)", re.IGNORECASE)
_IN_FOLDER = regex(rf"(?:^|(?<=/)){_TAG}/", re.IGNORECASE)
_FRAME = regex(r"(?:^|(?<=/))(?:translations?|i18n|l10n|locales?|lang(?:uage)?s?)/", re.IGNORECASE)
_SEPARATORS = regex(r"[\s._-]+")


def language_in_path(path: str) -> str:
    """The language that a path names ("pt" for `pt-BR/q.md` and `q.pt.md`), "" for none."""
    named = _taken_apart(path)[0]
    return named[0].partition("-")[0] if named else ""


def languages_in_path(path: str) -> tuple[str, ...]:
    """All that a path says about the language of its document, the file's name first: ("pt-br",)."""
    return _taken_apart(path)[0]


def name_in_all_languages(path: str) -> str:
    """What the paths of all translations of a document share."""
    return _taken_apart(path)[1]


@lru_cache(maxsize=1 << 14)
def are_translations(path: str, other: str) -> bool:
    """Whether two documents are one in two languages: their paths differ in nothing but the language.

    `zh-CN` and `zh-TW` are two. A language may be named in the folder, in the file's name or in both, and the
    original may name none: `README.md`, `fr-FR/README_fr-FR.md` and `translations/README-es.md` are one document.
    """
    one, rest = _taken_apart(path)
    two, rest_other = _taken_apart(other)
    return set(one) != set(two) and rest == rest_other


@lru_cache(maxsize=1 << 12)
def _taken_apart(path: str) -> tuple[tuple[str, ...], str]:
    """The languages that a path names, the file's name first, and what tells its document from others."""
    named: list[str] = []
    for pattern in _likely_namings(path):
        match = pattern.search(path)
        if match is not None:
            code = match["code"].casefold().replace("_", "-")
            named.append(f"{_COUNTRIES[code]}-{code}" if code in _COUNTRIES else code)
            path = path[: match.start()] + path[match.end() :]
    if named:
        path = _FRAME.sub("", path)
    return tuple(named), _SEPARATORS.sub("-", path).casefold()


def _likely_namings(path: str) -> Iterator[re.Pattern[str]]:
    """The patterns of languages in paths that have what theirs stand beside; compiling one takes long."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    if any(sign in stem for sign in "._-"):
        yield from (_IN_NAME, _IN_NAME_BY_COUNTRY)
    if folder:
        yield _IN_FOLDER
