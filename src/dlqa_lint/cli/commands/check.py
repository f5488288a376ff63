"""Check question documents, and fix them."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.cli.adoption_options import (
    AdoptionOptions,
    FixingOptions,
    add_adopting,
    add_fixing,
    check_adopting,
)
from dlqa_lint.cli.banks import ProjectBank, ReadBanks, read_banks
from dlqa_lint.cli.baselines import stale_notes, write_baselines
from dlqa_lint.cli.linting import findings_of, report_of
from dlqa_lint.cli.narrowing import Scope, scope_of
from dlqa_lint.cli.options import ReadingOptions, UsageError, add_reading, count, options_of
from dlqa_lint.cli.output import complain, put, put_diff, put_document, put_filtered, say, wants_color
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.report import PAPER, Report, formats, render

if TYPE_CHECKING:
    from dlqa_lint.cli.fixing import Fixed

DEFAULT_FORMAT = "full"
FOR_PEOPLE = ("full", "concise")
_FITS = 50
"""Findings with their excerpts are some screens long; nobody scrolls through more, or looks at them one by one."""


class OutputOptions(NamedTuple):
    """How findings are shown, and what they make of the exit code."""

    max_findings: int | None
    statistics: bool
    color: str
    exit_zero: bool
    fail_on: str | None


class ShownOptions(NamedTuple):
    """What is shown of how things are understood, in place of findings."""

    show_settings: bool
    show_files: bool
    explain_schema: bool
    explain_lines: bool


class CheckOptions(NamedTuple):
    """The options of the command, by their concerns; `outputs` are formats and the files they go to."""

    reading: ReadingOptions
    adopting: AdoptionOptions
    fixing: FixingOptions
    output: OutputOptions
    outputs: Sequence[tuple[str, str]]


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    parser.add_argument("--version", action="store_true", help="print the version, and stop")
    add_fixing(parser)
    add_adopting(parser)
    _add_output(parser)


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
        import dlqa_lint  # its version is looked up only here

        put(f"dlqa-lint {dlqa_lint.__version__}\n")
        return 0
    asked = CheckOptions(
        options_of(ReadingOptions, options),
        options_of(AdoptionOptions, options),
        options_of(FixingOptions, options),
        options_of(OutputOptions, options),
        _outputs(options.output_format or [DEFAULT_FORMAT]),
    )
    concerns = asked.reading, asked.adopting, asked.fixing
    check_adopting(*concerns)
    if any(shown := options_of(ShownOptions, options)):
        check = partial(_shown, asked.reading, shown)
    else:
        check = partial(_checked, asked)
    if not options.watch:
        return check()
    from dlqa_lint.cli.watching import check_watching, watch  # only where it is asked for

    check_watching(*concerns, [name for name, file in asked.outputs if not file and name not in FOR_PEOPLE])
    return watch(check, asked.reading)


def _shown(options: ReadingOptions, wanted: ShownOptions) -> int:
    """Show how things are understood, in place of a check."""
    from dlqa_lint.cli import showing  # only where it is asked for

    reading = read_banks(options, lints=True)
    say(showing.settings(reading) if wanted.show_settings else ())
    say(showing.files(reading, options.paths) if wanted.show_files else ())
    put_document(showing.schemas(reading) if wanted.explain_schema else "")
    put_document(showing.lines(reading) if wanted.explain_lines else "")
    return complain(reading.problems)


def _checked(options: CheckOptions) -> int:
    """The exit code of a check."""
    reading = read_banks(options.reading, lints=True)
    find = partial(findings_of, quiet=options.reading.quiet)
    scope = scope_of(reading, options.adopting, find)
    complain(scope.notes)
    if options.fixing.fix or options.fixing.diff or options.adopting.add_suppressions:
        return _fix(reading, options, scope)
    found = list(map(find, reading.banks))
    if options.adopting.write_baseline:
        return _write_baseline(reading, found, options.adopting)
    pairs = list(zip(reading.banks, found, strict=True))
    findings = [scope.counting(bank, every) for bank, every in pairs]
    known = sum(len(every) - len(scope.unknown(bank, every)) for bank, every in pairs)
    _print(_report(reading.banks, findings, options)._replace(known=known), options)
    complain(stale_notes(reading, found, scope.baselines, options.adopting))
    return complain(reading.problems, _code(reading.banks, findings, options.output))


def _write_baseline(reading: ReadBanks, found: Sequence[list[Finding]], options: AdoptionOptions) -> int:
    """Write the baselines, unless some file could not be read: its findings would be missing."""
    if not reading.problems:
        say(write_baselines(reading, found, options))
    return complain(reading.problems)


def _report(banks: Sequence[ProjectBank], findings: Iterable[list[Finding]], options: CheckOptions) -> Report:
    return report_of(banks, findings, color=options.output.color, quiet=options.reading.quiet)


def _fix(reading: ReadBanks, options: CheckOptions, scope: Scope) -> int:
    """Fix every bank in memory, then write, print or show what is proved of it."""
    from dlqa_lint.cli import fixing  # only where something is fixed

    _refuse_staged(reading)
    fixed = _fixed(reading, options, scope)
    problems = (*reading.problems, *(line for item in fixed for line in item.refused))
    if options.fixing.diff:
        colour = wants_color(options.output.color)
        text = fixing.diff_of(fixed, colour=colour)
        put_diff(text, colour=colour)
        return complain(problems, int(bool(text) and not options.output.exit_zero))
    if not options.reading.from_stdin:
        fixing.write_fixed(fixed, [document.path for bank in reading.banks for document in bank.reported])
    banks, findings = [item.bank for item in fixed], [item.findings for item in fixed]
    report = _report(banks, findings, options)
    if options.adopting.add_suppressions:
        from dlqa_lint.cli.add_suppressions import added  # rarely asked for

        put(added(fixed), sys.stderr if _is_for_machines(options.outputs) else sys.stdout)
    else:
        report = report._replace(fixed=sum(item.count for item in fixed))
    if options.reading.from_stdin:
        put_filtered(fixing.text_of(fixed))
    _print(report, options)
    return complain(problems, _code(banks, findings, options.output))


def _fixed(reading: ReadBanks, options: CheckOptions, scope: Scope) -> "list[Fixed]":
    """The banks after fixing or, as the options say, with comments that hide what is found."""

    def counting(bank: ProjectBank) -> list[Finding]:
        return scope.counting(bank, findings_of(bank, quiet=options.reading.quiet))

    if options.adopting.add_suppressions:
        from dlqa_lint.cli.add_suppressions import suppress_bank  # rarely asked for

        return [suppress_bank(bank, counting, options.adopting.reason or "") for bank in reading.banks]
    from dlqa_lint.cli.fixing import fix_bank  # only where something is fixed

    return [fix_bank(bank, counting, unsafe=options.fixing.unsafe_fixes) for bank in reading.banks]


def _refuse_staged(reading: ReadBanks) -> None:
    """Refuse to write files that contain something other than what was linted."""
    reported = frozenset[str]().union(*(bank.bank.reported for bank in reading.banks))
    differing = sorted(reading.staged & reported)
    if differing:
        raise UsageError(
            f"--staged: {differing[0]} has changes that are not staged, so that nothing can be written to "
            "it; stage or stash them"
        )


def _code(banks: Iterable[ProjectBank], findings: Iterable[list[Finding]], options: OutputOptions) -> int:
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
            from dlqa_lint.config.validate import did_you_mean, nearest_name

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


def _print(report: Report, options: CheckOptions) -> None:
    """Print the report in every format, and the statistics where they do not spoil one."""
    # With --fix, standard output carries the fixed text of standard input.
    stream = sys.stderr if options.fixing.fix and options.reading.from_stdin else sys.stdout
    for name, file in options.outputs:
        shown = report._replace(most=_most(name, file, options.output.max_findings))
        text = render(name, shown._replace(screen=PAPER) if file else shown)
        if file:
            from dlqa_lint.disk.named_files import write_named  # few runs write a report

            write_named(file, text)
        else:
            put(text, stream)
        if name == "github":
            from dlqa_lint.cli.step_summary import summarise_step

            summarise_step(report)
    if options.output.statistics:
        from dlqa_lint.report.parts.statistics import statistics

        put(statistics(report), sys.stderr if _is_for_machines(options.outputs) else stream)


def _most(name: str, file: str, asked: int | None) -> int:
    """How many findings a format shows; 0 for all."""
    if asked is not None:
        return asked
    return _FITS if name == DEFAULT_FORMAT and not file and sys.stdout.isatty() else 0


def _is_for_machines(outputs: Iterable[tuple[str, str]]) -> bool:
    """Whether standard output is one document in which nothing else may be printed."""
    return any(not file and name not in FOR_PEOPLE for name, file in outputs)
