"""Documents as the reasons see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.page import Page
from dlqa_lint.recognise.choice.reading import read
from dlqa_lint.text.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from labels import Label


def page_of(label: Label, file: Path) -> Page:
    """The page of a laid-out document; its path begins with the repository's name, as in a checkout."""
    home = label.repo.rpartition("/")[2]
    return Page(read(Source.from_bytes(f"{home}/{label.path}", file.read_bytes())))


def page_of_text(text: str, path: str = "bank.md") -> Page:
    """The page of a text."""
    return Page(read(Source(path, text)))
