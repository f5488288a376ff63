"""Words of inline Markdown that are told without parsing are those that the parser tells."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dlqa_lint.text.blocks import inline, plain

BITS = (
    *("a", "b1", "é", "。", " ", "  ", "*", "**", "***", "_", "__", "`", "``", "[", "]", "](#x)", "(", ")"),
    *(".", "!", "~", "<", "&", "&amp;", "\\", "\n", '"', ":", "-", "$", "<br>", "snake_case", "http://x.y"),
    *("[a](#b)", "[a_b](https://x.y/a_b)", "**b**", "*i*", "_d_", "`c`", "`c*d`"),
)


@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=9).map("".join))
def test_words_are_the_same_with_and_without_parsing(text: str) -> None:
    if "![" in text:  # the words of images are no words of the line
        return
    parsed = "".join(content for kind, content in inline(text) if kind in ("text", "code"))
    assert plain(text).split() == parsed.split()


@given(st.text())
def test_text_without_markup_is_what_the_parser_makes_of_it(text: str) -> None:
    [parsed] = MarkdownIt("commonmark").enable("strikethrough").parseInline(text)
    if all(token.type == "text" for token in parsed.children or ()):
        told = "".join(token.content for token in parsed.children or ())
        assert "".join(content for _, content in inline(text)) == told
