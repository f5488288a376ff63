"""Many mutated documents, one after the other: `python -m fuzz.mutated --count 100000`.

Prints each document that fails or whose fixes could not be proved, by its number; exit code 1 if any fails, or if
more are refused than one in ten thousand.
"""

import argparse
import contextlib
import traceback
from collections import Counter
from time import monotonic

from fuzz.checks import check_document
from fuzz.mutate import document

REFUSED_AT_MOST = 10_000  # one in so many
_TOLD = 1000


def main() -> int:
    """Check documents, and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.mutated", description=__doc__)
    parser.add_argument("--start", type=int, default=0, metavar="N", help="the number of the first document")
    parser.add_argument("--count", type=int, default=10_000, metavar="N")
    parser.add_argument("--minutes", type=float, default=1e9, metavar="M", help="stop after so many")
    chosen = parser.parse_args()
    end = monotonic() + 60 * chosen.minutes
    counts: Counter[str] = Counter()
    with contextlib.suppress(KeyboardInterrupt):
        for number in range(chosen.start, chosen.start + chosen.count):
            if monotonic() > end:
                break
            problem = _problem(number)
            counts.update(("all", problem.partition(" ")[0]))
            if problem:
                print(f"{number}: {problem}", flush=True)
            elif counts["all"] % _TOLD == 0:
                print(f"{counts['all']} documents", flush=True)
    print(f"{counts['all']} documents, {counts['failed']} failed, {counts['refused']} refused")
    return 1 if counts["failed"] or counts["refused"] * REFUSED_AT_MOST > counts["all"] else 0


def _problem(number: int) -> str:
    try:
        found = check_document(document(number), number).refused
    except Exception:
        return f"failed with\n{traceback.format_exc()}"
    return "".join(f"refused {', '.join(item.rules) or 'all'}: {item.problem}\n" for item in found)


if __name__ == "__main__":
    raise SystemExit(main())
