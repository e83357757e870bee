"""Grammar for one run: the server that is named or a local one, found or started when the first article needs it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from checker.config import Config
from checker.errors import NotRun
from checker.grammar.install import client_version, java, languagetool
from checker.grammar.server import Server
from checker.grammar_settings import Access, Grammar
from checker.inputs import Input

REQUIRED = "required"

ConfigOf = Callable[[Input], Config]


@contextmanager
def asked(config_of: ConfigOf, *, required: bool) -> Iterator[ConfigOf]:
    """`config_of` with the way to a server in each configuration; what was started is stopped at the end."""
    servers = _Servers(required)
    configs: dict[str, Config] = {}

    def with_access(entry: Input) -> Config:
        config = config_of(entry)
        if not any(rule.needs_grammar for rule in config.chosen_for(entry.name).rules):
            return config
        if config.file not in configs:
            configs[config.file] = config.merged({"access": servers.access(config.grammar)})
        return configs[config.file]

    try:
        yield with_access
    finally:
        servers.stop()


class _Servers:
    """The servers of a run: those that configurations name, and one for each LanguageTool of this machine."""

    def __init__(self, required: bool) -> None:
        self._required = required
        self._known: dict[tuple[str, str], Access] = {}
        self._started: list[Server] = []

    def access(self, settings: Grammar) -> Access:
        """Where the server for these settings is, or why there is none, said once on standard error."""
        key = settings.server, settings.jars
        if key not in self._known:
            try:
                self._known[key] = self._open(settings)
            except NotRun as error:
                print(f"checker: grammar: not run: {error}", file=sys.stderr)
                self._known[key] = Access(reason=str(error), required=self._required)
        return self._known[key]

    def stop(self) -> None:
        """End all that was started."""
        while self._started:
            self._started.pop().stop()

    def _open(self, settings: Grammar) -> Access:
        client_version()
        if settings.server:
            return Access(address(settings.server), required=self._required)
        server = Server(java(), languagetool(settings))
        self._started.append(server)
        return Access(server.url, required=self._required, own=True)


def address(server: str) -> str:
    """The address of a server as the client takes it, however much of it was written: it ends before `v2`."""
    return server.rstrip("/").removesuffix("/check").removesuffix("/v2") + "/"
