"""The earlier versions of articles, as git has them."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from checker.errors import ConfigError
from checker.inputs import ARCHIVE, Input, Previous, records

_BATCH = 256  # inputs whose old versions are asked for at once
# What git sets for its hooks; it would point at another repository, or at half of this one.
_SET_BY_GIT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_EXTERNAL_DIFF")
_QUIET = ("-c", "core.fsmonitor=false", "-c", "diff.autoRefreshIndex=false")
_LINK = b"120000"


class History:
    """The inputs of a run against a revision: those that changed since, each with its version there.

    The version is that of the last commit which the revision and HEAD have in common, so that what others have since
    changed in a branch is not taken for a change of ours. What is not committed counts as changed.
    """

    def __init__(self, revision: str) -> None:
        self.revision = revision
        self.unchanged = 0
        """How many inputs, of those read so far, are as they were."""
        self._repositories: dict[Path, Repository] = {}
        self._roots: dict[Path, Path] = {}
        self._archive: tuple[Path, dict[str, Input]] | None = None

    def changed(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """The inputs that are new or changed, with their earlier versions; ConfigError where git cannot tell."""
        pending = iter(inputs)
        while batch := list(islice(pending, _BATCH)):
            yield from self._changed(batch)

    def _changed(self, batch: list[Input]) -> Iterator[Input]:
        found = [None if entry.problem else self._known(entry) for entry in batch]
        self._fetch([known for known in found if known is not None])
        for entry, known in zip(batch, found, strict=True):
            compared = entry if known is None else self._compared(entry, known)
            if compared is None:
                self.unchanged += 1
            else:
                yield compared

    def _known(self, entry: Input) -> Known:
        """What the repository of an input has at the base."""
        file = _file_of(entry)
        root = self._root_of(file)
        if root not in self._repositories:
            self._repositories[root] = Repository(root, self.revision)
        return self._repositories[root].known(file, given=entry.raw is not None)

    def _root_of(self, file: Path) -> Path:
        folder = file.parent
        if folder not in self._roots:
            root = next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)
            if root is None:
                raise ConfigError(f"--diff-base {self.revision}: {file} is in no git repository")
            self._roots[folder] = root
        return self._roots[folder]

    def _fetch(self, wanted: list[Known]) -> None:
        for repository in self._repositories.values():
            repository.fetch({known.blob for known in wanted if known.repository is repository and known.blob})

    def _compared(self, entry: Input, known: Known) -> Input | None:
        """The input with its earlier version, if it has one; None where it is as it was."""
        if known.same:
            return None
        raw = known.repository.read(known.blob) if known.blob else b""
        name = f"{self.revision}:{known.path}"
        if entry.path is None and entry.raw is None:
            return self._record(entry, name, raw)
        if _has(entry, raw):
            return None
        return replace(entry, previous=Previous(name, raw, entry.form, entry.meta)) if raw.strip() else entry

    def _record(self, entry: Input, name: str, raw: bytes) -> Input | None:
        """A record of an archive with the one that had its id before."""
        file = _file_of(entry)
        if self._archive is None or self._archive[0] != file:
            shown = entry.name[: entry.name.lower().index(f"{ARCHIVE}#") + len(ARCHIVE)]
            self._archive = file, {old.name: old for old in records(shown, io.BytesIO(raw))}
        old = self._archive[1].get(entry.name)
        if old == entry:
            return None
        if old is None or old.text is None or not old.text.strip():
            return entry
        written = old.text.encode("utf-8", "surrogatepass")
        number = entry.name.partition("#")[2]
        return replace(entry, previous=Previous(f"{name}#{number}", written, old.form, old.meta))


class Known(NamedTuple):
    """What a repository knows of a file."""

    repository: Repository
    path: str
    """Where it was, from the root of the repository."""
    blob: str
    """What names its content there; empty for a file that is new."""
    same: bool
    """Whether it is as it was."""


class Repository:
    """A git work tree, compared with the last commit that HEAD and a revision have in common."""

    def __init__(self, root: Path, revision: str) -> None:
        self.root = root
        self._revision = revision
        self._contents: dict[str, bytes] = {}

    def known(self, file: Path, given: bool) -> Known:
        """What is known of a file; `given` says that its content is not that of the work tree."""
        path = file.relative_to(self.root).as_posix()
        if path in self._changes:
            before = self._changes[path]
            return Known(self, before, self._blobs.get(before, ""), same=False)
        return Known(self, path, self._blobs.get(path, ""), same=path in self._blobs and not given)

    def fetch(self, blobs: set[str]) -> None:
        """Read the contents with these names, and forget those that were read before."""
        self._contents = {}
        if not blobs:
            return
        asked = sorted(blobs)
        answer = io.BytesIO(self._git("cat-file", "--batch", given="\n".join(asked).encode() + b"\n"))
        for blob in asked:
            header = answer.readline().split()
            if len(header) != 3:
                raise self._error("its content is not in this clone; fetch it first")
            self._contents[blob] = answer.read(int(header[2]))
            answer.read(1)

    def read(self, blob: str) -> bytes:
        """The content with this name, which was fetched."""
        return self._contents[blob]

    @cached_property
    def _base(self) -> str:
        """The last commit that HEAD and the revision have in common."""
        if self._revision.startswith("-"):
            raise self._error("no revision begins with a hyphen")
        if not self._asked("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
            raise self._error(f"{self.root} has no commit yet")
        commit = self._asked("rev-parse", "--verify", "--quiet", f"{self._revision}^{{commit}}")
        if not commit:
            raise self._error(f"no such revision in {self.root}; fetch it first, or name another")
        base = self._asked("merge-base", commit, "HEAD")
        if not base:
            raise self._error("it has no commit in common with HEAD; in a shallow clone fetch more of the history")
        return base

    @cached_property
    def _changes(self) -> dict[str, str]:
        """The files that differ from the base, each with the path that it had there; for a new file its own."""
        fields = iter(self._git(
            "diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", "--no-color",
            "--ignore-submodules=all", self._base, "--",
        ).split(b"\0"))  # fmt: skip
        found: dict[str, str] = {}
        for status in fields:
            if not status:
                break
            before = os.fsdecode(next(fields))
            after = os.fsdecode(next(fields)) if status[:1] in (b"R", b"C") else before
            found[after] = before
        return found

    @cached_property
    def _blobs(self) -> dict[str, str]:
        """What names the content of each file of the base, by its path."""
        found = {}
        for line in self._git("ls-tree", "-r", "-z", "--full-tree", self._base).split(b"\0"):
            about, _, path = line.partition(b"\t")
            mode, kind, name = about.split() if about else (b"", b"", b"")
            if kind == b"blob" and mode != _LINK:
                found[os.fsdecode(path)] = name.decode()
        return found

    def _asked(self, *arguments: str) -> str:
        """What git answers; nothing when it says no."""
        done = self._run(arguments, b"")
        if done.returncode > 1:
            raise self._error(_said(done))
        return done.stdout.decode().strip() if done.returncode == 0 else ""

    def _git(self, *arguments: str, given: bytes = b"") -> bytes:
        done = self._run(arguments, given)
        if done.returncode:
            raise self._error(_said(done))
        return done.stdout

    def _run(self, arguments: tuple[str, ...], given: bytes) -> subprocess.CompletedProcess[bytes]:
        """Git with no hook, pager, prompt, network or lock, whatever its settings."""
        own = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
        environment = {key: value for key, value in os.environ.items() if key not in _SET_BY_GIT} | own
        command = ["git", "-C", str(self.root), "--no-pager", *_QUIET, *arguments]
        try:
            return subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
        except OSError as error:
            raise self._error(f"git cannot be run: {error.strerror}") from None

    def _error(self, message: str) -> ConfigError:
        return ConfigError(f"--diff-base {self._revision}: {message}")


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """What git complains of, in one line."""
    lines = done.stderr.decode("utf-8", "replace").split("\n")
    return f"git: {lines[0].removeprefix('fatal: ') or f'exit code {done.returncode}'}"


def _has(entry: Input, raw: bytes) -> bool:
    """Whether the bytes of an input are these; git also lists files that were only touched."""
    if entry.raw is not None or entry.path is None:
        return entry.raw == raw
    try:
        return entry.path.stat().st_size == len(raw) and entry.path.read_bytes() == raw
    except OSError:
        return False  # reading it again says why


def _file_of(entry: Input) -> Path:
    """The file that an input is or is a record of; ConfigError for standard input without a name."""
    if entry.path is None and entry.raw is not None and entry.name.startswith("<"):
        raise ConfigError("--diff-base: what is read from standard input needs --stdin-filename")
    name = entry.name
    if entry.path is None and entry.raw is None:
        name = name[: name.lower().index(f"{ARCHIVE}#") + len(ARCHIVE)]
    return Path(os.path.realpath(entry.path or name))  # Path.resolve raises on a link to itself
