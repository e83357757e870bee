"""`checker facts`: the ledger."""

from __future__ import annotations

import sys
from typing import Any

import click

from checker.commands.options import reading
from checker.commands.running import complain, opened, with_progress


@click.command()
@reading
@click.option("--format", "form", default="text", metavar="FORMAT", help="text, json or jsonl.  [default: text]")
def facts(paths: tuple[str, ...], form: str, output: str | None, **reading: Any) -> None:
    """Print the ledger: every figure, date, name, quotation and link, grouped into facts.

    Exit codes: 0 all read, 2 misuse or a bad configuration, 3 an input could not be read.
    """
    from checker.commands.arguments import gather
    from checker.engine import read_input
    from checker.reporters import sheet
    from checker.runner import map_inputs

    if form not in sheet.SHEETS:
        raise click.BadParameter(f"{form!r}; it is one of {', '.join(sheet.SHEETS)}", param_hint="--format")
    write = sheet.SHEETS[form]
    run = gather(paths, reading, {}, output)
    ledgers = sheet.Ledgers(
        with_progress(map_inputs(read_input, run.inputs, run.config_of, run.jobs), run.total, output is not None)
    )
    with opened(output) as out:
        write(ledgers, out)
    for path, problem in ledgers.problems:
        complain(path, problem)
    sys.exit(ledgers.exit_code)
