"""An archive in memory; the same files make the same bytes."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of files by their names."""
    archive = io.BytesIO()
    with ZipFile(archive, "w") as target:
        for name, data in files.items():
            # The date of a ZipInfo is 1980 unless one is given.
            target.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return archive.getvalue()
