"""The images of a question: which are files beside its document, and what is in them."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from dlqa_lint.disk import files
from dlqa_lint.disk.regular_files import MEGABYTE, FileError, read_regular
from dlqa_lint.exports import UnfitError
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.text.inline import is_remote
from dlqa_lint.text.paths import is_beside

_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "bmp": "image/bmp",
    "avif": "image/avif",
}
"""The media types of images by the endings of their files; nothing else is ever read."""

_LIMIT = 20 * MEGABYTE
"""The most bytes that an image may have: a photograph as a camera takes it."""

_HASH_DIGITS = 16


class Picture(NamedTuple):
    """An image of a document: a name that no other image has, its media type, and its content."""

    name: str
    media_type: str
    data: bytes


class Album:
    """The images that a format takes along with a question, gathered while its HTML is made.

    `place` says what an image that is taken along is called there; one on the network stays where it is.
    """

    def __init__(self, item: Item, place: Callable[[Picture], str]) -> None:
        self._item = item
        self._place = place
        self._found: dict[str, Picture] = {}

    def __call__(self, target: str) -> str:
        """Where an image is to be looked for; UnfitError for a file that is none or not there."""
        if is_remote(target):
            return target
        picture = _picture(self._item, target)
        self._found[picture.name] = picture
        return self._place(picture)

    def __iter__(self) -> Iterator[Picture]:
        """The images that were taken along, each once."""
        return iter(self._found.values())


def on_the_network(target: str) -> str:
    """Where an image is to be looked for, by formats that hold no files; UnfitError for one that is a file."""
    if is_remote(target):
        return target
    raise UnfitError(f'its image "{target}" is a file, and the format holds none')


def no_pictures(target: str) -> str:
    """UnfitError: the format holds text only."""
    raise UnfitError(f'it shows the image "{target}", and the format holds text only')


def _picture(item: Item, target: str) -> Picture:
    name = unquote(target.partition("#")[0].partition("?")[0])
    ending = _ending(name)
    if ending not in _TYPES:
        raise UnfitError(f'found the image "{target}", expected one of the kinds {", ".join(_TYPES)}')
    folder = Path(item.document.path).parent
    path = folder / name
    if not is_beside(name) or not files.is_at_home(path, folder):
        raise UnfitError(f'its image "{target}" is not among the files of its repository')
    if _ending(files.real(path).name) not in _TYPES:
        raise UnfitError(f'its image "{target}" is a link to a file of another kind')
    try:
        data = read_regular(path, name, _LIMIT)
    except FileNotFoundError as error:
        raise UnfitError(f'its image "{target}" is not there') from error
    except FileError as error:
        raise UnfitError(f"its image cannot be taken along: {error}") from error
    digest = sha256(data).hexdigest()[:_HASH_DIGITS]
    return Picture(f"{digest}.{ending}", _TYPES[ending], data)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()
