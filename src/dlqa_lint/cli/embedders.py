"""The sentence-embedding model of a project, whose vectors are kept from run to run."""

import os
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dlqa_lint.config.settings import Project
from dlqa_lint.disk.cache import Store, digest
from dlqa_lint.embeddings.model_folder import WEIGHTS, found, loaded

if TYPE_CHECKING:
    from dlqa_lint.embeddings.bert import SentenceModel

_KEPT = 50_000
"""Vectors that are kept, about 80 MB; beyond that, only those of the texts of the run."""


class KeptVectors:
    """Makes vectors with a model that is loaded when the first text is new, and keeps them by their texts."""

    def __init__(self, name: str, folder: Path, store: Store) -> None:
        """Take the model's name and folder; nothing is read yet but when its weights were written."""
        self._name, self._folder, self._store = name, folder, store
        # Opened and not only asked about, so that a run is made again when the weights are others.
        with (folder / WEIGHTS).open("rb") as file:
            about = os.fstat(file.fileno())
        self._stamp = f"{folder.resolve()} {about.st_size} {about.st_mtime_ns}"
        self._entry = "vectors-" + digest(self._stamp.encode("utf-8", "surrogateescape")).hex()[:32]
        self._model: SentenceModel | None = None
        self._known: dict[str, array[float]] | None = None

    def __repr__(self) -> str:
        return f"KeptVectors({self._stamp})"

    def vectors(self, texts: Sequence[str]) -> list[Sequence[float]]:
        """The vector of each text."""
        known = self._remembered() if self._known is None else self._known
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            self._model = self._model or loaded(self._name, self._folder)
            made = self._model.vectors(missing)
            if len(known) + len(missing) > _KEPT:
                known = {text: known[text] for text in texts if text in known}
            known |= {text: array("f", vector) for text, vector in zip(missing, made, strict=True)}
            self._keep(known)
        self._known = known
        return [known[text] for text in texts]

    def _remembered(self) -> "dict[str, array[float]]":
        import pickle  # only where there is a model

        payload = self._store.get(self._entry)
        # The store believes only what this user's runs wrote.
        known: dict[str, array[float]] = pickle.loads(payload) if payload else {}
        return known

    def _keep(self, known: "dict[str, array[float]]") -> None:
        import pickle

        if self._store.open:
            self._store.put(self._entry, pickle.dumps(known, 5))


def embedder_of(project: Project, store: Store) -> KeptVectors | None:
    """The model that the settings of a project name; raises CannotRunError where it is not there."""
    name = project.settings.embedding_model
    return KeptVectors(name, found(name, project.root), store) if name else None
