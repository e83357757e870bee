"""The settings of the grammar check: how to reach a LanguageTool server and what to ask of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from checker.catalog import nearest
from checker.errors import ConfigError

LANGUAGES = ("auto", "en", "en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The table [tool.checker.grammar]; the defaults are those of a run without one."""

    server: str = ""
    """Its address; empty for one of our own, started for the run."""
    jars: str = ""
    """The folder of the LanguageTool to start; empty for the one that is found."""
    language: str = "auto"
    """British, American or another English; `auto` goes by the article's own spelling."""
    timeout: float = 30.0
    """Seconds that the server has for one article."""
    spelling: bool = False
    """Whether it looks for misspelt words as well; names are the price."""
    picky: bool = False
    """Whether it applies the rules that it keeps for those who ask for more."""


@dataclass(frozen=True, slots=True)
class Access:
    """Where the server of this run is, or why there is none."""

    url: str = ""
    reason: str = ""
    """Why grammar cannot be checked, and what to do; empty when it can."""
    required: bool = False
    """Whether an article that it was not checked for counts as not checked."""
    own: bool = False
    """Whether we started it, on this machine."""


def read(table: Any, where: str) -> Grammar:
    """The settings in a table; raises ConfigError for an unknown key and for a value that it cannot have."""
    if not isinstance(table, dict):
        raise ConfigError(f"{where}: write it as a table [tool.checker.grammar]")
    known = {field.name: field.default for field in fields(Grammar)}
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{where}: no setting is called {key!r}{nearest(key, known)}")
        _refuse(key, value, f"{where}.{key}")
    return Grammar(**table)


def _refuse(key: str, value: Any, where: str) -> None:
    """Raise ConfigError unless the setting can have this value."""
    if key == "timeout":
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
            raise ConfigError(f"{where}: {value!r} is not a number of seconds")
    elif key in ("spelling", "picky"):
        if not isinstance(value, bool):
            raise ConfigError(f"{where}: {value!r} is neither true nor false")
    elif not isinstance(value, str):
        raise ConfigError(f"{where}: {value!r} is not a string")
    elif key == "language" and value not in LANGUAGES:
        raise ConfigError(f"{where}: {value!r} is not a language; it is one of {', '.join(LANGUAGES)}")
    elif key == "server" and value and not value.startswith(("http://", "https://")):
        raise ConfigError(f"{where}: {value!r} is not an address; write it as http://localhost:8081")
