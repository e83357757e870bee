"""The command line: it turns arguments into calls and results into exit codes, nothing more."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from checker.errors import CheckerError, ConfigError
from checker.version import VERSION

if TYPE_CHECKING:
    from checker.config import Config
    from checker.engine import Problem
    from checker.inputs import Input

R = TypeVar("R")

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
MISUSE = 2


class Group(click.Group):
    """A group whose commands report our errors as click reports its own."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours becomes one line on standard error and exit code 2."""
        try:
            return super().invoke(ctx)
        except CheckerError as error:
            click.echo(f"checker: {error}", err=True)
            ctx.exit(MISUSE)


@click.group(cls=Group, context_settings=SETTINGS)
@click.version_option(VERSION, prog_name="checker")
def main() -> None:
    """Check news articles the way a copy desk does, before they are published.

    checker finds figures, dates, names and quotations that cannot all be right,
    advertisements left in the copy, repeats, and text that is too hard to read.
    """


def _inputs(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments and options that say what to read; `check` and `facts` share them."""
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


@main.command()
@_inputs
@click.option(
    "--format",
    "form",
    default="text",
    metavar="FORMAT",
    help="text, json, jsonl, sarif, github, gitlab, junit, markdown.  [default: text]",
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Run only these: codes, prefixes, names, ALL; commas between.",
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these.")
@click.option(
    "--severity", multiple=True, metavar="RULE=LEVEL", help="Give a rule another level: error, warning, note."
)
@click.option(
    "--fail-on",
    metavar="LEVEL",
    help="Exit 1 from this level up: error, warning, note, never.  [default: error]",
)
def check(
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    fail_on: str | None,
    output: str | None,
    **reading: Any,
) -> None:
    """Check articles: files, folders, globs, .jsonl archives, - for standard input.

    Exit codes: 0 nothing found at the level to fail on, 1 something found, 2 misuse or a bad
    configuration, 3 an input could not be checked.
    """
    from checker.engine import check_input, map_inputs
    from checker.report import Report

    write = _reporter(form)
    run = _run(paths, reading, _settings(select, ignore, severity, fail_on))
    results = map_inputs(check_input, run.inputs, run.config_of, run.jobs)
    report = Report(_with_progress(results, run.total), run.config.fail_on)
    with _output(output) as out:
        write(report, out)
    for result in report.problems:
        _complain(result.path, result.problem)
    sys.exit(report.exit_code)


@main.command()
@_inputs
@click.option("--format", "form", default="text", metavar="FORMAT", help="text, json or jsonl.  [default: text]")
def facts(paths: tuple[str, ...], form: str, output: str | None, **reading: Any) -> None:
    """Print the ledger: every figure, date, name, quotation and link, grouped into facts.

    Exit codes: 0 all read, 2 misuse or a bad configuration, 3 an input could not be read.
    """
    from checker.engine import map_inputs, read_input
    from checker.reporters import sheet

    if form not in sheet.SHEETS:
        raise click.BadParameter(f"{form!r}; it is one of {', '.join(sheet.SHEETS)}", param_hint="--format")
    write = sheet.SHEETS[form]
    run = _run(paths, reading, {})
    ledgers = sheet.Ledgers(_with_progress(map_inputs(read_input, run.inputs, run.config_of, run.jobs), run.total))
    with _output(output) as out:
        write(ledgers, out)
    for path, problem in ledgers.problems:
        _complain(path, problem)
    sys.exit(ledgers.exit_code)


@main.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
def rules(form: str) -> None:
    """List the rules: code, level, name and the fault each one finds."""
    from checker.catalog import catalog

    if form == "json":
        import json

        rows = [
            {
                "code": rule.code,
                "name": rule.name,
                "family": rule.family,
                "severity": rule.severity,
                "summary": rule.summary,
            }
            for rule in catalog()
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    width = max(len(rule.name) for rule in catalog())
    for rule in catalog():
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {rule.summary}")


@main.command()
@click.argument("rule", metavar="CODE|NAME")
def explain(rule: str) -> None:
    """Print a rule's page: the fault, why it matters, examples, options and limits."""
    from checker.catalog import catalog, find

    click.echo(find(rule, catalog()).explained())


@main.command()
@click.argument("name", metavar="NAME")
@click.option("--validate", metavar="FILE", help="Check a JSON or TOML file against the schema instead of printing it.")
def schema(name: str, validate: str | None) -> None:
    """Print a JSON Schema: report, facts or config.

    With --validate: exit code 0 when the file is valid, 1 when it is not.
    """
    from checker.schemas import NAMES, faults, read_document
    from checker.schemas import schema as load

    if name not in NAMES:
        raise click.BadParameter(f"{name!r}; it is one of {', '.join(NAMES)}", param_hint="NAME")
    if validate is None:
        import json

        click.echo(json.dumps(load(name), indent=2, ensure_ascii=False))
        return
    found = faults(read_document(validate), name)
    for fault in found:
        click.echo(f"{validate}: {fault}", err=True)
    sys.exit(1 if found else 0)


@dataclass(frozen=True)
class Run:
    """What the arguments of a command come to."""

    inputs: Iterable[Input]
    total: int | None
    """How many inputs there are, where that is known before reading."""
    config: Config
    """The configuration nearest to the working folder: what holds for the run as a whole."""
    config_of: Callable[[Input], Config]
    jobs: int


def _run(paths: tuple[str, ...], reading: dict[str, Any], settings: dict[str, Any]) -> Run:
    from checker.config import discover, load
    from checker.inputs import ARCHIVE, STDIN, find, folder_of

    if not paths:
        raise click.UsageError("name the files or folders to read, or - for standard input")
    if reading["published"]:
        settings["published"] = _published(reading["published"])
    fixed = load(Path(reading["config_file"])) if reading["config_file"] else None
    merged: dict[str, Config] = {}

    def config_for(folder: Path) -> Config:
        config = fixed or discover(folder)
        if config.file not in merged:
            merged[config.file] = config.merged(settings)
        return merged[config.file]

    config = config_for(Path.cwd())
    found: Iterable[Input] = find(
        paths, stdin_filename=reading["stdin_filename"], exclude=(*config.exclude, *reading["exclude"])
    )
    streamed = any(path == STDIN or path.lower().endswith(ARCHIVE) for path in paths)
    if not streamed:
        found = list(found)
    total = None if streamed else len(found)  # type: ignore[arg-type]  # a list, when it is not streamed
    return Run(found, total, config, lambda entry: config_for(folder_of(entry)), reading["jobs"])


def _settings(
    select: tuple[str, ...], ignore: tuple[str, ...], severity: tuple[str, ...], fail_on: str | None
) -> dict[str, Any]:
    """The settings of the command line that replace those of the configuration."""
    from checker.catalog import catalog, find
    from checker.config import fail_level, selectors, severity_of

    settings: dict[str, Any] = {}
    for option, given in (("select", select), ("ignore", ignore)):
        if given:
            settings[option] = selectors(tuple(",".join(given).replace(" ", "").split(",")), f"--{option}")
    if severity:
        pairs = [item.partition("=")[::2] for item in severity]
        settings["severity"] = {
            find(rule, catalog()).code: severity_of(level, f"--severity {rule}") for rule, level in pairs
        }
    if fail_on:
        settings["fail_on"] = fail_level(fail_on, "--fail-on")
    return settings


def _published(given: str) -> date:
    from checker.errors import InputError
    from checker.parsers.metadata import read_date

    try:
        return read_date(given, "--published")
    except InputError as error:
        raise ConfigError(str(error)) from None


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
