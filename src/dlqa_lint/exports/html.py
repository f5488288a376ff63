"""The format `html`: one page to practise with, which needs no network and remembers what its reader knows.

Nothing of the bank can run in it: its texts are cleaned, and the page allows its own program only. Images are
part of the page; those on the network become links. Formulas are MathML, which browsers show without a program, or TeX
where the extra is missing that makes it.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.content import Content, content_of
from dlqa_lint.exports.parts.demands import require_answer
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.mathml import TAGS, mathml
from dlqa_lint.exports.parts.naming import folders_of
from dlqa_lint.exports.parts.pictures import Album, Picture
from dlqa_lint.similarity import language_of
from dlqa_lint.text.clean_html import legible
from dlqa_lint.text.inline import is_remote

_DATA = Path(__file__).parent / "data"
_CONTROLS = """<form hidden>
<label>Search <input type="search" id="search"></label>
<label>Show <select id="show"><option value="all">all questions</option>
<option value="open">not known yet</option><option value="known">known</option></select></label>
<button type="button" id="forget">Forget what I know</button>
</form>
<p id="state" role="status"></p>"""
_JUDGING = """<p><button type="button" data-does="known" hidden>I knew it</button>
<button type="button" data-does="again" hidden>Ask me again</button></p>"""


class Shown(NamedTuple):
    """A question on the page, and its words, by which the page's language is known."""

    html: str
    words: str


def entry(item: Item) -> Shown:
    """The article of the question."""
    require_answer(item)
    album = Album(item, _embedded)
    content = content_of(item, lambda target: "" if is_remote(target) else album(target), TAGS, mathml)
    right = " ".join(map(str, item.right))
    place = escape(legible(f"{item.document.path}:{item.question.line}"))
    name = f"Question {item.number}" if item.number else "Question"
    # Code that is too wide is scrolled, by keys as well.
    html = f"""<article id="q{item.key}" data-right="{right}">
<h3>{escape(legible(name))}</h3>
<div class="asked">{content.asked}</div>
{_options(item, content)}
<details><summary>Answer</summary>
{_answer(item, content)}
{_JUDGING if not item.right else ""}
<p class="place">{place}</p>
</details>
</article>""".replace("<pre>", '<pre tabindex="0">')
    return Shown(html, item.question.plain_text)


def whole(entries: Sequence[Entry]) -> str:
    """The page."""
    style, program = ((_DATA / f"practice.{kind}").read_text("utf-8") for kind in ("css", "js"))
    language = language_of(entry.made.words for entry in entries) or "en"
    title = escape(folders_of(entries[0].item)[0]) if entries else "Questions"
    digest = b64encode(sha256(program.encode()).digest()).decode()
    allowed = f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{allowed}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
{_CONTROLS}
</header>
<main>
{"".join(_sections(entries))}</main>
<script>{program}</script>
</body>
</html>
"""


def _sections(entries: Sequence[Entry]) -> Iterator[str]:
    several = len({entry.item.document.path for entry in entries}) > 1
    for folders, group in groupby(entries, key=lambda entry: folders_of(entry.item)):
        name = " / ".join(folders if several else folders[1:])
        heading = f"<h2>{escape(name)}</h2>\n" if name else '<h2 class="unseen">Questions</h2>\n'
        articles = "\n".join(entry.made.html for entry in group)
        yield f"<section>\n{heading}{articles}\n</section>\n"


def _embedded(picture: Picture) -> str:
    return f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"


def _options(item: Item, content: Content) -> str:
    if not item.choices:
        return ""
    kind = "checkbox" if item.several else "radio"
    labels = "\n".join(
        f'<label><input type="{kind}" name="q{item.key}" value="{at}"> <span>{text}</span></label>'
        for at, text in enumerate(content.choices)
    )
    check = '<button type="button" data-does="check" hidden>Check</button>' if item.right else ""
    several = "Choose all that apply" if item.several else "Choose one"
    return (
        f"<fieldset><legend>{several}</legend>\n{labels}\n</fieldset>\n"
        f'{check}<p class="verdict" role="status"></p>'
    )


def _answer(item: Item, content: Content) -> str:
    right = "".join(f"<li>{content.choices[at]}</li>" for at in item.right)
    listed = f'<ul class="right-options">{right}</ul>\n' if right else ""
    return f"{listed}<div>{content.answer}</div>" if content.answer else listed
