"""The command line: the group of commands, and what becomes of an error that one of them raises."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from checker.errors import CheckerError
from checker.version import VERSION

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
MISUSE = 2
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
