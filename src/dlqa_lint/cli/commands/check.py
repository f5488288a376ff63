"""Check question documents, and fix them."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from functools import partial

from dlqa_lint.cli.adoption_options import add_adopting, check_adopting
from dlqa_lint.cli.banks import STDIN, ProjectBank, ReadBanks, read_banks
from dlqa_lint.cli.baselines import stale_notes, write_baselines
from dlqa_lint.cli.linting import findings_of, report_of
from dlqa_lint.cli.narrowing import Scope, scope_of
from dlqa_lint.cli.options import UsageError, add_reading, count
from dlqa_lint.cli.output import complain, put, put_document, put_filtered, say, wants_color
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.report import PAPER, Report, formats, render

DEFAULT_FORMAT = "full"
FOR_PEOPLE = ("full", "concise")
_FITS = 50
"""Findings with their excerpts are some screens long; nobody scrolls through more, or looks at them one by one."""


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    parser.set_defaults(lints=True)
    parser.add_argument("--version", action="store_true", help="print the version, and stop")
    _add_fixing(parser)
    add_adopting(parser)
    _add_output(parser)


def _add_fixing(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("fixing")
    group.add_argument("--fix", action="store_true", help="repair what can be repaired safely")
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="include unsafe fixes, for --fix and --diff"
    )
    group.add_argument("--diff", action="store_true", help="print what --fix would do, and write nothing")


def _add_output(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format",
        metavar="FORMAT[=FILE]",
        action="append",
        help=f"how findings are printed: {', '.join(formats())} (default: {DEFAULT_FORMAT})",
    )
    group.add_argument(
        "--max-findings",
        metavar="N",
        type=count,
        help="how many findings full and concise show, the rest is counted by rule (0: all; "
        f"default: {_FITS} in full on a terminal, else all)",
    )
    group.add_argument(
        "--statistics", action="store_true", help="count findings by rule, and the bank's health"
    )
    group.add_argument("--quiet", action="store_true", help="print findings only, no closing line")
    group.add_argument("--color", choices=["auto", "always", "never"], default="auto", help="use colours")
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")
    group.add_argument(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        help="the lowest severity that makes the run fail",
    )
    group.add_argument(
        "--watch", action="store_true", help="check again whenever a document, settings or a schema change"
    )
    group.add_argument("--show-settings", action="store_true", help="print the settings in force, and stop")
    group.add_argument(
        "--show-files", action="store_true", help="print which files are linted and which are not, and stop"
    )
    group.add_argument(
        "--explain-schema",
        action="store_true",
        help="print what was learned from each document, and why, as a schema file, and stop",
    )
    group.add_argument(
        "--explain-lines",
        action="store_true",
        help="print for each line that could ask why it was taken for a question or not, and stop",
    )


def run(options: Namespace) -> int:
    """Lint, print the findings and say whether there are any that count."""
    if options.version:
        import dlqa_lint  # noqa: PLC0415 - its version is looked up only here

        put(f"dlqa-lint {dlqa_lint.__version__}\n")
        return 0
    outputs = _outputs(options.output_format or [DEFAULT_FORMAT])
    check_adopting(options)
    if not options.watch:
        return _checked(outputs, options)
    from dlqa_lint.cli.watching import check_watching, watch  # noqa: PLC0415 - only where it is asked for

    check_watching(options, [name for name, file in outputs if not file and name not in FOR_PEOPLE])
    return watch(lambda: _checked(outputs, options), options)


def _checked(outputs: Sequence[tuple[str, str]], options: Namespace) -> int:
    """The exit code of a check."""
    reading = read_banks(options)
    if options.show_settings or options.show_files or options.explain_schema or options.explain_lines:
        from dlqa_lint.cli import showing  # noqa: PLC0415 - only where it is asked for

        say(showing.settings(reading) if options.show_settings else ())
        say(showing.files(reading, options.paths) if options.show_files else ())
        put_document(showing.schemas(reading) if options.explain_schema else "")
        put_document(showing.lines(reading) if options.explain_lines else "")
        return complain(reading.problems)
    scope = scope_of(reading, options, partial(findings_of, quiet=options.quiet))
    complain(scope.notes)
    if options.fix or options.diff or options.add_suppressions:
        return _fix(reading, options, outputs, scope)
    found = [findings_of(bank, quiet=options.quiet) for bank in reading.banks]
    if options.write_baseline:
        return _write_baseline(reading, found, options)
    pairs = list(zip(reading.banks, found, strict=True))
    findings = [scope.counting(bank, every, options) for bank, every in pairs]
    known = sum(len(every) - len(scope.unknown(bank, every, options)) for bank, every in pairs)
    report = report_of(reading.banks, findings, color=options.color, quiet=options.quiet)
    _print(report._replace(known=known), outputs, options)
    complain(stale_notes(reading, found, scope.baselines, options))
    return complain(reading.problems, _code(reading.banks, findings, options))


def _write_baseline(reading: ReadBanks, found: Sequence[list[Finding]], options: Namespace) -> int:
    """Write the baselines, unless some file could not be read: its findings would be missing."""
    if not reading.problems:
        say(write_baselines(reading, found, options))
    return complain(reading.problems)


def _fix(reading: ReadBanks, options: Namespace, outputs: Sequence[tuple[str, str]], scope: Scope) -> int:
    """Fix every bank in memory, then write, print or show what is proved of it."""
    from dlqa_lint.cli import fixing  # noqa: PLC0415 - only where something is fixed

    _refuse_staged(reading)

    def counting(bank: ProjectBank) -> list[Finding]:
        return scope.counting(bank, findings_of(bank, quiet=options.quiet), options)

    if options.add_suppressions:
        from dlqa_lint.cli.add_suppressions import added, suppress_bank  # noqa: PLC0415 - rarely asked for

        fixed = [suppress_bank(bank, counting, options.reason) for bank in reading.banks]
    else:
        fixed = [fixing.fix_bank(bank, counting, unsafe=options.unsafe_fixes) for bank in reading.banks]
    text = fixing.deliver(
        fixed, options, [document.path for bank in reading.banks for document in bank.reported]
    )
    problems = (*reading.problems, *(line for item in fixed for line in item.refused))
    if options.diff:
        # In colour, it is for a terminal and made visible already.
        (put if wants_color(options.color) else put_document)(text)
        return complain(problems, int(bool(text) and not options.exit_zero))
    banks, findings = [item.bank for item in fixed], [item.findings for item in fixed]
    count = 0 if options.add_suppressions else sum(item.count for item in fixed)
    report = report_of(banks, findings, color=options.color, quiet=options.quiet, fixed=count)
    if options.add_suppressions:
        put(added(fixed), sys.stderr if _is_for_machines(outputs) else sys.stdout)
    put_filtered(text)
    _print(report, outputs, options)
    return complain(problems, _code(banks, findings, options))


def _refuse_staged(reading: ReadBanks) -> None:
    """Refuse to write files that contain something other than what was linted."""
    reported = frozenset[str]().union(*(bank.bank.reported for bank in reading.banks))
    differing = sorted(reading.staged & reported)
    if differing:
        raise UsageError(
            f"--staged: {differing[0]} has changes that are not staged, so that nothing can be written to "
            "it; stage or stash them"
        )


def _code(banks: Iterable[ProjectBank], findings: Iterable[list[Finding]], options: Namespace) -> int:
    """1 if there is a finding at least as severe as the bank's settings, or `--fail-on`, say."""
    if options.exit_zero:
        return 0
    limits = [Severity(options.fail_on or bank.project.settings.fail_on).rank for bank in banks]
    pairs = zip(limits, findings, strict=True)
    return int(any(finding.severity.rank <= limit for limit, found in pairs for finding in found))


