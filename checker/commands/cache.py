"""`checker cache`: the kept results, counted and cleared."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.options import CACHE_DIR, CONFIG


@click.group()
def cache() -> None:
    """Say what the cache of results holds, or empty it."""


def _named(config_file: str | None, cache_dir: str | None) -> Path:
    """The folder of results that a run with these options would use; raises ConfigError where there is none."""
    from checker.cache import place
    from checker.commands.arguments import config_named
    from checker.errors import ConfigError

    folder = place(cache_dir or config_named(config_file).cache_dir)
    if folder is None:
        raise ConfigError("there is no home folder to keep results in; name one with --cache-dir")
    return folder


@cache.command()
@CONFIG
@CACHE_DIR
def status(config_file: str | None, cache_dir: str | None) -> None:
    """Say where results are kept, how many there are and how large they are."""
    from checker.cache import entries
    from checker.report import counted

    folder = _named(config_file, cache_dir)
    sizes = [file.stat().st_size for file in entries(folder)]
    click.echo(f"{folder}: {counted(len(sizes), 'result')}, {sum(sizes) / 1e6:.1f} MB")


@cache.command()
@CONFIG
@CACHE_DIR
def clear(config_file: str | None, cache_dir: str | None) -> None:
    """Remove all kept results, and nothing else; the next run checks every article anew."""
    from checker.cache import entries
    from checker.errors import ConfigError
    from checker.report import counted

    folder = _named(config_file, cache_dir)
    removed = 0
    try:
        for file in entries(folder):
            file.unlink(missing_ok=True)
            removed += 1
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be cleared: {error.strerror}") from None
    click.echo(f"{folder}: {counted(removed, 'result')} removed")
