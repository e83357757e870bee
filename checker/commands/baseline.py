"""`checker baseline`: today's findings written down as known."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from checker.commands.options import CheckCommand, choosing, reading
from checker.commands.running import complain, configs, kept, with_progress


@click.command(cls=CheckCommand)
@reading
@choosing
def baseline(paths: tuple[str, ...], output: str | None, **given: Any) -> None:
    """Write down all findings of today, so that `check --baseline` reports only new ones.

    The file is .checker-baseline.json unless --output or the configuration names another.
    Exit codes: 0 written, 2 misuse or a bad configuration, 3 an input could not be checked.
    """
    from checker.baseline import FILE, write
    from checker.commands.arguments import gather, settings_of
    from checker.runner import check_input, map_inputs

    run = gather(paths, given, settings_of(given["select"], given["ignore"], (), None), output)
    cache = None if given["no_cache"] else kept(run, given["cache_dir"], given["grammar"])
    with configs(run, given["grammar"]) as config_of:
        results = map_inputs(check_input, run.inputs, config_of, run.jobs, cache)
        written = write(with_progress(results, run.total, to_file=True), Path(output or run.config.baseline or FILE))
    click.echo(written.told())
    for result in written.problems:
        complain(result.path, result.problem)
    sys.exit(written.exit_code)
