"""What a terminal shows: no line of an article wraps, no bar cuts up the report, no file name steers it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX systems")

Run = Callable[..., Result]

CHECKER = [sys.executable, "-m", "checker"]
LONG = (
    f"{'The council met at noon and talked of trees. ' * 3}It agreed to to plant 24 of them along the river in June.\n"
)
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def shown(columns: int, *arguments: str, to: Path | None = None, **environment: str) -> str:
    """What a terminal of this width is sent, standard error with it; with `to` standard output goes to a file."""
    own, theirs = os.openpty()
    variables = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "LINES")}
    variables |= {"COLUMNS": str(columns), "TERM": "xterm"} | environment
    command = [*CHECKER, *arguments]
    if to is None:
        process = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env=variables)
    else:
        with to.open("wb") as out:
            process = subprocess.Popen(command, stdout=out, stderr=theirs, stdin=theirs, env=variables)
    os.close(theirs)
    sent = b""
    while True:
        try:
            part = os.read(own, 65_536)
        except OSError:  # what Linux says at the end
            break
        if not part:
            break
        sent += part
    os.close(own)
    process.wait(timeout=20)
    return sent.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_no_line_of_an_article_wraps(folder: Path, columns: int) -> None:
    (folder / "a.txt").write_text(LONG)

    lines = STYLE.sub("", shown(columns, "check", "a.txt", "--select", "G202")).splitlines()

    (at,) = (number for number, line in enumerate(lines) if "^^^^^" in line)
    source, marks = lines[at - 1], lines[at]
    assert source[marks.index("^") : marks.rindex("^") + 1] == "to to"
    assert len(source) <= min(columns, 110)
    assert len(source) > min(columns, 100) - 5


def test_a_report_on_the_terminal_has_no_bar_in_it(folder: Path) -> None:
    for name in "abc":
        (folder / f"{name}.txt").write_text(LONG)

    assert "checking" not in shown(80, "check", ".")
    assert "checking" in shown(80, "check", ".", to=folder / "report")
    assert "checking" in shown(80, "check", ".", "--output", "report")
    assert "checking" in shown(80, "baseline", ".")


def test_colours_can_be_turned_off(folder: Path) -> None:
    (folder / "a.txt").write_text(LONG)

    assert "\x1b[" in shown(80, "check", "a.txt")
    assert "\x1b" not in shown(80, "check", "a.txt", NO_COLOR="1")
    assert "\x1b" not in shown(80, "check", "a.txt", TERM="dumb")


def test_a_file_name_stays_on_its_line(run: Run, folder: Path) -> None:
    (folder / "two\nlines\x1b[2J.txt").write_text(LONG)
    (folder / "no\nwords.txt").write_text("")

    result = run("check", ".")

    assert result.stdout.startswith("two�lines�[2J.txt:1:")
    assert "\x1b" not in result.stdout
    assert result.stderr == "checker: no�words.txt: the file is empty; nothing was checked\n"


def test_two_places_of_one_line_are_marked_under_it(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("The mill has 340 workers, up 20% from 200 in 2019.\n")

    lines = run("check", "a.txt", "--select", "F102").stdout.splitlines()

    assert lines[1:5] == [
        "    1 | The mill has 340 workers, up 20% from 200 in 2019.",
        "      |                              ^^^",
        "      |                                       --- the value before",
        "      |              --- the value after",
    ]
