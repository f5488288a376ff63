"""A model of the BERT family with a dozen words and random weights, written as the real ones are."""

import json
from pathlib import Path

import numpy as np

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "what", "is", "a", "mute", "##x", "lock", "?", "锁")
_SIZE, _INNER, _PLACES = 8, 16, 12


def write(folder: Path, *, dtype: str = "F32", **config: object) -> Path:
    """The folder, with a model in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", "utf-8")
    about: dict[str, object] = {
        "model_type": "bert",
        "hidden_act": "gelu",
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "layer_norm_eps": 1e-12,
        "max_position_embeddings": _PLACES,
    }
    (folder / "config.json").write_text(json.dumps(about | config), "utf-8")
    data, header = b"", {}
    for name, array in _tensors().items():
        part = array.astype("<f4" if dtype == "F32" else "<f2").tobytes()
        header[name] = {
            "dtype": dtype,
            "shape": list(array.shape),
            "data_offsets": [len(data), len(data) + len(part)],
        }
        data += part
    told = json.dumps({"__metadata__": {"format": "pt"}, **header}).encode()
    (folder / "model.safetensors").write_bytes(len(told).to_bytes(8, "little") + told + data)
    return folder


def _tensors() -> "dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]":
    random = np.random.default_rng(7)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(WORDS), _SIZE),
        "embeddings.position_embeddings.weight": (_PLACES, _SIZE),
        "embeddings.token_type_embeddings.weight": (2, _SIZE),
        "embeddings.LayerNorm.weight": (_SIZE,),
        "embeddings.LayerNorm.bias": (_SIZE,),
    }
    for layer in range(2):
        name = f"encoder.layer.{layer}"
        for part, one, other in (
            ("attention.self.query", _SIZE, _SIZE),
            ("attention.self.key", _SIZE, _SIZE),
            ("attention.self.value", _SIZE, _SIZE),
            ("attention.output.dense", _SIZE, _SIZE),
            ("intermediate.dense", _INNER, _SIZE),
            ("output.dense", _SIZE, _INNER),
        ):
            shapes |= {f"{name}.{part}.weight": (one, other), f"{name}.{part}.bias": (one,)}
        for part in ("attention.output.LayerNorm", "output.LayerNorm"):
            shapes |= {f"{name}.{part}.weight": (_SIZE,), f"{name}.{part}.bias": (_SIZE,)}
    return {name: random.normal(size=shape) for name, shape in shapes.items()}
