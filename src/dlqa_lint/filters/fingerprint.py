"""What a finding is about, whatever line it is on: the keys that know it again in a later run."""

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from dlqa_lint.model.finding import Finding
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_FINAL = " " + marks.FINAL
_NUMBER = regex(r"\d+(?:\.\d+)*")

_WORDED = {
    "ambiguous-document": (
        ("and may not be, expected a schema that decides:", "and may be none, expected a schema that tells:"),
        ("and may be, expected a schema that decides:", "and may be some, expected a schema that tells:"),
    ),
    "missing-section": ((" found, expected one after ", " found, expected one behind "),),
    "section-order": ((" is out of order, expected after ", " is out of order, expected behind "),),
    "unexplained-suppression": (('expected ": reason" after it', 'expected ": reason" behind it'),),
    "unknown-suppression": (
        (" is not a suppression, expected ", " is no suppression, expected "),
        (" is neither a rule nor a family, expected ", " is no rule and no family, expected "),
    ),
}
"""By rule, how its messages are worded now and were when baselines had version 1, if no question owns the finding."""


def identity(finding: Finding) -> str:
    """The rule and the question of a finding as one short key, which renumbering and moving do not change.

    A finding that no question owns (a title, a contents entry) is known by its file and its message, numbers
    left out.
    """
    asked = finding.question
    if asked:
        return _digest(finding.rule, "question", _normal(asked.text))
    return _digest(finding.rule, "file", finding.path, _normal(_NUMBER.sub("#", finding.message)))


def identities(finding: Finding) -> tuple[str, ...]:
    """The key of a finding, and the one that it had by an earlier wording of its message, if that was different."""
    message = finding.message
    for now, before in _WORDED.get(finding.rule, ()):
        message = message.replace(now, before)
    keys = (identity(finding), identity(finding._replace(message=message)))
    return tuple(dict.fromkeys(keys))


def occurrences(keys: Iterable[str]) -> list[tuple[str, int]]:
    """Each key with its count so far, from 1: what tells equal keys apart."""
    seen: dict[str, int] = {}
    numbered: list[tuple[str, int]] = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        numbered.append((key, seen[key]))
    return numbered


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A key for each finding that no other of them has.

    The file belongs to it, so that other files, and whether they are linted as well, change no key.
    """
    keys = (_digest(finding.path, identity(finding)) for finding in findings)
    return [_digest(key, str(count)) for key, count in occurrences(keys)]


def _normal(text: str) -> str:
    """The text without what reformatting may change: case, width, white space, final punctuation."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(_FINAL)


def _digest(*parts: str) -> str:
    # Lengths keep ("ab", "c") and ("a", "bc") apart; a path may hold what UTF-8 cannot.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:32]
