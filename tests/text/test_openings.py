"""The guarded block rules read every text as the parser's own rules do."""

from itertools import product

from markdown_it import MarkdownIt

from dlqa_lint.text.openings import only_where_they_may_match

LINES = (
    "",
    "a",
    "# a",
    "- a",
    "1. a",
    "> a",
    "```",
    "a | b",
    "-|-",
    "[a]: b",
    "<div>",
    "    a",
    "===",
)


def test_texts_of_all_kinds_of_lines_are_read_alike() -> None:
    own, guarded = (MarkdownIt("commonmark").enable("table").disable("inline") for _ in range(2))
    only_where_they_may_match(guarded.block.ruler)
    for lines in product(LINES, repeat=3):
        text = "\n".join(lines)
        assert guarded.parse(text) == own.parse(text), text


def test_every_rule_that_has_an_opening_is_one_of_the_parser() -> None:
    parser = MarkdownIt("commonmark").enable("table")
    before = [rule.fn for rule in parser.block.ruler.__rules__]
    only_where_they_may_match(parser.block.ruler)
    after = [rule.fn for rule in parser.block.ruler.__rules__]
    kept = {
        rule.name
        for rule, old, new in zip(parser.block.ruler.__rules__, before, after, strict=True)
        if old is new
    }
    assert kept == {"code", "lheading", "paragraph"}
