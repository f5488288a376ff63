"""The format `qti`."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from dlqa_lint.exports import exported
from dlqa_lint.text.clean_html import STRICT
from exported import BANKS, PIXEL, Meant, export, for_all, html_meant, items_meant, written

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
WET = Meant("Which is wet?", ("sand", "rain"), frozenset({1}), "It is *water*.", "Rain / snow")
WHY = Meant("Why is it wet?", answer="So.")


def _files(data: str | bytes) -> dict[str, bytes]:
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _items(files: Mapping[str, bytes]) -> Iterator[Element]:
    """The items in the order of the test."""
    for reference in ElementTree.fromstring(files["test.xml"]).iter(f"{QTI}assessmentItemRef"):
        yield ElementTree.fromstring(files[reference.get("href", "")])


def _inner(element: Element | None) -> str:
    """What stands in an element, as HTML."""
    if element is None:
        return ""
    html = ElementTree.tostring(element, encoding="unicode").partition(">")[2].rpartition("<")[0]
    return html.replace("ns0:", "").replace(f' xmlns:ns0="{QTI[1:-1]}"', "")


def _meant(item: Element) -> Meant:
    choices = list(item.iter(f"{QTI}simpleChoice"))
    names = [choice.get("identifier") for choice in choices]
    right = frozenset(
        names.index(value.text) for value in item.iterfind(f".//{QTI}correctResponse/{QTI}value")
    )
    feedback = _inner(item.find(f"{QTI}modalFeedback"))
    return Meant(_inner(item.find(f"{QTI}itemBody/{QTI}div")), tuple(map(_inner, choices)), right, feedback)


def _strict(text: str) -> str:
    # What an XML parser reads is written anew, so that both sides are.
    return _inner(ElementTree.fromstring(f'<r xmlns="{QTI[1:-1]}">{html_meant(text, STRICT)}</r>'))


@for_all(BANKS)
def test_all_questions_are_read_back(meant: tuple[Meant, ...]) -> None:
    files = _files(exported("qti", items_meant(meant)).data)
    assert [_meant(item) for item in _items(files)] == [
        Meant(_strict(asked.text), tuple(map(_strict, asked.options)), asked.right, _strict(asked.answer))
        for asked in meant
    ]


def test_the_package_names_all_that_is_in_it() -> None:
    files = _files(export("qti", written([WET, WHY])).data)
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])
    assert {file.get("href") for file in manifest.iter(f"{PACKAGE}file")} == set(files) - {"imsmanifest.xml"}
    resources = {
        resource.get("identifier"): resource.get("type") for resource in manifest.iter(f"{PACKAGE}resource")
    }
    items = [item.get("identifier") for item in _items(files)]
    assert resources == {"TEST": "imsqti_test_xmlv2p1", **dict.fromkeys(items, "imsqti_item_xmlv2p1")}
    needed = [needed.get("identifierref") for needed in manifest.iter(f"{PACKAGE}dependency")]
    assert needed == items


def test_the_same_bank_makes_the_same_bytes() -> None:
    assert export("qti", written([WET, WHY])).data == export("qti", written([WET, WHY])).data


def test_sections_are_those_of_the_test() -> None:
    files = _files(export("qti", written([WET, WHY._replace(section="Dry")])).data)
    test = ElementTree.fromstring(files["test.xml"])
    titles = [section.get("title") for section in test.iter(f"{QTI}assessmentSection")]
    assert (test.get("title"), titles) == ("Weather", ["Weather / Rain / snow", "Weather / Dry"])


def test_several_right_options_may_all_be_marked() -> None:
    files = _files(
        export("qti", written([WET._replace(right=frozenset({0, 1})), WET._replace(text="And?")])).data
    )
    found = [
        (item.find(f"{QTI}responseDeclaration"), item.find(f".//{QTI}choiceInteraction"))
        for item in _items(files)
    ]
    assert [(declared.get("cardinality"), choice.get("maxChoices")) for declared, choice in found] == [  # type: ignore[union-attr]
        ("multiple", "0"),
        ("single", "1"),
    ]


def test_a_question_without_options_is_answered_in_words() -> None:
    (item,) = _items(_files(export("qti", written([WHY])).data))
    assert item.find(f".//{QTI}extendedTextInteraction") is not None
    assert _inner(item.find(f".//{QTI}rubricBlock/{QTI}div")) == "So."
    assert item.find(f"{QTI}responseProcessing") is None


def test_images_come_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.png").write_bytes(PIXEL)
    files = _files(export("qti", written([WET._replace(text="What is ![this](a.png)?")])).data)
    (name,) = (name for name in files if name.startswith("media/"))
    assert files[name] == PIXEL
    (item,) = _items(files)
    assert [image.get("src") for image in item.iter(f"{QTI}img")] == [name]
