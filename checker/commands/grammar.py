"""`checker grammar`: what the grammar check needs, found and installed."""

from __future__ import annotations

import sys

import click

from checker.commands.options import CONFIG


@click.group()
def grammar() -> None:
    """Find or install LanguageTool, for `checker check --grammar`."""


@grammar.command()
@CONFIG
def status(config_file: str | None) -> None:
    """Say what `--grammar` would use: the client, Java, LanguageTool or a server.

    Exit codes: 0 grammar can be checked, 1 it cannot, 2 misuse or a bad configuration.
    """
    from checker.commands.arguments import config_named
    from checker.errors import NotRun
    from checker.grammar.status import report

    ready = True
    for name, look in report(config_named(config_file).grammar):
        try:
            click.echo(f"{name + ':':<14} {look()}")
        except NotRun as error:
            ready = False
            click.echo(f"{name + ':':<14} not found: {error}")
    click.echo(f"{'grammar:':<14} {'ready' if ready else 'cannot be checked'}")
    sys.exit(0 if ready else 1)


@grammar.command()
@click.option("--jars", metavar="FOLDER", help="Use the LanguageTool in this folder and download nothing.")
def install(jars: str | None) -> None:
    """Download LanguageTool, or use the one in a folder.

    The download is that of language-tool-python, from its release page, with its checksum; 250 MB.
    Exit codes: 0 installed or there already, 1 it could not be, 2 misuse.
    """
    from pathlib import Path

    from checker.errors import NotRun
    from checker.grammar.install import download, link

    try:
        folder = link(Path(jars).expanduser()) if jars else download()
    except NotRun as error:
        click.echo(f"checker: grammar: {error}", err=True)
        sys.exit(1)
    click.echo(f"LanguageTool is in {folder}")
