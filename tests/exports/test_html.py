"""The format `html`."""

import re
from base64 import b64encode
from functools import partial
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dlqa_lint.exports import exported
from dlqa_lint.exports.parts.mathml import TAGS, mathml
from exported import (
    BANKS,
    PIXEL,
    Meant,
    all_in_html,
    export,
    for_all,
    html_meant,
    items_meant,
    text_of,
    written,
)

WET = Meant("Which is wet?", ("sand", "rain"), frozenset({1}), "It is *water*.", "Rain / snow")
WHY = Meant("Why is it wet?", answer="So.")
_ARTICLE = re.compile(
    r'(?s)<article id="q(?P<key>\w+)" data-right="(?P<right>[\d ]*)">.*?<div class="asked">(?P<asked>.*?)</div>\n'
    r"(?:<fieldset>(?P<options>.*?)</fieldset>.*?)?\n<details><summary>Answer</summary>\n"
    r'(?:<ul class="right-options">.*?</ul>\n)?(?:<div>(?P<answer>.*?)</div>)?\n'
)
_OPTION = re.compile(r"(?s)<label><input [^>]*> <span>(.*?)</span></label>(?=\n)")


class _Loads(HTMLParser):
    """All that a browser would fetch, or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [str(given["src"])] if "src" in given else []
        self.found += [tag] if tag in ("script", "link", "iframe", "object", "embed", "base") else []
        self.found += [name for name in given if name.startswith("on")]


def _loads(page: str) -> list[str]:
    parser = _Loads()
    parser.feed(page)
    return parser.found


@for_all(BANKS)
def test_all_questions_are_read_back(meant: tuple[Meant, ...]) -> None:
    items = items_meant(meant)
    page = exported("html", items).data
    assert isinstance(page, str)
    articles = list(_ARTICLE.finditer(page.replace(' tabindex="0"', "")))
    assert [
        Meant(
            article["asked"],
            tuple(_OPTION.findall(article["options"] or "")),
            frozenset(map(int, article["right"].split())),
            article["answer"] or "",
        )
        for article in articles
    ] == all_in_html(meant, partial(html_meant, tags=TAGS, formula=mathml))
    assert [article["key"] for article in articles] == [item.key for item in items]
    assert _loads(page) == ["script"]


def test_nothing_but_its_own_program_may_run() -> None:
    asked = "<script>alert(1)</script> or <img src=https://example.org/x.png onerror=alert(1)>?"
    page = text_of("html", written([WHY._replace(text=asked)]))
    (program,) = re.findall(r"(?s)<script>(.*?)</script>", page)
    digest = b64encode(sha256(program.encode()).digest()).decode()
    assert (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in page
    )
    assert _loads(page) == ["script"]
    assert '<a href="https://example.org/x.png">https://example.org/x.png</a>' in page


def test_images_are_part_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.png").write_bytes(PIXEL)
    page = text_of("html", written([WHY._replace(answer="![it](a.png)")]))
    assert _loads(page) == [f"data:image/png;base64,{b64encode(PIXEL).decode()}", "script"]


def test_formulas_are_mathml_and_code_stays_code() -> None:
    meant = Meant("Which is $x$?", ("$a$", "$b$"), frozenset({0}), "As `\\(c\\)` says,\n\n$$d < 1$$")
    page = text_of("html", written([meant]))
    assert page.count("<math ") == 5, "the right option stands with the answer as well"
    assert '<p><math display="block"><mrow><mi>d</mi><mo>&lt;</mo><mn>1</mn></mrow></math></p>' in page
    assert "<code>\\(c\\)</code>" in page
    assert _loads(page) == ["script"]


def test_a_page_says_its_language_and_its_title() -> None:
    german = Meant("Warum ist der Regen nass, und was ist mit dem Schnee?", answer="Weil er aus Wasser ist.")
    page = text_of("html", written([german]).replace("Weather", "Wetter & Klima < 3"))
    assert '<html lang="de">' in page
    assert "<title>Wetter &amp; Klima &lt; 3</title>" in page


def test_sections_are_headings_and_name_their_document_where_there_are_several() -> None:
    headings = re.compile(r"<h2>(.*?)</h2>")
    assert headings.findall(text_of("html", written([WET]))) == ["Rain / snow"]
    assert headings.findall(text_of("html", written([WET]), written([WHY]))) == [
        "Weather / Rain / snow",
        "Weather",
    ]


def test_an_unanswered_question_is_named() -> None:
    made = export("html", written([WET]) + "\n### 2. And fog?\n")
    assert [(item.number, reason) for item, reason in made.left] == [("2", "it has no answer")]
