"""`checker init`: what it writes is a configuration, and nothing of anybody else's is lost."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from checker.commands.init import TEMPLATE, as_table
from checker.config import Config, load
from checker.schemas import faults, schema

Run = Callable[..., Result]

PROJECT = """\
# The project.
[project]
name = "gazette"

[tool.other]
text = "as it was"  # and its comment
"""


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(config: Config) -> dict[str, Any]:
    return {
        field.name: getattr(config, field.name) for field in fields(config) if field.name not in ("file", "_chosen")
    }


def with_examples(text: str) -> str:
    """The configuration with its examples taken at their word."""
    return re.sub(r"^#(?! )", "", text, flags=re.M)


def keys_of(properties: dict[str, Any], above: str = "") -> Iterator[str]:
    for key, value in properties.items():
        yield above + key
        yield from keys_of(value.get("properties", {}) if key != "rules" else {}, f"{above}{key}.")


def named_in(table: dict[str, Any], above: str = "") -> Iterator[str]:
    for key, value in table.items():
        yield above + key
        if isinstance(value, dict):
            yield from named_in(value, f"{above}{key}.")


class TestTheFile:
    def test_it_changes_nothing(self, run: Run, empty: Path) -> None:
        result = run("init")

        assert (result.exit_code, result.stdout) == (0, "wrote .checker.toml: every setting, at its default\n")
        assert settings(load(empty / ".checker.toml")) == settings(Config())

    @pytest.mark.parametrize("text", [TEMPLATE, with_examples(TEMPLATE)], ids=["defaults", "examples"])
    def test_it_is_valid_by_the_schema(self, text: str) -> None:
        assert faults(tomllib.loads(text), "config") == []

    def test_its_examples_are_valid(self, empty: Path) -> None:
        (empty / ".checker.toml").write_text(with_examples(TEMPLATE))

        config = load(empty / ".checker.toml")

        assert str(config.published) == "2025-05-23"
        assert config.severity
        assert config.rules
        assert config.overrides

    def test_every_setting_is_named(self) -> None:
        named = set(named_in(tomllib.loads(with_examples(TEMPLATE))))

        missing = set(keys_of(schema("config")["properties"])) - named
        assert not missing, f"checker/commands/init.py says nothing of {', '.join(sorted(missing))}"

    def test_every_setting_is_explained(self) -> None:
        lines = TEMPLATE.splitlines()
        for above, line in pairwise(lines):
            if re.match(r"#?[a-z-]+ = |\[", line) and not re.match(r"#?\[", above):
                assert above.startswith(("# ", "#paths")), line

    def test_it_is_checked_with(self, run: Run, empty: Path) -> None:
        (empty / "a.txt").write_text("On Tuesday, March 4, 2026, music.\n")
        before = run("check", "a.txt").stdout

        run("init")

        assert run("check", "a.txt").stdout == before != ""

    def test_one_that_is_there_stays(self, run: Run, empty: Path) -> None:
        (empty / ".checker.toml").write_text("ignore = ['F']\n")

        refused = run("init")

        assert (refused.exit_code, refused.stdout) == (2, "")
        assert refused.stderr == "checker: .checker.toml is there already; --force replaces it\n"
        assert (empty / ".checker.toml").read_text() == "ignore = ['F']\n"
        assert run("init", "--force").stdout == "replaced .checker.toml: every setting, at its default\n"
        assert (empty / ".checker.toml").read_text() == TEMPLATE

    def test_a_configuration_further_up_that_it_replaces_is_named(
        self, run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run("init")
        (empty / "sport").mkdir()
        monkeypatch.chdir(empty / "sport")

        assert run("init").stdout.splitlines()[1:] == [f"{empty / '.checker.toml'} no longer counts in this folder"]

    def test_a_folder_that_cannot_be_written_to_is_told(self, run: Run, empty: Path) -> None:
        (empty / ".checker.toml").mkdir()

        assert "cannot be written" in run("init", "--force").stderr


class TestTheTable:
    def test_it_is_added_to_what_is_there(self, run: Run, empty: Path) -> None:
        (empty / "pyproject.toml").write_text(PROJECT)

        result = run("init", "--pyproject")

        assert result.stdout == "added [tool.checker] in pyproject.toml: every setting, at its default\n"
        assert (empty / "pyproject.toml").read_text() == f"{PROJECT}\n{as_table()}"
        assert settings(load(empty / "pyproject.toml")) == settings(Config())
        assert not (empty / ".checker.toml").exists()

    def test_its_examples_are_valid(self, empty: Path) -> None:
        (empty / "pyproject.toml").write_text(with_examples(as_table()))

        assert load(empty / "pyproject.toml").overrides

    def test_one_that_is_there_stays(self, run: Run, empty: Path) -> None:
        text = PROJECT + "[tool.checker]\nignore = ['F']\n"
        (empty / "pyproject.toml").write_text(text)

        refused = run("init", "--pyproject")

        assert refused.exit_code == 2
        assert "has a table [tool.checker] already; --force replaces it" in refused.stderr
        assert (empty / "pyproject.toml").read_text() == text

    def test_force_replaces_it_and_nothing_else(self, run: Run, empty: Path) -> None:
        before, after = PROJECT, "# What follows.\n[tool.checkers]\nkeep = 1\n"
        ours = "[tool.checker]\nignore = ['F']\n# ours\n\n[[tool.checker.overrides]]\npaths = ['x']\n\n"
        (empty / "pyproject.toml").write_text(f"{before}\n{ours}{after}")

        for _ in range(2):  # the second time it replaces its own
            assert run("init", "--pyproject", "--force").exit_code == 0
            assert (empty / "pyproject.toml").read_text() == f"{before}\n{after}\n{as_table()}"

    def test_a_table_that_cannot_be_taken_out_is_left(self, run: Run, empty: Path) -> None:
        text = '[tool]\nchecker = {ignore = ["F"]}\n\n[other]\nkeep = 1\n'
        (empty / "pyproject.toml").write_text(text)

        refused = run("init", "--pyproject", "--force")

        assert refused.exit_code == 2
        assert "take it out by hand" in refused.stderr
        assert (empty / "pyproject.toml").read_text() == text

    def test_line_endings_stay(self, run: Run, empty: Path) -> None:
        (empty / "pyproject.toml").write_bytes(PROJECT.replace("\n", "\r\n").encode())

        run("init", "--pyproject")

        written = (empty / "pyproject.toml").read_bytes()
        assert written.startswith(PROJECT.replace("\n", "\r\n").encode())
        assert written.count(b"\n") == written.count(b"\r\n") > 40

    def test_a_file_of_our_own_beside_it_wins_and_that_is_told(self, run: Run, empty: Path) -> None:
        (empty / "pyproject.toml").write_text("")
        run("init")

        result = run("init", "--pyproject")

        assert result.stdout.splitlines()[1] == ".checker.toml is there too and wins over it"
        assert (empty / "pyproject.toml").read_text() == as_table()

    @pytest.mark.parametrize(
        ("content", "message"), [(None, "there is no pyproject.toml here"), ("[tool", "not valid TOML")]
    )
    def test_without_a_project_it_says_what_to_do(
        self, run: Run, empty: Path, content: str | None, message: str
    ) -> None:
        if content is not None:
            (empty / "pyproject.toml").write_text(content)

        refused = run("init", "--pyproject")

        assert refused.exit_code == 2
        assert message in refused.stderr
