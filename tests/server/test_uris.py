"""URIs of documents, whatever is in them, and the paths of files."""

import os
from pathlib import Path

import pytest

from dlqa_lint.server.uris import path_of, uri_of

POSIX = pytest.mark.skipif(os.name == "nt", reason="there are no such names")


@POSIX
@pytest.mark.parametrize("name", ["a.md", "é 1.md", "a%20b.md", os.fsdecode(b"caf\xe9.md")])
def test_the_uri_of_a_file_leads_to_its_path(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    assert path_of(uri_of(str(file))) == str(file)


@pytest.mark.parametrize(
    "uri", ["", "\ud800", "file:///a%00b.md", "file:///\udc80.md", "http://[", "file://[", "untitled:\0"]
)
def test_any_uri_has_a_path_that_can_be_looked_for(uri: str) -> None:
    assert not Path(path_of(uri), "x").exists()
