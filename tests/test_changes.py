"""What changed: earlier versions from git or by name, and the findings that are left."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import documents
import pytest
from click.testing import Result

from checker.changes import changed_blocks
from checker.config import Config
from checker.engine import check_input
from checker.inputs import Input, Previous
from checker.parsers import parse

Run = Callable[..., Result]
Git = Callable[..., str]

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git")

DOUBLED = "The council met on on Monday and planted trees along the river."
FINE = "The council met on Monday and planted trees along the river."
OTHER = "The mayor said that the the harbour stays closed for repairs."
LEAD = "A ferry ran aground off Torvik on Sunday night and {} people were injured, the coast guard said."
HEADLINE = "Ferry runs aground off Torvik, {} injured"


def write(path: Path | str, *paragraphs: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def reported(result: Result) -> list[tuple[str, str, int]]:
    """Path, code and line of every finding of a run with `--format json`."""
    return [
        (article["path"], finding["code"], finding["start"]["line"])
        for article in json.loads(result.stdout)["articles"]
        for finding in article["findings"]
    ]


@pytest.fixture
def git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in the working folder, which is a repository of its own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def call(*arguments: str) -> str:
        who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "protocol.file.allow=always"]
        done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    call("init", "-q", "-b", "main")
    return call


@pytest.fixture
def commit(git: Git) -> Callable[[], str]:
    """Commit all there is and return what names the commit."""

    def call() -> str:
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", "Story")
        return git("rev-parse", "HEAD")

    return call


@needs_git
class TestLines:
    def test_only_findings_on_changed_lines_are_reported(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", DOUBLED, FINE)
        commit()
        write("a.txt", DOUBLED, OTHER)

        result = run("check", ".", "--diff-base", "HEAD", "--format", "json")

        assert reported(result) == [("a.txt", "G202", 3)]
        assert result.exit_code == 1

    def test_the_closing_line_counts_what_was_left_out(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", DOUBLED, FINE)
        write("b.txt", DOUBLED)
        commit()
        write("a.txt", DOUBLED, OTHER)

        result = run("check", ".", "--diff-base", "HEAD")

        assert "1 article checked, " in result.stdout
        assert "; 1 where nothing changed; 1 article unchanged\n" in result.stdout

    def test_a_run_in_which_nothing_changed_is_clean(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", DOUBLED)
        commit()

        result = run("check", ".", "--diff-base", "HEAD")

        assert result.exit_code == 0
        assert "0 articles checked, 0 words: nothing found; 1 article unchanged" in result.stdout

    def test_a_folder_without_articles_is_misuse_all_the_same(self, run: Run, commit: Callable[[], str]) -> None:
        commit()

        assert run("check", ".", "--diff-base", "HEAD").exit_code == 2

    def test_a_finding_counts_when_its_other_place_changed(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", "Finance Minister Anna Wilson spoke first.", "Finance Minister Wilson will speak tomorrow.")
        commit()
        write("a.txt", "Interior Minister Anna Wilson spoke first.", "Finance Minister Wilson will speak tomorrow.")

        result = run("check", "a.txt", "--diff-base", "HEAD", "--format", "json", "--select", "N105")

        assert reported(result) == [("a.txt", "N105", 3)]

    @pytest.mark.parametrize("known", [True, False], ids=["added", "untracked"])
    def test_all_of_a_new_file_is_new(self, run: Run, git: Git, commit: Callable[[], str], known: bool) -> None:
        commit()
        write("a.txt", DOUBLED, OTHER)
        if known:
            git("add", "a.txt")

        assert len(reported(run("check", ".", "--diff-base", "HEAD", "--format", "json"))) == 2

    def test_an_ignored_file_that_is_named_is_new(self, run: Run, commit: Callable[[], str]) -> None:
        Path(".gitignore").write_text("drafts/\n")
        commit()
        write("drafts/a.txt", DOUBLED)

        assert reported(run("check", "drafts", "--diff-base", "HEAD", "--format", "json")) == [
            ("drafts/a.txt", "G202", 1)
        ]

    def test_what_is_committed_since_is_new_as_well(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", FINE)
        first = commit()
        write("a.txt", DOUBLED)
        commit()

        assert len(reported(run("check", ".", "--diff-base", first, "--format", "json"))) == 1
        assert reported(run("check", ".", "--diff-base", "HEAD", "--format", "json")) == []

    def test_a_file_that_was_empty_is_new(self, run: Run, commit: Callable[[], str]) -> None:
        Path("a.txt").write_text(" \n")
        commit()
        write("a.txt", DOUBLED)

        assert len(reported(run("check", ".", "--diff-base", "HEAD", "--format", "json"))) == 1

    def test_line_ends_are_no_change(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", DOUBLED, FINE)
        commit()
        Path("a.txt").write_bytes(Path("a.txt").read_bytes().replace(b"\n", b"\r\n"))

        assert reported(run("check", ".", "--diff-base", "HEAD", "--format", "json")) == []

    def test_the_baseline_and_the_revision_both_hold(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", DOUBLED, FINE)
        commit()
        write("a.txt", DOUBLED, OTHER)
        run("baseline", "a.txt")
        write("a.txt", DOUBLED, OTHER, "The mill mill was sold.")

        result = run("check", ".", "--diff-base", "HEAD", "--baseline", ".checker-baseline.json")

        assert "error G202 “mill” stands twice" in result.stdout
        assert "; 2 in the baseline\n" in result.stdout
        assert "found no more" not in result.stderr

    def test_the_cache_and_several_processes_change_nothing(self, run: Run, commit: Callable[[], str]) -> None:
        for number in range(6):
            write(f"{number}.txt", DOUBLED, FINE)
        commit()
        for number in range(1, 6):
            write(f"{number}.txt", DOUBLED, OTHER)
        arguments = ("check", ".", "--diff-base", "HEAD", "--format", "json")

        first = run(*arguments, "--no-cache")

        assert [path for path, _, _ in reported(first)] == [f"{number}.txt" for number in range(1, 6)]
        assert run(*arguments).stdout == first.stdout  # fills the cache
        assert run(*arguments).stdout == first.stdout  # reads it
        assert run(*arguments, "--no-cache", "--jobs", "2").stdout == first.stdout


@needs_git
class TestRevisions:
    def test_what_others_changed_in_the_branch_since_is_not_ours(
        self, run: Run, git: Git, commit: Callable[[], str]
    ) -> None:
        write("a.txt", DOUBLED, FINE)
        write("b.txt", DOUBLED, FINE)
        commit()
        git("switch", "-q", "-c", "story")
        write("a.txt", DOUBLED, OTHER)
        commit()
        git("switch", "-q", "main")
        write("b.txt", FINE, FINE)
        commit()
        git("switch", "-q", "story")

        assert reported(run("check", ".", "--diff-base", "main", "--format", "json")) == [("a.txt", "G202", 3)]

    @pytest.mark.parametrize("revision", ["HEAD~1", "v1", "main~1", "@{1}"])
    def test_whatever_git_takes_for_a_revision(
        self, run: Run, git: Git, commit: Callable[[], str], revision: str
    ) -> None:
        write("a.txt", FINE)
        commit()
        git("tag", "-a", "v1", "-m", "First")
        write("a.txt", DOUBLED)
        commit()

        assert len(reported(run("check", ".", "--diff-base", revision, "--format", "json"))) == 1

    def test_from_a_folder_inside(
        self, run: Run, commit: Callable[[], str], folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("desk/a.txt", DOUBLED, FINE)
        write("b.txt", DOUBLED)
        commit()
        write("desk/a.txt", DOUBLED, OTHER)
        monkeypatch.chdir(folder / "desk")

        assert reported(run("check", "a.txt", "../b.txt", "--diff-base", "HEAD", "--format", "json")) == [
            ("a.txt", "G202", 3)
        ]

    def test_a_repository_inside_another_has_its_own_revisions(
        self, run: Run, git: Git, commit: Callable[[], str]
    ) -> None:
        write("a.txt", DOUBLED, FINE)
        commit()
        git("init", "-q", "-b", "main", "inner")
        write("inner/b.txt", DOUBLED, FINE)
        git("-C", "inner", "add", "-A")
        git("-C", "inner", "commit", "-q", "-m", "Inner")
        write("inner/b.txt", DOUBLED, OTHER)

        assert reported(run("check", ".", "--diff-base", "HEAD", "--format", "json")) == [("inner/b.txt", "G202", 3)]

    def test_a_work_tree_beside_the_repository(
        self, run: Run, git: Git, commit: Callable[[], str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("a.txt", DOUBLED, FINE)
        commit()
        git("worktree", "add", "-q", "beside")
        monkeypatch.chdir("beside")
        write("a.txt", DOUBLED, OTHER)

        assert reported(run("check", "a.txt", "--diff-base", "main", "--format", "json")) == [("a.txt", "G202", 3)]

    def test_inside_a_hook_what_git_sets_does_not_lead_elsewhere(
        self, run: Run, commit: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("a.txt", DOUBLED, FINE)
        commit()
        write("a.txt", DOUBLED, OTHER)
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))

        assert reported(run("check", "a.txt", "--diff-base", "HEAD", "--format", "json")) == [("a.txt", "G202", 3)]


@needs_git
class TestFiles:
    NAMES = ("two words.txt", 'it\'s "quoted".txt', "Zürich – ναός.txt", "tab\there.txt", "-dash.txt", "[a]*.txt")

    @pytest.mark.parametrize("name", NAMES)
    def test_any_name(self, run: Run, commit: Callable[[], str], name: str) -> None:
        write(name, DOUBLED, FINE)
        commit()
        write(name, DOUBLED, OTHER)

        assert [line for _, _, line in reported(run("check", ".", "--diff-base", "HEAD", "--format", "json"))] == [3]

    def test_a_line_break_in_a_name(self, run: Run, commit: Callable[[], str]) -> None:
        write("two\nlines.txt", DOUBLED, FINE)
        commit()
        write("two\nlines.txt", DOUBLED, OTHER)

        assert [line for _, _, line in reported(run("check", ".", "--diff-base", "HEAD", "--format", "json"))] == [3]

    def test_a_renamed_file_is_compared_with_what_it_was(self, run: Run, git: Git, commit: Callable[[], str]) -> None:
        write("old name.txt", HEADLINE.format(32), LEAD.format(32), *[f"{FINE} It was day {day}." for day in range(9)])
        commit()
        git("mv", "old name.txt", "new.md")
        write("new.md", HEADLINE.format(32), LEAD.format(39), *[f"{FINE} It was day {day}." for day in range(9)])

        result = run("check", ".", "--diff-base", "HEAD", "--format", "json", "--select", "S107")

        assert reported(result) == [("new.md", "S107", 1)]

    def test_a_file_that_git_no_longer_tracks_is_compared_all_the_same(
        self, run: Run, git: Git, commit: Callable[[], str]
    ) -> None:
        write("a.txt", DOUBLED, FINE)
        commit()
        git("rm", "-q", "--cached", "a.txt")
        write("a.txt", DOUBLED, OTHER)

        assert reported(run("check", ".", "--diff-base", "HEAD", "--format", "json")) == [("a.txt", "G202", 3)]

    def test_a_link_is_followed_to_its_file(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", DOUBLED, FINE)
        Path("link.txt").symlink_to("a.txt")
        commit()
        write("a.txt", DOUBLED, OTHER)

        assert reported(run("check", "link.txt", "--diff-base", "HEAD", "--format", "json")) == [
            ("link.txt", "G202", 3)
        ]

    def test_a_link_to_itself_is_told(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", FINE)
        commit()
        Path("loop.txt").symlink_to("loop.txt")

        result = run("check", ".", "--diff-base", "HEAD")

        assert result.exit_code == 3
        assert "loop.txt: cannot be read: Too many levels of symbolic links" in result.stderr

    def test_records_of_an_archive_are_compared_by_their_ids(self, run: Run, commit: Callable[[], str]) -> None:
        records = [{"id": "one", "text": DOUBLED}, {"id": "two", "text": f"{DOUBLED}\n\n{FINE}"}]
        write("day.jsonl", "\n".join(map(json.dumps, records)))
        commit()
        records[1]["text"] = f"{DOUBLED}\n\n{OTHER}"
        records = [{"id": "#3", "text": DOUBLED}, *reversed(records)]
        write("day.jsonl", "\n".join(map(json.dumps, records)))

        result = run("check", "day.jsonl", "--diff-base", "HEAD", "--format", "json")

        assert reported(result) == [("day.jsonl##3", "G202", 1), ("day.jsonl#two", "G202", 3)]
        assert "1 article unchanged" in run("check", "day.jsonl", "--diff-base", "HEAD").stdout

    def test_an_archive_that_did_not_change_is_passed_over(self, run: Run, commit: Callable[[], str]) -> None:
        write("day.jsonl", json.dumps({"id": 1, "text": DOUBLED}))
        commit()

        result = run("check", "day.jsonl", "--diff-base", "HEAD")

        assert result.exit_code == 0
        assert "1 article unchanged" in result.stdout

    def test_a_word_document_is_compared_by_its_text(self, run: Run, commit: Callable[[], str]) -> None:
        old = [documents.paragraph(documents.run(text)) for text in (DOUBLED, FINE)]
        Path("a.docx").write_bytes(documents.document(*old))
        commit()
        new = [documents.paragraph(documents.run(text, "<w:b/>")) for text in (DOUBLED, OTHER)]
        Path("a.docx").write_bytes(documents.document(*new))

        result = run("check", "a.docx", "--diff-base", "HEAD", "--format", "json")

        assert [code for _, code, _ in reported(result)] == ["G202"]
        assert "“the” stands twice" in result.stdout

    def test_standard_input_is_compared_with_the_file_it_is_named_for(
        self, run: Run, commit: Callable[[], str]
    ) -> None:
        write("a.txt", DOUBLED, FINE)
        commit()
        arguments = ("check", "-", "--stdin-filename", "a.txt", "--diff-base", "HEAD", "--format", "json")

        assert reported(run(*arguments, input=f"{DOUBLED}\n\n{OTHER}\n")) == [("a.txt", "G202", 3)]
        assert reported(run(*arguments, input=f"{DOUBLED}\n\n{FINE}\n")) == []

    def test_an_input_that_cannot_be_read_is_still_told(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", FINE)
        commit()

        result = run("check", "a.txt", "gone.txt", "--diff-base", "HEAD")

        assert result.exit_code == 3
        assert "gone.txt: no such file or folder" in result.stderr

    def test_an_earlier_version_that_is_no_text_is_told(self, run: Run, commit: Callable[[], str]) -> None:
        Path("a.txt").write_bytes(b"\0\1\2\0\0\0")
        commit()
        write("a.txt", DOUBLED)

        result = run("check", "a.txt", "--diff-base", "HEAD")

        assert result.exit_code == 3
        assert "a.txt: the earlier version, HEAD:a.txt: byte 0 is 0x00" in result.stderr


@needs_git
class TestSafety:
    def test_no_program_of_the_settings_runs(self, run: Run, git: Git, commit: Callable[[], str], folder: Path) -> None:
        spy = folder / "spy.sh"
        spy.write_text(f"#!/bin/sh\ntouch '{folder}/was-run'\ncat \"$1\" 2>/dev/null\n")
        spy.chmod(0o755)
        Path(".gitattributes").write_text("*.txt diff=spy\n")
        write("a.txt", DOUBLED, FINE)
        commit()
        for setting in ("diff.external", "diff.spy.textconv", "diff.spy.command", "core.fsmonitor", "core.pager"):
            git("config", setting, str(spy))
        write("a.txt", DOUBLED, OTHER)

        assert reported(run("check", "a.txt", "--diff-base", "HEAD", "--format", "json")) == [("a.txt", "G202", 3)]
        assert not (folder / "was-run").exists()

    def test_nothing_is_written(self, run: Run, commit: Callable[[], str], folder: Path) -> None:
        write("a.txt", FINE)
        commit()
        os.utime("a.txt", (1, 1))  # git would note the new time in its index
        before = (folder / ".git" / "index").read_bytes()

        run("check", "a.txt", "--diff-base", "HEAD")

        assert (folder / ".git" / "index").read_bytes() == before

    def test_a_file_that_was_only_touched_is_unchanged(self, run: Run, commit: Callable[[], str]) -> None:
        write("a.txt", DOUBLED)
        commit()
        os.utime("a.txt", (1, 1))

        assert "1 article unchanged" in run("check", "a.txt", "--diff-base", "HEAD").stdout

    def test_settings_of_the_difference_do_not_matter(self, run: Run, git: Git, commit: Callable[[], str]) -> None:
        write("desk/a.txt", DOUBLED, FINE)
        commit()
        for setting in ("diff.noprefix", "diff.relative", "diff.mnemonicPrefix", "color.ui=always"):
            name, _, value = setting.partition("=")
            git("config", name, value or "true")
        write("desk/a.txt", DOUBLED, OTHER)

        assert reported(run("check", "desk", "--diff-base", "HEAD", "--format", "json")) == [("desk/a.txt", "G202", 3)]


class TestErrors:
    def test_no_repository(self, run: Run, folder: Path) -> None:
        write("a.txt", FINE)

        result = run("check", "a.txt", "--diff-base", "HEAD")

        assert result.exit_code == 2
        assert f"--diff-base HEAD: {folder / 'a.txt'} is in no git repository" in result.stderr

    @needs_git
    @pytest.mark.parametrize(
        ("revision", "said"),
        [
            ("nope", "no such revision in"),
            ("HEAD~9", "no such revision in"),
            ("main...", "no such revision in"),
            ("", "no such revision in"),
            ("--output=x", "no revision begins with a hyphen"),
            ("apart", "it has no commit in common with HEAD; in a shallow clone fetch more of the history"),
        ],
    )
    def test_a_revision_that_cannot_be_compared_with(
        self, run: Run, git: Git, commit: Callable[[], str], revision: str, said: str
    ) -> None:
        write("a.txt", FINE)
        commit()
        git("switch", "-q", "--orphan", "apart")
        git("commit", "-q", "--allow-empty", "-m", "Apart")
        git("switch", "-q", "main")

        result = run("check", "a.txt", f"--diff-base={revision}")

        assert result.exit_code == 2
        assert said in result.stderr

    @needs_git
    def test_a_repository_without_a_commit(self, run: Run, git: Git) -> None:
        write("a.txt", FINE)

        result = run("check", "a.txt", "--diff-base", "HEAD")

        assert result.exit_code == 2
        assert "has no commit yet" in result.stderr

    @needs_git
    def test_git_is_not_installed(
        self, run: Run, commit: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("a.txt", FINE)
        commit()
        monkeypatch.setenv("PATH", str(tmp_path))

        result = run("check", "a.txt", "--diff-base", "HEAD")

        assert result.exit_code == 2
        assert "--diff-base HEAD: git cannot be run: No such file or directory" in result.stderr

    @needs_git
    def test_standard_input_without_a_name(self, run: Run, commit: Callable[[], str]) -> None:
        commit()

        result = run("check", "-", "--diff-base", "HEAD", input=FINE)

        assert result.exit_code == 2
        assert "what is read from standard input needs --stdin-filename" in result.stderr

    @pytest.mark.parametrize("option", ["--fix", "--diff"])
    def test_nothing_is_fixed(self, run: Run, folder: Path, option: str) -> None:
        write("a.txt", DOUBLED)

        result = run("check", "a.txt", "--diff-base", "HEAD", option)

        assert result.exit_code == 2
        assert "--diff-base reports what is new and fixes nothing" in result.stderr


class TestPrevious:
    def test_a_value_that_was_left_behind(self, run: Run, folder: Path) -> None:
        write("old.txt", HEADLINE.format(32), LEAD.format(32))
        write("new.txt", HEADLINE.format(32), LEAD.format(39), DOUBLED)

        result = run("check", "new.txt", "--previous", "old.txt", "--format", "json", "--ignore", "F202")

        assert reported(result) == [("new.txt", "S107", 1), ("new.txt", "G202", 5)]

    def test_the_earlier_version_may_have_another_format(self, run: Run, folder: Path) -> None:
        write("old.html", f"<h1>{HEADLINE.format(32)}</h1><p>{LEAD.format(32)}</p>")
        write("new.md", f"# {HEADLINE.format(32)}", LEAD.format(39))

        assert reported(run("check", "new.md", "--previous", "old.html", "--format", "json", "--ignore", "F202")) == [
            ("new.md", "S107", 1)
        ]

    def test_without_one_the_rule_is_skipped_and_the_report_says_so(self, run: Run, folder: Path) -> None:
        write("new.txt", FINE)

        (article,) = json.loads(run("check", "new.txt", "--format", "json").stdout)["articles"]

        (check,) = [check for check in article["checks"] if check["code"] == "S107"]
        assert check["status"] == "skipped"
        assert check["reason"] == "no earlier version; give --previous or --diff-base"
        assert "S107" not in run("check", "new.txt").stdout

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["a.txt", "b.txt", "--previous", "old.txt"], "--previous is the earlier version of one article"),
            ([".", "--previous", "old.txt"], "--previous is the earlier version of one article"),
            (["a.txt", "--previous", "gone.txt"], "--previous gone.txt: no such file or folder"),
            (["a.txt", "--previous", "."], "--previous .: this is not one article"),
            (["a.txt", "--previous", "old.txt", "--diff-base", "HEAD"], "give one of them"),
        ],
    )
    def test_misuse(self, run: Run, folder: Path, arguments: list[str], said: str) -> None:
        for name in ("a.txt", "b.txt", "old.txt"):
            write(name, FINE)

        result = run("check", *arguments)

        assert result.exit_code == 2
        assert said in result.stderr

    def test_one_that_cannot_be_parsed_is_named(self, run: Run, folder: Path) -> None:
        write("a.txt", FINE)
        Path("old.txt").write_bytes(b"\0\1\2\0\0\0")

        result = run("check", "a.txt", "--previous", "old.txt")

        assert result.exit_code == 3
        assert "a.txt: the earlier version, old.txt: byte 0 is 0x00" in result.stderr

    def test_the_cache_knows_one_earlier_version_from_another(self, run: Run, folder: Path) -> None:
        write("old.txt", HEADLINE.format(32), LEAD.format(32))
        write("same.txt", HEADLINE.format(32), LEAD.format(39))
        write("new.txt", HEADLINE.format(32), LEAD.format(39))
        arguments = ("check", "new.txt", "--format", "json", "--select", "S107", "--previous")

        assert len(reported(run(*arguments, "old.txt"))) == 1
        assert reported(run(*arguments, "same.txt")) == []
        assert len(reported(run(*arguments, "old.txt"))) == 1


class TestBlocks:
    @pytest.mark.parametrize(
        ("form", "old", "new", "expected"),
        [
            ("text", "One.\n\nTwo.\n", "One.\n\nTwo!\n", ["Two!"]),
            ("text", "One.\n\nTwo.\n", "Two.\n\nOne.\n", ["Two."]),
            ("text", "One.\n\nTwo.\n", "Two.\n", []),
            ("text", "One.\n\nTwo.\n", "One.\n\n\nNone.\n\nTwo.\n", ["None."]),
            ("markdown", "One two\nthree.\n\nFour.\n", "One\ntwo three.\n\nFour.\n", []),
            ("markdown", "One [two](a).\n\nThree.\n", "One [two](b).\n\nThree.\n", ["One two."]),
            ("html", "<p>One</p><p>Two</p>", "<p>One</p>\n\n<p>Two</p>\n", []),
            ("html", "<p><a href=a>One</a></p><p>Two</p>", "<p><a href=b>One</a></p><p>Two</p>", ["One"]),
            ("html", "<p>One</p><p>Two</p>", "<p>One</p><h2>Two</h2>", ["Two"]),
            ("json", '{"title": "1", "body": "2.\\n\\nThree."}', '{"title": "1", "body": "2.\\n\\nFour."}', ["Four."]),
        ],
    )  # fmt: skip
    def test_what_is_new(self, form: str, old: str, new: str, expected: list[str]) -> None:
        article = parse(new, "new", form)

        changed = changed_blocks(article, Previous("old", old.encode(), form), form)

        assert [article[span] for span in sorted(changed)] == expected

    def test_an_archive_of_one_long_file_takes_no_time(self) -> None:
        old = "\n\n".join(["The same line."] * 4000 + [f"Line {number}." for number in range(4000)])
        article = parse(f"New.\n\n{old}\n\nNew.", "new.txt")

        changed = changed_blocks(article, Previous("old.txt", old.encode()), "text")

        assert [article[span] for span in sorted(changed)] == ["New.", "New."]

    def test_the_engine_alone_hides_nothing(self) -> None:
        entry = Input("a.txt", text=f"{DOUBLED}\n\n{OTHER}", previous=Previous("old.txt", DOUBLED.encode()))

        assert [finding.code for finding in check_input(entry, Config()).findings] == ["G202", "G202"]
