"""Vectors of sentences, made by a model of the BERT family: the only module that computes with one.

It is imported where the settings name a model, and needs NumPy, which the extra `embeddings` installs.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from dlqa_lint.embeddings.word_pieces import WordPieces

Array = np.ndarray[Any, np.dtype[np.float32]]

_BATCH = 64
"""Texts that are computed together; more take more memory and are no faster."""
_FAR = np.float32(-1e9)


class Shape(NamedTuple):
    """What the configuration of a model says of it."""

    layers: int
    heads: int
    epsilon: float
    most: int
    """Pieces of a text that it can take."""
    first_only: bool
    """Whether the vector of a text is that of its first piece, and not the mean of all."""


class SentenceModel:
    """Makes vectors of length 1; what is near in meaning is near in direction."""

    def __init__(self, weights: Mapping[str, Array], shape: Shape, pieces: WordPieces) -> None:
        """Take the weights by the names that the BERT models give them."""
        self._weights, self._shape, self._pieces = weights, shape, pieces

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """The vector of each text."""
        numbers = [self._pieces.of(text, self._shape.most) for text in texts]
        order = sorted(range(len(texts)), key=lambda place: len(numbers[place]))
        made: list[tuple[float, ...]] = [()] * len(texts)
        for start in range(0, len(order), _BATCH):
            places = order[start : start + _BATCH]
            for place, vector in zip(places, self._batch([numbers[place] for place in places]), strict=True):
                made[place] = tuple(map(float, vector))
        return made

    def _batch(self, numbers: Sequence[Sequence[int]]) -> Array:
        width = max(map(len, numbers))
        ids = np.array([[*row, *[0] * (width - len(row))] for row in numbers])
        there = np.array([[1] * len(row) + [0] * (width - len(row)) for row in numbers], dtype=np.float32)
        hidden = self._embedded(ids)
        away = ((1 - there) * _FAR)[:, None, None, :]
        for layer in range(self._shape.layers):
            hidden = self._layer(f"encoder.layer.{layer}", hidden, away)
        if self._shape.first_only:
            pooled = hidden[:, 0]
        else:
            pooled = (hidden * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)
        result: Array = pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-12)
        return result

    def _embedded(self, ids: np.ndarray[Any, Any]) -> Array:
        weights = self._weights
        words = weights["embeddings.word_embeddings.weight"][ids]
        places = weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        return self._normed("embeddings.LayerNorm", words + places + kinds)

    def _layer(self, name: str, hidden: Array, away: Array) -> Array:
        texts, width, size = hidden.shape
        heads = self._shape.heads

        def split(part: str) -> Array:
            found = self._dense(f"{name}.attention.self.{part}", hidden)
            return found.reshape(texts, width, heads, size // heads).transpose(0, 2, 1, 3)

        query, key, value = split("query"), split("key"), split("value")
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(size // heads)) + away
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        seen = (scores @ value).transpose(0, 2, 1, 3).reshape(texts, width, size)
        told = self._dense(f"{name}.attention.output.dense", seen)
        hidden = self._normed(f"{name}.attention.output.LayerNorm", hidden + told)
        inner = _gelu(self._dense(f"{name}.intermediate.dense", hidden))
        return self._normed(f"{name}.output.LayerNorm", hidden + self._dense(f"{name}.output.dense", inner))

    def _dense(self, name: str, values: Array) -> Array:
        weights = self._weights[f"{name}.weight"]
        # As one matrix: NumPy multiplies a stack of them one by one, which takes ten times as long.
        flat = values.reshape(-1, values.shape[-1]) @ weights.T + self._weights[f"{name}.bias"]
        result: Array = flat.reshape(*values.shape[:-1], len(weights))
        return result

    def _normed(self, name: str, values: Array) -> Array:
        middle = values - values.mean(-1, keepdims=True)
        spread = np.sqrt((middle * middle).mean(-1, keepdims=True) + np.float32(self._shape.epsilon))
        result: Array = middle / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return result


def _gelu(values: Array) -> Array:
    """The activation of BERT, with the error function as Abramowitz and Stegun approximate it (7.1.26)."""
    scaled = np.abs(values) * np.float32(math.sqrt(0.5))
    t = 1 / (1 + np.float32(0.3275911) * scaled)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    error = np.sign(values) * (1 - series * np.exp(-scaled * scaled))
    result: Array = (0.5 * values * (1 + error)).astype(np.float32)
    return result
