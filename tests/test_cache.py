"""The cache: the same report from it as without it, nothing out of date, no entry that can do harm."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import checker.engine
from checker.cache import Cache, _digest, entries
from checker.config import Config
from checker.inputs import Input
from checker.reporters import FORMATS, READS_MENTIONS

Run = Callable[..., Result]
TOLL = "Fire at mill\n\nThe fire hurt 32 people on Monday.\n\nPolice said 23 people were hurt in the fire on Monday.\n"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are really checked, as they come."""
    names: list[str] = []
    check = checker.engine.check_input

    def counted(entry: Input, config: Config) -> Any:
        names.append(entry.name)
        return check(entry, config)

    monkeypatch.setattr(checker.engine, "check_input", counted)
    return names


@pytest.fixture
def toll(folder: Path) -> Iterator[Path]:
    article = folder / "toll.txt"
    article.write_text(TOLL)
    return article


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in READS_MENTIONS])
def test_the_report_is_the_same_from_the_cache(
    run: Run, articles: Path, checked: list[str], tmp_path: Path, form: str
) -> None:
    def report(*more: str) -> tuple[str, str, int]:
        done = run("check", articles / "faulty", "--format", form, "--show-silenced", *more)
        return done.stdout, done.stderr, done.exit_code

    fresh = report("--no-cache")
    assert report("--cache-dir", str(tmp_path)) == fresh
    number = len(checked)
    assert report("--cache-dir", str(tmp_path)) == fresh
    assert len(checked) == number > 0


@pytest.mark.parametrize("form", READS_MENTIONS & set(FORMATS))
def test_a_report_of_more_than_findings_is_made_anew(run: Run, toll: Path, checked: list[str], form: str) -> None:
    run("check", toll, "--cache-dir", "kept")
    fresh = run("check", toll, "--format", form, "--no-cache").stdout
    assert run("check", toll, "--format", form, "--cache-dir", "kept").stdout == fresh
    assert len(checked) == 3


