"""The page around the articles: its head with style and script written into it, and its foot."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from checker.reporters.html.markup import escape
from checker.version import VERSION

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath d='M2 9l4 4 8-10' fill='none' stroke='%23b3261e' stroke-width='3'/%3E%3C/svg%3E"
)


def opening(title: str, archive: bool) -> str:
    """All that stands before the first article."""
    style, script = _file("page.css"), _file("desk.js") + _file("page.js")
    # Nothing may be loaded or sent, and no script may run but this one, whatever an article's text holds.
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="checker {VERSION}">\n<title>{escape(title)}</title>\n'
        f'<link rel="icon" href="{_ICON}">\n<style>{style}</style>\n<script>{script}</script>\n</head>\n'
        f'<body class="{"archive" if archive else "single"}">\n'
        f'<header class="masthead"><h1><a href="#top" id="top">checker</a></h1><p>{escape(title)}</p></header>\n'
        "<main>\n"
    )


def closing() -> str:
    """All that stands after the last article."""
    return (
        "</main>\n<footer><p>A finding says what cannot both be right, never which of the two is wrong. "
        f"¶ counts the paragraphs of the article. Written by checker {VERSION}; this page loads and sends nothing.</p>"
        '</footer>\n<p class="unseen" role="status" id="said"></p>\n</body>\n</html>\n'
    )


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
