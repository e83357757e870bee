"""Which file of a repository an article stands in, as services that show findings beside files want it named."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

_RECORD = ".jsonl#"


class Place(NamedTuple):
    """The file of an article, with slashes and no `./`; and its record where the file is an archive, else empty.

    Lines of a record count in its own text, so that they are no lines of the file.
    """

    file: str
    record: str


def place_of(path: str) -> Place:
    """The place of an article whose path is as reports print it."""
    at = path.lower().find(_RECORD)
    end = len(path) if at < 0 else at + len(_RECORD) - 1
    return Place(PurePath(path[:end]).as_posix(), path[end + 1 :])
