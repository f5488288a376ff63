"""The files of a sentence-embedding model: where they are, and what is wrong with them."""

import json
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dlqa_lint.disk.presence import is_file, is_folder
from dlqa_lint.disk.regular_files import DOCUMENT_LIMIT, SETTINGS_LIMIT, read_regular
from dlqa_lint.embeddings.word_pieces import WordPieces
from dlqa_lint.errors import CannotRunError

if TYPE_CHECKING:
    from dlqa_lint.embeddings.bert import SentenceModel

WEIGHTS, WORDS, CONFIG = "model.safetensors", "vocab.txt", "config.json"
_POOLING = "1_Pooling/config.json"
_NUMBERS = {"F32": "<f4", "F16": "<f2"}
_LONGEST_HEADER = 100_000_000
# What reading and using a model raises whose files, which strangers may have sent, hold something else.
_BROKEN = (
    OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError, RecursionError, MemoryError,
)  # fmt: skip
_WHERE = "the setting embedding-model names a folder, or an installed package, with " + ", ".join(
    (WEIGHTS, WORDS, CONFIG)
)


def found(name: str, base: Path) -> Path:
    """The folder of the model that the settings name: a path from the settings, or a package that holds one.

    A package is looked for and not imported.
    """
    if is_folder(folder := base / name):
        return _checked(name, folder)
    if name.isidentifier():
        for place in _places(name):
            for weights in sorted(place.glob(f"**/{WEIGHTS}")):
                return _checked(name, weights.parent)
    raise CannotRunError(f"no sentence-embedding model {name!r}: {_WHERE}")


def _places(package: str) -> Sequence[Path]:
    try:
        spec = find_spec(package)
    except ValueError:  # the program itself, `__main__`, has none
        spec = None
    return [*map(Path, (spec.submodule_search_locations or ()) if spec else ())]


def _checked(name: str, folder: Path) -> Path:
    for part in (WEIGHTS, WORDS, CONFIG):
        if not is_file(folder / part):
            raise CannotRunError(f"the sentence-embedding model {name!r} has no {part}: {_WHERE}")
    return folder


def loaded(name: str, folder: Path) -> "SentenceModel":
    """The model of a folder, ready to make vectors."""
    try:
        from dlqa_lint.embeddings.bert import SentenceModel  # NumPy belongs to the extra
    except ImportError as error:
        raise CannotRunError(
            f'the setting embedding-model needs NumPy: pip install "dlqa-lint[embeddings]" ({error})'
        ) from error
    try:
        model = SentenceModel(_weights(folder / WEIGHTS), *_configured(folder))
        model.vectors(["?"])
    except _BROKEN as error:
        raise CannotRunError(
            f"the sentence-embedding model {name!r} cannot be used: {type(error).__name__}: {error}"
        ) from error
    return model


def _configured(folder: Path) -> tuple[Any, WordPieces]:
    from dlqa_lint.embeddings.bert import Shape

    config = _json(folder / CONFIG)
    if config["model_type"] != "bert" or config.get("hidden_act", "gelu") != "gelu":
        raise ValueError(f"{CONFIG} is of no model of the BERT family")
    pooling = folder / _POOLING
    first_only = is_file(pooling) and bool(_json(pooling).get("pooling_mode_cls_token"))
    shape = Shape(
        config["num_hidden_layers"],
        config["num_attention_heads"],
        config["layer_norm_eps"],
        config["max_position_embeddings"],
        first_only,
    )
    words = _text(folder / WORDS, DOCUMENT_LIMIT).split("\n")
    numbers = {word.rstrip("\r"): number for number, word in enumerate(words)}
    return shape, WordPieces(numbers, lower=_is_lower(folder))


def _is_lower(folder: Path) -> bool:
    file = folder / "tokenizer_config.json"
    return not is_file(file) or bool(_json(file).get("do_lower_case", True))


def _json(file: Path) -> Any:
    return json.loads(_text(file, SETTINGS_LIMIT))


def _text(file: Path, limit: int) -> str:
    return read_regular(file, file.name, limit).decode("utf-8")


def _weights(file: Path) -> Mapping[str, Any]:
    """The tensors of a safetensors file: the length of a header, the header, and numbers."""
    import numpy as np

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
