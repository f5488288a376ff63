"""The question that a front matter asks: one question a file."""

from collections.abc import Iterator

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.yaml_scalars import scalar_at
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_YAML = tuple(regex(rf"(?<![^\r\n])({key}):[ \t]*(?=\S)") for key in ("question", "title"))
# A string of TOML on one line is written as in YAML.
_TOML = tuple(
    regex(rf"""(?<![^\r\n])({key})[ \t]*=[ \t]*(?="(?!"")|'(?!''))""") for key in ("question", "title")
)
_TABLE = regex(r"(?<=[\r\n])\[")


def front_question(source: Source, block: Block, index: int) -> Iterator[Candidate]:
    """The question that a front matter asks, else its title; the whole file is the answer."""
    is_toml = block.marker == "+++"
    table = _TABLE.search(block.text) if is_toml else None
    end = table.start() if table else len(block.text)
    searched = (key.search(block.text, 0, end) for key in (_TOML if is_toml else _YAML))
    match = next(filter(None, searched), None)
    if match is None:
        return
    scalar = scalar_at(block.text, match.end())
    if scalar.words:
        yield Candidate(
            index,
            "file",
            0,
            match.group(1) + (" = {text}" if is_toml else ": {text}"),
            "",
            "",
            -1,
            scalar.words,
            Span(match.start(), scalar.end),
            scalar.inside,
            source.line_index(match.start()),
        )
