"""What is to be checked: files, folders, globs, archives of records and standard input."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from checker.article import Metadata
from checker.config import matches
from checker.errors import InputError
from checker.parsers import ENDINGS, PACKED, PARSERS
from checker.parsers.metadata import fold_in

ARCHIVE = ".jsonl"
FOLDER_ENDINGS = tuple(ending for ending in ENDINGS if ending != ".json")  # of JSON a folder has many other files
STDIN = "-"
_NO_RECORDS = "no records in this archive; write one JSON object a line"
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})


class NothingMatched(InputError):
    """A folder, glob or archive that holds no article."""

    kind = "no-match"


class Previous(NamedTuple):
    """An earlier version of an article."""

    name: str
    """Where it is from: `old.txt`, `origin/main:desk/story.md`; its ending tells the format where `form` does not."""
    raw: bytes
    form: str | None = None
    meta: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Input:
    """One article to be read: a file, or text that is at hand already."""

    name: str
    """As reports print it: the path, `FILE#ID` for a record of an archive, `<stdin>`."""
    path: Path | None = None
    text: str | None = None
    raw: bytes | None = None
    form: str | None = None
    meta: Metadata = Metadata()
    manifest: Metadata = field(default=Metadata(), compare=False)
    """What a manifest says of it, which yields to what it says itself."""
    problem: InputError | None = None
    """Why there is nothing to read, found before reading."""
    previous: Previous | None = None
    """The version that it is compared with."""

    def read(self, max_size: float) -> bytes:
        """Its bytes; raises InputError when there are none to be had or more than `max_size` megabytes."""
        if self.raw is not None:
            raw = self.raw
        else:
            assert self.path is not None
            try:
                size = self.path.stat().st_size
                if size > max_size * 1_000_000:
                    raise InputError(too_large(size, max_size))
                raw = self.path.read_bytes()
            except OSError as error:
                raise InputError(f"cannot be read: {error.strerror}") from None
        if len(raw) > max_size * 1_000_000:
            raise InputError(too_large(len(raw), max_size))
        return raw


def folder_of(entry: Input) -> Path:
    """The folder where the search for an input's configuration begins."""
    path = entry.path or Path(entry.name.rpartition("#")[0] or entry.name)
    return Path(os.path.realpath(path)).parent  # Path.resolve raises on a link to itself


def file_of(name: str) -> str:
    """The file of the input with this name: that of the archive where it is a record."""
    file, archive, _ = name.partition(f"{ARCHIVE}#")
    return file + archive.removesuffix("#")


def can_be_written(name: str) -> bool:
    """Whether the text of the input with this name can be changed in place: not in a record, nor where it is packed."""
    return f"{ARCHIVE}#" not in name and ENDINGS.get(Path(name).suffix.lower()) not in PACKED


def too_large(size: int, limit: float) -> str:
    """What to say of an input of `size` bytes when `limit` megabytes are allowed."""
    return f"{size / 1e6:.1f} MB is over the limit of {limit:g} MB for one article; split it or raise max-size"


def find(
    paths: Iterable[str], *, stdin_filename: str | None = None, exclude: Iterable[str] = (), output: str | None = None
) -> Iterator[Input]:
    """One input an article, in the order named; what cannot be found is an input with a problem.

    The report of this run, which is written to `output`, is no article of its folder.
    """
    excluded = tuple(exclude)
    read = {os.path.abspath(output)} if output else set()  # noqa: PTH100
    for path in dict.fromkeys(paths):
        for entry in _standard_input(stdin_filename or "<stdin>") if path == STDIN else _at(path, excluded):
            if entry.path is not None:  # “news/” and “news/fair.txt” may both be named
                whole = os.path.abspath(entry.path)  # noqa: PTH100  two names of one file are two articles
                if whole in read:
                    continue
                read.add(whole)
            yield entry


