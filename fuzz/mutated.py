"""Many mutated documents, one after the other: `python -m fuzz.mutated --count 100000`.

Prints each document that fails or whose fixes could not be proved, by its number; exit code 1 if any fails, or if
more are refused than one in ten thousand.
"""

import argparse
import traceback
from time import monotonic

from fuzz.checks import check_document
from fuzz.mutate import document

REFUSED_AT_MOST = 10_000  # one in so many


def main() -> int:
    """Check documents, and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.mutated", description=__doc__)
    parser.add_argument("--start", type=int, default=0, metavar="N", help="the number of the first document")
    parser.add_argument("--count", type=int, default=10_000, metavar="N")
    parser.add_argument("--minutes", type=float, default=1e9, metavar="M", help="stop after so many")
    chosen = parser.parse_args()
    end = monotonic() + 60 * chosen.minutes
    checked = failed = refused = 0
    for number in range(chosen.start, chosen.start + chosen.count):
        if monotonic() > end:
            break
        problem = _problem(number)
        checked += 1
        failed += problem.startswith("failed")
        refused += problem.startswith("refused")
        if problem:
            print(f"{number}: {problem}", flush=True)
    print(f"{checked} documents, {failed} failed, {refused} refused")
    return 1 if failed or refused * REFUSED_AT_MOST > checked else 0


def _problem(number: int) -> str:
    try:
        found = check_document(document(number), number).refused
    except Exception:
        return f"failed\n{traceback.format_exc()}"
    return "".join(f"refused {', '.join(item.rules) or 'all'}: {item.problem}\n" for item in found)


if __name__ == "__main__":
    raise SystemExit(main())
