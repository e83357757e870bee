"""The command line: it turns arguments into calls and results into exit codes, nothing more."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from checker.errors import CheckerError, ConfigError
from checker.version import VERSION

if TYPE_CHECKING:
    from checker.arguments import Run
    from checker.baseline import Baseline
    from checker.config import Config
    from checker.engine import Problem
    from checker.inputs import Input

R = TypeVar("R")

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
MISUSE = 2
LATE = {
    "grammar": "checker.grammar.commands",
    "rules": "checker.reference",
    "explain": "checker.reference",
    "schema": "checker.reference",
}
"""Commands by the module that has them."""


class Group(click.Group):
    """A group whose commands report our errors as click reports its own, some of them imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted([*super().list_commands(ctx), *LATE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, imported if need be."""
        if cmd_name in LATE:
            command: click.Command = getattr(import_module(LATE[cmd_name]), cmd_name)
            return command
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours becomes one line on standard error and exit code 2."""
        try:
            return super().invoke(ctx)
        except CheckerError as error:
            click.echo(f"checker: {error}", err=True)
            ctx.exit(MISUSE)


class Check(click.Command):
    """A command whose option `--grammar` has a value only where one is tied to it, so that a path may follow."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments with the value of `--grammar` written out."""
        return super().parse_args(ctx, ["--grammar=on" if argument == "--grammar" else argument for argument in args])


@click.group(cls=Group, context_settings=SETTINGS)
@click.version_option(VERSION, prog_name="checker")
def main() -> None:
    """Check news articles the way a copy desk does, before they are published.

    checker finds figures, dates, names and quotations that cannot all be right,
    advertisements left in the copy, repeats, and text that is too hard to read.
    """


def _inputs(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments and options that say what to read; `check`, `baseline` and `facts` share them."""
    for option in reversed(
        (
            click.argument("paths", nargs=-1, metavar="[PATHS]..."),
            click.option("--stdin-filename", metavar="PATH", help="The name of what is read from standard input."),
            click.option("--published", metavar="DATE", help="Publication date of articles that state none."),
            click.option(
                "--config",
                "config_file",
                metavar="FILE",
                help="Use this configuration and look for no other.",
            ),
            click.option("--exclude", multiple=True, metavar="GLOB", help="Leave these files of folders out."),
            click.option(
                "-j",
                "--jobs",
                type=click.IntRange(0),
                default=1,
                help="Processes; 0 for one a core.  [default: 1]",
            ),
            click.option("-o", "--output", metavar="FILE", help="Write the report to a file."),
            click.option("--no-cache", is_flag=True, help="Read every article anew (nothing is cached yet)."),
        )
    ):
        command = option(command)
    return command


def _choices(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is looked for; `check` and `baseline` share them."""
    for option in (
        click.option(
            "--grammar",
            type=click.Choice(["on", "required"]),
            metavar="[=required]",
            help="Check grammar with LanguageTool; with =required exit 3 when that cannot be done.",
        ),
        click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these."),
        click.option(
            "--select",
            multiple=True,
            metavar="RULES",
            help="Run only these: codes, prefixes, names, ALL; commas between.",
        ),
    ):
        command = option(command)
    return command


@main.command(cls=Check)
@_inputs
@click.option(
    "--format",
    "form",
    default="text",
    metavar="FORMAT",
    help="text, json, jsonl, sarif, github, gitlab, junit, markdown.  [default: text]",
)
@_choices
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
    show_silenced: bool,
    **reading: Any,
) -> None:
    """Check articles: files, folders, globs, .jsonl archives, - for standard input.

    Exit codes: 0 nothing found at the level to fail on, 1 something found, 2 misuse or a bad
    configuration, 3 an input could not be checked.
    """
    from checker.arguments import gather, settings_of
    from checker.engine import check_input, map_inputs
    from checker.report import Report

    write = _reporter(form)
    run = gather(paths, reading, settings_of(select, ignore, severity, fail_on))
    known = _baseline(baseline_file or run.config.baseline)
    with _configs(run, grammar) as config_of:
        results = map_inputs(check_input, run.inputs, config_of, run.jobs)
        results = known.hide(results) if known else results
        report = Report(_with_progress(results, run.total), run.config.fail_on)
        with _output(output) as out:
            write(report, out)
    if show_silenced:
        for line in report.silenced_lines:
            click.echo(f"checker: {line}", err=True)
    if known and known.stale:
        click.echo(f"checker: {known.told_stale()}", err=True)
    for result in report.problems:
        _complain(result.path, result.problem)
    sys.exit(report.exit_code)


@main.command(cls=Check)
@_inputs
@_choices
def baseline(paths: tuple[str, ...], output: str | None, **given: Any) -> None:
    """Write down all findings of today, so that `check --baseline` reports only new ones.

    The file is .checker-baseline.json unless --output or the configuration names another.
    Exit codes: 0 written, 2 misuse or a bad configuration, 3 an input could not be checked.
    """
    from checker.arguments import gather, settings_of
    from checker.baseline import FILE, write
    from checker.engine import check_input, map_inputs

    run = gather(paths, given, settings_of(given["select"], given["ignore"], (), None))
    with _configs(run, given["grammar"]) as config_of:
        results = map_inputs(check_input, run.inputs, config_of, run.jobs)
        written = write(_with_progress(results, run.total), Path(output or run.config.baseline or FILE))
    click.echo(written.told())
    for result in written.problems:
        _complain(result.path, result.problem)
    sys.exit(written.exit_code)


@main.command()
@_inputs
@click.option("--format", "form", default="text", metavar="FORMAT", help="text, json or jsonl.  [default: text]")
def facts(paths: tuple[str, ...], form: str, output: str | None, **reading: Any) -> None:
    """Print the ledger: every figure, date, name, quotation and link, grouped into facts.

    Exit codes: 0 all read, 2 misuse or a bad configuration, 3 an input could not be read.
    """
    from checker.arguments import gather
    from checker.engine import map_inputs, read_input
    from checker.reporters import sheet

    if form not in sheet.SHEETS:
        raise click.BadParameter(f"{form!r}; it is one of {', '.join(sheet.SHEETS)}", param_hint="--format")
    write = sheet.SHEETS[form]
    run = gather(paths, reading, {})
    ledgers = sheet.Ledgers(_with_progress(map_inputs(read_input, run.inputs, run.config_of, run.jobs), run.total))
    with _output(output) as out:
        write(ledgers, out)
    for path, problem in ledgers.problems:
        _complain(path, problem)
    sys.exit(ledgers.exit_code)


def _baseline(file: str | None) -> Baseline | None:
    if not file:
        return None
    from checker.baseline import load

    return load(Path(file))


@contextmanager
def _configs(run: Run, grammar: str | None) -> Iterator[Callable[[Input], Config]]:
    """The configurations of a run's inputs; while it lasts there is a grammar server for those that want one."""
    if grammar is None:
        yield run.config_of
        return
    from checker.grammar.run import asked

    with asked(run.config_of, required=grammar == "required") as config_of:
        yield config_of


def _reporter(form: str) -> Any:
    from checker.reporters import FORMATS, reporter

    if form not in FORMATS:
        raise click.BadParameter(f"{form!r}; it is one of {', '.join(FORMATS)}", param_hint="--format")
    return reporter(form)


@contextmanager
def _output(path: str | None) -> Iterator[TextIO]:
    """The stream that the report goes to: a file, or standard output in UTF-8."""
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        return
    try:
        with Path(path).open("w", encoding="utf-8") as out:
            yield out
    except OSError as error:
        raise ConfigError(f"--output {path}: cannot be written: {error.strerror}") from None


def _with_progress(results: Iterable[R], total: int | None) -> Iterator[R]:
    """`results`, with a progress bar on standard error when that is a terminal and there are many."""
    if not sys.stderr.isatty() or (total is not None and total < 2):
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(results, "checking", total=total, console=Console(stderr=True), transient=True)


def _complain(path: str, problem: Problem | None) -> None:
    if problem is not None:
        click.echo(f"checker: {path}: {problem.message}", err=True)
