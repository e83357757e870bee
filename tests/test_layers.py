"""Imports point one way: from the edges to the article."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "checker"

# Each may import what stands above it, and its own kind.
ORDER = [
    "version",
    "tokens",
    "article",
    "finding",
    "errors",
    "folders",
    "source",
    "data",
    "parsers",
    "annotate",
    "readability",
    "speakers",
    "ledger",
    "rule",
    "lexicon",
    "rules",
    "catalog",
    "grammar_settings",
    "silencing",
    "config",
    "inputs",
    "manifest",
    "history",
    "fixes",
    "grammar",
    "result",
    "changes",
    "cache",
    "engine",
    "runner",
    "report",
    "baseline",
    "fixing",
    "reporters",
    "schemas",
    "commands",
    "cli",
    "__main__",
]
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer(module: str) -> str:
    return module.removeprefix("checker.").partition(".")[0]


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return {name for name in found if name.startswith("checker.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own == "__init__" or path.parent.name == "build":  # scripts that nobody imports
        return
    for name in imported(path):
        assert ORDER.index(layer(name)) <= ORDER.index(own), f"{own} may not import {name}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "rules").rglob("*.py")), ids=lambda path: path.stem)
def test_a_rule_imports_no_rule(path: Path) -> None:
    for name in imported(path):
        parts = name.split(".")
        if parts[1] == "rules" and len(parts) > 3:
            assert parts[3].startswith("_"), f"{path.name} imports the rule {name}"


def test_no_module_is_named_for_nothing() -> None:
    vague = {"utils", "helpers", "common", "core", "base", "manager", "misc"}
    assert not [path for path in MODULES if path.stem in vague]
