"""The cache: results of articles by all that they depend on, so that an unchanged article is not checked again.

The key of a result is made of the article's bytes and name, the settings, the earlier version that it is compared
with, and the tool itself. What differs in any of these is another entry: nothing is ever out of date. An entry is
written as a whole or not at all, so several processes may share a folder; one that cannot be read is a miss.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from checker.config import Config
from checker.errors import InputError
from checker.folders import cache_folder
from checker.grammar_settings import Grammar
from checker.inputs import Input
from checker.result import NOT_RUN, Result
from checker.tokens import NO_TOKENS
from checker.version import VERSION

RESULTS = "results"
"""The folder of the entries, inside that of the cache."""
_KEPT_DAYS = 30  # an entry that nobody asked for
_DAY = 86_400
_DIGEST = 16  # bytes
_PRUNED = "pruned"
"""A file whose time is that of the last search for old entries."""


class Entry(NamedTuple):
    """What the cache knows of an input."""

    input: Input
    """With its bytes, so that what is checked is what the key was made of."""
    key: str
    """Empty where there is nothing to keep."""
    result: Result | None


class Cache:
    """The results in a folder."""

    def __init__(self, folder: Path, config_of: Callable[[Input], Config], grammar: bool = False) -> None:
        """`grammar` says whether grammar is read in this run."""
        self.folder = folder
        self._config_of = config_of
        self._grammar = grammar
        self._settings: dict[int, tuple[Config, bytes]] = {}
        self._prune_after = time.time()

    def find(self, wanted: Input) -> Entry:
        """What is known of an input."""
        config = self._config_of(wanted)
        if wanted.problem is not None:
            return Entry(wanted, "", None)
        if wanted.text is None:
            try:
                wanted = replace(wanted, raw=wanted.read(config.max_size))
            except InputError:
                return Entry(wanted, "", None)  # reading it again says why
        key = self._key(wanted, config)
        return Entry(wanted, key, self._load(key))

    def keep(self, entry: Entry, result: Result) -> Result:
        """Write down the result of an input that was not known, without its mentions (`reporters.READS_MENTIONS`)."""
        if not entry.key or result.article is None or result.problem is not None or _lacks_grammar(result):
            return result
        article = replace(result.article, tokens=NO_TOKENS, mentions=(), silences=(), previous=None)
        payload = pickle.dumps(replace(result, article=article), protocol=5)
        try:
            self._write(self._file(entry.key), _digest(payload) + payload)
            self._prune()
        except OSError:  # no room, no right to write: the next run checks the article again
            pass
        return result

    def _key(self, wanted: Input, config: Config) -> str:
        content = wanted.raw if wanted.raw is not None else (wanted.text or "").encode("utf-8", "surrogatepass")
        about = repr((wanted.name, wanted.form, wanted.meta, wanted.manifest, wanted.previous)).encode()
        parts = (_tool(), self._settings_of(config), _digest(about), content)
        return blake2b(b"".join(parts), digest_size=_DIGEST).hexdigest()

    def _settings_of(self, config: Config) -> bytes:
        """A digest of the settings that decide what is found."""
        if id(config) not in self._settings:
            deciding = replace(config, file="", baseline="", manifest="", fail_on=None, exclude=(), access=None)
            reader = _grammar_reader(config.grammar) if self._grammar else ""
            self._settings[id(config)] = config, _digest(repr((deciding, reader)).encode())
        return self._settings[id(config)][1]

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _load(self, key: str) -> Result | None:
        file = self._file(key)
        try:
            written = file.read_bytes()
            if file.stat().st_mtime < self._prune_after - _DAY:
                os.utime(file)  # asked for today
        except OSError:
            return None
        payload = written[_DIGEST:]
        if _digest(payload) != written[:_DIGEST]:
            return None
        try:
            result = _Reader(io.BytesIO(payload)).load()
        except Exception:  # whatever is wrong with an entry, the article can be checked again
            return None
        return result if isinstance(result, Result) else None

    def _write(self, file: Path, written: bytes) -> None:
        """Put a file in its place as a whole, whoever else writes it."""
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.{os.getpid()}")
        part.write_bytes(written)
        part.replace(file)

    def _prune(self) -> None:
        """Once a day take out what nobody asked for in a month."""
        mark = self.folder / _PRUNED
        if mark.exists() and mark.stat().st_mtime > self._prune_after - _DAY:
            return
        mark.touch()
        for file in entries(self.folder):
            if file.stat().st_mtime < self._prune_after - _KEPT_DAYS * _DAY:
                file.unlink(missing_ok=True)


def entries(folder: Path) -> Iterator[Path]:
    """The files of a folder of results."""
    return (file for file in folder.glob("??/*") if file.is_file())


def place(named: str) -> Path | None:
    """The folder of results in the cache folder that is named, else in the user's own; None without a home."""
    if named:
        return Path(named) / RESULTS
    try:
        folder = cache_folder()
    except RuntimeError:
        return None
    return folder / RESULTS if folder.parent.parent.is_dir() else None  # a home that is not there is not made


@cache
def _grammar_reader(settings: Grammar) -> str:
    """What tells one LanguageTool from another; a server that is not ours may be another one tomorrow."""
    if settings.server:
        return f"{settings.server} {date.today()}"
    from checker.errors import NotRun
    from checker.grammar.install import languagetool

    try:
        folder = languagetool(settings)
    except NotRun:
        return "none"
    return f"{folder} {folder.stat().st_mtime_ns}"


def _lacks_grammar(result: Result) -> bool:
    return any(check.reason.startswith(NOT_RUN) for check in result.checks)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()


@cache
def _tool() -> bytes:
    """A digest of what checks: our own files by size and time, the folder of the libraries, Python."""
    import click

    package, libraries = Path(__file__).parent, Path(click.__file__).parent.parent
    state: list[Any] = [VERSION, sys.version_info[:3], libraries.stat().st_mtime_ns]
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            stat = os.stat(f"{folder}/{name}")  # noqa: PTH116  hundreds of them before anything is checked
            state.append((name, stat.st_size, stat.st_mtime_ns))
    return _digest(repr(state).encode())


class _Reader(pickle.Unpickler):
    """Reads what we write and nothing else: a foreign entry cannot name a function to call."""

    _MODULES = frozenset(
        "checker.article checker.finding checker.result checker.readability checker.readability.counts "
        "checker.source checker.tokens".split()
    )

    def find_class(self, module: str, name: str) -> Any:
        """The class with this name, if it is one of those that results are made of."""
        found = super().find_class(module, name) if module in self._MODULES else None
        if (module, name) == ("datetime", "date"):
            return date
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a result")
        return found
