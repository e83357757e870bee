"""Putting a fixed source where the old one was: as a whole or not at all, and only over what was read."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from checker.errors import InputError

_WRITE_BITS = 0o222


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Write `after` over a file that holds `before`; raises InputError when it cannot be, or holds something else.

    A link is followed. The file keeps its rights and, where the system allows it, its owner.
    """
    target = Path(os.path.realpath(path))
    try:
        state = target.stat()
        if not target.is_file():
            raise InputError("not fixed: it is not a file that can be replaced; fix what it is made from")
        if not state.st_mode & _WRITE_BITS or not os.access(target, os.W_OK):
            raise InputError("not fixed: the file is read-only; allow writing, or use --diff to see the fixes")
        now = target.read_bytes()
        if now == after:  # named twice, and fixed by another process
            return
        if now != before:
            raise InputError("not fixed: the file was changed while it was being checked; run it again")
        _replace(target, after, state)
    except OSError as error:
        raise InputError(f"not fixed: cannot be written: {error.strerror}; use --diff to see the fixes") from None


def _replace(target: Path, content: bytes, state: os.stat_result) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        if hasattr(os, "chown"):
            with suppress(OSError):  # only the owner may give a file away
                os.chown(part, state.st_uid, state.st_gid)
        part.chmod(state.st_mode & 0o7777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
