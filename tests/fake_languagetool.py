"""A stand-in for a LanguageTool server, for what a real one cannot be made to do; as a script also for Java.

It finds one fault: `they was`.
"""

from __future__ import annotations

import json
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse

Answer = tuple[int, str]
Answers = Callable[[str, str], Answer]
"""From the last part of the path and the text to a status and a body."""

DELAY = "FAKE_LANGUAGETOOL_DELAY"
"""Seconds that an answer takes of a server that is a process of its own."""

LANGUAGES = [{"name": code, "code": code[:2], "longCode": code} for code in ("en", "en-US", "en-GB")]


def sound(path: str, text: str) -> Answer:
    """What a sound server says."""
    if path == "languages":
        return 200, json.dumps(LANGUAGES)
    matches = [
        _match(len(text[: found.start(1)].encode("utf-16-le")) // 2) for found in re.finditer("they (was)", text)
    ]
    return 200, json.dumps({"matches": matches})


def _match(offset: int) -> dict[str, object]:
    return {
        "message": "Did you mean “were”?",
        "replacements": [{"value": "were"}],
        "offset": offset,
        "length": 3,
        "rule": {"id": "THEY_WAS", "issueType": "grammar", "category": {"id": "GRAMMAR", "name": "Grammar"}},
    }


def server(port: int, answers: Answers) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._respond(parse_qs(urlparse(self.path).query))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._respond(parse_qs(body, keep_blank_values=True))

        def _respond(self, fields: dict[str, list[str]]) -> None:
            status, text = answers(urlparse(self.path).path.rpartition("/")[2], fields.get("text", [""])[0])
            with suppress(BrokenPipeError):  # it was too slow for its client
                self.send_response(status)
                self.end_headers()
                self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    ThreadingHTTPServer.daemon_threads = True
    return ThreadingHTTPServer(("localhost", port), Handler)


@contextmanager
def serving(answers: Answers) -> Iterator[str]:
    """The address of a server that answers so."""
    running = server(0, answers)
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://localhost:{running.server_address[1]}"
    finally:
        running.shutdown()
        running.server_close()


def slow(seconds: float) -> Answers:
    """A server that takes its time over a text."""

    def answers(path: str, text: str) -> Answer:
        if path == "check":
            time.sleep(seconds)
        return sound(path, text)

    return answers


def java(folder: Path, version: str = "17.0.1") -> Path:
    """A JAVA_HOME whose Java starts this server."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(
        f"""#!/bin/sh
if [ "$1" = "-version" ]; then echo 'openjdk version "{version}" 2021-10-19' >&2; exit 0; fi
exec '{sys.executable}' '{__file__}' "$@"
"""
    )
    program.chmod(0o755)
    return folder


def jars(folder: Path) -> Path:
    """A folder that looks like one with LanguageTool in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("languagetool-server-6.8.jar", "languagetool-core-6.8.jar", "language-en-6.8.jar"):
        (folder / name).touch()
    return folder


if __name__ == "__main__":
    server(int(sys.argv[sys.argv.index("--port") + 1]), slow(float(os.environ.get(DELAY, "0")))).serve_forever()
