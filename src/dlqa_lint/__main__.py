"""The console command, and `python -m dlqa_lint`."""

import sys

from dlqa_lint.cli import COULD_NOT_RUN, main


def run() -> None:
    """Run the command line and leave with its exit code; a bug is shown in full, and is 2."""
    try:
        code = main()
    except Exception:
        from traceback import print_exc  # noqa: PLC0415 - nobody should ever need it

        print_exc()
        code = COULD_NOT_RUN
    sys.exit(code)


if __name__ == "__main__":
    run()
