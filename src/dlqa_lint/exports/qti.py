"""The format `qti`: a content package of QTI 2.1, an item for each question and a test with the sections.

A question without options is to be answered in words, with its answer for those who score it. An answer or an
explanation is the feedback of its item. Options keep their order, because an explanation may name their letters.
"""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.archive import packed
from dlqa_lint.exports.parts.content import Content, content_of
from dlqa_lint.exports.parts.demands import require_gradable
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.naming import folders_of, name_of
from dlqa_lint.exports.parts.pictures import Album, Picture
from dlqa_lint.text.clean_html import STRICT

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_SCORED_BY_KEY = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"


class ItemFile(NamedTuple):
    """An item of the package: its identifier, its XML and the images in it."""

    identifier: str
    xml: str
    pictures: tuple[Picture, ...]


def entry(item: Item) -> ItemFile:
    """The item of the question."""
    require_gradable(item)
    album = Album(item, lambda picture: f"media/{picture.name}")
    content = content_of(item, album, STRICT)
    identifier = f"Q{item.key}"
    body = _choice(item, content) if item.choices else _in_words(content)
    lines = (
        f'{_HEAD}<assessmentItem xmlns="{_QTI}" identifier="{identifier}" title="{escape(name_of(item))}"'
        ' adaptive="false" timeDependent="false">',
        *_declared(item, content),
        f"<itemBody>\n<div>{content.asked}</div>\n{body}\n</itemBody>",
        f'<responseProcessing template="{_SCORED_BY_KEY}"/>' if item.choices else "",
        f'<modalFeedback outcomeIdentifier="FEEDBACK" identifier="ANSWER" showHide="show">'
        f"{content.answer}</modalFeedback>"
        if content.answer
        else "",
        "</assessmentItem>\n",
    )
    return ItemFile(identifier, "\n".join(filter(None, lines)), tuple(album))


def whole(entries: Sequence[Entry]) -> bytes:
    """The package."""
    files = [entry.made for entry in entries]
    pictures = {picture.name: picture.data for file in files for picture in file.pictures}
    return packed(
        {
            "imsmanifest.xml": _manifest(files),
            "test.xml": _test(entries),
            **{f"{file.identifier}.xml": file.xml for file in files},
            **{f"media/{name}": data for name, data in pictures.items()},
        }
    )


def _declared(item: Item, content: Content) -> Iterable[str]:
    """What may be answered, what is right, and what comes of it."""
    cardinality = "multiple" if item.several else "single"
    base = "identifier" if item.choices else "string"
    right = "".join(f"<value>{item.labels[at]}</value>" for at in item.right)
    key = f"<correctResponse>{right}</correctResponse>" if right else ""
    yield (
        f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}">'
        f"{key}</responseDeclaration>"
    )
    yield (
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
        "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>"
    )
    if content.answer:
        # The processing by the key leaves this outcome as it is, so that the feedback is always shown.
        yield (
            '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier">'
            "<defaultValue><value>ANSWER</value></defaultValue></outcomeDeclaration>"
        )


def _choice(item: Item, content: Content) -> str:
    most = 0 if item.several else 1
    choices = "\n".join(
        f'<simpleChoice identifier="{label}">{text}</simpleChoice>'
        for label, text in zip(item.labels, content.choices, strict=True)
    )
    return (
        f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="{most}">\n'
        f"{choices}\n</choiceInteraction>"
    )


def _in_words(content: Content) -> str:
    return (
        '<extendedTextInteraction responseIdentifier="RESPONSE"/>\n'
        f'<rubricBlock view="scorer"><div>{content.answer}</div></rubricBlock>'
    )


def _test(entries: Sequence[Entry]) -> str:
    """The test: a section for each section of the documents, in their order."""
    groups = groupby(entries, key=lambda entry: folders_of(entry.item))
    sections = "\n".join(
        f'<assessmentSection identifier="S{at}" title="{escape(" / ".join(folders))}" visible="true">\n'
        + "".join(
            f'<assessmentItemRef identifier="{made.identifier}" href="{made.identifier}.xml"/>\n'
            for _, made in group
        )
        + "</assessmentSection>"
        for at, (folders, group) in enumerate(groups, 1)
    )
    title = escape(folders_of(entries[0].item)[0]) if entries else ""
    return (
        f'{_HEAD}<assessmentTest xmlns="{_QTI}" identifier="TEST" title="{title}">\n'
        '<testPart identifier="PART" navigationMode="nonlinear" submissionMode="individual">\n'
        f"{sections}\n</testPart>\n</assessmentTest>\n"
    )


def _manifest(files: Sequence[ItemFile]) -> str:
    needed = "".join(f'<dependency identifierref="{file.identifier}"/>\n' for file in files)
    return (
        f'{_HEAD}<manifest xmlns="{_PACKAGE}" identifier="MANIFEST">\n'
        "<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>\n"
        "<organizations/>\n<resources>\n"
        '<resource identifier="TEST" type="imsqti_test_xmlv2p1" href="test.xml">\n'
        f'<file href="test.xml"/>\n{needed}</resource>\n'
        f"{''.join(map(_resource, files))}</resources>\n</manifest>\n"
    )


def _resource(file: ItemFile) -> str:
    names = (f"{file.identifier}.xml", *(f"media/{picture.name}" for picture in file.pictures))
    listed = "".join(f'<file href="{name}"/>\n' for name in names)
    return (
        f'<resource identifier="{file.identifier}" type="imsqti_item_xmlv2p1" href="{names[0]}">\n'
        f"{listed}</resource>\n"
    )
