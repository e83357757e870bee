"""From bytes to articles: one parser a format, chosen by the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import TypeVar

from checker.article import Article, Metadata
from checker.errors import InputError
from checker.source import decode, refuse_half_characters

Parser = Callable[[str, str, Metadata], Article]
"""Takes the decoded source, the name for reports and the metadata known from outside, which yields to the text's."""
PackedParser = Callable[[bytes, str, Metadata], Article]
"""Takes the bytes of a file that is no text; the source of its article is what it holds, not the file."""

S = TypeVar("S", str, bytes)


def _late(module: str) -> Callable[[S, str, Metadata], Article]:
    """The parser in a module that is imported when there is something to parse: none pays for the others."""

    def parse_late(source: S, name: str, meta: Metadata) -> Article:
        article: Article = import_module(f"checker.parsers.{module}").parse(source, name, meta)
        return article

    return parse_late


PARSERS: dict[str, Parser] = {
    "text": _late("text"),
    "markdown": _late("markdown"),
    "html": _late("html"),
    "json": _late("json"),
}
PACKED: dict[str, PackedParser] = {
    "docx": _late("docx"),
}

ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".json": "json",
}


def parse(source: str | bytes, name: str, form: str | None = None, meta: Metadata | None = None) -> Article:
    """The article in `source`; its format is `form` (a key of PARSERS or PACKED), or goes by the ending of `name`.

    Raises InputError for an unknown format, a text without words, half characters and what the format's parser refuses.
    """
    form = form or ENDINGS.get(PurePath(name).suffix.lower(), "text")
    known = meta or Metadata()
    if not source.strip():
        raise InputError("the file is empty; nothing was checked")
    if form in PACKED:
        if isinstance(source, str):
            raise InputError(f"format {form!r} is no text; name the file itself")
        article = PACKED[form](source, name, known)
    elif form in PARSERS:
        written = decode(source).text if isinstance(source, bytes) else source
        refuse_half_characters(written)
        article = PARSERS[form](written, name, known)
    else:
        raise InputError(f"format {form!r} is not known; it is one of {', '.join([*PARSERS, *PACKED])}")
    if not article.blocks:
        raise InputError("the file has no words; nothing was checked")
    return article
