"""A LanguageTool server of our own: started once, on a free port of this machine, and ended without fail."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.request import ProxyHandler, build_opener

from checker.errors import NotRun
from checker.grammar.install import Java, class_path

_START = 60.0  # seconds that it may take; three on a laptop
_LOOK = 0.1
_END = 10.0  # seconds that the keeper has to end it
_PORTS = 3  # tries, as another program may take a free port before Java does
_HOST = "localhost"  # what LanguageTool binds to, so that no other machine reaches it
# A run lasts seconds to minutes: Java's first compiler and simplest collector halve the time to the first answer and
# that of the first hundred articles; English needs half a gigabyte.
_JAVA_OPTIONS = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_HEALTH = "/v2/healthcheck"
_FIRST = "/v2/check?language=en&text=Good."  # the rules are loaded for the first answer, which takes seconds
_TELLING = re.compile(r"Error|Exception|Could not")
_POSIX = os.name == "posix"
_CLASS = "org.languagetool.server.HTTPServer"


class Server:
    """A running server; `stop` must be called, and should it not be, the keeper ends the server all the same."""

    def __init__(self, java: Java, folder: Path) -> None:
        """Start the LanguageTool in `folder`; raises NotRun when it does not come up."""
        for left in range(_PORTS - 1, -1, -1):
            port = _free_port()
            self.url = f"http://{_HOST}:{port}"
            command = [java.path, *_JAVA_OPTIONS, "-cp", class_path(folder), _CLASS, "--port", str(port)]
            self._keeper = self._keep(command)
            try:
                self._wait()
                return
            except NotRun:
                taken = b"already in use" in self._logged()
                self.stop()
                if not (taken and left):
                    raise
            except BaseException:  # Ctrl-C: nobody else would stop it
                self.stop()
                raise

    def stop(self) -> None:
        """End the server and wait for its end."""
        assert self._keeper.stdin is not None
        with contextlib.suppress(OSError):
            self._keeper.stdin.close()
        if _POSIX:  # a forked child of ours may hold the other end of that, and a signal does not wait for it
            self._keeper.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._keeper.wait(_END)
        if self._keeper.poll() is None or self._keeper.returncode < 0:  # it hangs, or was killed before its time
            self._kill()
        self._log.close()

    def _kill(self) -> None:
        """End the keeper and what it kept, asking no more."""
        with contextlib.suppress(OSError):
            if _POSIX:
                os.killpg(self._keeper.pid, signal.SIGKILL)
            self._keeper.kill()
        self._keeper.wait()

    def _keep(self, command: list[str]) -> subprocess.Popen[bytes]:
        """A keeper with the server under it, in a session of its own."""
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed by `stop`
        keeper = str(Path(__file__).with_name("keeper.py"))
        try:
            return subprocess.Popen(
                [sys.executable, "-I", "-S", keeper, str(os.getpid()), *command],
                stdin=subprocess.PIPE,
                stdout=self._log,
                stderr=self._log,
                start_new_session=True,
            )
        except OSError as error:
            raise NotRun(f"LanguageTool cannot be started: {error.strerror}") from None

    def _wait(self) -> None:
        """Return when the server has answered; raises NotRun when it ends before that or takes too long."""
        deadline = time.monotonic() + _START
        while not self._answers(_HEALTH, _LOOK * 20):
            if time.monotonic() > deadline:
                raise NotRun(f"LanguageTool did not come up in {_START:g} seconds; is the machine busy?")
            self._refuse_dead()
            time.sleep(_LOOK)
        if not self._answers(_FIRST, _START):
            raise NotRun(f"LanguageTool does not answer: {self._last_words()}")
        self._refuse_dead()  # it was another program that answered

    def _refuse_dead(self) -> None:
        if self._keeper.poll() is not None:
            raise NotRun(f"LanguageTool ended while it was starting: {self._last_words()}")

    def _answers(self, question: str, limit: float) -> bool:
        """Whether the server answers a question within some seconds."""
        opener = build_opener(ProxyHandler({}))  # a proxy of the environment is not for our own server
        with contextlib.suppress(OSError, HTTPException), opener.open(self.url + question, timeout=limit) as response:
            return bool(response.status == HTTPStatus.OK)
        return False

    def _logged(self) -> bytes:
        self._log.seek(0)
        return self._log.read()

    def _last_words(self) -> str:
        """What the server said that looks most like a reason."""
        lines = [line.strip() for line in self._logged().decode("utf-8", "replace").splitlines() if line.strip()]
        telling = [line for line in lines if _TELLING.search(line)]
        return (telling or lines or ["it said nothing"])[-1][:200]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((_HOST, 0))
        port: int = listener.getsockname()[1]
        return port
