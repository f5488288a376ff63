"""Fit the coefficients of the duplicate rules on labelled pairs: tune_pairs.py QUESTIONS [--model FOLDER] [--write].

QUESTIONS has a line for each question of the banks that `pairs.jsonl` names, {"bank", "text"}; the banks have
licences of their own, so their texts stay outside this repository. Prints how the coefficients do that were
fitted without a repository on the pairs of that repository, and how the shipped ones do on all. With a model,
the weights are fitted that join the shipped coefficients and the nearness that it tells. Needs the extra `tune`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

from dlqa_lint.embeddings.model_folder import loaded
from dlqa_lint.similarity import DUPLICATE, Asked, Scorer, duplicate_or_related, normalised
from dlqa_lint.similarity.features import Features
from dlqa_lint.similarity.nearness import Fusion
from dlqa_lint.similarity.tables import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dlqa_lint.model.embedder import Embedder

    Array = np.ndarray[Any, np.dtype[np.float64]]

CORPUS = Path(__file__).parent
TESTS = CORPUS.parent / "tests"
sys.path.insert(0, str(TESTS))

from similarity.pairs import ALIKE, ALIKE_ELSEWHERE, DIFFERENT, DIFFERENT_ELSEWHERE, pairs  # noqa: E402

PENALTY = 0.2
"""The penalty on squared coefficients; cross-validated among 0.05, 0.1, 0.2 and 0.4."""

FOR = ("overlap", "best", "whole", "facets", "breadth")
"""Features that may only speak for a pair; all others but the constant speak against it."""

AT_LEAST_0 = ((None, None), (0, None), (0, None))
"""The bounds of the weights that join words and nearness."""

SCALE = 5.0
"""What nearness is multiplied by for fitting: it lies between 0.4 and 1, and log-odds between -5 and 3."""

DIGEST = 16
"""Hexadecimal digits that tell the questions of a bank apart."""


class Example(NamedTuple):
    """A pair with its features; `repositories` is empty for pairs that the project wrote itself."""

    first: Asked
    second: Asked
    features: Features | None
    label: str
    borderline: bool
    repositories: frozenset[str]


def main() -> None:
    """Print the figures, and write the coefficients where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("--write", action="store_true", help="write data/coefficients.txt")
    parser.add_argument("--model", type=Path, help="the folder of a sentence-embedding model")
    arguments = parser.parse_args()
    scorer, examples = read(arguments.questions)
    if arguments.model:
        fuse(scorer.questions, examples, arguments.model, write_them=arguments.write)
        return
    own = list(written())
    report("shipped, all pairs", [(pair, scorer.compare(pair.first, pair.second)) for pair in examples])
    report("fitted, by repository", cross_validated(scorer, examples, own))
    if arguments.write:
        write(*fitted([*examples, *own]))


def read(file: Path) -> tuple[Scorer, list[Example]]:
    """The labelled pairs of public banks, with the texts that their references stand for."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    questions = [Asked(row["bank"], place, row["text"]) for place, row in enumerate(rows)]
    known = {(question.document, digest(question.text)): question for question in questions}
    scorer, examples = Scorer(questions), []
    for line in (CORPUS / "pairs.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        first, second = known[tuple(row["first"])], known[tuple(row["second"])]
        of = frozenset("/".join(side.document.split("/")[:2]) for side in (first, second))
        features = scorer.features(first, second)
        examples.append(Example(first, second, features, row["label"], row["borderline"], of))
    return scorer, examples


def written() -> Iterable[Example]:
    """The pairs that the project wrote for its tests."""
    scorer = Scorer()
    for table, label in (
        (ALIKE, "same-topic"),
        (ALIKE_ELSEWHERE, "duplicate"),
        (DIFFERENT, "distinct"),
        (DIFFERENT_ELSEWHERE, "distinct"),
    ):
        for one, other in pairs(table):
            first, second = Asked("", 0, one), Asked("", 1, other)
            yield Example(first, second, scorer.features(first, second), label, False, frozenset())


def digest(text: str) -> str:
    """What stands for a question's text."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:DIGEST]


def fitted(examples: Sequence[Example]) -> tuple[Features, Features]:
    """The coefficients of both models."""
    judged = [pair for pair in examples if pair.features is not None]
    strict = [pair for pair in judged if not pair.borderline]
    return (
        fit(strict, [pair.label != "distinct" for pair in strict]),
        fit(judged, [pair.label == "duplicate" for pair in judged]),
    )


def fit(examples: Sequence[Example], truth: Sequence[bool]) -> Features:
    """A logistic regression with constrained signs."""
    bounds = [
        (None, None) if name == "constant" else (0, None) if name in FOR else (None, 0)
        for name in Features._fields
    ]
    measured = np.array([pair.features for pair in examples], dtype=float)
    return Features(*regression(measured, np.array(truth, dtype=float), bounds))


def regression(
    measured: Array, wanted: Array, bounds: Sequence[tuple[Any, Any]], *, free: bool = False
) -> list[float]:
    """The coefficients of a logistic regression; a free constant, the first of them, costs no penalty."""
    held = np.array([not free, *[True] * (len(bounds) - 1)], dtype=float)

    def loss(at: Array) -> tuple[float, Array]:
        odds = measured @ at
        missed = 1 / (1 + np.exp(-odds)) - wanted
        value = np.sum(np.logaddexp(0, odds) - wanted * odds) + PENALTY * np.sum(held * at**2)
        return float(value), measured.T @ missed + 2 * PENALTY * held * at

    start = np.zeros(len(bounds))
    return list(map(float, minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x))


