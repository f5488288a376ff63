"""Markdown as HTML: what authors see on GitHub, with formulas for MathJax, safe to show and well-formed."""

import re
from collections.abc import Collection, Mapping
from functools import partial
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counted import calls
from dlqa_lint.text.clean_html import STRICT, USUAL, clean, without_paragraph
from dlqa_lint.text.rendering import html_of, inline_html_of
from dlqa_lint.text.source import Source

SOURCE = Source("a.md", "See [there][T].\n\n[t]: https://example.org/?a=1&b=2\n")


def _shown(text: str) -> str:
    return clean(html_of(text, SOURCE), lambda target: target)


def _line(text: str) -> str:
    return clean(inline_html_of(text, SOURCE), lambda target: target)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("$a_1*b*c = \\{d\\}$", "\\(a_1*b*c = \\{d\\}\\)"),
        ("$$a*b*c$$", "\\[a*b*c\\]"),
        ("$`a<b`$", "\\(a&lt;b\\)"),
        ("\\(a*b*c\\)", "\\(a*b*c\\)"),
        ("It costs $5 and $6.", "It costs $5 and $6."),
        ("US$5 and A$6", "US$5 and A$6"),
        ("$scope.$apply, $HOME/$PATH", "$scope.$apply, $HOME/$PATH"),
        ("\\$a$ and \\\\(b\\\\)", "$a$ and \\(b\\)"),
        ("a\\[0\\]", "a[0]"),
        ("`$a$`", "<code>$a$</code>"),
        ("$ a $", "$ a $"),
    ],
)
def test_formulas_inside_a_line(text: str, html: str) -> None:
    assert _line(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("$$\na\n= b\n\n- c\n$$", "<p>\\[a\n= b\n\n- c\\]</p>"),
        ("\\[\na_1\n\\]", "<p>\\[a_1\\]</p>"),
        ("so\n$$\na\n$$\nand", "<p>so</p>\n<p>\\[a\\]</p>\n<p>and</p>"),
        ("- so\n\n  $$\n  a\n  $$\n\nand", "<ul>\n<li>\n<p>so</p>\n<p>\\[a\\]</p>\n</li>\n</ul>\n<p>and</p>"),
        ("> $$\n> a\n> $$", "<blockquote>\n<p>\\[a\\]</p>\n</blockquote>"),
        ("```math\na < b\n```", "<p>\\[a &lt; b\n\\]</p>"),
        ("$$\nnever closed", "<p>$$\nnever closed</p>"),
        ("    $$\n    a\n    $$", "<pre><code>$$\na\n$$\n</code></pre>"),
        ("- $$\n\nend of all $$", "<ul>\n<li>$$</li>\n</ul>\n<p>end of all $$</p>"),
    ],
)
def test_formulas_of_several_lines(text: str, html: str) -> None:
    assert _shown(text) == html


def test_a_line_is_not_a_block_whatever_it_begins_with() -> None:
    assert [_line(text) for text in ("> 5", "1. x", "# y", "- 5")] == ["&gt; 5", "1. x", "# y", "- 5"]


def test_reference_links_find_their_definition() -> None:
    assert _line("[there][T]") == '<a href="https://example.org/?a=1&amp;b=2">there</a>'


def test_links_beside_the_document_lead_nowhere_elsewhere() -> None:
    assert _line("[this](b.md#x) [up](#top)") == "this up"


