"""Finding and applying the configuration, and choosing rules by it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from checker.catalog import reach, wanted
from checker.config import Config, Override, load
from checker.finding import Severity
from checker.rule import Rule

Run = Callable[..., Result]

WARNING = Rule("rules.figures.f901_wrong_thing", Severity.WARNING)
NOTE = Rule("rules.figures.f902_small_thing", Severity.NOTE)

TEXT = "The fair opens on Tuesday, March 4, 2026, and closes on June 31.\n"


def codes(result: Result) -> list[str]:
    return [finding["code"] for finding in json.loads(result.stdout)["articles"][0]["findings"]]


@pytest.mark.parametrize(
    ("selectors", "closeness"),
    [
        ([], 0),
        (["ALL"], 1),
        (["F"], 2),
        (["F9"], 3),
        (["F901"], 100),
        (["wrong-thing"], 100),
        (["D", "F"], 2),
        (["D"], 0),
    ],
)
def test_reach(selectors: list[str], closeness: int) -> None:
    assert reach("F901", "wrong-thing", selectors) == closeness


@pytest.mark.parametrize(
    ("rule", "select", "ignore", "runs"),
    [
        (WARNING, [], [], True),
        (WARNING, [], ["F"], False),
        (WARNING, ["F901"], ["F"], True),
        (WARNING, ["F"], ["F901"], False),
        (WARNING, ["F"], ["F"], False),
        (WARNING, ["ALL"], ["D"], True),
        (WARNING, ["D"], [], False),
        (NOTE, [], [], False),
        (NOTE, ["ALL"], [], True),
        (NOTE, ["small-thing"], [], True),
        (NOTE, ["ALL"], ["F9"], False),
    ],
)
def test_wanted(rule: Rule, select: list[str], ignore: list[str], runs: bool) -> None:
    assert wanted(rule, rule.severity, select, ignore) is runs


def test_a_note_raised_to_a_warning_runs_by_default() -> None:
    assert wanted(NOTE, Severity.WARNING, [], [])


def test_the_nearest_file_wins(run: Run, folder: Path) -> None:
    (folder / "sport").mkdir()
    (folder / "pyproject.toml").write_text('[tool.checker]\nignore = ["D101"]\n')
    (folder / ".checker.toml").write_text('ignore = ["D102"]\n')
    (folder / "sport" / "pyproject.toml").write_text('[tool.other]\nignore = ["D"]\n')
    (folder / "a.txt").write_text(TEXT)
    (folder / "sport" / "b.txt").write_text(TEXT)

    assert codes(run("check", "a.txt", "--format", "json")) == ["D101"]
    assert codes(run("check", "sport/b.txt", "--format", "json")) == ["D101"], (
        "a pyproject.toml without our table is none"
    )


def test_a_table_of_a_folder_wins_over_the_file_above_it(run: Run, folder: Path) -> None:
    (folder / "sport").mkdir()
    (folder / ".checker.toml").write_text('ignore = ["D102"]\n')
    (folder / "sport" / "pyproject.toml").write_text('[tool.checker]\nignore = ["D101"]\n')
    (folder / "sport" / "b.txt").write_text(TEXT)

    assert codes(run("check", "sport/b.txt", "--format", "json")) == ["D102"]


def test_the_command_line_wins_over_the_file(run: Run, folder: Path) -> None:
    (folder / ".checker.toml").write_text('select = ["D102"]\n')
    (folder / "a.txt").write_text(TEXT)

    assert codes(run("check", "a.txt", "--format", "json")) == ["D102"]
    assert codes(run("check", "a.txt", "--format", "json", "--select", "weekday-mismatch")) == ["D101"]


def test_overrides_hold_for_the_paths_they_name() -> None:
    config = Config(overrides=(Override(paths=("opinion/**",), ignore=("D101",), severity={"D102": Severity.NOTE}),))

    assert "D101" in {rule.code for rule in config.chosen_for("news/a.txt").rules}
    assert "D101" not in {rule.code for rule in config.chosen_for("opinion/a.txt").rules}
    assert "D102" not in {rule.code for rule in config.chosen_for("site/opinion/a.txt").rules}, "a note is off"


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(
        """
        select = ["ALL"]
        ignore = ["n1", "Weekday-Mismatch"]
        fail-on = "never"
        exclude = ["drafts/*"]
        published = 2025-05-23
        max-size = 2
        severity = { D102 = "warning" }
        [rules.grade-too-high]
        target = 12
        """
    )

    config = load(path)

    assert config.ignore == ("N1", "weekday-mismatch")
    assert config.fail_on is None
    assert str(config.published) == "2025-05-23"
    assert config.severity == {"D102": Severity.WARNING}
    assert config.chosen_for("a.txt").options["R101"].target == 12.0
