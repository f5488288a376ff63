"""The README where people meet it: its pictures show what is, and its links lead somewhere on the package index too."""

import re
import runpy
import tomllib
from email.parser import BytesParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 150_000
"""Bytes of a picture that somebody with a slow connection waits for."""


def _alternative(picture: str) -> str:
    (text,) = re.findall(rf"!\[([^\]]+)\]\(docs/pictures/{re.escape(picture)}\)", README)
    return str(text)


def _cells(text: str) -> str:
    """A text without the spaces, which are places in a picture."""
    return "".join(text.split())


@pytest.mark.slow
def test_the_picture_of_the_terminal_is_current() -> None:
    for needed in ("pty", "rich"):
        pytest.importorskip(needed)
    from in_terminal import bare  # where there are pseudo-terminals

    printed = runpy.run_path(str(PICTURES / "terminal.py"))["printed"]()
    picture = ElementTree.parse(PICTURES / "terminal.svg")
    shown = "".join(picture.find(f".//{SVG}g[@class='terminal-matrix']").itertext())  # type: ignore[union-attr]
    assert _cells(shown) == _cells(bare(printed)), "run `make pictures`"
    counted = set(re.findall(r"\d+", _alternative("terminal.svg"))) - {"31"}
    assert counted <= set(re.findall(r"\d+", printed.splitlines()[-1]))


def test_pictures_are_small_and_fetch_nothing() -> None:
    for file in (PICTURES / "terminal.svg", PICTURES / "report.webp"):
        assert len(file.read_bytes()) < LARGEST
    assert (PICTURES / "report.webp").read_bytes()[8:12] == b"WEBP"
    drawn = (PICTURES / "terminal.svg").read_text("utf-8")
    assert not re.search(r"url\((?!#)|href=", drawn)


def test_the_lines_for_runners_name_the_project_and_one_of_its_commands() -> None:
    lines = re.findall(r"^(?:uvx|pipx run) ([\w-]+)", README, re.MULTILINE)
    lines += re.findall(r"`(?:uvx --from|pipx run --spec) \. ([\w-]+)", README)
    assert lines == [PROJECT["name"]] * 4
    assert PROJECT["name"] in PROJECT["scripts"]


def test_links_of_the_built_readme_lead_to_files_of_this_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = pytest.importorskip("hatchling.build")
    pytest.importorskip("hatch_fancy_pypi_readme")
    monkeypatch.chdir(ROOT)
    made = tmp_path / backend.prepare_metadata_for_build_wheel(str(tmp_path)) / "METADATA"
    metadata = BytesParser().parsebytes(made.read_bytes())
    assert metadata["Description-Content-Type"] == "text/markdown"
    built = str(metadata.get_payload())
    links = re.findall(r"(!?)\[[^\]]*\]\(([^)\s]+)\)", built)
    assert len(links) == len(re.findall(r"\]\([^)\s]+\)", README))
    own = f"https://(?:github.com/dlqa-lint/dlqa-lint/blob|raw.githubusercontent.com/dlqa-lint/dlqa-lint)/v{PROJECT['version']}/"
    files = [(mark, re.sub(own, "", link).partition("#")[0]) for mark, link in links if re.match(own, link)]
    assert [path for _, path in files if not (ROOT / path).exists()] == []
    assert [path for mark, path in files if mark] == [
        "docs/pictures/terminal.svg",
        "docs/pictures/report.webp",
    ]
    others = [link for _, link in links if not re.match(own, link)]
    assert [link for link in others if not link.startswith("https://")] == []
