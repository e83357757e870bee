"""Small data files, read on first use; NOTICE.md beside them names their sources and licences."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def read(name: str) -> str:
    """The text of a data file."""
    return (FOLDER / name).read_text(encoding="utf-8")


def lines(file: str | Path) -> list[str]:
    """The lines of a data file, or of a word list beside a rule, without remarks (`# …`) and empty ones."""
    text = (FOLDER / file).read_text(encoding="utf-8")  # a whole path leaves FOLDER out
    return [line for line in text.splitlines() if line and not line.startswith("#")]
