"""A year of a bank, merged by git with the merge driver and without: how many conflicts a person has to settle.

    python benchmarks/year.py [--questions 500] [--branches 60] [--seeds 1 2 3]

The branches insert, delete, move, reword, translate and edit, and are merged in random order. Both years see
the same edits. A merge that git calls clean is compared with what it should have come to: `tests/merging/year.py`
knows every edit. "Wrong when settled" are merges with conflicts in which numbers or contents are wrong when one side
was taken of each; the findings are those about numbers, contents and counts in the document of the last merge.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from dlqa_lint.linter import RuleSelection, lint, selected
from dlqa_lint.model.bank import Bank
from dlqa_lint.recognise import recognise
from dlqa_lint.rules import all_rules
from dlqa_lint.text.source import Source
from merging.year import Year, live

COLUMNS = (
    "seed", "driver", "merges", "with conflicts", "conflicts", "lines in them", "wrong when settled", "clean but wrong",
    "findings at the end",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument("--branches", type=int, default=60)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    options = parser.parse_args()
    print(f"| {' | '.join(COLUMNS)} |\n|--:|---|{'--:|' * (len(COLUMNS) - 2)}")
    for seed in options.seeds:
        for driver in (False, True):
            with TemporaryDirectory() as folder:
                year = live(Path(folder), options.questions, options.branches, seed, driver=driver)
            _show(seed, driver, year)


def _show(seed: int, driver: bool, year: Year) -> None:
    said = "with" if driver else "without"
    document = recognise(Source("bank.md", year.text), None)
    rules = selected(all_rules(), RuleSelection(select=("numbering", "contents", "wrong-question-count")))
    counts = (*year.counts, len(year.wrong), len(lint(Bank((document,)), rules)))
    print(f"| {seed} | {said} | {' | '.join(map(str, counts))} |", flush=True)
    for problem in year.wrong if driver else ():
        print(f"    {problem}", file=sys.stderr)


if __name__ == "__main__":
    main()
