"""A sentence-embedding model of the user's own: reading it, its vectors, and what they do to duplicates."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from dlqa_lint.cli import main
from dlqa_lint.embeddings.model_folder import found, loaded
from dlqa_lint.embeddings.word_pieces import WordPieces
from dlqa_lint.similarity import DUPLICATE, Asked, Scorer
from embeddings import tiny_model

NUMBERS = {word: number for number, word in enumerate(tiny_model.WORDS)}
BANK = "# Questions\n\n## 1. What is a mutex?\n\nA lock.\n\n## 2. What is a lock?\n\nA mutex.\n"


class Told:
    """A model that says how near any two texts are that are not the same."""

    def __init__(self, nearness: float) -> None:
        self.nearness = nearness
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> list[list[float]]:
        """Vectors of which the first part is common, and the other part everybody's own."""
        self.asked += texts
        known = list(dict.fromkeys(self.asked))
        common, own = self.nearness**0.5, (1 - self.nearness) ** 0.5
        return [[common, *(own * (known.index(text) == place) for place in range(20))] for text in texts]


def asked(*texts: str) -> list[Asked]:
    return [Asked("a.md", 10 * place, text) for place, text in enumerate(texts)]


def test_words_are_cut_into_the_longest_pieces() -> None:
    pieces = WordPieces(NUMBERS, lower=True)
    assert pieces.of("What is a MUTEX?", 12) == [2, 4, 5, 6, 7, 8, 10, 3]
    assert pieces.of("锁 mutexes", 12) == [2, 11, 1, 3]
    assert pieces.of("what " * 50, 12) == [2, *[4] * 10, 3]
    assert WordPieces(NUMBERS, lower=False).of("What", 12) == [2, 1, 3]


def test_a_vector_rests_on_its_text_alone(tmp_path: Path) -> None:
    model = loaded("tiny", tiny_model.write(tmp_path / "tiny"))
    texts = ["what is a lock?", "mutex", "what is a mutex? what is a lock?", "mutex"]
    together = model.vectors(texts)
    assert [len(vector) for vector in together] == [8, 8, 8, 8]
    for text, vector in zip(texts, together, strict=True):
        assert sum(part * part for part in vector) == pytest.approx(1, abs=1e-5)
        assert model.vectors([text])[0] == pytest.approx(vector, abs=1e-5)
    assert together[1] == together[3] != together[0]


def test_half_precision_and_the_first_piece_are_read(tmp_path: Path) -> None:
    whole = loaded("tiny", tiny_model.write(tmp_path / "whole")).vectors(["what is a lock?"])[0]
    half = loaded("tiny", tiny_model.write(tmp_path / "half", dtype="F16")).vectors(["what is a lock?"])[0]
    assert half == pytest.approx(whole, abs=0.05)
    folder = tiny_model.write(tmp_path / "first")
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling/config.json").write_text('{"pooling_mode_cls_token": true}')
    assert loaded("tiny", folder).vectors(["what is a lock?"])[0] != pytest.approx(whole, abs=0.005)


def test_a_model_is_a_folder_or_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tiny_model.write(tmp_path / "models/tiny")
    assert found("models/tiny", tmp_path) == folder
    package = tmp_path / "site/tiny_package"
    tiny_model.write(package / "data/model")
    (package / "__init__.py").write_text("raise SystemExit('nothing of a model is executed')")
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert found("tiny_package", tmp_path) == package / "data/model"


def broken_words(folder: Path) -> None:
    (folder / "vocab.txt").write_text("what\n")


def broken_weights(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"\xff" * 100)


def cut_weights(folder: Path) -> None:
    data = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(data[:-400])


def other_family(folder: Path) -> None:
    tiny_model.write(folder, model_type="t5")


def deep_settings(folder: Path) -> None:
    (folder / "config.json").write_text("[" * 100_000)


def no_heads(folder: Path) -> None:
    tiny_model.write(folder, num_attention_heads=0)


def weights_in_a_list(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"\x02" + b"\0" * 7 + b"[]")


HARMS = [broken_words, broken_weights, cut_weights, other_family, deep_settings, no_heads, weights_in_a_list]


