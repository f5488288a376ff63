"""The options for a bank that is not clean yet: baselines, suppressions, changed lines."""

from argparse import ArgumentParser, Namespace

from dlqa_lint.cli.banks import STDIN
from dlqa_lint.cli.options import UsageError

NONE = "none"
"""What means no baseline on the command line."""


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


def check_adopting(options: Namespace) -> None:
    """Refuse options that make no sense, alone or together."""
    _check_counting(options)
    _check_suppressing(options)


def _check_counting(options: Namespace) -> None:
    """Refuse options that contradict each other."""
    narrowed = "--since" if options.since is not None else "--staged" if options.staged else ""
    if options.since is not None and options.staged:
        raise UsageError("--since and --staged contradict each other")
    if options.whole_files and not narrowed:
        raise UsageError("--whole-files widens --since or --staged, and needs one of them")
    if narrowed and STDIN in options.paths:
        raise UsageError(f"{narrowed} needs files, not standard input")
    if options.write_baseline:
        others = {
            "--fix": options.fix, "--diff": options.diff, narrowed: narrowed,
            "--add-suppressions": options.add_suppressions, "-": STDIN in options.paths,
            "--baseline none": options.baseline == NONE,
        }  # fmt: skip
        for name, given in others.items():
            if given:
                raise UsageError(f"--write-baseline and {name} contradict each other")


def _check_suppressing(options: Namespace) -> None:
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
    if options.fix or options.unsafe_fixes:
        raise UsageError("--add-suppressions and --fix contradict each other: fix first, then hide the rest")
    if options.paths == [STDIN]:
        raise UsageError("--add-suppressions writes files and does not read standard input")
