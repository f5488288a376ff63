"""`--watch`: a check, and another one whenever something changes that the last one looked at."""

import os
import sys
from collections.abc import Callable, Iterable
from time import strftime

from dlqa_lint.cli.adoption_options import AdoptionOptions, FixingOptions
from dlqa_lint.cli.options import STDIN, ReadingOptions, UsageError
from dlqa_lint.cli.output import complain_of, put, say
from dlqa_lint.disk.cache import FOLDER
from dlqa_lint.disk.looks import Looks
from dlqa_lint.disk.waiting import facts_about, wait_for_change
from dlqa_lint.errors import CannotRunError

_CLEAR = "\x1b[H\x1b[2J"
_WAITING = ", watching for changes; Ctrl-C ends"


def check_watching(
    reading: ReadingOptions, adopting: AdoptionOptions, fixing: FixingOptions, piped: Iterable[str]
) -> None:
    """Refuse what makes no sense to do again and again; `piped` are formats for programs on standard output."""
    others = {
        "--fix": fixing.fix,
        "--add-suppressions": adopting.add_suppressions,
        "--write-baseline": adopting.write_baseline,
        "--staged": adopting.staged,
        "-": STDIN in reading.paths,
    } | {f"--output-format {name}": True for name in piped}
    for name, given in others.items():
        if given:
            raise UsageError(f"--watch and {name} contradict each other")


def watch(check: Callable[[], int], options: ReadingOptions) -> int:
    """Check until somebody presses Ctrl-C; the exit code is that of the last check that was made.

    A check that cannot be made, because of a slip in the settings for one, says so, and the next change may mend it;
    a wrong command line stays wrong.
    """
    looks = Looks(os.path.abspath(options.cache_dir or FOLDER))  # noqa: PTH100
    given = facts_about(options.paths)
    code = looks.during(lambda: _attempt(check))
    try:
        while True:
            if not options.quiet:
                say([f"dlqa-lint: checked at {strftime('%H:%M:%S')}{_WAITING}"], sys.stderr)
            wait_for_change(looks, given)
            _clear()
            given = facts_about(options.paths)
            code = looks.during(lambda: _attempt(check))
    except KeyboardInterrupt:
        # What the terminal shows of the key is no line yet.
        put("\n" if sys.stderr.isatty() else "", sys.stderr)
        return code


def _attempt(check: Callable[[], int]) -> int:
    try:
        return check()
    except UsageError:
        raise
    except (CannotRunError, OSError) as error:
        return complain_of(error)


def _clear() -> None:
    """Make room for the next check, where somebody looks at a terminal."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        put(_CLEAR)
