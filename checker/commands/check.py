"""`checker check`: the main job."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.commands.comparing import Versions, comparing
from checker.commands.fixing import Fixes, fixing
from checker.commands.options import CheckCommand, choosing, reading
from checker.commands.running import complain, configs, kept, with_progress
from checker.reporters import FORMATS, READS_MENTIONS, reporter

if TYPE_CHECKING:
    from checker.baseline import Baseline


@click.command(cls=CheckCommand)
@reading
@click.option("--format", "form", default="text", metavar="FORMAT", help=f"{', '.join(FORMATS)}.  [default: text]")
@choosing
@comparing
@fixing
@click.option(
    "--severity", multiple=True, metavar="RULE=LEVEL", help="Give a rule another level: error, warning, note."
)
@click.option(
    "--fail-on",
    metavar="LEVEL",
    help="Exit 1 from this level up: error, warning, note, never.  [default: error]",
)
@click.option("--baseline", "baseline_file", metavar="FILE", help="Report only what is not in this baseline.")
@click.option("--show-silenced", is_flag=True, help="List on standard error what comments and front matter silence.")
def check(
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    fail_on: str | None,
    output: str | None,
    grammar: str | None,
    baseline_file: str | None,
    cache_dir: str | None,
    show_silenced: bool,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    previous: str | None,
    diff_base: str | None,
    **reading: Any,
) -> None:
    """Check articles: files, folders, globs, .jsonl archives, - for standard input.

    Exit codes: 0 nothing found at the level to fail on, 1 something found, 2 misuse or a bad
    configuration, 3 an input could not be checked or not be fixed.

    With --fix the report, its counts and the exit code are of what remains; the fixed text of standard input goes to
    standard output and the report to standard error. With --diff there is no report, and 1 says that there is
    something to fix. What is silenced or in the baseline is not fixed.
    """
    from checker.commands.arguments import gather, settings_of
    from checker.report import Report
    from checker.runner import check_input, map_inputs

    fixes = Fixes(fix=fix, diff=diff, unsafe_fixes=unsafe_fixes)
    versions = Versions(previous, diff_base, fixes.asked)
    write = fixes.writer(_reporter(form), form)
    run = versions.of(gather(paths, reading, settings_of(select, ignore, severity, fail_on), output))
    known = _baseline(baseline_file or run.config.baseline)
    cache = None if reading["no_cache"] or fixes.asked or form in READS_MENTIONS else kept(run, cache_dir, grammar)
    with configs(run, grammar) as config_of:
        results = map_inputs(fixes.work(check_input, known), run.inputs, config_of, run.jobs, cache)
        results = versions.only_new(known.hide(results) if known else results)
        report = Report(
            fixes.counted(with_progress(results, run.total, output is not None)), run.config.fail_on, versions.unchanged
        )
        with fixes.opened(output, paths) as out:
            write(report, out)
    if show_silenced:
        for line in report.silenced_lines:
            click.echo(f"checker: {line}", err=True)
    if known and known.stale:
        click.echo(f"checker: {known.told_stale()}", err=True)
    for result in report.problems:
        complain(result.path, result.problem)
    fixes.tell()
    sys.exit(fixes.exit_code(report))


def _baseline(file: str | None) -> Baseline | None:
    if not file:
        return None
    from checker.baseline import load

    return load(Path(file))


def _reporter(form: str) -> Any:
    if form not in FORMATS:
        raise click.BadParameter(f"{form!r}; it is one of {', '.join(FORMATS)}", param_hint="--format")
    return reporter(form)
