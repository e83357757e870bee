"""A manifest: what is known of articles whose files do not say it, by path or glob.

It is a JSON object, an archive (.jsonl) or a table (.csv, .tsv). Paths are those from the folder of the manifest or
from the working folder, with slashes; `FILE#ID` is a record of an archive. What an article says of itself holds over
its manifest; in the manifest the path of an article holds over globs, a later glob over an earlier one. A path that
names no file, like a key that means nothing, is a mistake and not passed over.
"""

from __future__ import annotations

import csv
import glob
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import translate
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from checker.article import Metadata
from checker.catalog import nearest
from checker.errors import ConfigError, InputError
from checker.inputs import ARCHIVE, Input
from checker.parsers.metadata import fold_in
from checker.source import decode

KEYS = ("title", "published", "updated", "authors", "section", "sponsored", "corrections")
_LISTS = ("authors", "corrections")
_STRAYS_TOLD = 10  # after a stream; each is compared with all names
_TABLES = (".csv", ".tsv")
_SEPARATORS = ",;\t"  # of the columns of a table; within a cell of several names it is a semicolon


class Entry(NamedTuple):
    """What a manifest says of one path or glob."""

    pattern: str
    meta: Metadata
    place: str
    """Where in the manifest it stands, for messages."""


class Manifest:
    """The entries of a manifest, and which of them have met an article."""

    def __init__(self, file: Path, entries: Iterable[Entry]) -> None:
        self.file = file
        self._entries = {entry.pattern: entry for entry in entries}
        self._globs = [
            (re.compile(translate(pattern)), pattern) for pattern in self._entries if glob.has_magic(pattern)
        ]
        self._folders = (os.path.abspath(file.parent), str(Path.cwd()))  # noqa: PTH100  a link is a path of its own
        self._met: set[str] = set()
        self._seen: dict[str, None] = {}

    def described(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """The inputs, each with what the manifest says of it."""
        for entry in inputs:
            yield entry if entry.problem else replace(entry, manifest=self._of(entry.name))

    def with_strays(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """The inputs of a stream with what the manifest says of them; after them a problem for each stray."""
        yield from self.described(inputs)
        for stray in islice(self.strays(), _STRAYS_TOLD):
            yield Input(str(self.file), problem=InputError(stray))

    def strays(self) -> Iterator[str]:
        """A line for each path that no input has had and no file has; known when the inputs have been seen."""
        for pattern, entry in self._entries.items():
            if pattern not in self._met and not self._is_a_file(pattern):
                yield f"{entry.place}: no article is called {pattern!r}{nearest(pattern, self._seen)}"

    def _of(self, name: str) -> Metadata:
        names = self._names(name)
        self._seen[names[-1]] = None
        matching = [own for own in names if own in self._entries]
        matching += [
            pattern for expression, pattern in reversed(self._globs) if any(expression.match(own) for own in names)
        ]
        self._met.update(matching)
        meta = Metadata()
        for pattern in matching:
            meta = meta.over(self._entries[pattern].meta)
        return meta

    def _names(self, name: str) -> list[str]:
        """What a manifest may call an article: in full, from the manifest's folder, from the working folder."""
        file, record = _parted(name)
        whole = os.path.abspath(file)  # noqa: PTH100  Path cannot fold “..” and leave links alone
        paths = (whole, *(os.path.relpath(whole, folder) for folder in self._folders))
        return [path.replace(os.sep, "/") + record for path in dict.fromkeys(paths)]

    def _is_a_file(self, pattern: str) -> bool:
        """Whether files that are not read now have this name; of archives that were read, their records are known."""
        file, record = _parted(pattern)
        if record and any(_parted(name)[0] == file for name in self._seen):
            return False
        places = [os.path.join(folder, file) for folder in self._folders]  # noqa: PTH118  a glob is no path
        return any(os.path.exists(place) for place in places) or any(  # noqa: PTH110
            next(glob.iglob(place, recursive=True), None)  # noqa: PTH207
            for place in places
        )


def _parted(name: str) -> tuple[str, str]:
    """The file of a name, and “#ID” where it names a record of an archive."""
    file, archive, record = name.partition(f"{ARCHIVE}#")
    return (file + ARCHIVE, f"#{record}") if archive else (name, "")


def load(file: Path) -> Manifest:
    """The manifest in a file; raises ConfigError, naming the place in it, for anything wrong with it."""
    try:
        entries = [_entry(*row) for row in _rows(decode(file.read_bytes()).text, file.suffix.lower())]
    except OSError as error:
        raise ConfigError(f"manifest {file}: cannot be read: {error.strerror}") from None
    except (InputError, csv.Error, RecursionError) as error:
        raise ConfigError(f"manifest {file}: {error}") from None
    places: dict[str, str] = {}
    for entry in entries:
        if entry.pattern in places:
            raise ConfigError(f"manifest {file}: {entry.place}: {entry.pattern!r} is in {places[entry.pattern]} too")
        places[entry.pattern] = entry.place
    return Manifest(file, entries)


Row = tuple[str, str, dict[str, Any]]
"""A place, a path or glob, and what is said of it."""


def _rows(text: str, ending: str) -> Iterator[Row]:
    if ending in _TABLES:
        yield from _table(text)
    elif ending == ARCHIVE:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield _with_path(f"line {number}", _json(line, f"line {number}: "))
    else:
        document = _json(text)
        if not isinstance(document, dict):
            raise InputError('write it as an object of paths: {"news/*.txt": {"published": "2025-05-23"}}')
        for path, said in document.items():
            yield f"{path!r}", path, _object(repr(path), said)


def _json(text: str, where: str = "") -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}not JSON: {error}") from None


def _table(text: str) -> Iterator[Row]:
    """The rows of a table by its first line; an empty cell says nothing."""
    separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
    lines = csv.DictReader(text.splitlines(keepends=True), delimiter=separator)
    for row in lines:
        place = f"line {lines.line_num}"
        if None in row:
            raise InputError(
                f"{place}: there are more cells than columns; put quotation marks around a cell with commas"
            )
        cells: dict[str, Any] = {key.strip(): cell.strip() for key, cell in row.items() if cell and cell.strip()}
        for key in _LISTS:
            if key in cells:
                cells[key] = [item.strip() for item in cells[key].split(";") if item.strip()]
        yield _with_path(place, cells)


def _with_path(place: str, said: Any) -> Row:
    path = _object(place, said).pop("path", None)
    if not isinstance(path, str) or not path:
        raise InputError(f'{place}: there is no "path"')
    return place, path, said


def _object(place: str, said: Any) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise InputError(f'{place}: write what is known as an object: {{"published": "2025-05-23"}}')
    return said


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; one that has a key twice would lose the first."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise InputError(f"{key!r} is there twice")
        found[key] = value
    return found


def _entry(place: str, pattern: str, said: dict[str, Any]) -> Entry:
    meta = Metadata()
    for key, value in said.items():
        if key not in KEYS:
            raise InputError(f"{place}: no key is called {key!r}{nearest(key, ('path', *KEYS))}")
        _refuse_other_types(place, key, value)
        try:
            meta = fold_in(meta, key, value)
        except InputError as error:
            raise InputError(f"{place}: {error}") from None
    return Entry(pattern.removeprefix("./"), meta, place)


def _refuse_other_types(place: str, key: str, value: Any) -> None:
    listed = key in _LISTS and isinstance(value, list) and all(isinstance(item, str) for item in value)
    truth = key == "sponsored" and isinstance(value, bool)
    if not (listed or truth or value is None or isinstance(value, str)):
        kind = "a list of strings" if key in _LISTS else "true or false" if key == "sponsored" else "a string"
        raise InputError(f"{place}: {key}: {value!r} is not {kind}")
