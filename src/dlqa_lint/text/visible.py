"""Text made visible: nothing in it steers a terminal, hides what it says, or is a command to a CI system.

Whatever comes from outside (names of files, lines of documents, values of settings) passes here on its way to
a terminal or to the log of a workflow.
"""

import re

from dlqa_lint.text.lazy_regex import regex

_UNPRINTABLE = regex(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# GitHub's runner obeys `##[error]` wherever it is in a line of output, and `::error::` at a line's start;
# those of other systems obey `##vso[…]` and `##teamcity[…]`.
_COMMAND = regex(r"##(?=\[[A-Za-z-]+[\] ]|(?:vso|teamcity)\[)")
_STARTING = regex(r"(\s*[+ -]?\s*):(?=:)")


def visible(text: str) -> str:
    """The text with every character that could steer a terminal replaced by a picture of it, one for one.

    Marks that override the direction of writing count as such, because they hide what a line says.
    """
    if not text.isprintable():
        text = _UNPRINTABLE.sub(_picture, text)
    return _COMMAND.sub("#\uff03", text) if "##" in text else text


def shown_line(text: str) -> str:
    """The text as one line that may stand alone in a log: nothing at its start is a command either."""
    return _STARTING.sub("\\1\uff1a", visible(text), count=1) if _STARTING.match(text) else visible(text)


def shown_document(text: str) -> str:
    """Lines of a document or a diff, made visible one by one; tabs and line ends stay."""
    return "\n".join(map(_shown, text.split("\n")))


def _shown(line: str) -> str:
    end = "\r" if line.endswith("\r") else ""
    return "\t".join(map(shown_line, line.removesuffix("\r").split("\t"))) + end


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