def test_several_processes_share_a_cache(folder: Path) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(TOLL + f"\nThe mill stands at {number} Mill Lane.\n")
    command = [sys.executable, "-m", "checker", "check", ".", "--cache-dir", "kept", "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(Path(checker.__file__).parent.parent)}
    runs = [subprocess.Popen([*command, "--jobs", jobs], stdout=subprocess.PIPE, env=environment) for jobs in "1221"]
    reports = {process.communicate()[0] for process in runs}
    assert len(reports) == 1
    assert [process.returncode for process in runs] == [0] * 4
    assert len(list(entries(folder / "kept" / "results"))) == 12
    assert not [file for file in (folder / "kept").rglob("*") if file.suffix]  # nothing half written is left


class TestAnother:
    """What an article's result depends on makes another entry."""

    def changed(self, run: Run, checked: list[str], before: list[str], after: list[str]) -> bool:
        for arguments in (before, before, after):
            run("check", *arguments, "--cache-dir", "kept")
        assert len(checked) in (1, 2)
        return len(checked) == 2

    def test_content(self, run: Run, toll: Path, checked: list[str]) -> None:
        run("check", "toll.txt", "--cache-dir", "kept")
        toll.write_text(TOLL.replace("23", "32"))
        assert "nothing found" in run("check", "toll.txt", "--cache-dir", "kept").stdout
        toll.write_text(TOLL)
        assert "F201" in run("check", "toll.txt", "--cache-dir", "kept").stdout
        assert len(checked) == 2

    def test_content_of_the_same_size_and_time(self, run: Run, toll: Path, checked: list[str]) -> None:
        times = toll.stat().st_atime_ns, toll.stat().st_mtime_ns
        run("check", "toll.txt", "--cache-dir", "kept")
        toll.write_text(TOLL.replace("23", "32"))
        os.utime(toll, ns=times)
        assert "nothing found" in run("check", "toll.txt", "--cache-dir", "kept").stdout

    @pytest.mark.parametrize(
        "option", [["--select", "F"], ["--ignore", "F201"], ["--severity", "F201=error"], ["--published", "2025-05-23"]]
    )
    @pytest.mark.usefixtures("toll")
    def test_settings(self, run: Run, checked: list[str], option: list[str]) -> None:
        assert self.changed(run, checked, ["toll.txt"], ["toll.txt", *option])

    @pytest.mark.usefixtures("toll")
    def test_options_of_a_rule(self, run: Run, folder: Path, checked: list[str]) -> None:
        run("check", "toll.txt", "--cache-dir", "kept")
        (folder / ".checker.toml").write_text("[rules.grade-too-high]\ntarget = 3.0\n")
        checker.config.discover.cache_clear()
        run("check", "toll.txt", "--cache-dir", "kept")
        assert len(checked) == 2

    @pytest.mark.usefixtures("toll")
    @pytest.mark.parametrize("option", [["--fail-on", "warning"], ["--format", "json"], ["--baseline", "known.json"]])
    def test_what_only_reports_does_not(self, run: Run, checked: list[str], option: list[str]) -> None:
        run("baseline", "toll.txt", "--cache-dir", "kept", "-o", "known.json")
        checked.clear()
        run("check", "toll.txt", "--cache-dir", "kept", *option)
        assert not checked

    @pytest.mark.usefixtures("toll")
    def test_the_tool_itself(self, run: Run, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        run("check", "toll.txt", "--cache-dir", "kept")
        monkeypatch.setattr("checker.cache._tool", lambda: b"another version")
        run("check", "toll.txt", "--cache-dir", "kept")
        assert len(checked) == 2


class TestBadEntries:
    def entry(self, run: Run) -> Path:
        run("check", "toll.txt", "--cache-dir", "kept")
        (only,) = entries(Path("kept/results"))
        return only

    @pytest.mark.usefixtures("toll")
    @pytest.mark.parametrize("damage", [b"", b"x", b"x" * 4000])
    def test_a_corrupt_one_is_a_miss(self, run: Run, checked: list[str], damage: bytes) -> None:
        entry = self.entry(run)
        entry.write_bytes(damage)
        assert "F201" in run("check", "toll.txt", "--cache-dir", "kept").stdout
        assert len(checked) == 2
        run("check", "toll.txt", "--cache-dir", "kept")
        assert len(checked) == 2  # it was mended

    @pytest.mark.usefixtures("toll")
    def test_half_of_one_is_a_miss(self, run: Run, checked: list[str]) -> None:
        entry = self.entry(run)
        entry.write_bytes(entry.read_bytes()[:-200])
        assert "F201" in run("check", "toll.txt", "--cache-dir", "kept").stdout

    @pytest.mark.usefixtures("toll")
    @pytest.mark.parametrize(
        "payload",
        [
            pickle.dumps(os.getcwd),
            b"cos\nsystem\n(S'touch harmed'\ntR.",
            b"\x80\x04\x8c\x0echecker.result\x8c\x0b__builtins__\x93.",
            pickle.dumps("no result"),
        ],
    )
    def test_a_foreign_one_runs_nothing(self, run: Run, folder: Path, payload: bytes) -> None:
        self.entry(run).write_bytes(_digest(payload) + payload)
        assert "F201" in run("check", "toll.txt", "--cache-dir", "kept").stdout
        assert not (folder / "harmed").exists()

    @pytest.mark.usefixtures("toll")
    def test_a_folder_that_cannot_be_made_costs_only_the_cache(self, run: Run, folder: Path) -> None:
        (folder / "kept").write_text("a file")
        assert "F201" in run("check", "toll.txt", "--cache-dir", "kept").stdout

    @pytest.mark.usefixtures("toll")
    def test_no_home(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def homeless() -> Path:
            raise RuntimeError("Could not determine home directory.")

        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        monkeypatch.delenv("CHECKER_CACHE_DIR")
        monkeypatch.setattr(Path, "home", homeless)
        assert "F201" in run("check", "toll.txt").stdout
        assert run("cache", "clear").exit_code == 2

    def test_a_home_that_is_not_there_is_not_made(self, toll: Path, folder: Path) -> None:
        environment = {"HOME": str(folder / "gone"), "PYTHONPATH": str(Path(checker.__file__).parent.parent)}
        command = [sys.executable, "-m", "checker", "check", str(toll)]
        assert "F201" in subprocess.run(command, capture_output=True, text=True, env=environment).stdout
        assert not (folder / "gone").exists()


class TestKept:
    def test_a_problem_is_not(self, run: Run, folder: Path) -> None:
        (folder / "empty.txt").write_text("")
        for _ in range(2):
            assert run("check", "empty.txt", "--cache-dir", "kept").exit_code == 3
        assert not list(entries(folder / "kept" / "results"))

    @pytest.mark.usefixtures("toll")
    def test_what_grammar_was_not_read_for_is_not(self, run: Run, folder: Path) -> None:
        (folder / ".checker.toml").write_text('[grammar]\nserver = "http://127.0.0.1:9"\n')
        done = run("check", "toll.txt", "--grammar", "--cache-dir", "kept")
        assert "grammar: not run" in done.stdout
        assert not list(entries(folder / "kept" / "results"))

    def test_old_ones_go_and_those_asked_for_stay(self, folder: Path) -> None:
        cache = Cache(folder, lambda _: Config())
        results = {}
        for name in ("old", "used", "new"):
            entry = cache.find(Input(f"{name}.txt", raw=TOLL.encode()))
            results[name] = folder / entry.key[:2] / entry.key[2:]
            cache.keep(entry, checker.engine.check_input(entry.input, Config()))
        ages = {"old": 31, "used": 31, "new": 1}
        for name, days in ages.items():
            os.utime(results[name], (0, time.time() - days * 86_400))
        assert cache.find(Input("used.txt", raw=TOLL.encode())).result is not None
        (folder / "pruned").unlink()
        entry = cache.find(Input("last.txt", raw=TOLL.encode()))
        cache.keep(entry, checker.engine.check_input(entry.input, Config()))
        assert {name for name, file in results.items() if file.exists()} == {"used", "new"}


@pytest.mark.usefixtures("toll")
def test_status_and_clear(run: Run, checked: list[str], folder: Path) -> None:
    run("check", "toll.txt", "--cache-dir", "kept")
    own = folder / "kept" / "letter.txt"
    own.write_text("not ours")
    assert ": 1 result, 0.0 MB" in run("cache", "status", "--cache-dir", "kept").stdout
    assert ": 1 result removed" in run("cache", "clear", "--cache-dir", "kept").stdout
    assert ": 0 results, 0.0 MB" in run("cache", "status", "--cache-dir", "kept").stdout
    assert own.exists()
    run("check", "toll.txt", "--cache-dir", "kept")
    assert len(checked) == 2


@pytest.mark.usefixtures("toll")
def test_the_configuration_names_the_folder(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKER_CACHE_DIR")
    (folder / ".checker.toml").write_text('cache-dir = "kept"\n')
    run("check", "toll.txt")
    assert len(list(entries(folder / "kept" / "results"))) == 1


def test_nothing_of_checking_is_imported_for_an_unchanged_article(toll: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "checker", "check", str(toll), "--cache-dir", "kept"]
    environment = {**os.environ, "PYTHONPATH": str(Path(checker.__file__).parent.parent)}
    first, second = (subprocess.run(command, capture_output=True, text=True, env=environment) for _ in range(2))
    assert first.stdout == second.stdout
    heavy = tuple("checker.engine checker.annotate checker.rules. checker.parsers.text rich textstat yaml".split())
    loaded = {line.rpartition("|")[2].strip() for line in second.stderr.splitlines() if line.startswith("import time")}
    assert not [name for name in loaded if name.startswith(heavy)]
    assert "checker.engine" in first.stderr
