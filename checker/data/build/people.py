"""Write `first_names.txt` and `surnames.txt`: the names of the 1990 census of the United States."""

from __future__ import annotations

from pathlib import Path

import names

SURNAMES = 12_000  # the most frequent ones; the rest bears out little and costs time to load


def build(folder: Path) -> None:
    """Write both files, one name a line, sorted, in lower case."""
    source = Path(names.__file__).parent
    first = {*read(source / "dist.male.first"), *read(source / "dist.female.first")}
    last = read(source / "dist.all.last")[:SURNAMES]
    write(folder / "first_names.txt", first)
    write(folder / "surnames.txt", set(last))


def read(path: Path) -> list[str]:
    """The names of one of the census's tables, the most frequent first."""
    return [line.split()[0].lower() for line in path.read_text(encoding="ascii").splitlines() if line.strip()]


def write(path: Path, found: set[str]) -> None:
    """Write the names, one a line."""
    path.write_text("\n".join(sorted(found)) + "\n", encoding="ascii")
