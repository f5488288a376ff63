"""Put the site of one version among those of the others: `python docs/versions.py SITE PAGES NAME`.

PAGES holds a folder for `main` and one for each released version, by its tag. What is at the top, where every link from
outside leads, is the newest release, or `main` as long as there is none.
"""

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

MAIN = "main"
LIST = "versions"
"""The folder of the page that lists all versions."""
_RELEASE = re.compile(r"v\d+(?:\.\d+)*")
_VERSION = re.compile(rf"{MAIN}|({_RELEASE.pattern})[\w.]*")
"""`main`, a release, or what comes before one, `v1.0.0rc1`."""
_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Versions of dlqa-lint</title>
<h1>Documentation of all versions</h1>
<ul>
{items}
</ul>
</html>
"""


def place(site: Path, pages: Path, name: str) -> None:
    """Put the site of a version into its folder, and renew the top and the list."""
    if not _VERSION.fullmatch(name):
        raise SystemExit(f"{name}: found neither {MAIN} nor a tag such as v0.1.0")
    _replace(pages / name, site)
    names = _names(pages)
    releases = [other for other in names if _RELEASE.fullmatch(other)]
    top = [*releases, *names][0]
    _clear(pages, {*names, ".git"})
    shutil.copytree(pages / top, pages, dirs_exist_ok=True)
    (pages / LIST).mkdir()
    (pages / LIST / "index.html").write_text(_listed(names), "utf-8")
    # GitHub would leave out folders such as _static.
    (pages / ".nojekyll").touch()


def _names(pages: Path) -> list[str]:
    """The versions that are there, the newest first, and `main` before them."""
    return sorted(
        (path.name for path in pages.iterdir() if _VERSION.fullmatch(path.name)), key=_age, reverse=True
    )


def _age(name: str) -> tuple[bool, list[int], bool, str]:
    """What puts versions in order: their numbers, and a release after what came before it."""
    found = _RELEASE.match(name)
    numbers = [int(number) for number in re.findall(r"\d+", found.group())] if found else []
    return name == MAIN, numbers, bool(_RELEASE.fullmatch(name)), name


def _clear(pages: Path, kept: Iterable[str]) -> None:
    for path in pages.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _replace(folder: Path, site: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)


def _listed(names: Iterable[str]) -> str:
    items = [
        f'<li><a href="../{name}/">{name}</a>{" (not released)" if name == MAIN else ""}</li>'
        for name in names
    ]
    return _PAGE.format(items="\n".join(items))


if __name__ == "__main__":
    place(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
