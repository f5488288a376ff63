"""What makes vectors of texts, as the duplicate rules see it."""

from collections.abc import Sequence
from typing import Protocol


class Embedder(Protocol):
    """A sentence-embedding model: texts of one meaning have vectors of one direction.

    Its `repr` tells it from any other model, so that what it led to can be kept.
    """

    def vectors(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """The vector of each text, of length 1."""
        ...
