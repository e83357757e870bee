"""What the arguments of a command come to: what is read, and with which configuration."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.errors import ConfigError

if TYPE_CHECKING:
    from checker.config import Config
    from checker.inputs import Input


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


def gather(paths: tuple[str, ...], reading: dict[str, Any], settings: dict[str, Any], output: str | None = None) -> Run:
    """The run that paths, the options that say how to read and settings of the command line ask for.

    `output` is where its report is to be written.
    """
    from checker.config import discover, load
    from checker.inputs import ARCHIVE, STDIN, find, folder_of

    if not paths:
        raise click.UsageError("name the files or folders to read, or - for standard input")
    if "" in paths:  # a variable of a script that is not set; Path would take it for the working folder
        raise click.UsageError("one of the paths is empty; . is this folder")
    if output and any(_is_same(path, output) for path in paths):
        raise ConfigError(f"--output {output}: this is an article to check; name another file for the report")
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
        paths, stdin_filename=reading["stdin_filename"], exclude=(*config.exclude, *reading["exclude"]), output=output
    )
    streamed = any(path == STDIN or path.lower().endswith(ARCHIVE) for path in paths)
    if manifest := reading["manifest"] or config.manifest:
        found = _described(found, Path(manifest), streamed)
    if not streamed:
        found = list(found)
    total = None if streamed else len(found)  # type: ignore[arg-type]  # a list, when it is not streamed
    return Run(found, total, config, lambda entry: config_for(folder_of(entry)), reading["jobs"])


def _is_same(path: str, output: str) -> bool:
    try:
        return Path(path).samefile(output)
    except OSError:  # one of them is not there
        return False


def _described(inputs: Iterable[Input], file: Path, streamed: bool) -> Iterable[Input]:
    """The inputs with what a manifest says of them; a mistake in it is told before the report where that can be."""
    from checker.manifest import load

    manifest = load(file)
    if streamed:
        return manifest.with_strays(inputs)
    described = list(manifest.described(inputs))
    if stray := next(manifest.strays(), None):
        raise ConfigError(f"manifest {file}: {stray}")
    return described


def config_named(file: str | None) -> Config:
    """The configuration in a file, or without one that nearest to the working folder."""
    from checker.config import discover, load

    return load(Path(file)) if file else discover(Path.cwd())


def settings_of(
    select: tuple[str, ...], ignore: tuple[str, ...], severity: tuple[str, ...], fail_on: str | None
) -> dict[str, Any]:
    """The settings of the command line that replace those of the configuration."""
    from checker.catalog import find, titles
    from checker.config import fail_level, selectors, severity_of

    settings: dict[str, Any] = {}
    for option, given in (("select", select), ("ignore", ignore)):
        if given:
            settings[option] = selectors(tuple(",".join(given).replace(" ", "").split(",")), f"--{option}")
    if severity:
        pairs = [item.partition("=")[::2] for item in severity]
        settings["severity"] = {
            find(rule, titles().values()).code: severity_of(level, f"--severity {rule}") for rule, level in pairs
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
