"""Forms with a label of the schema's own (`### Topic {number}: {text}`), which no list of words knows."""

import re
from collections.abc import Sequence

from dlqa_lint.model.form import NUMBER, TEXT, parse_form
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_KINDS = ("heading", "item", "paragraph")
_NUMBER = r"(?P<number>\d{1,5}(?:\.\d{1,4})*[a-z]?)"
_OPENER = regex(r"#{1,6} |- ")


def in_own_forms(source: Source, candidates: Sequence[Candidate], forms: Sequence[str]) -> list[Candidate]:
    """The candidates; in a form with a label of the schema's own number and words are told apart."""
    own = [(form, _pattern(form)) for form in forms if _is_own(form)]
    found = []
    for candidate in candidates:
        taken = (_taken(source, candidate, form, pattern) for form, pattern in own)
        found.append(next(filter(None, taken), candidate))
    return found


def _is_own(form: str) -> bool:
    """Whether a numbered form is one that the ordinary reading of lines does not find."""
    parsed = parse_form(form)
    if NUMBER not in form or parsed.kind not in _KINDS or parsed.list_numbered or "\n" in form:
        return False
    line = _OPENER.sub("", parsed.render("7", "Words"), count=1)
    parts = parse_line(line, space_delimits=parsed.kind == "heading", strip_hashes=parsed.kind == "heading")
    return parts.number != "7" or parts.text != "Words"


def _pattern(form: str) -> re.Pattern[str]:
    """What a line in a form looks like; white space counts as little as it does everywhere."""
    folded = _OPENER.sub("", parse_form(form).template, count=1)
    parts = re.split(r"(\{number\}|\{text\}|\s+)", folded)
    known = {NUMBER: _NUMBER, TEXT: r"(?P<text>\S.*?)"}
    return re.compile(
        "".join(known.get(part) or (r"\s*" if part.isspace() else re.escape(part)) for part in parts)
    )


def _taken(source: Source, candidate: Candidate, form: str, pattern: re.Pattern[str]) -> Candidate | None:
    parsed = parse_form(form)
    if candidate.kind != parsed.kind or candidate.level != parsed.level or candidate.struck:
        return None
    raw = source.slice(candidate.span)
    # A heading may lack the space after its hashes.
    at = re.match(r"[ \t]*(?:#{1,6}\s*)?" if candidate.kind == "heading" else r"[ \t]*(?:[-*+]\s+)?", raw)
    start = at.end() if at else 0
    match = pattern.fullmatch(raw.rstrip(), start)
    if match is None:
        return None
    offset = candidate.span.start
    return candidate._replace(
        template=parsed.template,
        label=parsed.template.partition(NUMBER)[0].strip("#-* ").casefold(),
        number=match.group("number"),
        number_at=offset + match.start("number"),
        text=match.group("text"),
        text_span=Span(offset + match.start("text"), offset + match.end("text")),
    )
