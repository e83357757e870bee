"""Which file of a repository an article stands in, as services that show findings beside files want it named."""

from __future__ import annotations

import os
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
    file = path[:end].replace(os.sep, "/")
    while file.startswith("./"):
        file = file[2:].lstrip("/")
    return Place(file, path[end + 1 :])


def ending_of(path: str) -> str:
    """What a file's name ends in, with the dot, in small letters; the pathlib way keeps every name in memory."""
    name = path.replace(os.sep, "/").rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    return (dot + ending).lower() if stem else ""
