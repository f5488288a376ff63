"""Fit the weights of the reasons on the labelled documents, and write them with what they mean.

    python corpus/tune.py [--documents DIR] [--dry-run]

Writes src/dlqa_lint/recognise/choice/weights.json. Read its diff before it is committed: a weight that
changes its size tells what the new labels taught; those that moved by more than noise are printed, with what they
were. `corpus/score --folds 5` prints the figures to quote.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from labels import (
    DOCUMENTS,
    Label,
    case_documents,
    ordinary_documents,
    own_documents,
    real_documents,
    reason_cases,
)
from learning import (
    ASKING,
    GROUP_NAMES,
    LINE_NAMES,
    REASONS,
    Example,
    examples_of,
    fit,
)
from moved import moved
from pages import page_of, page_of_text

from dlqa_lint.recognise.choice import weights as shipped
from dlqa_lint.recognise.choice.weights import Weights

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.page import Page

WEIGHTS = Path(__file__).parent.parent / "src" / "dlqa_lint" / "recognise" / "choice" / "weights.json"

DIGITS = 3
"""So many digits of a weight are written; one that is 0 then says nothing and is left out of the file."""

OWN_SHARE = 0.5
"""How much a document that the project wrote itself counts beside a real one."""

CASE_SHARE = 4.0
"""The same for a document of a case, a few lines that stand for a kind."""

_ABOUT = (
    "The weights of the reasons, in log-odds, written by corpus/tune.py: do not edit by hand. "
    "Each was learned by regularised logistic regression on the labelled documents of the corpus and on the "
    "project's own "
    "({documents} documents, {groups} groups of lines). `group` is what a reason says about a group of lines "
    "that are written alike, `line` what it says about a line that differs from its group. In its range, no "
    "group, or line, of these documents changes sides when this weight alone moves. `prior` is what a group "
    "has against it before any reason is heard, `base` what a line has for it because its group asks."
)


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=Path, default=DOCUMENTS, help="where corpus/lay_out put them")
    parser.add_argument("--dry-run", action="store_true", help="print the weights and write nothing")
    arguments = parser.parse_args()
    examples = training_examples(arguments.documents)
    learned = fit(examples)
    text = written(learned, examples)
    if arguments.dry_run:
        print(text, end="")
    else:
        WEIGHTS.write_text(text, "utf-8")
        print(f"wrote {WEIGHTS.name}: {len(examples)} groups")
    # Beside the weights of a dry run, so that those can be piped on.
    for line in moved(shipped.weights(), _rounded(learned)):
        print(line, file=sys.stderr if arguments.dry_run else sys.stdout)
    return 0


def training_examples(documents: Path) -> list[Example]:
    """The groups of all labelled documents, real ones and the project's own."""
    real = [(label, page_of(label, file), 1.0) for label, file in real_documents(documents)]
    pages = enumerate([*real, *own_pages()])
    return [
        example
        for number, (label, page, share) in pages
        for example in examples_of(number, label, page, share)
    ]


def own_pages() -> list[tuple[Label, Page, float]]:
    """The documents that the project wrote itself, whole ones and cases, and how much each counts."""
    whole = [(label, page_of(label, file), OWN_SHARE) for label, file in own_documents()]
    short = (*case_documents(), *ordinary_documents())
    cases = [(label, page_of_text(text), CASE_SHARE) for label, text in short]
    of_reasons = [(label, page_of_text(text, path), CASE_SHARE) for label, path, text in reason_cases()]
    return [*whole, *cases, *of_reasons]


def written(weights: Weights, examples: list[Example]) -> str:
    """The data file: each reason with its meaning, its weights and their ranges, which are those of what is written."""
    weights = _rounded(weights)
    documents = len({example.document for example in examples})
    groups = np.array([example.group for example in examples])
    lines = np.vstack([example.lines for example in examples if example.true >= ASKING])
    group_ranges = _ranges(groups, GROUP_NAMES, weights.group, weights.prior)
    line_ranges = _ranges(lines, LINE_NAMES, weights.line, weights.base)
    reasons: dict[str, dict[str, object]] = {}
    for name, reason in REASONS.items():
        entry: dict[str, object] = {"means": (reason.__doc__ or "").partition("\n")[0]}
        if weights.group.get(name):
            entry |= {"group": weights.group[name], "group-range": group_ranges[name]}
        if weights.line.get(name):
            entry |= {"line": weights.line[name], "line-range": line_ranges[name]}
        reasons[name] = entry
    data = {
        "about": _ABOUT.format(documents=documents, groups=len(examples)),
        "prior": weights.prior,
        "base": weights.base,
        "reasons": reasons,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rounded(weights: Weights) -> Weights:
    """The weights with the digits that are written; some dozens of them move a total more than one does."""
    group, line = ({name: round(weight, DIGITS) for name, weight in table.items()} for table in weights[2:])
    return Weights(round(weights.prior, DIGITS), round(weights.base, DIGITS), group, line)


def _ranges(
    features: np.ndarray, names: list[str], weights: dict[str, float], start: float
) -> dict[str, list[float | None]]:
    """Between which values each weight may move alone before the nearest group or line changes sides.

    None where there is no end.
    """
    totals = features @ np.array([weights[name] for name in names]) + start
    found = {}
    for index, name in enumerate(names):
        column = features[:, index]
        used = np.abs(column) > 1e-9
        limits = weights[name] - totals[used] / column[used]
        low = limits[limits < weights[name]]
        high = limits[limits > weights[name]]
        found[name] = [
            round(float(low.max()), DIGITS) if len(low) else None,
            round(float(high.min()), DIGITS) if len(high) else None,
        ]
    return found


if __name__ == "__main__":
    sys.exit(main())