def _outputs(asked: Iterable[str]) -> list[tuple[str, str]]:
    """The formats and the files they go to, "" for standard output."""
    parts = [text.partition("=") for text in asked]
    for name, equals, file in parts:
        if name not in formats():
            from dlqa_lint.config.validate import did_you_mean, nearest_name  # noqa: PLC0415

            expected = f"expected one of {', '.join(formats())}{did_you_mean(nearest_name(name, formats()))}"
            raise UsageError(f'--output-format: found "{name}", {expected}')
        if equals and not file:
            raise UsageError(f'--output-format: found "{name}=", expected the name of a file after it')
    outputs = [(name, file) for name, _, file in parts]
    if sum(not file for _, file in outputs) > 1:
        raise UsageError(
            "--output-format: only one format can go to standard output; name files for the others"
        )
    return outputs


def _print(report: Report, outputs: Iterable[tuple[str, str]], options: Namespace) -> None:
    """Print the report in every format, and the statistics where they do not spoil one."""
    # With --fix, standard output carries the fixed text of standard input.
    stream = sys.stderr if options.fix and options.paths == [STDIN] else sys.stdout
    for name, file in outputs:
        shown = report._replace(most=_most(name, file, options))
        text = render(name, shown._replace(screen=PAPER) if file else shown)
        if file:
            from dlqa_lint.disk.named_files import write_named  # noqa: PLC0415 - few runs write a report

            write_named(file, text)
        else:
            put(text, stream)
        if name == "github":
            from dlqa_lint.cli.step_summary import summarise_step  # noqa: PLC0415

            summarise_step(report)
    if options.statistics:
        from dlqa_lint.report.parts.statistics import statistics  # noqa: PLC0415

        put(statistics(report), sys.stderr if _is_for_machines(outputs) else stream)


def _most(name: str, file: str, options: Namespace) -> int:
    """How many findings a format shows; 0 for all."""
    if options.max_findings is not None:
        most: int = options.max_findings
        return most
    return _FITS if name == DEFAULT_FORMAT and not file and sys.stdout.isatty() else 0


def _is_for_machines(outputs: Iterable[tuple[str, str]]) -> bool:
    """Whether standard output is one document in which nothing else may be printed."""
    return any(not file and name not in FOR_PEOPLE for name, file in outputs)
