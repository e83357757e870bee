"""Keeps a server alive for as long as the process that wants it, and not a moment longer.

Run as a script by `checker.grammar.server`, in a process of its own that no Ctrl-C reaches: `keeper.py PARENT COMMAND…`
starts the command, and ends it when standard input has something to read or is closed, or when the process PARENT is
gone, however that came about. It imports nothing of ours, so that it starts at once.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading

_LOOK = 0.5  # seconds between two looks at the parent
_GRACE = 5.0  # seconds that the server has to end by itself


def keep(parent: int, command: list[str]) -> int:
    """Run `command` until it ends by itself, is told to, or has no parent any more; its exit code."""
    over = threading.Event()
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    threading.Thread(target=_wait_for_word, args=(over,), daemon=True).start()
    while server.poll() is None and not _is_orphan(parent) and not over.wait(_LOOK):
        pass
    _end(server)
    return server.returncode


def _is_orphan(parent: int) -> bool:
    """Whether the parent is gone; a forked child of its own may hold our standard input open beyond its end."""
    return os.name == "posix" and os.getppid() != parent


def _wait_for_word(over: threading.Event) -> None:
    os.read(0, 1)  # a byte, or nothing when the other end is closed
    over.set()


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(_GRACE)
        return
    server.kill()
    server.wait()


if __name__ == "__main__":
    sys.exit(keep(int(sys.argv[1]), sys.argv[2:]))
