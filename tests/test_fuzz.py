"""A sample of what `make fuzz` tries: mutated documents, and each target on its seeds and on parts of them."""

import random
from pathlib import Path

import pytest

from fuzz.checks import check_document
from fuzz.mutate import document
from fuzz.targets import TARGETS

SEEDS = Path(__file__).parents[1] / "fuzz" / "seeds"
SAMPLE = 500


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, SAMPLE, 100))
def test_no_mutated_document_loses_a_word_or_has_fixes_that_cannot_be_proved(start: int) -> None:
    for number in range(start, start + 100):
        assert not check_document(document(number), number).refused, number


def test_a_document_is_made_again_by_its_number() -> None:
    assert document(7) == document(7) != document(8)


def _parts(data: bytes) -> list[bytes]:
    """A text, its halves, and the text with a byte of it changed, always the same."""
    chance = random.Random(data)
    at = chance.randrange(len(data))
    changed = data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]
    return [data, data[: len(data) // 2], data[len(data) // 2 :], changed, b""]


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_a_target_withstands_its_seeds_and_parts_of_them(name: str) -> None:
    folder = SEEDS / name
    files = sorted((folder if folder.is_dir() else SEEDS / "documents").iterdir())
    assert files
    for file in files:
        for data in _parts(file.read_bytes()):
            TARGETS[name](data)


def test_every_folder_of_seeds_is_a_targets() -> None:
    assert {folder.name for folder in SEEDS.iterdir()} <= {*TARGETS, "documents"}
