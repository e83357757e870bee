"""LanguageTool servers: one that is named and fails, one of our own and its end, and what is installed for it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import fake_languagetool as fake
import pytest
from click.testing import Result
from grammar_server import access

from checker.grammar.server import _free_port

Run = Callable[..., Result]

ROOT = Path(__file__).parent.parent
FAULTY = "The ferry was late. Residents said that they was told nothing.\n"
MISDATED = f"The fair opens on Tuesday, March 4, 2026.\n\n{FAULTY}"
USELESS = {
    "429": (429, "Too Many Requests", "takes no more requests for now (429 Too Many Requests); try later"),
    "426": (426, '{"message": "limit"}', "takes no more requests for now (426 Upgrade Required)"),
    "500": (500, "Error: Out of memory", "answers 500 Internal Server Error: Error: Out of memory"),
    "404": (404, "<html>nothing here", "answers 404 Not Found: <html>nothing here"),
    "page": (200, "<html><title>Router</title>", "is no LanguageTool server for this: it sends '<html><title>"),
    "other": (200, '{"ok": true}', "is no LanguageTool server for this: its answer has no 'matches'; mend server"),
    "error": (200, '{"code": 1, "message": "no"}', "is no LanguageTool server for this"),
}


def grammar_check(report: str) -> dict[str, object]:
    """What became of the check in a report of one line: its status, the reason, and the problem of the article."""
    (record,) = (json.loads(line) for line in report.splitlines())
    (found,) = (ran for ran in record["checks"] if ran["code"] == "G101")
    return {"status": found["status"], "reason": found["reason"], "problem": record["problem"]}


@pytest.fixture
def client() -> None:
    pytest.importorskip("language_tool_python") if not os.environ.get("CHECKER_REQUIRE_ALL") else None


@pytest.mark.usefixtures("client")
class TestServerThatFails:
    """The rest of the report stands, and the check says why it was not made and what to do."""

    def check_with(self, run: Run, url: str, *arguments: str, timeout: float = 5) -> Result:
        Path("a.txt").write_text(MISDATED, encoding="utf-8")
        Path(".checker.toml").write_text(f'[grammar]\nserver = "{url}"\ntimeout = {timeout}\n')
        return run("check", *(arguments or ("--grammar",)), "a.txt", "--format", "jsonl")

    def test_a_sound_one_is_asked(self, run: Run, folder: Path) -> None:
        with fake.serving(fake.sound) as url:
            result = self.check_with(run, url)

        assert grammar_check(result.stdout) == {"status": "ran", "reason": "", "problem": None}
        found = [finding for finding in json.loads(result.stdout)["findings"] if finding["code"] == "G101"]
        assert [finding["start"]["offset"] for finding in found] == [MISDATED.index("was told")]
        assert found[0]["fix"] == {
            "title": "put “were” here (LanguageTool THEY_WAS)",
            "safe": False,
            "edits": [{"start": found[0]["start"], "end": found[0]["end"], "text": "were"}],
        }

    @pytest.mark.parametrize("name", USELESS)
    def test_an_answer_that_is_of_no_use(self, run: Run, folder: Path, name: str) -> None:
        status, body, reason = USELESS[name]

        def broken(path: str, text: str) -> fake.Answer:
            return (status, body) if path == "check" else fake.sound(path, text)

        with fake.serving(broken) as url:
            result = self.check_with(run, url)

        ran = grammar_check(result.stdout)
        assert ran["status"] == "skipped"
        assert str(ran["reason"]).startswith("grammar: not run: ")
        assert reason in str(ran["reason"])
        assert ran["problem"] is None
        assert "D101" in result.stdout, "the rest of the report stands"
        assert result.exit_code == 1

    @pytest.mark.parametrize("body", ["<html>", "[]", '{"a": 1}', "[1]", '[{"code": "de", "longCode": "de-DE"}]'])
    def test_a_list_of_languages_that_is_of_no_use(self, run: Run, folder: Path, body: str) -> None:
        with fake.serving(lambda *_: (200, body)) as url:
            result = self.check_with(run, url)

        assert "is no LanguageTool server for this" in str(grammar_check(result.stdout)["reason"])

    def test_nobody_there(self, run: Run, folder: Path) -> None:
        with fake.serving(fake.sound) as url:
            pass

        result = self.check_with(run, url)

        assert f"no server answers at {url}/v2/" in str(grammar_check(result.stdout)["reason"])

    def test_a_slow_one(self, run: Run, folder: Path) -> None:
        began = time.monotonic()
        with fake.serving(fake.slow(20)) as url:
            result = self.check_with(run, url, timeout=0.2)

        assert "did not answer in 0.2 seconds; raise timeout" in str(grammar_check(result.stdout)["reason"])
        assert time.monotonic() - began < 10

    def test_it_is_asked_twice(self, run: Run, folder: Path) -> None:
        asked = []

        def hesitant(path: str, text: str) -> fake.Answer:
            asked.append(path)
            return (503, "starting") if asked.count("check") == 1 and path == "check" else fake.sound(path, text)

        with fake.serving(hesitant) as url:
            result = self.check_with(run, url)

        assert asked == ["languages", "check", "check"]
        assert grammar_check(result.stdout)["status"] == "ran"

    def test_it_is_given_up_when_it_goes_on_failing(self, run: Run, folder: Path) -> None:
        asked = []

        def broken(path: str, text: str) -> fake.Answer:
            asked.append(path)
            return (200, "{}") if path == "check" else fake.sound(path, text)

        names = [f"{name}.txt" for name in "bcdef"]
        for name in names:
            (folder / name).write_text(FAULTY)
        with fake.serving(broken) as url:
            result = self.check_with(run, url, "--grammar", *names)

        assert asked.count("check") == 2
        assert result.stdout.count("failed 2 times running and is asked no more") == 4

    def test_required_makes_it_a_problem_of_the_article(self, run: Run, folder: Path) -> None:
        with fake.serving(lambda *_: (429, "")) as url:
            result = self.check_with(run, url, "--grammar=required")

        ran = grammar_check(result.stdout)
        assert result.exit_code == 3
        assert ran["problem"] == {"kind": "not-run", "message": ran["reason"]}
        assert "D101" in result.stdout
        assert "checker: a.txt: grammar: not run: the server at" in result.stderr

    def test_required_is_content_with_a_server(self, run: Run, folder: Path) -> None:
        with fake.serving(fake.sound) as url:
            result = self.check_with(run, url, "--grammar=required", "--select", "G101", "--fail-on", "never")

        assert result.exit_code == 0

    def test_nobody_is_asked_when_the_rule_is_not_wanted(self, run: Run, folder: Path) -> None:
        asked = []

        def counting(path: str, text: str) -> fake.Answer:
            asked.append(path)
            return fake.sound(path, text)

        with fake.serving(counting) as url:
            result = self.check_with(run, url, "--grammar=required", "--ignore", "G1")

        assert asked == []
        assert result.exit_code == 1


def processes_with(word: str, without: str = "<defunct>") -> list[int]:
    """The processes that have `word` in their command line, and not that other one."""
    said = subprocess.run(["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    lines = (line.split(maxsplit=1) for line in said.splitlines() if word in line and without not in line)
    return [int(number) for number, _ in lines]


def gone(word: str, seconds: float = 10) -> bool:
    """Whether no process has `word` in its command line, at once or soon."""
    deadline = time.monotonic() + seconds
    while found := processes_with(word):
        if time.monotonic() > deadline:
            for process in found:
                os.kill(process, signal.SIGKILL)
            return False
        time.sleep(0.1)
    return True


@pytest.fixture
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a stand-in for LanguageTool in it, which is what would be started."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("JAVA_HOME", str(fake.java(folder / "java")))
    monkeypatch.setenv("CHECKER_LANGUAGETOOL", str(fake.jars(folder / "jars")))
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(FAULTY)
    return folder


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for Java is a shell script")
@pytest.mark.usefixtures("client")
class TestOwnServer:
    """One server a run, for all its processes, and none afterwards: told by the folder in their command lines."""

    @pytest.mark.parametrize("jobs", ["1", "3"])
    def test_it_is_started_once_and_ends_with_the_run(self, own: Path, jobs: str) -> None:
        servers: set[int] = set()
        with (own / "out").open("w") as out:
            run = subprocess.Popen(self.command(own, jobs), stdout=out)
            while run.poll() is None:
                servers.update(processes_with(f"{own}/jars", without="keeper.py"))
                time.sleep(0.05)
        lines = [json.loads(line) for line in (own / "out").read_text().splitlines()]

        assert run.returncode == 0
        assert [sum(found["code"] == "G101" for found in line["findings"]) for line in lines] == [1] * 40
        assert len(servers) == 1
        assert processes_with(str(own)) == []

    @pytest.mark.parametrize("jobs", ["1", "2"])
    @pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
    def test_it_does_not_outlive_the_run(self, own: Path, jobs: str, name: str, midway: Midway) -> None:
        run = midway(self.command(own, jobs))

        os.kill(run.pid, getattr(signal, name))

        assert run.wait(30) != 0
        assert gone(str(own))

    def test_ctrl_c_is_for_the_whole_group(self, own: Path, midway: Midway) -> None:
        run = midway(self.command(own, "2"))

        os.killpg(run.pid, signal.SIGINT)

        assert run.wait(30) == 130
        assert gone(str(own))

    def test_it_ends_though_its_keeper_was_killed(self, own: Path, midway: Midway) -> None:
        run = midway(self.command(own, "1"))
        (keeper,) = set(processes_with("keeper.py")) & set(processes_with(str(own)))
        os.kill(keeper, signal.SIGKILL)

        os.kill(run.pid, signal.SIGINT)

        assert run.wait(30) == 130
        assert gone(str(own))

    def test_one_that_dies_at_once_says_why(self, own: Path, run: Run) -> None:
        (own / "java" / "bin" / "java").write_text(
            '#!/bin/sh\nif [ "$1" = -version ]; then echo \'version "21"\' >&2; exit; fi\n'
            "echo 'Error: Could not find or load main class'; exit 1\n"
        )

        result = run("check", "--grammar=required", "00.txt")

        assert result.exit_code == 3
        assert "LanguageTool ended while it was starting: Error: Could not find or load main class" in result.stderr

    def test_another_port_is_tried_when_one_is_taken(
        self, own: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with fake.serving(lambda *_: (404, "")) as url:
            ports = iter([int(url.rpartition(":")[2]), _free_port()])
            monkeypatch.setattr("checker.grammar.server._free_port", lambda: next(ports))

            result = run("check", "--grammar=required", "00.txt", "--fail-on", "never")

        assert result.exit_code == 0
        assert next(ports, None) is None
        assert gone(str(own))

    def command(self, own: Path, jobs: str) -> list[str]:
        return [sys.executable, "-m", "checker", "check", "--grammar", "-j", jobs, "--format", "jsonl", str(own)]


Midway = Callable[[list[str]], subprocess.Popen[bytes]]


@pytest.fixture
def midway(own: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Midway]:
    """Start a run that takes a while, and return when it has its server and has begun to use it."""
    monkeypatch.setenv(fake.DELAY, "0.3")
    started = []

    def start(command: list[str]) -> subprocess.Popen[bytes]:
        with (own / "out").open("wb") as out:
            run = subprocess.Popen(
                command,
                stdout=out,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )
        started.append(run)
        deadline = time.monotonic() + 30
        while len(processes_with(f"{own}/jars")) < 2 and run.poll() is None and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(1.5)
        assert run.poll() is None
        return run

    yield start
    for run in started:
        run.kill()
        run.wait()


class TestInstallation:
    """What `checker grammar` finds, refuses and installs."""

    @pytest.fixture(autouse=True)
    def bare(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A machine with nothing on it."""
        for name in ("JAVA_HOME", "CHECKER_LANGUAGETOOL", "LTP_PATH"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        monkeypatch.setenv("HOME", str(folder / "home"))
        monkeypatch.setenv("PATH", str(folder / "bin"))
        (folder / "a.txt").write_text(MISDATED)

    def test_without_java(self, run: Run, folder: Path) -> None:
        fake.jars(folder / "cache" / "checker" / "languagetool")

        result = run("check", "--grammar", "a.txt", "--format", "jsonl")

        ran = grammar_check(result.stdout)
        remedy = "install Java 17 or newer, or name a running LanguageTool as server in [tool.checker.grammar]"
        assert ran["reason"] == f"grammar: not run: no Java was found; {remedy}"
        assert result.stderr == f"checker: {ran['reason']}\n"
        assert result.exit_code == 1, "the rest of the report stands"
        assert run("check", "--grammar=required", "a.txt").exit_code == 3
        assert "no Java was found" in run("check", "--grammar", "a.txt").stdout

    @pytest.mark.parametrize("version", ["11.0.2", "1.8.0_292", "16"])
    def test_with_an_old_java(self, run: Run, folder: Path, version: str) -> None:
        fake.java(folder, version)

        reason = str(grammar_check(run("check", "--grammar", "a.txt", "--format", "jsonl").stdout)["reason"])

        assert f"{folder}/bin/java is Java {version.removeprefix('1.').partition('.')[0]}; install Java 17" in reason

    def test_without_languagetool(self, run: Run, folder: Path) -> None:
        fake.java(folder)

        reason = grammar_check(run("check", "--grammar", "a.txt", "--format", "jsonl").stdout)["reason"]

        assert reason == "grammar: not run: LanguageTool was not found; run `checker grammar install`"

    def test_without_the_client(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from importlib.metadata import PackageNotFoundError

        def missing(name: str) -> str:
            raise PackageNotFoundError(name)

        monkeypatch.setattr("checker.grammar.install.version", missing)

        reason = str(grammar_check(run("check", "--grammar", "a.txt", "--format", "jsonl").stdout)["reason"])

        assert "language-tool-python is not installed; pip install 'checker[grammar]'" in reason

    @pytest.mark.parametrize("given", ["jars", "CHECKER_LANGUAGETOOL"])
    def test_a_folder_that_is_named_and_wrong_is_refused(
        self, run: Run, folder: Path, given: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fake.java(folder)
        fake.jars(folder / "cache" / "checker" / "languagetool")
        if given == "jars":
            (folder / ".checker.toml").write_text(f'[grammar]\njars = "{folder}/none"\n')
        else:
            monkeypatch.setenv(given, f"{folder}/none")

        reason = str(grammar_check(run("check", "--grammar", "a.txt", "--format", "jsonl").stdout)["reason"])

        assert f"{given}: {folder}/none does not hold LanguageTool; name the folder of its jars" in reason

    def test_status_says_what_is_missing(self, run: Run, folder: Path) -> None:
        result = run("grammar", "status")

        assert result.exit_code == 1
        assert "java:          not found: no Java was found; install Java 17" in result.stdout
        assert "languagetool:  not found: LanguageTool was not found; run `checker grammar install`" in result.stdout
        assert result.stdout.endswith("grammar:       cannot be checked\n")

    @pytest.mark.usefixtures("client")
    def test_status_says_what_there_is(self, run: Run, folder: Path) -> None:
        fake.java(folder)
        fake.jars(folder / "cache" / "checker" / "languagetool")

        result = run("grammar", "status")

        assert result.exit_code == 0
        assert f"java:          {folder}/bin/java, version 17\n" in result.stdout
        assert f"languagetool:  {folder}/cache/checker/languagetool\n" in result.stdout
        assert result.stdout.endswith("grammar:       ready\n")

    @pytest.mark.usefixtures("client")
    def test_status_asks_the_server_that_is_named(self, run: Run, folder: Path) -> None:
        def strict(path: str, text: str) -> fake.Answer:
            return fake.sound(path, text.replace("bridge are", "they was"))

        for says, code in ((strict, 0), (fake.sound, 1), (lambda *_: (429, ""), 1)):
            with fake.serving(says) as url:
                (folder / "house.toml").write_text(f'[grammar]\nserver = "{url}"\n')
                result = run("grammar", "status", "--config", folder / "house.toml")
            assert (result.exit_code, "java" in result.stdout) == (code, False)

    def test_jars_of_ones_own_are_used_from_then_on(self, run: Run, folder: Path) -> None:
        assert run("grammar", "install", "--jars", fake.jars(folder / "mine")).exit_code == 0
        assert f"languagetool:  {folder}/mine\n" in run("grammar", "status").stdout

        refused = run("grammar", "install", "--jars", folder / "home")
        assert refused.exit_code == 1
        assert "does not hold LanguageTool: it needs languagetool-server*.jar, " in refused.stderr
        assert f"languagetool:  {folder}/mine\n" in run("grammar", "status").stdout

    @pytest.mark.usefixtures("client")
    @pytest.mark.parametrize("sound", [True, False])
    def test_the_download_is_that_of_the_library_with_its_checksum(self, folder: Path, sound: bool) -> None:
        fake.java(folder)
        archive = folder / "LanguageTool-6.8.zip"
        with zipfile.ZipFile(archive, "w") as made:
            made.writestr("LanguageTool-6.8/languagetool-server.jar", "")
        checksum = sha256(archive.read_bytes()).hexdigest() if sound else "0" * 64
        with serving_files(folder) as url:
            done = subprocess.run(
                [sys.executable, "-m", "checker", "grammar", "install"],
                capture_output=True,
                text=True,
                check=False,
                env={**os.environ, "LTP_DOWNLOAD_HOST_NEW_RELEASES": f"{url}/", "LTP_DOWNLOAD_SHA256": checksum},
            )

        where = folder / "home" / ".cache" / "language_tool_python" / "LanguageTool-6.8"
        if sound:
            assert (done.returncode, done.stdout) == (0, f"LanguageTool is in {where}\n"), done.stderr
            assert where.is_dir()
        else:
            assert done.returncode == 1
            assert "checksum mismatch" in done.stderr
            assert not where.exists()


@contextmanager
def serving_files(folder: Path) -> Iterator[str]:
    """The address of a server of the files in a folder."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    files = ThreadingHTTPServer(("localhost", 0), partial(Quiet, directory=str(folder)))
    Thread(target=files.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://localhost:{files.server_address[1]}"
    finally:
        files.shutdown()
        files.server_close()


def test_a_real_server_serves_a_run(run: Run, folder: Path) -> None:
    """With Java and LanguageTool as they are on this machine; the others need one that can be told to fail."""
    access()
    (folder / "a.md").write_text(f"# 🎉\n\n{FAULTY}")

    result = run("check", "--grammar=required", "a.md", "--fail-on", "never", "--format", "jsonl")

    assert grammar_check(result.stdout)["status"] == "ran"
    (found,) = (finding for finding in json.loads(result.stdout)["findings"] if finding["code"] == "G101")
    assert found["start"] == {"offset": 50, "line": 3, "column": 46}
    assert result.exit_code == 0
