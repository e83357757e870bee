"""The GitHub action: its steps are run here one after the other, as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

WRONG = "The fair opens on Tuesday, March 4, 2026, says the council.\n"
RIGHT = "The fair opens on Wednesday, March 4, 2026, says the council.\n"

# Stands for the Python that is set up: it makes an environment whose checker is the one under test.
PYTHON = f"""\
#!/bin/sh
echo "$@" >> "$CALLS"
case "$1 $2" in
  "-m venv")
    mkdir -p "$3/bin"
    ln -sf "$0" "$3/bin/python"
    printf '#!/bin/sh\\necho checker "$@" >> "$CALLS"\\nexec {sys.executable} -m checker "$@"\\n' > "$3/bin/checker"
    chmod +x "$3/bin/checker" ;;
  "-m pip") ;;
  *) exec {sys.executable} "$@" ;;
esac
"""


@dataclass
class Runner:
    """What a runner of GitHub's does with a composite action, but for the actions that it uses."""

    folder: Path
    workspace: Path
    event: dict[str, Any] = field(default_factory=lambda: {"event_name": "push"})
    steps: dict[str, dict[str, str]] = field(default_factory=dict)
    used: list[dict[str, Any]] = field(default_factory=list)
    log: str = ""

    def run(self, **given: str) -> int:
        """Run the action with these inputs; the exit code is that of the step that failed."""
        python = self.folder / "python"
        python.write_text(PYTHON)
        python.chmod(0o755)
        self.inputs = {name: entry["default"] for name, entry in ACTION["inputs"].items()} | given
        for step in ACTION["runs"]["steps"]:
            if not self.value(step.get("if", "true")):
                continue
            if "uses" in step:
                self.used.append({key: self.filled(str(value)) for key, value in step["with"].items()} | step)
                self.steps[step.get("id", "")] = {"python-path": str(python)}
            elif code := self.bash(step):
                return code
        return 0

    def bash(self, step: dict[str, Any]) -> int:
        files = {name: self.folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "CALLS")}
        files["GITHUB_OUTPUT"].write_text("")
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")},
            **{name: str(file) for name, file in files.items()},
            "PYTHONPATH": str(ROOT),
            "GITHUB_ACTION_PATH": "/home/runner/work/_actions/OWNER/checker/v1",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REPOSITORY": "gazette/news",
            "GITHUB_SHA": str(self.event.get("sha", "")),
            **{name: self.filled(str(value)) for name, value in step["env"].items()},
        }
        assert step["shell"] == "bash"
        script = self.folder / "step.sh"
        script.write_text(step["run"])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.workspace, env=environment, text=True, capture_output=True, check=False,
        )  # fmt: skip
        self.log += done.stdout + done.stderr
        lines = files["GITHUB_OUTPUT"].read_text().splitlines()
        self.steps[step.get("id", "")] = dict(line.split("=", 1) for line in lines)
        return done.returncode

    def filled(self, text: str) -> str:
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: str(self.looked_up(found[1])), text)

    def looked_up(self, name: str) -> Any:
        place: Any = {
            "inputs": self.inputs,
            "steps": {step: {"outputs": outputs} for step, outputs in self.steps.items()},
            "github": self.event,
            "runner": {"temp": str(self.folder / "temp")},
        }
        for part in name.split("."):
            place = place.get(part, "") if isinstance(place, dict) else ""
        return place

    def value(self, condition: str) -> bool:
        """A condition of names, texts, ==, != and &&."""
        if condition == "true":
            return True
        parts = [re.fullmatch(r"(\S+) ([!=]=) (\S+)", part) for part in condition.split(" && ")]
        assert all(parts), condition
        return all((str(self.looked_up(part[1])) == part[3].strip("'")) == (part[2] == "==") for part in parts if part)

    @property
    def calls(self) -> list[str]:
        return (self.folder / "CALLS").read_text().splitlines()

    @property
    def summary(self) -> str:
        return (self.folder / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")

    @property
    def sarif(self) -> dict[str, Any]:
        return json.loads(Path(self.looked_up("steps.check.outputs.sarif")).read_text(encoding="utf-8"))


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[Runner]:
    workspace = tmp_path / "news"
    workspace.mkdir()
    (workspace / ".checker.toml").write_text("")
    return Runner(tmp_path, workspace)


def git(folder: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def committed(folder: Path, name: str, text: str = WRONG) -> str:
    (folder / name).write_text(text)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", name)
    return git(folder, "rev-parse", "HEAD")


def test_the_action_is_valid() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    done = subprocess.run([*command, str(ROOT / "action.yml")], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_no_input_is_put_into_a_script() -> None:
    """GitHub fills `${{ }}` in before bash reads it: an input there could be a command."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


class TestExitCodes:
    def test_all_is_well(self, runner: Runner) -> None:
        (runner.workspace / "a.txt").write_text(RIGHT)

        assert runner.run() == 0
        assert runner.steps["check"]["exit-code"] == "0"
        assert runner.summary.startswith("### checker: nothing found in 1 article\n")
        assert "::error" not in runner.log

    def test_something_is_found(self, runner: Runner) -> None:
        (runner.workspace / "a.txt").write_text(WRONG)

        assert runner.run() == 1
        assert "::error file=a.txt,line=1," in runner.log
        assert "::error title=checker::something was found at the level to fail on (exit code 1)" in runner.log
        assert "> line 1: The fair opens on <b>Tuesday, March 4, 2026</b>" in runner.summary
        assert [result["ruleId"] for result in runner.sarif["runs"][0]["results"]] == ["D101"]

    def test_the_configuration_is_bad(self, runner: Runner) -> None:
        (runner.workspace / "a.txt").write_text(WRONG)
        (runner.workspace / ".checker.toml").write_text("selct = ['100%']\n")

        assert runner.run() == 2
        assert "::error title=checker: misuse or a bad configuration (exit code 2)::checker: " in runner.log
        assert "no setting is called 'selct'; did you mean 'select'?" in runner.log
        assert "sarif" not in runner.steps["check"]
        assert len(runner.used) == 1  # nothing is sent to code scanning

    def test_no_article_is_misuse(self, runner: Runner) -> None:
        assert runner.run(paths="drafts") == 3
        assert runner.run() == 2

    def test_an_article_cannot_be_read(self, runner: Runner) -> None:
        (runner.workspace / "a.txt").write_text(RIGHT)
        (runner.workspace / "b.txt").write_bytes(b"\x00")

        assert runner.run() == 3
        assert "::error file=b.txt,title=checker::" in runner.log
        assert "::error title=checker: an article could not be checked (exit code 3)::checker: b.txt: " in runner.log
        assert "⚫ could not be checked" in runner.summary
        assert len(runner.used) == 2


class TestInputs:
    def test_paths_are_one_a_line_and_may_have_spaces(self, runner: Runner) -> None:
        for name in ("a b.txt", "c.txt", "d.txt"):
            (runner.workspace / name).write_text(WRONG)

        assert runner.run(paths="a b.txt\n\nc.txt\n") == 1
        assert "file=a b.txt" in runner.log
        assert "file=c.txt" in runner.log
        assert "file=d.txt" not in runner.log

    def test_options_are_quoted_as_in_a_shell_and_run_no_command(self, runner: Runner) -> None:
        (runner.workspace / "a.txt").write_text(WRONG)

        assert runner.run(args="--ignore 'D1' --exclude '$(touch gone) *.md'", **{"fail-on": "note"}) == 0
        assert not (runner.workspace / "gone").exists()
        assert "--ignore D1 --exclude $(touch gone) *.md --fail-on note --format github -- ." in runner.calls[-3]

    def test_the_level_to_fail_on(self, runner: Runner) -> None:
        (runner.workspace / "a.txt").write_text(WRONG)

        assert runner.run(**{"fail-on": "never"}) == 0

    @pytest.mark.parametrize(
        ("given", "option"), [("true", "--grammar"), ("required", "--grammar=required"), ("false", None)]
    )
    def test_grammar(self, runner: Runner, given: str, option: str | None) -> None:
        (runner.workspace / "a.txt").write_text(RIGHT)
        runner.inputs = {**{name: entry["default"] for name, entry in ACTION["inputs"].items()}, "grammar": given}
        fake = runner.folder / "bin"
        fake.mkdir()
        (fake / "checker").write_text('#!/bin/sh\necho "$@"\n')
        (fake / "checker").chmod(0o755)
        (fake / "python").symlink_to(sys.executable)
        runner.steps["install"] = {"bin": str(fake)}
        step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")

        assert runner.bash(step) == 0, runner.log
        assert runner.log.startswith(f"check {option + ' ' if option else ''}--format github -- .\n")

    def test_what_is_sent_to_code_scanning(self, runner: Runner) -> None:
        (runner.workspace / "a.txt").write_text(WRONG)
        runner.run()

        assert runner.used[1]["uses"].startswith("github/codeql-action/upload-sarif@")
        assert runner.used[1]["sarif_file"] == runner.steps["check"]["sarif"]

    def test_nothing_is_sent_for_a_fork_or_when_not_wanted(self, runner: Runner) -> None:
        (runner.workspace / "a.txt").write_text(WRONG)
        runner.run(upload="false")
        runner.event["event"] = {"pull_request": {"head": {"repo": {"fork": "true"}}}}
        runner.run()

        assert [use["uses"].partition("@")[0] for use in runner.used] == ["actions/setup-python"] * 2

    @pytest.mark.parametrize(
        ("inputs", "what"),
        [
            ({}, "/home/runner/work/_actions/OWNER/checker/v1"),
            ({"version": "v1.2"}, "checker @ git+https://github.com/OWNER/checker@v1.2"),
        ],
    )
    def test_the_version_that_is_installed(self, runner: Runner, inputs: dict[str, str], what: str) -> None:
        (runner.workspace / "a.txt").write_text(RIGHT)
        runner.run(**inputs)

        assert f"-m pip install --quiet {what}" in runner.calls


class TestChanges:
    """Which revision changes are counted from, and what is reported then."""

    STEP = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "base")

    def base(self, runner: Runner, given: str = "") -> str:
        runner.inputs = {"diff-base": given}
        assert runner.bash(self.STEP) == 0, runner.log
        return runner.steps["base"]["base"]

    @pytest.fixture
    def pull(self, runner: Runner) -> dict[str, str]:
        """A pull request as it is checked out: the merge that GitHub made, and no other commit."""
        origin = runner.folder / "origin"
        origin.mkdir()
        git(origin, "init", "-q")
        commits = {"old base": committed(origin, "a.txt")}
        git(origin, "switch", "-q", "-c", "story")
        commits["head"] = committed(origin, "b.txt")
        git(origin, "switch", "-q", "main")
        commits["base"] = committed(origin, "c.txt")
        git(origin, "switch", "-q", "-c", "merge")
        git(origin, "merge", "-q", "--no-ff", "-m", "merge", "story")
        commits["merge"] = git(origin, "rev-parse", "HEAD")
        git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")  # as GitHub does
        git(runner.folder, "clone", "-q", "--depth=1", "--branch=merge", f"file://{origin}", "checkout")
        runner.workspace = runner.folder / "checkout"
        runner.event = {"event_name": "pull_request", "sha": commits["merge"],
                        "event": {"pull_request": {"base": {"sha": commits["old base"]}}}}  # fmt: skip
        return commits

    def test_a_push_is_checked_as_a_whole(self, runner: Runner) -> None:
        assert self.base(runner) == ""

    def in_common(self, runner: Runner) -> str:
        return git(runner.workspace, "merge-base", runner.steps["base"]["base"], "HEAD")

    def test_a_pull_request_is_counted_from_its_base_as_it_is_now(self, runner: Runner, pull: dict[str, str]) -> None:
        assert self.base(runner) == pull["base"] == self.in_common(runner)
        assert git(runner.workspace, "diff", "--name-only", pull["base"]) == "b.txt"
        assert git(runner.workspace, "rev-list", "--count", "HEAD") == "3"  # the merge and its parents, no history

    def test_another_checkout_is_counted_from_the_base_that_github_names(
        self, runner: Runner, pull: dict[str, str]
    ) -> None:
        runner.event["sha"] = pull["head"]  # such as a checkout of the branch itself

        assert self.base(runner) == pull["old base"] == self.in_common(runner)

    @pytest.mark.parametrize(("given", "found"), [("story", "head"), ("main", "base"), ("HEAD", "merge")])
    def test_a_revision_of_ones_own_is_fetched(
        self, runner: Runner, pull: dict[str, str], given: str, found: str
    ) -> None:
        base = self.base(runner, given)

        assert git(runner.workspace, "rev-parse", base) == pull[found] == self.in_common(runner)

    def test_a_checkout_with_its_history_fetches_nothing(self, runner: Runner, pull: dict[str, str]) -> None:
        git(runner.workspace, "fetch", "-q", "--unshallow")
        git(runner.workspace, "remote", "remove", "origin")

        assert self.base(runner) == pull["base"] == self.in_common(runner)

    def test_a_pull_request_hears_of_its_own_changes_and_code_scanning_of_everything(
        self, runner: Runner, pull: dict[str, str]
    ) -> None:
        assert runner.run() == 1

        annotations = [line.partition(",")[0] for line in runner.log.splitlines() if line.startswith("::error file=")]
        assert annotations == ["::error file=b.txt"]
        assert "<code>b.txt</code>" in runner.summary
        assert "<code>a.txt</code>" not in runner.summary
        assert len(runner.sarif["runs"][0]["results"]) == 3

    def test_a_pull_request_that_changes_no_article_passes(self, runner: Runner, pull: dict[str, str]) -> None:
        assert runner.run(**{"diff-base": "HEAD"}) == 0
        assert runner.summary.startswith("### checker: nothing found in 0 articles, 3 articles unchanged\n")

    def test_none_checks_everything(self, runner: Runner, pull: dict[str, str]) -> None:
        assert self.base(runner, "none") == ""

    def test_a_revision_that_does_not_exist_fails(self, runner: Runner, pull: dict[str, str]) -> None:
        runner.inputs = {"diff-base": "no-such-branch"}

        assert runner.bash(self.STEP) != 0