def _standard_input(name: str) -> Iterator[Input]:
    if sys.stdin is None:  # it was closed
        yield Input(name, problem=InputError("there is no standard input"))
    elif name.lower().endswith(ARCHIVE):
        seen = False
        for record in records(name, sys.stdin.buffer):
            seen = True
            yield record
        if not seen:
            yield _nothing(name, _NO_RECORDS)
    else:
        yield Input(name, raw=sys.stdin.buffer.read())


def _at(path: str, excluded: tuple[str, ...]) -> Iterator[Input]:
    if Path(path).is_dir():
        found = list(_in_folder(Path(path), excluded))
        yield from found or [_nothing(path, f"no articles in this folder ({', '.join(FOLDER_ENDINGS)})")]
    elif Path(path).exists():
        yield from _in_file(Path(path))
    elif glob.has_magic(path):
        named = [match for match in sorted(_expand(path)) if not matches(match, excluded)]
        for match in named:
            yield from _at(match, excluded)
        if not named:
            yield _nothing(path, "no file matches this pattern")
    else:
        yield Input(path, problem=InputError("no such file or folder"))


def _expand(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True)  # noqa: PTH207  Path.glob refuses absolute patterns


def _nothing(path: str, message: str) -> Input:
    return Input(path, problem=NothingMatched(message))


def _in_folder(folder: Path, excluded: tuple[str, ...]) -> Iterator[Input]:
    """The articles below a folder; hidden folders and those of tools are left alone, archives must be named.

    Pipes and devices must be named, too.
    """
    locked: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=locked.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
        for name in sorted(files):
            path = Path(root, name)
            if path.suffix.lower() not in FOLDER_ENDINGS or matches(str(path), excluded):
                continue
            if path.is_file() or not path.exists():  # a pipe would be waited for; of a broken link we say that it is
                yield Input(str(path), path)
    for error in locked:
        yield Input(str(Path(error.filename)), problem=InputError(f"cannot be read: {error.strerror}"))


def _in_file(path: Path) -> Iterator[Input]:
    if path.suffix.lower() == ARCHIVE:
        yield from _records(path)
    else:
        yield Input(str(path), path)


def _records(path: Path) -> Iterator[Input]:
    """The records of an archive, one JSON object a line; blank lines are passed over."""
    seen = False
    try:
        with path.open("rb") as lines:
            for record in records(str(path), lines):
                seen = True
                yield record
    except OSError as error:
        yield Input(str(path), problem=InputError(f"cannot be read: {error.strerror}"))
        return
    if not seen:
        yield _nothing(str(path), _NO_RECORDS)


def records(archive: str, lines: Iterable[bytes]) -> Iterator[Input]:
    """The inputs in the lines of an archive with this name."""
    return (_record(archive, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _record(archive: str, number: int, line: bytes) -> Input:
    import json  # only archives need it

    name = f"{archive}#{number}"
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        if not isinstance(record, dict):
            raise InputError(f"line {number}: a record is a JSON object, not {type(record).__name__}", number)
        name = f"{archive}#{record.get('id', number)}"
        return _from_record(name, record, number)
    except UnicodeDecodeError as error:
        return Input(name, problem=InputError(f"line {number}: byte {error.start} of the line is not UTF-8", number))
    except (json.JSONDecodeError, RecursionError) as error:
        return Input(name, problem=InputError(f"line {number}: not JSON: {error}", number))
    except InputError as error:
        return Input(name, problem=error)


def _from_record(name: str, record: dict[str, Any], number: int) -> Input:
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(f'line {number}: the record has no "text"', number)
    form = record.get("format", "text")
    if form not in PARSERS:
        raise InputError(f'line {number}: "format" is {form!r}; it is one of {", ".join(PARSERS)}', number)
    meta = Metadata()
    for key, value in record.items():
        if key not in ("id", "text", "format"):
            meta = fold_in(meta, key, value, number)
    return Input(name, text=text, form=form, meta=meta)
