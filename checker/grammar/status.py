"""What `--grammar` would use, piece by piece."""

from __future__ import annotations

from collections.abc import Callable

from checker.errors import NotRun
from checker.grammar.install import client_version, java, languagetool
from checker.grammar_settings import Access, Grammar

Look = Callable[[], str]
_SAMPLE = "The bridge are open."


def report(settings: Grammar) -> list[tuple[str, Look]]:
    """What is needed, by name: a look at it that says what there is, or raises NotRun."""
    needed: list[tuple[str, Look]] = [("client", lambda: f"language-tool-python {client_version()}")]
    if settings.server:
        return [*needed, ("server", lambda: _server(settings))]
    return [*needed, ("java", _java), ("languagetool", lambda: str(languagetool(settings)))]


def _java() -> str:
    found = java()
    return f"{found.path}, version {found.version}"


def _server(settings: Grammar) -> str:
    """Ask the server that is named for its opinion of a sentence."""
    client_version()
    from checker.grammar.client import client
    from checker.grammar.run import address

    url = address(settings.server)
    found = client(settings, Access(url)).answers(_SAMPLE, "en-US", len(_SAMPLE))
    if not found:
        raise NotRun(f"the server at {url} finds no fault with “{_SAMPLE}”; is its grammar for English there?")
    return f"{url} answers"
