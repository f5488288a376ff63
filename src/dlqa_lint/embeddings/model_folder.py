"""The files of a sentence-embedding model: where they are, and what is wrong with them."""

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dlqa_lint.embeddings.word_pieces import WordPieces
from dlqa_lint.errors import CannotRunError

if TYPE_CHECKING:
    from dlqa_lint.embeddings.bert import SentenceModel

WEIGHTS, WORDS, CONFIG = "model.safetensors", "vocab.txt", "config.json"
_POOLING = "1_Pooling/config.json"
_NUMBERS = {"F32": "<f4", "F16": "<f2"}
_LONGEST_HEADER = 100_000_000
_WHERE = "the setting embedding-model names a folder, or an installed package, with " + ", ".join(
    (WEIGHTS, WORDS, CONFIG)
)


def found(name: str, base: Path) -> Path:
    """The folder of the model that the settings name: a path from the settings, or a package that holds one.

    A package is looked for and not imported.
    """
    if (folder := base / name).is_dir():
        return _checked(name, folder)
    if name.isidentifier() and (spec := find_spec(name)) and spec.submodule_search_locations:
        for place in map(Path, spec.submodule_search_locations):
            for weights in sorted(place.glob(f"**/{WEIGHTS}")):
                return _checked(name, weights.parent)
    raise CannotRunError(f"no sentence-embedding model {name!r}: {_WHERE}")


def _checked(name: str, folder: Path) -> Path:
    for part in (WEIGHTS, WORDS, CONFIG):
        if not (folder / part).is_file():
            raise CannotRunError(f"the sentence-embedding model {name!r} has no {part}: {_WHERE}")
    return folder


def loaded(name: str, folder: Path) -> "SentenceModel":
    """The model of a folder, ready to make vectors."""
    try:
        from dlqa_lint.embeddings.bert import SentenceModel  # noqa: PLC0415 - NumPy belongs to the extra
    except ImportError as error:
        raise CannotRunError(
            f'the setting embedding-model needs NumPy: pip install "dlqa-lint[embeddings]" ({error})'
        ) from error
    try:
        model = SentenceModel(_weights(folder / WEIGHTS), *_configured(folder))
        model.vectors(["?"])
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise CannotRunError(
            f"the sentence-embedding model {name!r} cannot be used: {type(error).__name__}: {error}"
        ) from error
    return model


def _configured(folder: Path) -> tuple[Any, WordPieces]:
    from dlqa_lint.embeddings.bert import Shape  # noqa: PLC0415

    config = json.loads((folder / CONFIG).read_text("utf-8"))
    if config["model_type"] != "bert" or config.get("hidden_act", "gelu") != "gelu":
        raise ValueError(f"{CONFIG} is of no model of the BERT family")
    pooling = folder / _POOLING
    first_only = pooling.is_file() and bool(
        json.loads(pooling.read_text("utf-8")).get("pooling_mode_cls_token")
    )
    shape = Shape(
        config["num_hidden_layers"],
        config["num_attention_heads"],
        config["layer_norm_eps"],
        config["max_position_embeddings"],
        first_only,
    )
    words = (folder / WORDS).read_text("utf-8").split("\n")
    numbers = {word.rstrip("\r"): number for number, word in enumerate(words)}
    return shape, WordPieces(numbers, lower=_is_lower(folder))


def _is_lower(folder: Path) -> bool:
    file = folder / "tokenizer_config.json"
    return not file.is_file() or bool(json.loads(file.read_text("utf-8")).get("do_lower_case", True))


def _weights(file: Path) -> Mapping[str, Any]:
    """The tensors of a safetensors file: the length of a header, the header, and numbers."""
    import numpy as np  # noqa: PLC0415

    data = np.memmap(file, dtype=np.uint8, mode="r")
    length = int.from_bytes(data[:8].tobytes(), "little")
    if length > min(_LONGEST_HEADER, len(data) - 8):
        raise ValueError(f"{WEIGHTS} is no safetensors file")
    header = json.loads(data[8 : 8 + length].tobytes())
    made = {}
    for name, about in header.items():
        if name == "__metadata__" or about["dtype"] not in _NUMBERS:
            continue
        start, end = (8 + length + offset for offset in about["data_offsets"])
        numbers = np.frombuffer(data[start:end].tobytes(), dtype=_NUMBERS[about["dtype"]])
        made[name.removeprefix("bert.")] = numbers.reshape(about["shape"]).astype(np.float32)
    return made
