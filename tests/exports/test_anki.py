"""The format `anki`."""

import io
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from time import time
from typing import NamedTuple

import pytest

from dlqa_lint.cli import main
from dlqa_lint.exports import exported
from exported import BANKS, PIXEL, Meant, all_in_html, export, for_all, items_meant, written

WET = Meant("Which is wet?", ("sand", "rain", "coal"), frozenset({1}), "It is *water*.", "Rain / snow")
WHY = Meant("Why is it wet?", answer="So.")


class Note(NamedTuple):
    guid: str
    tags: str
    fields: tuple[str, ...]


def _notes(data: str | bytes) -> list[Note]:
    """The notes of a package, read as the database that it is."""
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("collection.anki2")
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    rows = database.execute("SELECT guid, tags, flds FROM notes ORDER BY id").fetchall()
    assert database.execute("SELECT count(*) FROM cards").fetchone() == (len(rows),)
    database.close()
    return [Note(guid, tags.strip(), tuple(fields.split("\x1f"))) for guid, tags, fields in rows]


def _meant(note: Note) -> Meant:
    asked, options, right, answer, _ = note.fields
    found = re.findall(r"<li>(.*?)</li>", options, re.DOTALL)
    letters = re.findall(r"<div>([A-Z])\. ", right)
    return Meant(asked, tuple(found), frozenset(ord(letter) - ord("A") for letter in letters), answer)


@for_all(BANKS)
def test_all_questions_are_read_back(meant: tuple[Meant, ...]) -> None:
    items = items_meant(meant)
    notes = _notes(exported("anki", items).data)
    assert [_meant(note) for note in notes] == all_in_html(meant)
    assert [note.guid for note in notes] == [item.key for item in items]


def test_notes_are_known_by_their_questions_and_tagged_by_their_sections() -> None:
    first, second = _notes(export("anki", written([WET, WHY])).data)
    (again,) = _notes(export("anki", written([WHY._replace(answer="Because.")])).data)
    assert (first.tags, second.tags) == ("Rain_/_snow", "Rain_/_snow")
    assert again.guid == second.guid != first.guid


def test_images_come_along_under_names_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.png").write_bytes(PIXEL)
    data = export("anki", written([WHY._replace(answer="![it](a.png) and ![it](./a.png)")])).data
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        ((number, name),) = json.loads(archive.read("media")).items()
        assert archive.read(number) == PIXEL
    (note,) = _notes(data)
    assert note.fields[3] == f'<img src="{name}" alt="it"/> and <img src="{name}" alt="it"/>'


def test_a_package_is_written_to_a_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(written([WHY, WET]) + "\n### 3. How?\n", "utf-8")
    command = ["export", "--isolated", "--no-cache", "--format", "anki", "a.md"]
    assert main(command) == 2
    assert "dlqa-lint: anki is not text, expected -o FILE to write it to\n" in capsys.readouterr().err
    assert main([*command, "-o", "a.apkg"]) == 0
    assert capsys.readouterr() == (
        "",
        'dlqa-lint: a.md:17: question 3 "How?" is not exported: it has no answer\n'
        "dlqa-lint: anki holds 2 of the 3 questions; the others are named above\n",
    )
    assert len(_notes(Path("a.apkg").read_bytes())) == 2


def test_who_lacks_the_extra_is_told_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(written([WHY, WET]), "utf-8")
    program = "import sys; sys.modules['genanki'] = None; from dlqa_lint.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [
        sys.executable,
        "-c",
        program,
        "export",
        "--isolated",
        "--no-cache",
        "--format",
        "anki",
        "a.md",
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert done.stderr == (
        'dlqa-lint: the format "anki" needs the extra "anki", which is not installed; '
        'pip install "dlqa-lint[anki]" installs it\n'
    )


def _imported(collection: object, package: Path, meant: Sequence[Meant]) -> None:
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    data = export("anki", written(meant)).data
    assert isinstance(data, bytes)
    package.write_bytes(data)
    options = ImportAnkiPackageOptions(with_scheduling=False)
    collection.import_anki_package(  # type: ignore[attr-defined]
        ImportAnkiPackageRequest(package_path=str(package), options=options)
    )


@pytest.mark.slow
def test_anki_itself_updates_notes_and_keeps_what_was_learned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collections = pytest.importorskip("anki.collection", reason="Anki's own library is not installed")
    collection = collections.Collection(str(tmp_path / "collection.anki2"))
    try:
        _imported(collection, tmp_path / "a.apkg", [WET, WHY])
        (card_id,) = collection.find_cards('"Question:*wet?*" "Answer:So."')
        card = collection.get_card(card_id)
        card.ivl, card.type, card.queue, card.reps = 30, 2, 2, 5
        collection.update_card(card)
        # Anki updates what is newer, by the second.
        monkeypatch.setattr("dlqa_lint.exports.anki.time", lambda: time() + 60)
        _imported(collection, tmp_path / "b.apkg", [WHY._replace(answer="Because."), WET])
        assert collection.card_count() == 2
        (again,) = collection.find_cards('"Answer:Because."')
        assert again == card_id
        assert collection.get_card(again).ivl == 30
        assert [deck.name for deck in collection.decks.all_names_and_ids(skip_empty_default=True)] == [
            "Weather"
        ]
        assert "<em>water</em>" in collection.get_card(collection.find_cards("tag:Rain*")[0]).answer()
    finally:
        collection.close()
