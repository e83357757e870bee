"""A real LanguageTool server for the tests that need one: started once, for all of them."""

from __future__ import annotations

import atexit
import os
from functools import cache

import pytest

from checker.article import Article
from checker.errors import NotRun
from checker.grammar_settings import Access, Grammar


def proofread(article: Article, settings: Grammar | None = None) -> Article:
    """`article` as the server reads it; without a server the test is skipped, or fails where all are required."""
    from checker.grammar import proofread as ask

    return ask(article, settings or Grammar(), access())


def access() -> Access:
    """Where the server is."""
    found = _start()
    if found.reason and os.environ.get("CHECKER_REQUIRE_ALL"):
        pytest.fail(f"no grammar server: {found.reason}")
    if found.reason:
        pytest.skip(f"no grammar server: {found.reason}")
    return found


@cache
def _start() -> Access:
    try:
        import language_tool_python  # noqa: F401

        from checker.grammar.install import java, languagetool
        from checker.grammar.server import Server

        server = Server(java(), languagetool(Grammar()))
    except ImportError as error:
        return Access(reason=f"{error.name} is not installed")
    except NotRun as error:
        return Access(reason=str(error))
    atexit.register(server.stop)
    return Access(server.url, own=True)
