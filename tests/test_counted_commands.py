"""No piece in any place of a document makes an export or a command take long, counted as in `test_counted_grid`.

Each piece is tried in each place with one of the formats and one of the commands; `pytest --whole-grid` tries all.
"""

from functools import partial
from itertools import count
from pathlib import Path

import pytest

from counted import calls
from dlqa_lint.cli import main
from dlqa_lint.exports import exported, formats
from dlqa_lint.exports.parts.item import items_of
from dlqa_lint.model.bank import Document
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source
from test_counted_grid import PIECES, PLACES, SIZE, TO_FIX

pytestmark = pytest.mark.slow

FORMATS = tuple(name for name in formats() if name != "anki")  # which needs an extra
COMMANDS = (
    ["add", "Where is it?", "--diff"],
    ["renumber", "--diff"],
    ["remove", "1", "--diff"],
    ["report", "-o", "a.html"],
    ["similar", "What is thing 1?"],
    ["--write-baseline", "--baseline", "b.json"],
    ["--add-suppressions", "--reason", "so", "--diff"],
)
SOME = 8
"""Of so many pieces one is tried in a place."""


def _text(place: str, piece: str, size: int) -> str:
    return PLACES[place].replace("@", piece * (size // len(piece)))


def _export(name: str, document: Document) -> None:
    exported(name, items_of([document]))


@pytest.mark.parametrize("place", PLACES)
def test_twice_the_text_is_twice_the_work_of_exporting(place: str, pytestconfig: pytest.Config) -> None:
    whole = pytestconfig.getoption("--whole-grid")
    small = recognise(Source("a.md", _text(place, "x", 10)), None)
    for name in FORMATS:
        _export(name, small)
    turn = count(list(PLACES).index(place))
    for piece in PIECES if whole else PIECES[next(turn) % SOME :: SOME]:
        sides = [recognise(Source("a.md", _text(place, piece, size)), None) for size in (SIZE, 2 * SIZE)]
        for name in FORMATS if whole else [FORMATS[next(turn) % len(FORMATS)]]:
            less, more = (calls(partial(_export, name, side)) for side in sides)
            assert more <= 2.3 * less, f"{name}, {piece!r}: {less} calls became {more}"


def _run(command: list[str], text: str) -> None:
    Path("a.md").write_text(text + TO_FIX, "utf-8")
    Path("b.json").unlink(missing_ok=True)
    main([*command, "--isolated", "--no-cache", "--jobs", "1", "a.md"])


@pytest.mark.parametrize("place", PLACES)
def test_twice_the_text_is_twice_the_work_of_a_command(
    place: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pytestconfig: pytest.Config,
) -> None:
    monkeypatch.chdir(tmp_path)
    whole = pytestconfig.getoption("--whole-grid")
    for command in COMMANDS:
        _run(command, _text(place, "x", 10))
    turn = count(list(PLACES).index(place))
    for piece in PIECES if whole else PIECES[next(turn) % SOME + SOME // 2 :: 2 * SOME]:
        for command in COMMANDS if whole else [COMMANDS[next(turn) % len(COMMANDS)]]:
            less, more = (
                calls(partial(_run, command, _text(place, piece, size))) for size in (SIZE, 2 * SIZE)
            )
            assert more <= 2.3 * less, f"{command}, {piece!r}: {less} calls became {more}"
    assert "Traceback" not in capsys.readouterr().err
