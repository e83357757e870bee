"""Small data files, read on first use; NOTICE.md beside them names their sources and licences."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def read(name: str) -> str:
    """The text of a data file."""
    return (FOLDER / name).read_text(encoding="utf-8")
