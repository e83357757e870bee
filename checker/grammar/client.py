"""The client of a LanguageTool server: language-tool-python behind our own errors, offsets and time limit.

Version 3.4.0 keeps the offsets of the last text it converted in its Match class, so that two threads mix them up,
converts where a match begins but not how long it is, takes an error in JSON for an answer, and waits 300 seconds.
So it makes the requests, and its matches are not used.
"""

from __future__ import annotations

import time
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urljoin

import requests
from language_tool_python import LanguageTool

from checker.errors import NotRun
from checker.grammar.answers import Answer, Nonsense, answers
from checker.grammar_settings import Access, Grammar

_TRIES = 2
_PAUSE = 1.0  # seconds before another try
_PATIENCE = 2  # articles in a row that the server may fail before it is asked no more
_LIMITS = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.UPGRADE_REQUIRED)  # the second is what the public server sends
_SHOWN = 80  # characters of a strange answer
_SPELLING = {"TYPOS"}
_INSTALL = "`checker grammar status` says what a server of your own needs"


@cache
def client(settings: Grammar, access: Access) -> Client:
    """The one client of this process for a server."""
    return Client(settings, access)


class Client:
    """Asks one server, and gives it up when it goes on failing."""

    def __init__(self, settings: Grammar, access: Access) -> None:
        self._settings = settings
        self._access = access
        self._tools: dict[str, _Tool] = {}
        self._failed = 0

    def answers(self, text: str, language: str, units: int) -> list[Answer]:
        """What the server says of a text of `units` UTF-16 units; raises NotRun when it says nothing of use."""
        if self._failed >= _PATIENCE:
            raise NotRun(f"the server at {self._access.url} failed {_PATIENCE} times running and is asked no more")
        try:
            found = answers(self._tool(language).document(text), units)
        except NotRun:
            self._failed += 1
            raise
        except Nonsense as error:
            self._failed += 1
            raise NotRun(_nonsense(self._access.url, str(error))) from None
        self._failed = 0
        return found

    def _tool(self, language: str) -> _Tool:
        if language not in self._tools:
            self._tools[language] = _tool(self._settings, self._access, language)
        return self._tools[language]


def _tool(settings: Grammar, access: Access, language: str) -> _Tool:
    try:
        tool = _Tool(access, language, settings.timeout)
    except (ValueError, AttributeError, TypeError) as error:  # it has no such language, or its list is none
        raise NotRun(_nonsense(access.url, str(error))) from None
    tool.picky = settings.picky
    if not settings.spelling:
        tool.disabled_categories = _SPELLING
    return tool


class _Tool(LanguageTool):
    """The library's client for one language, with requests of our own making."""

    def __init__(self, access: Access, language: str, limit: float) -> None:
        self._limit = limit
        self._session = requests.Session()
        self._session.trust_env = not access.own  # a proxy of the environment is not for our own server
        super().__init__(language, remote_server=access.url)

    def document(self, text: str) -> Any:
        """The response for a text, as JSON."""
        return self._query_server(urljoin(self._url, "check"), self._create_params(text), method="post")

    def _query_server(self, url: str, params: Any = None, num_tries: int = _TRIES, method: str = "get") -> Any:
        """The response of the server as JSON, at the second try if need be; raises NotRun for any other."""
        for left in range(_TRIES - 1, -1, -1):
            try:
                response = self._session.request(method, url, data=params, timeout=self._limit)
            except requests.Timeout:
                problem = f"the server at {self._url} did not answer in {self._limit:g} seconds; raise timeout"
            except requests.RequestException as error:
                problem = f"no server answers at {self._url} ({type(error).__name__}); start it, or mend server"
            else:
                if response.ok:
                    return _json(self._url, response)
                problem = _refusal(self._url, response)
                if response.status_code < 500 and response.status_code not in _LIMITS:
                    break
            if left:
                time.sleep(_PAUSE)
        raise NotRun(problem)


def _json(url: str, response: requests.Response) -> Any:
    try:
        return response.json()
    except requests.JSONDecodeError:
        raise NotRun(_nonsense(url, f"it sends {_shortened(response.text)!r}")) from None


def _refusal(url: str, response: requests.Response) -> str:
    """What an error status means."""
    status = f"{response.status_code} {response.reason}".strip()
    if response.status_code in _LIMITS:
        return f"the server at {url} takes no more requests for now ({status}); try later, or {_INSTALL}"
    return f"the server at {url} answers {status}: {_shortened(response.text)}; its log may say why"


def _nonsense(url: str, problem: str) -> str:
    return f"what answers at {url} is no LanguageTool server for this: {problem}; mend server"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
