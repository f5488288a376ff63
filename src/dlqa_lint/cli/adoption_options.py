"""The options for a bank that is not clean yet: fixes, baselines, suppressions, changed lines."""

from argparse import ArgumentParser
from typing import NamedTuple

from dlqa_lint.cli.options import STDIN, ReadingOptions, UsageError

NONE = "none"
"""What means no baseline on the command line."""


class FixingOptions(NamedTuple):
    """What becomes of findings that can be fixed."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False


class AdoptionOptions(NamedTuple):
    """What narrows the findings that count."""

    baseline: str | None = None
    write_baseline: bool = False
    isolated: bool = False
    """Use a baseline only where one is named."""
    add_suppressions: bool = False
    reason: str | None = None
    since: str | None = None
    staged: bool = False
    whole_files: bool = False


def add_fixing(parser: ArgumentParser) -> None:
    """Add what says whether findings are repaired."""
    group = parser.add_argument_group("fixing")
    group.add_argument("--fix", action="store_true", help="repair what can be repaired safely")
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="include unsafe fixes, for --fix and --diff"
    )
    group.add_argument("--diff", action="store_true", help="print what --fix would do, and write nothing")


def add_adopting(parser: ArgumentParser) -> None:
    """Add what narrows the findings that count, in a bank that is not clean yet."""
    group = parser.add_argument_group("adopting")
    group.add_argument(
        "--baseline",
        metavar="FILE",
        help="known findings, which do not count (default: the settings' baseline; none: all count)",
    )
    group.add_argument(
        "--write-baseline", action="store_true", help="write all findings into the baseline, and stop"
    )
    group.add_argument(
        "--add-suppressions",
        action="store_true",
        help="write comments that hide all findings into the documents",
    )
    group.add_argument("--reason", metavar="TEXT", help="the reason that those comments give")
    group.add_argument(
        "--since",
        metavar="REF",
        help="report only findings in lines changed since HEAD branched off from a commit or branch",
    )
    group.add_argument(
        "--staged",
        action="store_true",
        help="lint what is staged, and report only findings in staged lines",
    )
    group.add_argument(
        "--whole-files", action="store_true", help="with --since and --staged: report all of a changed file"
    )


def check_adopting(reading: ReadingOptions, adopting: AdoptionOptions, fixing: FixingOptions) -> None:
    """Refuse options that make no sense, alone or together."""
    _check_counting(reading, adopting, fixing)
    _check_suppressing(reading, adopting, fixing)


def _check_counting(reading: ReadingOptions, options: AdoptionOptions, fixing: FixingOptions) -> None:
    """Refuse options that contradict each other."""
    narrowed = "--since" if options.since is not None else "--staged" if options.staged else ""
    if options.since is not None and options.staged:
        raise UsageError("--since and --staged contradict each other")
    if options.whole_files and not narrowed:
        raise UsageError("--whole-files widens --since or --staged, and needs one of them")
    if narrowed and STDIN in reading.paths:
        raise UsageError(f"{narrowed} needs files, not standard input")
    if options.write_baseline:
        others = {
            "--fix": fixing.fix, "--diff": fixing.diff, narrowed: bool(narrowed),
            "--add-suppressions": options.add_suppressions, "-": STDIN in reading.paths,
            "--baseline none": options.baseline == NONE,
        }  # fmt: skip
        for name, given in others.items():
            if given:
                raise UsageError(f"--write-baseline and {name} contradict each other")


def _check_suppressing(reading: ReadingOptions, options: AdoptionOptions, fixing: FixingOptions) -> None:
    """Refuse reasons that a comment cannot hold, and options that contradict each other."""
    if not options.add_suppressions:
        if options.reason is not None:
            raise UsageError("--reason is the reason that --add-suppressions writes, and needs that option")
        return
    reason = " ".join((options.reason or "").split())
    if not reason:
        raise UsageError('--add-suppressions wants --reason "TEXT": a suppression says why it is there')
    if "-->" in reason or "--!>" in reason:
        raise UsageError('--reason: found "-->", which would end the comment')
    if fixing.fix or fixing.unsafe_fixes:
        raise UsageError("--add-suppressions and --fix contradict each other: fix first, then hide the rest")
    if reading.from_stdin:
        raise UsageError("--add-suppressions writes files and does not read standard input")
