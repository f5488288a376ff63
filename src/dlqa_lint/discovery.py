"""The modules of a package, found by listing its folder: a file that is added is a module more."""

import os
from collections.abc import Iterable


def modules_of(folders: Iterable[str]) -> tuple[str, ...]:
    """The names of the modules in the folders of a package, sorted; one with an underscore is a helper."""
    return tuple(
        sorted(
            name.removesuffix(".py")
            for folder in folders
            for name in os.listdir(folder)  # noqa: PTH208 - for three short lists pathlib is dear
            if name.endswith(".py") and not name.startswith("_")
        )
    )


def packages_of(folders: Iterable[str]) -> tuple[str, ...]:
    """The names of the packages in the folders of a package, sorted."""
    return tuple(
        sorted(
            entry.name
            for folder in folders
            for entry in os.scandir(folder)
            if entry.is_dir() and not entry.name.startswith("_")
        )
    )
