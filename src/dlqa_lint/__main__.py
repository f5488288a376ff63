"""The console command, and `python -m dlqa_lint`."""

import os
import sys

from dlqa_lint.disk.run_cache import remembered


def run() -> None:
    """Run the command line and leave with its exit code; a bug is shown in full, and is 2."""
    # A stream that the caller closed is none at all for Python.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    try:
        code = remembered(sys.argv[1:], _made)
    except OSError as error:
        print(f"dlqa-lint: {error.strerror or error}", file=sys.stderr)
        code = 2
    except Exception:
        from traceback import print_exc  # noqa: PLC0415 - nobody should ever need it

        print_exc()
        code = 2
    sys.exit(code)


def _made() -> int:
    """The exit code of a run that memory cannot answer for; an unchanged one needs none of this imported."""
    import gc  # noqa: PLC0415

    from dlqa_lint.cli import main  # noqa: PLC0415

    # What a run makes it keeps: looking for garbage at the usual pace finds nothing, and takes longer.
    gc.set_threshold(50_000)
    return main()


if __name__ == "__main__":
    run()