def test_code_keeps_its_language_and_its_tabs() -> None:
    assert _shown("```c++\n\tx<y;\n```") == '<pre><code class="language-c++">\tx&lt;y;\n</code></pre>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("List<String> and <T extends A/>", "List&lt;String&gt; and &lt;T extends A/&gt;"),
        ("the <script> tag", "the &lt;script&gt; tag"),
        ("<SCRIPT>alert(1)</SCRIPT >", "&lt;SCRIPT&gt;alert(1)&lt;/SCRIPT &gt;"),
        ('<b onclick="x()">b</b>', "<b>b</b>"),
        ('<a href="javascript:x">b</a>', "b"),
        ('<a href=" javascript:x">b</a>', "b"),
        ('<img src="a.png" onerror="x">', '<img src="a.png" alt=""/>'),
        ('<span style="position:fixed">b</span>', "<span>b</span>"),
        ("<font color=red>b</font>", "b"),
        ("<b>never closed", "<b>never closed</b>"),
        ("never opened</b>", "never opened"),
        ("**a <i>b** c</i>", "<strong>a <i>b</i></strong> c"),
        ("a<br>b<!-- c -->d", "a<br/>bd"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>"),
        ("a <tr> in a <td> or <li>b", "a  in a  or b"),
        ("<ul>a<b>b</b><li>c</ul>", "<ul><li>a<b>b</b></li><li>c</li></ul>"),
        (
            "<table><tr><td>a<td>b<tr><th>c</table>",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></tbody></table>",
        ),
        ("<table><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ("<?php x ?>", "&lt;?php x ?&gt;"),
    ],
)
def test_raw_html_is_safe_and_loses_no_word(text: str, html: str) -> None:
    assert _line(text) == html


def test_images_are_where_they_should_be_or_are_linked_to_or_described() -> None:
    text = "![a](a.png) ![b](https://example.org/b.png) ![c](https://example.org/c.png)"
    places = {"a.png": "", "https://example.org/b.png": "", "https://example.org/c.png": "1.png"}
    html = clean(inline_html_of(text, SOURCE), places.__getitem__)
    assert html == 'a <a href="https://example.org/b.png">b</a> <img src="1.png" alt="c"/>'


def test_strict_tags_are_those_that_xhtml_always_had() -> None:
    text = "<details><summary>a</summary>\n\n<u>b</u>\n\n</details>\n\n3. c"
    html = clean(html_of(text, SOURCE), lambda target: target, STRICT)
    assert html == "a\n<p>b</p>\n\n<ol>\n<li>c</li>\n</ol>"


def test_one_paragraph_needs_no_paragraph() -> None:
    assert without_paragraph("<p>a</p>") == "a"
    assert without_paragraph("<p>a</p>\n<p>b</p>") == "<p>a</p>\n<p>b</p>"
    assert without_paragraph("<ul></ul>") == "<ul></ul>"


_PIECES = st.sampled_from(
    [
        *"<>&\"'/= \n\t`*_$\\[]()!#-.|~\x00\x0b\ud800",
        *(
            "<p>",
            "</p>",
            "<div",
            "<br>",
            "<li>",
            "</ul>",
            "<table>",
            "<script",
            "<img src=x",
            "onerror=y",
            "<!--",
        ),
        *("-->", "<![CDATA[", "]]>", "&#0;", "&lt;", "<?", "$$", "x", "<svg ", "<a href='javascript:x'>"),
        *("<details>", "<pre>", "</", "<b/>"),
    ]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=30).map("".join), st.sampled_from((STRICT, USUAL)))
def test_whatever_comes_in_is_well_formed_and_harmless(
    text: str, tags: Mapping[str, Collection[str]]
) -> None:
    html = clean(html_of(text, Source("a.md", "")), lambda target: target, tags)
    root = ElementTree.fromstring(f"<root>{html}</root>")
    for element in root.iter():
        assert element.tag not in ("script", "svg", "iframe", "style")
        assert not any(name.startswith("on") for name in element.attrib)
        assert "javascript" not in element.get("href", "")


@pytest.mark.parametrize("tag", ["b", "ul", "li", "div", "blockquote"])
def test_no_more_tags_are_open_than_readers_of_xml_can_stand(tag: str) -> None:
    made = clean(f"<{tag}>x" * 5_000 + f"</{tag}>" * 5_000, lambda _: "")
    depth = deepest = 0
    for closing in re.findall(r"<(/?)\w", made):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    assert deepest < 256
    assert depth == 0
    assert made.count("x") == 5_000


def test_twice_the_tags_are_twice_the_work() -> None:
    def work(count: int) -> int:
        return calls(partial(clean, "<b>x" * count, str))

    assert work(4_000) <= 2.3 * work(2_000)