def fuse(questions: Sequence[Asked], examples: Sequence[Example], folder: Path, *, write_them: bool) -> None:
    """Fit the weights that join words and nearness, and print how they do on repositories they have not seen."""
    texts = [side.text for pair in examples for side in (pair.first, pair.second)]
    scorer = Scorer(questions, embedder=Made(loaded(str(folder), folder), list(map(normalised, texts))))
    near = {id(pair): scorer.nearness(pair.first, pair.second) for pair in examples}
    judged = []
    for of in sorted({pair.repositories for pair in examples}, key=sorted):
        weights = joined([pair for pair in examples if not pair.repositories & of], near)
        held_out = [pair for pair in examples if pair.repositories == of]
        with patch.object(duplicate_or_related, "fusions", return_value=weights):
            judged += [(pair, scorer.compare(pair.first, pair.second)) for pair in held_out]
    report("with the model, by repository", judged)
    if write_them:
        table("nearness", Fusion._fields, *joined(examples, near))


class Made:
    """A model whose vectors of the texts that are asked for were made together."""

    def __init__(self, model: Embedder, texts: Sequence[str]) -> None:
        self.model, self.made = model, dict(zip(texts, model.vectors(texts), strict=True))

    def vectors(self, texts: Sequence[str]) -> list[Sequence[float]]:
        """The vector of each text."""
        return [self.made.get(text) or self.model.vectors([text])[0] for text in texts]


def joined(examples: Sequence[Example], near: Mapping[int, float | None]) -> tuple[Fusion, Fusion]:
    """The weights of both models, on pairs of which the nearness is known."""
    judged = [pair for pair in examples if pair.features is not None and near[id(pair)] is not None]
    strict = [pair for pair in judged if not pair.borderline]
    models = (
        (strict, duplicate_or_related.SAME_SUBJECT, [pair.label != "distinct" for pair in strict]),
        (judged, duplicate_or_related.ONE_ANSWER, [pair.label == "duplicate" for pair in judged]),
    )
    first, second = (
        Fusion(
            *_scaled(
                regression(_measured(pairs, model, near), np.array(truth, dtype=float), AT_LEAST_0, free=True)
            )
        )
        for pairs, model, truth in models
    )
    return first, second


def _measured(examples: Sequence[Example], model: Features, near: Mapping[int, float | None]) -> Array:
    """A constant, the log-odds of the words, and the nearness, on a scale on which the penalty is fair to all three."""
    rows = [
        (1.0, sum(map(mul, model, pair.features or ())), SCALE * (near[id(pair)] or 0.0)) for pair in examples
    ]
    return np.array(rows)


def _scaled(weights: Sequence[float]) -> tuple[float, float, float]:
    constant, words, nearness = weights
    return constant, words, SCALE * nearness


def cross_validated(scorer: Scorer, examples: Sequence[Example], own: Sequence[Example]) -> list[Any]:
    """Every pair as judged by coefficients that saw no pair of its repositories."""
    shipped = duplicate_or_related.SAME_SUBJECT, duplicate_or_related.ONE_ANSWER
    judged = []
    for of in sorted({pair.repositories for pair in examples}, key=sorted):
        seen = [pair for pair in examples if not pair.repositories & of]
        duplicate_or_related.SAME_SUBJECT, duplicate_or_related.ONE_ANSWER = fitted([*seen, *own])
        judged += [
            (pair, scorer.compare(pair.first, pair.second)) for pair in examples if pair.repositories == of
        ]
    duplicate_or_related.SAME_SUBJECT, duplicate_or_related.ONE_ANSWER = shipped
    return judged


def report(name: str, judged: Sequence[tuple[Example, Any]]) -> None:
    """Print the average precision, and how `duplicate-topic` does."""
    strict = [(pair, near) for pair, near in judged if not pair.borderline]
    told = [pair.label != "distinct" for pair, near in strict if near.level == DUPLICATE]
    same = [near.level == DUPLICATE for pair, near in judged if pair.label == "duplicate"]
    area = average_precision([(near.score, pair.label != "distinct") for pair, near in strict])
    print(
        f"{name}: average precision {area:.3f}; duplicate-topic: {len(told)} reported, "
        f"precision {sum(told) / max(1, len(told)):.3f}, {sum(same) / len(same):.3f} of the duplicates"
    )


def average_precision(scored: Iterable[tuple[float, bool]]) -> float:
    """The area under precision and recall."""
    area = hits = 0.0
    for place, (_, right) in enumerate(sorted(scored, key=lambda rated: -rated[0]), 1):
        hits += right
        area += right * hits / place
    return area / hits if hits else 0.0


def write(same_subject: Features, one_answer: Features) -> None:
    """Write the table of coefficients."""
    table("coefficients", Features._fields, same_subject, one_answer)


def table(name: str, fields: Sequence[str], first: Sequence[float], second: Sequence[float]) -> None:
    """Write a table below the comment that it has."""
    file = DATA / f"{name}.txt"
    comment = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    rows = zip(fields, first, second, strict=True)
    lines = [*comment, *(f"{field} {one:.2f} {other:.2f}" for field, one, other in rows)]
    file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
