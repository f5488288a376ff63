"""The guarded block rules read every text as the parser's own rules do."""

from itertools import product

from markdown_it import MarkdownIt

from dlqa_lint.text.openings import OPENINGS, RulesBySign

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
    "--",
    "  =",
)


def test_texts_of_all_kinds_of_lines_are_read_alike() -> None:
    own, guarded = (MarkdownIt("commonmark").enable("table").disable("inline") for _ in range(2))
    guarded.block.ruler = RulesBySign(guarded.block.ruler)  # type: ignore[assignment]
    for lines in product(LINES, repeat=3):
        text = "\n".join(lines)
        assert guarded.parse(text) == own.parse(text), text


def test_every_rule_that_has_an_opening_is_one_of_the_parser() -> None:
    names = MarkdownIt("commonmark").enable("table").block.ruler.get_active_rules()
    assert set(names) == {*OPENINGS, "code", "lheading", "paragraph", "table"}
