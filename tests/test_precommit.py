"""The hooks under real pre-commit, in a scratch repository that takes them from a copy of this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import Result

ROOT = Path(__file__).parent.parent
PACKAGE = ("checker", "schemas", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
UNREACHABLE = (
    "No matching distribution found",
    "Could not find a version",
    "Max retries exceeded",
    "Failed to establish a new connection",
    "name resolution",
)

CLEAN = "The council met on Monday and agreed to plant trees along the river.\n"
FAULTY = "The fair opens on Tuesday, March 4, 2026, and the council has promised music.\n"


@dataclass(frozen=True)
class Repository:
    """A folder under git, with pre-commit's own folder beside it."""

    folder: Path
    home: Path

    def call(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "CHECKER_"))}
        environment |= {
            "PRE_COMMIT_HOME": str(self.home),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{
                f"GIT_{role}_{key}": "desk@example.org" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")
            },
        }
        return subprocess.run(
            command, cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def git(self, *arguments: str) -> str:
        done = self.call("git", *arguments)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.call(sys.executable, "-m", "pre_commit", *arguments)

    def write(self, **files: str) -> None:
        """Put these files into the folder and into git's index, and no other."""
        for path in self.folder.iterdir():
            if path.name not in (".git", ".pre-commit-config.yaml"):
                path.unlink()
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        self.git("add", "--all")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This project as a repository with one commit."""
    folder = tmp_path_factory.mktemp("checker")
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    repository = Repository(folder, folder)
    repository.git("init", "--quiet")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "A copy")
    return repository


def scratch(source: Repository, folder: Path, hook: str) -> Repository:
    """A repository that uses one of the hooks, its environment made; skips where the package index is out of reach."""
    repository = Repository(folder / "news", folder / "home")
    repository.folder.mkdir()
    repository.git("init", "--quiet")
    (repository.folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {source.folder}\n  rev: {source.git('rev-parse', 'HEAD')}\n  hooks:\n  - id: {hook}\n"
    )
    made = repository.pre_commit("install-hooks")
    if made.returncode and any(sign in made.stdout for sign in UNREACHABLE):
        reason = "pre-commit cannot install checker: the package index is out of reach"
        if os.environ.get("CHECKER_REQUIRE_ALL"):
            pytest.fail(f"{reason}\n{made.stdout}")
        pytest.skip(reason)
    assert made.returncode == 0, made.stdout
    return repository


@pytest.fixture(scope="module")
def news(source: Repository, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return scratch(source, tmp_path_factory.mktemp("scratch"), "checker")


@pytest.fixture(scope="module")
def proofread(source: Repository, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return scratch(source, tmp_path_factory.mktemp("proofread"), "checker-grammar")


@pytest.fixture
def hook(news: Repository) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the hook over a repository of these files."""

    def run(**files: str) -> subprocess.CompletedProcess[str]:
        news.write(**files)
        return news.pre_commit("run", "--all-files")

    return run


Hook = Callable[..., subprocess.CompletedProcess[str]]


def test_the_manifest_is_valid(source: Repository) -> None:
    done = source.pre_commit("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))

    assert done.returncode == 0, done.stdout


class TestExitCodes:
    """pre-commit fails for each of them, and prints which one it was."""

    def test_clean_articles_pass(self, hook: Hook) -> None:
        done = hook(**{"a.md": CLEAN, "b.txt": CLEAN})

        assert done.returncode == 0, done.stdout
        assert done.stdout.rstrip().endswith("Passed")

    def test_findings_are_1(self, hook: Hook) -> None:
        done = hook(**{"a.md": CLEAN, "b.txt": FAULTY})

        assert done.returncode == 1
        assert "- exit code: 1" in done.stdout
        assert "b.txt:1:19: error D101 " in done.stdout
        assert "2 articles checked" in done.stdout

    def test_a_bad_configuration_is_2(self, hook: Hook) -> None:
        done = hook(**{"a.md": FAULTY, ".checker.toml": "selct = ['F']\n"})

        assert done.returncode == 1
        assert "- exit code: 2" in done.stdout
        assert ".checker.toml: no setting is called 'selct'; did you mean 'select'?" in done.stdout
        assert "D101" not in done.stdout

    def test_an_article_that_cannot_be_checked_is_3_and_the_others_are_checked(self, hook: Hook) -> None:
        done = hook(**{"a.md": "---\npublished: soon\n---\n\nText.\n", "b.txt": FAULTY})

        assert done.returncode == 1
        assert "- exit code: 3" in done.stdout
        assert "checker: a.md: line 2: published: 'soon' is not a date" in done.stdout
        assert "b.txt:1:19: error D101 " in done.stdout


def test_only_articles_are_read(hook: Hook) -> None:
    done = hook(**{"a.py": f"# {FAULTY}", "b.csv": FAULTY})

    assert done.returncode == 0
    assert "(no files to check)Skipped" in done.stdout


def test_what_is_silenced_or_known_passes(
    news: Repository, hook: Hook, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hook(**{"a.md": f"<!-- checker: ignore D101 by the old calendar -->\n\n{FAULTY}"}).returncode == 0

    settings = {"a.md": FAULTY, ".checker.toml": "baseline = '.checker-baseline.json'\n"}
    news.write(**settings)
    monkeypatch.chdir(news.folder)
    assert run("baseline", "a.md").exit_code == 0
    known = (news.folder / ".checker-baseline.json").read_text(encoding="utf-8")
    assert hook(**settings, **{".checker-baseline.json": known}).returncode == 0
    assert hook(**settings, **{".checker-baseline.json": known, "b.md": FAULTY}).returncode == 1


def test_a_commit_is_refused_until_the_fault_is_mended(news: Repository) -> None:
    assert news.pre_commit("install").returncode == 0

    news.write(**{"a.md": FAULTY})
    refused = news.call("git", "commit", "--message", "The fair")
    news.write(**{"a.md": FAULTY.replace("Tuesday", "Wednesday")})
    taken = news.call("git", "commit", "--message", "The fair")

    assert refused.returncode == 1
    assert "- exit code: 1" in refused.stdout
    assert taken.returncode == 0, taken.stdout


class TestGrammar:
    def test_without_languagetool_it_is_3(self, proofread: Repository) -> None:
        proofread.write(**{"a.md": CLEAN, ".checker.toml": "[grammar]\njars = 'nowhere'\n"})
        done = proofread.pre_commit("run", "--all-files")

        assert done.returncode == 1
        assert "- exit code: 3" in done.stdout, done.stdout
        assert "grammar: not run" in done.stdout

    def test_faults_of_grammar_are_1(self, proofread: Repository) -> None:
        from grammar_server import access

        access()  # skips where there is no server to be had
        proofread.write(**{"a.md": "The council meet on Monday, and she have agreed to plant trees.\n"})
        done = proofread.pre_commit("run", "--all-files")

        assert "- exit code: 1" in done.stdout, done.stdout
        assert "warning G101 " in done.stdout
