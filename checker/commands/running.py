"""What commands that read articles have in common: the grammar server, the progress bar, the output, complaints."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from checker.errors import ConfigError

if TYPE_CHECKING:
    from checker.cache import Cache
    from checker.commands.arguments import Run
    from checker.config import Config
    from checker.inputs import Input
    from checker.result import Problem

R = TypeVar("R")


@contextmanager
def configs(run: Run, grammar: str | None) -> Iterator[Callable[[Input], Config]]:
    """The configurations of a run's inputs; while it lasts there is a grammar server for those that want one."""
    if grammar is None:
        yield run.config_of
        return
    from checker.grammar.run import asked

    with asked(run.config_of, required=grammar == "required") as config_of:
        yield config_of


def kept(run: Run, folder: str | None, grammar: str | None) -> Cache | None:
    """The cache in `folder`, or where the configuration or the system has it; None for a user without a home."""
    from checker.cache import Cache, place

    found = place(folder or run.config.cache_dir)
    return Cache(found, run.config_of, grammar is not None) if found else None


@contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """The stream that the report goes to: a file, or standard output in UTF-8."""
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        with Path(path).open("w", encoding="utf-8") as out:
            yield out
    except OSError as error:
        raise ConfigError(f"--output {path}: cannot be written: {error.strerror}") from None


def with_progress(results: Iterable[R], total: int | None, to_file: bool) -> Iterator[R]:
    """`results`, with a progress bar on standard error when that is a terminal and there are many.

    There is none where the report itself appears as it is made, on the terminal or in a pager: a bar would cut it up.
    """
    if not sys.stderr.isatty() or (total is not None and total < 2) or not (to_file or _is_redirected()):
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(results, "checking", total=total, console=Console(stderr=True), transient=True)


def _is_redirected() -> bool:
    """Whether standard output goes to a file."""
    try:
        mode = os.fstat(sys.stdout.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISFIFO(mode) or sys.stdout.isatty())


def complain(path: str, problem: Problem | None) -> None:
    """A line on standard error for an input that could not be checked."""
    if problem is not None:
        name = "".join(char if char.isprintable() else "�" for char in path)
        click.echo(f"checker: {name}: {problem.message}", err=True)
