"""The README's commands run, and the reports it shows are those that they print."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

SHOWN = re.findall(r"^```console\n(.*?)^```$", README, re.M | re.S)


def sessions() -> list[tuple[str, str]]:
    """Each command behind a `$` in a console block, with the output shown under it."""
    found = []
    for block in SHOWN:
        for command, output in re.findall(r"^\$ (checker .*)\n((?:(?!\$ ).*\n)*)", block, re.M):
            found.append((command, output))
    return found


def test_the_readme_shows_a_report() -> None:
    assert any(command.startswith("checker check") and output.strip() for command, output in sessions())


@pytest.mark.parametrize(("command", "output"), sessions(), ids=lambda value: value.partition("\n")[0][:60])
def test_a_command_prints_what_the_readme_shows(command: str, output: str) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    done = subprocess.run(
        [sys.executable, "-m", "checker", *shlex.split(command)[1:]],
        capture_output=True, text=True, cwd=ROOT, env=environment, check=False,
    )  # fmt: skip

    pattern = ".*".join(map(re.escape, output.strip().split("[…]")))  # […] stands for what is left out
    assert re.search(pattern, done.stdout.strip(), re.S), done.stdout + done.stderr
