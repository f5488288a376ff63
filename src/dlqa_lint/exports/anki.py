"""The format `anki`: a package that Anki imports, a note for each question and a deck for each document.

A note is known by the words of its question: another export brings answers, options and sections up to date, and
what a learner has learned stays. Sections are tags.
"""

import json
import sqlite3
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from itertools import count
from time import time
from typing import NamedTuple

import genanki

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.archive import packed
from dlqa_lint.exports.parts.content import Content, content_of
from dlqa_lint.exports.parts.demands import require_answer
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.naming import folders_of
from dlqa_lint.exports.parts.pictures import Album, Picture
from dlqa_lint.text.clean_html import legible

_MODEL_ID = 1_606_317_290
"""Drawn at random, once: by it Anki knows the notes of all exports for one kind."""

_FIELDS = ("Question", "Options", "Right", "Answer", "Place")
_FRONT = "{{Question}}{{Options}}"
_BACK = """{{FrontSide}}<hr id="answer">
{{#Right}}<div class="right">{{Right}}</div>{{/Right}}
{{Answer}}
<p class="place">{{Place}}</p>"""
_STYLE = """.card { font: 1.2rem/1.5 sans-serif; max-width: 40rem; margin: 0 auto; text-align: left; }
pre { overflow-x: auto; padding: 0.5rem; border: 1px solid #8888; border-radius: 4px; }
code { font-family: monospace; }
img { max-width: 100%; background: #fff; } /* at night, pictures without a ground would be dark on dark */
table { border-collapse: collapse; }
td, th { border: 1px solid #8888; padding: 0.2rem 0.5rem; }
.right { font-weight: bold; }
.place { opacity: 0.6; font-size: 0.8rem; }"""


class Card(NamedTuple):
    """What a note says, and the images in it."""

    fields: tuple[str, ...]
    pictures: tuple[Picture, ...]


def entry(item: Item) -> Card:
    """The note of the question."""
    require_answer(item)
    album = Album(item, lambda picture: picture.name)
    content = content_of(item, album)
    place = ", question ".join(filter(None, (item.document.path, item.number)))
    fields = (content.asked, _options(content), _right(item, content), content.answer, escape(legible(place)))
    return Card(fields, tuple(album))


def whole(entries: Sequence[Entry]) -> bytes:
    """The package."""
    model = genanki.Model(
        _MODEL_ID,
        "dlqa-lint",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    decks: dict[str, genanki.Deck] = {}
    for at, (item, card) in enumerate(entries):
        title, *sections = folders_of(item)
        deck = decks.setdefault(title, genanki.Deck(_id_of(title), title))
        tags = ["::".join("_".join(section.split()) for section in sections)] if sections else []
        deck.add_note(genanki.Note(model, list(card.fields), guid=item.key, tags=tags, due=at))
    pictures = {picture.name: picture for entry in entries for picture in entry.made.pictures}
    return _packed([*decks.values()], [*pictures.values()])


def _options(content: Content) -> str:
    options = "".join(f"<li>{text}</li>" for text in content.choices)
    return f'<ol type="A">{options}</ol>' if options else ""


def _right(item: Item, content: Content) -> str:
    return "".join(f"<div>{item.labels[at]}. {content.choices[at]}</div>" for at in item.right)


def _id_of(title: str) -> int:
    """A number of the size that Anki gives decks, for each title its own."""
    return (1 << 30) + int(sha256(title.encode("utf-8", "backslashreplace")).hexdigest()[:7], 16)


def _packed(decks: Sequence[genanki.Deck], pictures: Sequence[Picture]) -> bytes:
    """The package with its images; genanki would write it by way of files, and leave one behind."""
    now = time()
    with sqlite3.connect(":memory:") as database:
        genanki.Package(decks).write_to_db(database.cursor(), now, count(int(now * 1000)))
    names = {str(at): picture.name for at, picture in enumerate(pictures)}
    files: dict[str, str | bytes] = {"collection.anki2": database.serialize(), "media": json.dumps(names)}
    database.close()
    return packed(files | {str(at): picture.data for at, picture in enumerate(pictures)})
