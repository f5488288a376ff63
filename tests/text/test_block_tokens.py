"""The tokens of blocks are those of the parser, without what no block is made of."""

from itertools import product

from markdown_it import MarkdownIt

from dlqa_lint.text.block_tokens import block_tokens

LINES = ("", "a", "## a", "- a", "2) a", "> a", "~~~", "a | b", "-|-", "<p>", "    - a", "===")
LEFT_OUT = ("paragraph_close", "heading_close", "thead", "tbody", "th_", "td_")


def test_texts_of_all_kinds_of_lines_have_the_tokens_of_the_parser() -> None:
    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    for lines in product(LINES, repeat=3):
        for end in ("\n", "\r\n", "\r"):
            text = end.join(lines)
            expected = [token for token in parser.parse(text) if not token.type.startswith(LEFT_OUT)]
            found = block_tokens(text)
            assert [token.type for token in found] == [token.type for token in expected], text
            for own, other in zip(found, expected, strict=True):
                other.hidden, other.attrs = own.hidden, own.attrs
            assert found == expected, text
