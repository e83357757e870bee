"""Runs that meet a rough world: pipes that close, full disks, odd files, odd names, Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from checker.reporters import FORMATS

Run = Callable[..., Result]

CLEAN = "The council met on Monday and agreed to plant trees along the river.\n"
DOUBLED = "The council met on Monday and and agreed to plant trees.\n"
CHECKER = [sys.executable, "-m", "checker"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a matter of POSIX systems")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names or have no such device")


@LINUX
@pytest.mark.parametrize("arguments", [["check", "a.txt"], ["check", "a.txt", "--format", "json"], ["rules"]], ids=str)
def test_a_full_disk_is_one_line_and_no_finding(folder: Path, arguments: list[str]) -> None:
    (folder / "a.txt").write_text(DOUBLED)
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run([*CHECKER, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert ended.returncode == 2
    assert ended.stderr == "checker: standard output: cannot be written: No space left on device\n"


@POSIX
def test_a_reader_that_goes_away_ends_the_run_quietly(folder: Path) -> None:
    (folder / "a.txt").write_text(DOUBLED)
    reading, writing = os.pipe()
    os.close(reading)

    ended = subprocess.run([*CHECKER, "check", "a.txt"], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)

    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, "")


@POSIX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_all_processes_and_is_no_finding(folder: Path, jobs: str) -> None:
    record = json.dumps({"text": CLEAN * 20})
    (folder / "a.jsonl").write_text(f"{record}\n" * 20_000)
    command = [*CHECKER, "check", "a.jsonl", "--no-cache", "--format", "jsonl", "--jobs", jobs]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()  # it is at work
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)

    assert (process.returncode, said) == (130, "checker: interrupted\n")
    assert _ended(process.pid)


def _ended(group: int) -> bool:
    """Whether all processes of a group have ended, soon."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        except PermissionError:  # what macOS says of one that has ended and was not waited for
            return True
        time.sleep(0.1)
    return False


@POSIX
def test_links_that_lead_nowhere_are_reported_and_the_rest_is_checked(run: Run, folder: Path) -> None:
    news = folder / "news"
    news.mkdir()
    (news / "a.txt").write_text(CLEAN)
    (news / "self.txt").symlink_to("self.txt")
    (news / "up").symlink_to("../news")

    result = run("check", "news")

    assert result.exit_code == 3
    assert "1 article checked" in result.stdout
    assert result.stderr.startswith("checker: news/self.txt: cannot be read: ")


@POSIX
def test_a_pipe_in_a_folder_is_not_waited_for(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    os.mkfifo(folder / "pipe.txt")

    result = run("check", ".")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 article checked" in result.stdout


def test_a_file_that_is_named_twice_is_checked_once(run: Run, folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text(DOUBLED)

    result = run("check", "news", "news/a.txt", "news/../news/a.txt", str(folder / "news" / "a.txt"), "news/*.txt")

    assert "1 article checked" in result.stdout
    assert "1 error" in result.stdout


@pytest.mark.parametrize("command", ["check", "facts", "baseline"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_report_is_not_written_over_its_article(run: Run, folder: Path, command: str, name: str) -> None:
    text = DOUBLED if name == "a.txt" else json.dumps({"text": DOUBLED})
    (folder / name).write_text(text)

    result = run(command, name, "--output", f"./{name}")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"checker: --output ./{name}: this is an article to check; name another file")
    assert (folder / name).read_text() == text


def test_a_report_is_no_article_of_its_folder(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)

    for _ in range(2):
        assert run("check", ".", "--output", "report.txt").exit_code == 0
        assert "1 article checked" in (folder / "report.txt").read_text()


def test_an_empty_path_is_not_the_working_folder(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)

    result = run("check", "")

    assert result.exit_code == 2
    assert "one of the paths is empty" in result.stderr


@POSIX
@pytest.mark.parametrize("named", [".", "locked"])
def test_a_folder_that_cannot_be_read_is_no_empty_one(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    (folder / "a.txt").write_text(CLEAN)
    (folder / "locked").mkdir()
    listed = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "locked":  # root, as which tests may run, reads every folder
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)

    result = run("check", named)

    assert result.exit_code == 3
    assert result.stderr == "checker: locked: cannot be read: Permission denied\n"


def test_an_archive_may_come_by_standard_input(run: Run, folder: Path) -> None:
    lines = [json.dumps({"id": "one", "text": CLEAN}), json.dumps({"id": "two", "text": DOUBLED}), "{"]

    result = run("check", "-", "--stdin-filename", "day.jsonl", "--format", "jsonl", input="\n".join(lines))

    assert [json.loads(line)["path"] for line in result.stdout.splitlines()] == [
        "day.jsonl#one",
        "day.jsonl#two",
        "day.jsonl#3",
    ]
    assert result.exit_code == 3
    assert "day.jsonl#3: line 3: not JSON" in result.stderr


def test_an_archive_without_records_is_no_pass(run: Run, folder: Path) -> None:
    result = run("check", "-", "--stdin-filename", "day.jsonl", input="\n")

    assert result.exit_code == 2
    assert "no records in this archive" in result.stderr


@POSIX
def test_a_closed_standard_input_is_said(folder: Path) -> None:
    ended = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" -m checker check - <&-', sys.executable],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 3
    assert ended.stderr == "checker: <stdin>: there is no standard input\n"


@LINUX
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_name_every_file(folder: Path, form: str) -> None:
    for name in (b"caf\xe9.txt", b"two\nlines.txt", b"a b.txt", b"<&>.txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(DOUBLED)

    ended = subprocess.run([*CHECKER, "check", ".", "--format", form], capture_output=True, check=False)

    assert (ended.returncode, ended.stderr) == (1, b"")
    assert ended.stdout.decode().count("“and” stands twice in a row") >= 4


def test_a_mistyped_command_is_told_the_nearest(run: Run) -> None:
    result = run("chek", "a.txt")

    assert result.exit_code == 2
    assert "no command is called 'chek'; did you mean 'check'?" in result.stderr
