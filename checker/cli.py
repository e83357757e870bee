"""The command line: the group of commands, and what becomes of an error that one of them raises."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from checker.errors import CheckerError
from checker.version import VERSION

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
MISUSE = 2
INTERRUPTED = 130  # what a shell says of a program that Ctrl-C ended; 1 would be findings
NO_READER = 141  # and of one whose reader went away, as `head` does
COMMANDS = {
    "baseline": "baseline",
    "cache": "cache",
    "check": "check",
    "explain": "reference",
    "facts": "facts",
    "grammar": "grammar",
    "init": "init",
    "rules": "reference",
    "schema": "reference",
}
"""Commands by the module of `checker.commands` that has them."""


class Group(click.Group):
    """A group that imports a command when it is named, and reports our errors as click reports its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"checker.commands.{COMMANDS[cmd_name]}"), cmd_name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command that is named first; of a mistyped one the nearest is told."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from checker.catalog import nearest

            ctx.fail(f"no command is called {args[0]!r}{nearest(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours becomes one line on standard error and exit code 2."""
        try:
            found = super().invoke(ctx)
            sys.stdout.flush()
            return found
        except CheckerError as error:
            click.echo(f"checker: {error}", err=True)
            ctx.exit(MISUSE)
        except KeyboardInterrupt:
            click.echo("checker: interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except OSError as error:
            if error.filename is not None:
                raise
            _give_up_output(error)
            ctx.exit(NO_READER if isinstance(error, BrokenPipeError) else MISUSE)


def _give_up_output(error: OSError) -> None:
    """Say what standard output has against being written to, and let nothing be written at the end of the program."""
    if not isinstance(error, BrokenPipeError):
        click.echo(f"checker: standard output: cannot be written: {error.strerror}", err=True)
    with suppress(OSError, ValueError):  # a stream in memory has no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Group, context_settings=SETTINGS)
@click.version_option(VERSION, prog_name="checker")
def main() -> None:
    """Check news articles the way a copy desk does, before they are published.

    checker finds figures, dates, names and quotations that cannot all be right,
    advertisements left in the copy, repeats, and text that is too hard to read.
    """
