"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


class CheckCommand(click.Command):
    """A command whose option `--grammar` has a value only where one is tied to it, so that a path may follow."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments with the value of `--grammar` written out."""
        return super().parse_args(ctx, ["--grammar=on" if argument == "--grammar" else argument for argument in args])


CACHE_DIR = click.option(
    "--cache-dir",
    envvar="CHECKER_CACHE_DIR",
    metavar="FOLDER",
    help="Keep results here.  [default: the user's cache folder; CHECKER_CACHE_DIR names another]",
)


CONFIG = click.option("--config", "config_file", metavar="FILE", help="Use this configuration and look for no other.")


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments and options that say what to read; `check`, `baseline` and `facts` share them."""
    for option in reversed(
        (
            click.argument("paths", nargs=-1, metavar="[PATHS]..."),
            click.option("--stdin-filename", metavar="PATH", help="The name of what is read from standard input."),
            click.option("--published", metavar="DATE", help="Publication date of articles that state none."),
            click.option(
                "--manifest",
                metavar="FILE",
                help="What is known of articles that do not say it, by path or glob (.json, .jsonl, .csv, .tsv): "
                "title, published, updated, authors, section, sponsored, corrections.",
            ),
            CONFIG,
            click.option("--exclude", multiple=True, metavar="GLOB", help="Leave these files of folders out."),
            click.option(
                "-j",
                "--jobs",
                type=click.IntRange(0),
                default=1,
                help="Processes; 0 for one a core.  [default: 1]",
            ),
            click.option("-o", "--output", metavar="FILE", help="Write the report to a file."),
            click.option("--no-cache", is_flag=True, help="Check every article anew."),
        )
    ):
        command = option(command)
    return command


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is looked for; `check` and `baseline` share them."""
    for option in (
        CACHE_DIR,
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
