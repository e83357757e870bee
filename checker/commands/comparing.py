"""`checker check --previous` and `--diff-base`: what articles are compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from checker.errors import ConfigError, InputError

if TYPE_CHECKING:
    from checker.changes import Changes
    from checker.commands.arguments import Run
    from checker.history import History
    from checker.inputs import Previous
    from checker.result import Result


def comparing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what an article is compared with."""
    for option in (
        click.option(
            "--diff-base",
            metavar="REV",
            help="Check what changed since this git revision and HEAD parted, and report only what touches changes.",
        ),
        click.option("--previous", metavar="OLD", help="The earlier version of the one article that is checked."),
    ):
        command = option(command)
    return command


class Versions:
    """What the articles of a run are compared with."""

    def __init__(self, previous: str | None, diff_base: str | None, fixes: bool) -> None:
        if previous is not None and diff_base is not None:
            raise click.UsageError("--previous and --diff-base both name what to compare with; give one of them")
        if diff_base is not None and fixes:
            raise click.UsageError("--diff-base reports what is new and fixes nothing; leave out --fix and --diff")
        self._previous = previous
        self._diff_base = diff_base
        self._history: History | None = None
        self._changes: Changes | None = None

    def of(self, run: Run) -> Run:
        """The run with its inputs' earlier versions; against a revision without what did not change."""
        if self._previous is not None:
            return _with_previous(run, self._previous)
        if self._diff_base is None:
            return run
        from checker.changes import Changes
        from checker.history import History

        self._history, self._changes = History(self._diff_base), Changes()
        changed = self._history.changed(run.inputs)
        if run.total is None:
            return replace(run, inputs=self._changes.noted(changed))
        listed = list(changed)  # what git has against it is told before the report begins
        return replace(run, inputs=self._changes.noted(listed), total=len(listed))

    def only_new(self, results: Iterator[Result]) -> Iterator[Result]:
        """The results, against a revision with only what touches a change."""
        return self._changes.hide(results) if self._changes else results

    def unchanged(self) -> int:
        """How many inputs were left out since they did not change."""
        return self._history.unchanged if self._history else 0


def _with_previous(run: Run, old: str) -> Run:
    inputs = list(islice(iter(run.inputs), 2))
    if len(inputs) != 1:
        raise click.UsageError("--previous is the earlier version of one article; name one, or give --diff-base REV")
    return replace(run, inputs=[replace(inputs[0], previous=_read(old, run.config_of(inputs[0]).max_size))], total=1)


def _read(old: str, max_size: float) -> Previous:
    from checker.inputs import Previous, find

    found = list(islice(find([old]), 2))
    if len(found) != 1:
        raise ConfigError(f"--previous {old}: this is not one article")
    (entry,) = found
    try:
        if entry.problem:
            raise entry.problem
        raw = entry.read(max_size) if entry.text is None else entry.text.encode("utf-8", "surrogatepass")
    except InputError as error:
        raise ConfigError(f"--previous {old}: {error}") from None
    return Previous(entry.name, raw, entry.form, entry.meta)
