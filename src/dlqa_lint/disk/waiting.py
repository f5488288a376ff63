"""Waiting until something changes that a run looked at.

Files are asked for their times again and again, as the system's own messages do not come from network drives
and from folders that are mounted into a container, and a library for them would be one more thing to install.
"""

import os
from collections.abc import Iterable, Mapping
from time import sleep
from typing import Any

from dlqa_lint.disk.facts import fact, probes_of, stamp
from dlqa_lint.disk.looks import Looks

_PACE = 0.3
"""Seconds between two looks: shorter than it takes to go from the editor to the terminal. Set by hand."""
_SETTLING = 0.1
"""Seconds in which nothing may change any more: an editor that saves removes, writes and renames. Set by hand."""
_PASSING = (".", "#")
"""How names begin that editors make while somebody types; a hidden file is never linted, and settings are asked for."""


Facts = dict[str, Any]


def facts_about(paths: Iterable[str]) -> Facts:
    """What a run asks for about its paths; who takes it before misses nothing that changes meanwhile."""
    about = [*map(os.path.abspath, (".", *paths))]
    return {name: fact(name) for name in (*about, *probes_of(about))}


def wait_for_change(looks: Looks, given: Facts) -> None:
    """Return once anything is otherwise than it was given or looked at, and stays so."""
    folders = {*map(os.path.dirname, looks.files), *(name[:-1] for name in looks.folders)}
    names = dict.fromkeys((*given, *probes_of(folders)))
    facts = {name: given[name] if name in given else fact(name) for name in names}
    seen = _sight(looks.files, facts | looks.folders)
    while (now := _now(looks, names)) == seen:
        sleep(_PACE)
    while now != seen:
        seen = now
        sleep(_SETTLING)
        now = _now(looks, names)


def _now(looks: Looks, names: Iterable[str]) -> dict[str, object]:
    files = {path: stamp(path) for path in looks.files}
    return _sight(files, {name: fact(name) for name in (*names, *looks.folders)})


def _sight(files: Mapping[str, tuple[int, ...] | None], facts: Facts) -> dict[str, object]:
    """What can be compared: files by their stamps, whether these have settled or not, and facts."""
    stamps = {f"{path}|": stamped and stamped[:-1] for path, stamped in files.items()}
    return stamps | {name: _lasting(known) if name.endswith("/") else known for name, known in facts.items()}


def _lasting(entries: list[Any] | None) -> list[Any] | None:
    """What a folder holds, without what comes and goes."""
    return entries and [
        entry for entry in entries if not (entry[0].startswith(_PASSING) or entry[0].endswith("~"))
    ]
