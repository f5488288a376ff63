"""The format `moodle`: the XML that Moodle imports, with images.

A question without options is an essay, with its answer for those who grade it and as the feedback. Sections are
categories. Options keep their order, because an explanation may name them by their letters.
"""

from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.content import content_of
from dlqa_lint.exports.parts.demands import require_gradable
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.naming import category_of, folders_of, name_of
from dlqa_lint.exports.parts.pictures import Album
from dlqa_lint.exports.parts.shares import shares_of


def entry(item: Item) -> Element:
    """The element of the question."""
    require_gradable(item)
    album = Album(item, lambda picture: f"@@PLUGINFILE@@/{picture.name}")
    content = content_of(item, album)
    question = Element("question", type="multichoice" if item.choices else "essay")
    SubElement(SubElement(question, "name"), "text").text = name_of(item)
    _text(question, "questiontext", content.asked, album)
    _text(question, "generalfeedback", content.answer, album)
    SubElement(question, "defaultgrade").text = "1"
    SubElement(question, "idnumber").text = item.key
    if not item.choices:
        SubElement(question, "responseformat").text = "editor"
        _text(question, "graderinfo", content.answer, album)
        return question
    SubElement(question, "single").text = "false" if item.several else "true"
    SubElement(question, "shuffleanswers").text = "false"
    SubElement(question, "answernumbering").text = "ABCD"
    for text, share in zip(content.choices, shares_of(item), strict=True):
        _text(question, "answer", text, album).set("fraction", share)
    return question


def whole(entries: Sequence[Entry]) -> str:
    """The quiz, with its questions below their categories."""
    quiz = Element("quiz")
    for folders, group in groupby(entries, key=lambda entry: folders_of(entry.item)):
        category = SubElement(SubElement(quiz, "question", type="category"), "category")
        SubElement(category, "text").text = category_of(folders)
        quiz.extend(entry.made for entry in group)
    indent(quiz)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(quiz, encoding="unicode") + "\n"


def _text(parent: Element, name: str, html: str, album: Album) -> Element:
    """A text with the images that it shows."""
    element = SubElement(parent, name, format="html")
    SubElement(element, "text").text = html
    for picture in album:
        if picture.name in html:
            file = SubElement(element, "file", name=picture.name, path="/", encoding="base64")
            file.text = b64encode(picture.data).decode()
    return element