@pytest.mark.parametrize("harm", HARMS)
def test_a_broken_model_is_named_and_no_run_is_made(
    harm: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(harm)
    harm(tiny_model.write(tmp_path / "tiny"))
    assert lint(tmp_path, monkeypatch, "tiny") == 2
    assert "the sentence-embedding model 'tiny' cannot be used" in capsys.readouterr().err


def lint(folder: Path, monkeypatch: pytest.MonkeyPatch, model: str, *options: str) -> int:
    monkeypatch.chdir(folder)
    Path("dlqa-lint.toml").write_text(f'embedding-model = "{model}"\n', "utf-8")
    Path("a.md").write_text(BANK, "utf-8")
    return main(["--select", "duplicates", *options, "a.md"])


def test_a_missing_model_is_named_and_no_run_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lint(tmp_path, monkeypatch, "nowhere/tiny") == 2
    assert "no sentence-embedding model 'nowhere/tiny'" in capsys.readouterr().err
    assert lint(tmp_path, monkeypatch, "__main__") == 2
    assert "no sentence-embedding model '__main__'" in capsys.readouterr().err
    folder = tiny_model.write(tmp_path / "tiny")
    (folder / "vocab.txt").unlink()
    assert lint(tmp_path, monkeypatch, "tiny") == 2
    assert "has no vocab.txt" in capsys.readouterr().err


def test_without_numpy_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_model.write(tmp_path / "tiny")
    monkeypatch.delitem(sys.modules, "dlqa_lint.embeddings.bert", raising=False)
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert lint(tmp_path, monkeypatch, "tiny", "--no-cache") == 2
    assert 'pip install "dlqa-lint[embeddings]"' in capsys.readouterr().err


def test_vectors_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tiny_model.write(tmp_path / "tiny")
    assert lint(tmp_path, monkeypatch, "tiny") == 0
    kept = list((tmp_path / ".dlqa_lint_cache").glob("vectors-*"))
    assert len(kept) == 1
    # The vectors are known, so that nobody sees that the weights are gone but for their size and time.
    monkeypatch.setattr(
        "dlqa_lint.cli.embedders.loaded", lambda *_: pytest.fail("the model was loaded again")
    )
    (tmp_path / "b.md").write_text(BANK.replace("A lock.", "Mutual exclusion."), "utf-8")
    assert main(["--select", "duplicate-topic", "b.md"]) == 0
    assert folder.is_dir()


def test_nearness_moves_what_the_words_say() -> None:
    texts = ("How is backpressure handled in streams?", "What handles the backpressure of a pipeline?")
    scores = [
        Scorer(asked(*texts), embedder=Told(nearness)).compare(*asked(*texts)).score
        for nearness in (0.2, 0.6, 0.95)
    ]
    assert scores == sorted(scores)
    assert scores[0] < scores[2]


def test_a_model_alone_makes_no_duplicate() -> None:
    pairs = [
        ("How do you encode a string?", "How do you decode a string?"),
        ("What is a mutex?", "How do turtles swim?"),
    ]
    for first, second in pairs:
        scorer = Scorer(asked(first, second), embedder=Told(1.0))
        assert scorer.compare(*asked(first, second)).level != DUPLICATE


def test_other_languages_than_english_are_left_to_their_words() -> None:
    texts = ("Что такое мьютекс?", "Как работает мьютекс в ядре?")
    model = Told(1.0)
    with_model = Scorer(asked(*texts), embedder=model).compare(*asked(*texts))
    assert with_model == Scorer(asked(*texts)).compare(*asked(*texts))
    assert not model.asked


def test_pairs_are_looked_for_as_far_as_a_model_may_lift_them() -> None:
    texts = ("How do you measure throughput?", "Describe a way of measuring the throughput of a service")
    questions = asked(*texts, *(f"What is the capital of country {number}?" for number in range(5)))
    level = Scorer(questions, embedder=Told(0.97)).compare(*questions[:2]).level
    found_pairs = {
        (pair.first, pair.second) for pair in Scorer(questions, embedder=Told(0.97)).survey(DUPLICATE).pairs
    }
    assert ((0, 1) in found_pairs) == (level == DUPLICATE)
