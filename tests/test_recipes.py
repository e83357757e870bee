"""What the README says to write into the files of other tools is valid there, and its configurations are."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.config import load
from checker.schemas import faults

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def kind_of(document: Any) -> str:
    """The schema of check-jsonschema that a piece of YAML must meet."""
    if "repos" in document:
        return "pre-commit"
    if "jobs" in document:
        return "vendor.github-workflows"
    return "vendor.gitlab-ci"


def whole(document: Any) -> Any:
    """A workflow around a list of steps."""
    if isinstance(document, list):
        return {"on": "push", "jobs": {"articles": {"runs-on": "ubuntu-latest", "steps": document}}}
    return {"on" if key is True else key: value for key, value in document.items()}  # YAML 1.1 reads `on` as true


def test_the_readme_has_recipes() -> None:
    kinds = {kind_of(whole(yaml.safe_load(block))) for block in blocks("yaml")}

    assert kinds >= {"pre-commit", "vendor.github-workflows"}
    assert blocks("toml")


@pytest.mark.parametrize("block", blocks("yaml"), ids=lambda block: block[:30])
def test_a_recipe_is_valid(block: str, tmp_path: Path) -> None:
    document = whole(yaml.safe_load(block))
    if kind_of(document) == "pre-commit":
        (tmp_path / ".pre-commit-config.yaml").write_text(block)
        command = [sys.executable, "-m", "pre_commit", "validate-config", str(tmp_path / ".pre-commit-config.yaml")]
    else:
        (tmp_path / "recipe.json").write_text(json.dumps(document))
        command = [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            kind_of(document),
            str(tmp_path / "recipe.json"),
        ]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("block", blocks("yaml"), ids=lambda block: block[:30])
def test_the_action_is_given_inputs_that_it_has(block: str) -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    jobs = whole(yaml.safe_load(block)).get("jobs", {})

    for step in (step for job in jobs.values() for step in job["steps"]):
        if step.get("uses", "").startswith("OWNER/checker@"):
            assert set(step.get("with", {})) <= set(inputs)


@pytest.mark.parametrize("block", blocks("toml"), ids=lambda block: block[:30])
def test_a_configuration_is_valid(block: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(block, encoding="utf-8")

    assert faults(tomllib.loads(block)["tool"]["checker"], "config") == []
    load(tmp_path / "pyproject.toml")
