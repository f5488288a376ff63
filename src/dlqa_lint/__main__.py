"""The console command, and `python -m dlqa_lint`."""

from __future__ import annotations

import os
import sys

from dlqa_lint.disk.run_cache import remembered

# Type checkers take this name for true; importing it from typing would cost more than an unchanged run.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def run() -> None:
    """Run the command line and leave with its exit code; a bug is shown in full, and is 2."""
    # A stream that the caller closed is none at all for Python.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    try:
        code = remembered(sys.argv[1:], _made)
    except OSError as error:
        code = _complain([f"dlqa-lint: {error.strerror or error}"])
    except Exception:
        from traceback import format_exc  # nobody should ever need it

        code = _complain(format_exc().splitlines())
    sys.exit(code)


def _complain(lines: Sequence[str]) -> int:
    """Print lines that may hold words from outside to standard error; the exit code is 2."""
    from dlqa_lint.cli.output import say  # only where a run could not be made

    say(lines, sys.stderr)
    return 2


def _made() -> int:
    """The exit code of a run that memory cannot answer for; an unchanged one needs none of this imported."""
    import gc

    # What a run makes it keeps: looking for garbage at the usual pace finds nothing, and takes longer.
    gc.set_threshold(200_000)
    from dlqa_lint.cli import main

    code = main()
    # Python looks for garbage once more before it leaves, among all that there is: nobody needs what it would find.
    gc.freeze()
    return code


if __name__ == "__main__":
    run()
