"""Answers that repeat the words of an option in place of its letter: `Answer: Disaster recovery`."""

import re
from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Option
from dlqa_lint.text.blocks import plain

_AROUND = " \t.;:!,*_`"
_JOIN = rf"(?:\s*[,;&/、，]\s*(?:(?:{vocabulary.AND})\s+)?|\s+(?:{vocabulary.AND})\s+)"


def labels_said(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """What those options are called whose words are the first line of an answer, and all of it.

    An option without a label goes by its place. Nothing is told where two have the same words.
    """
    words = [_bare(option.text) for option in options]
    said = _bare(text.strip().partition("\n")[0])
    if not all(words) or len(set(words)) < len(words) or not said.startswith(tuple(words)):
        return ()
    one = "|".join(re.escape(option) for option in sorted(words, key=len, reverse=True))
    if not re.fullmatch(rf"(?:{one})(?:{_JOIN}(?:{one}))*", said):
        return ()
    named = [at for at, option in enumerate(words) if option in _parts(said, one)]
    return tuple(options[at].label.upper() or chr(ord("A") + at) for at in named)


def _parts(said: str, one: str) -> list[str]:
    return re.findall(rf"(?:{one})(?=\Z|{_JOIN}(?:{one}))", said)


def _bare(text: str) -> str:
    return " ".join(plain(text).casefold().split()).strip(_AROUND)
