"""HTML that is safe to show and well-formed as XML: every tag and attribute is one that is known, and closed.

The text is taken apart and written anew, so that no tag comes through that is not named here, and no word is
lost: what a tag stands around stays, and what is no tag of HTML (`List<String>`) or would run (`<script>`) is
shown as it is written, as GitHub shows it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from html import escape, unescape
from html.parser import HTMLParser

_PLAIN = (
    *(
        "p",
        "br",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "div",
    ),
    *(
        "span",
        "em",
        "strong",
        "b",
        "i",
        "small",
        "sub",
        "sup",
        "kbd",
        "samp",
        "var",
        "q",
        "cite",
        "abbr",
        "dfn",
    ),
    *("table", "thead", "tbody", "tfoot", "tr", "caption"),
)
# The values of attributes of which not all are harmless, in any tag or in a certain one.
_VALUES = {
    "href": re.compile(r"(?:https?:|mailto:)[^\s]*", re.IGNORECASE),
    "class": re.compile(r"language-[\w+#.-]+"),
    "style": re.compile(r"text-align:\s*(?:left|right|center)"),
    "mspace width": re.compile(r"\d(?:\.\d{1,3})?em"),
    **dict.fromkeys(("start", "width", "height", "colspan", "rowspan"), re.compile(r"\d{1,4}")),
}

STRICT: Mapping[str, Collection[str]] = {
    **dict.fromkeys(_PLAIN, ()),
    "ol": (),
    "a": ("href",),
    "code": (),
    "img": ("src", "alt", "width", "height"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
}
"""The tags that XHTML has always had, with their attributes."""

USUAL: Mapping[str, Collection[str]] = {
    **STRICT,
    **dict.fromkeys(("u", "s", "del", "ins", "mark", "details", "summary", "figure", "figcaption"), ()),
    **dict.fromkeys(("ruby", "rt", "rp"), ()),
    "ol": ("start",),
    "code": ("class",),
    "td": ("colspan", "rowspan", "style"),
    "th": ("colspan", "rowspan", "style"),
}
"""The tags that documents use and every browser knows, with their attributes."""

_VOID = {"br", "hr", "img"}
# Tags of HTML that say nothing in an answer, and the usual ones, where only strict ones are allowed.
_LEFT_OUT = {
    *("article", "aside", "big", "center", "col", "colgroup", "font", "footer", "header", "main", "nobr"),
    *("picture", "section", "source", "strike", "tt", "wbr"),
    *USUAL,
}
# The tags that the tag filter of GitHub Flavored Markdown shows: browsers read on behind them in another way.
_SHOWN = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)", re.IGNORECASE
)
# A paragraph ends where one of these begins.
_ENDS_PARAGRAPH = {
    *("p", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "div", "table"),
    *("details", "figure"),
}
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<br/>|</(?:p|li|h\d|pre|tr|td|th|div)>")
_LISTS = ("ul", "ol")
# What ends where such a tag begins, up to the tags around both: an item at the next item of its list.
_ENDS = {
    "li": (("li",), _LISTS),
    "tr": (("tr",), ("table",)),
    **dict.fromkeys(("td", "th"), (("td", "th"), ("tr",))),
}
# What means nothing where none of such tags is open; browsers leave it out as well.
_NEEDS = {
    **{tag: set(around) for tag, (_, around) in _ENDS.items()},
    "summary": {"details"},
    **{key: {"table"} for key in ("thead", "tbody", "tfoot", "caption")},
}
_DEEPEST = 200
"""How many tags may be open: usual readers of XML give up at 256 levels, and formats put some around."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(html: str, picture: Callable[[str], str], tags: Mapping[str, Collection[str]] = USUAL) -> str:
    """HTML with the given tags only.

    `picture` says where an image is to be looked for ("": nowhere) that is said to be somewhere.
    """
    cleaner = _Cleaner(picture, tags)
    cleaner.feed(_SHOWN.sub("&lt;", html))
    cleaner.close()
    return cleaner.result().strip()


def without_paragraph(html: str) -> str:
    """HTML that is one paragraph, without it; else as it is."""
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return inner if html == f"<p>{inner}</p>" and "<p>" not in inner else html


def legible(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def words_of(html: str) -> str:
    """The words of clean HTML in one line, without its tags; a formula stays as it is."""
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", html))).split())


def _harmless(tag: str, name: str, value: str) -> bool:
    pattern = _VALUES.get(f"{tag} {name}", _VALUES.get(name))
    return pattern is None or pattern.fullmatch(value) is not None


class _Cleaner(HTMLParser):
    def __init__(self, picture: Callable[[str], str], tags: Mapping[str, Collection[str]]) -> None:
        super().__init__(convert_charrefs=True)
        self._picture = picture
        self._tags = tags
        self._parts: list[str] = []
        self._open: list[str] = []

    def result(self) -> str:
        self._close_to(0)
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._tags:
            self._leave_out(tag, self.get_starttag_text() or "")
            return
        if tag in _NEEDS and not _NEEDS[tag].intersection(self._open):
            return
        if tag == "a" and not _VALUES["href"].fullmatch(dict(attrs).get("href") or ""):
            return
        if tag in _ENDS_PARAGRAPH and "p" in self._open:
            self._close_to(self._open.index("p"))
        if len(self._open) >= _DEEPEST and tag not in _VOID:
            return
        self._complete(tag)
        if tag == "img":
            self._show(dict(attrs))
            return
        self._begin(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in self._open[-1:]:
            self._close_to(len(self._open) - 1)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._tags:
            self._leave_out(tag, f"</{tag}>")
        elif tag in self._open:
            self._close_to(len(self._open) - 1 - self._open[::-1].index(tag))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._complete("")
        self._parts.append(escape(legible(data), quote=False))

    def handle_pi(self, data: str) -> None:
        self.handle_data(f"<?{data}>")

    def _leave_out(self, tag: str, written: str) -> None:
        if tag not in _LEFT_OUT:
            self.handle_data(written)

    def _show(self, given: dict[str, str | None]) -> None:
        """An image, or a link to it or its description where it is not to be shown."""
        said, words = given.get("src") or "", given.get("alt") or ""
        found = self._picture(said)
        if found:
            self._begin("img", [*given.items(), ("src", found), ("alt", words)])
        elif _VALUES["href"].fullmatch(said):
            self._begin("a", [("href", said)])
            self.handle_data(words or said)
            self._close_to(len(self._open) - 1)
        else:
            self.handle_data(words)

    def _begin(self, tag: str, given: Iterable[tuple[str, str | None]]) -> None:
        attributes = {
            name: _NOT_XML.sub("", value or "")
            for name, value in given
            if name in self._tags[tag] and _harmless(tag, name, value or "")
        }
        written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        self._parts.append(f"<{tag}{written}{'/' if tag in _VOID else ''}>")
        if tag not in _VOID:
            self._open.append(tag)

    def _complete(self, tag: str) -> None:
        """Close and open what HTML lets authors leave out before a tag."""
        ended, around = _ENDS.get(tag, ((), ()))
        inside = next((at for at in reversed(range(len(self._open))) if self._open[at] in around), 0)
        first = next((at for at in range(inside, len(self._open)) if self._open[at] in ended), None)
        if first is not None:
            self._close_to(first)
        last = self._open[-1] if self._open else ""
        if last in _LISTS and tag != "li":
            self._begin("li", ())
        elif (last, tag) == ("table", "tr"):
            self._begin("tbody", ())

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._parts.append(f"</{self._open.pop()}>")
