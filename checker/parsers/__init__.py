"""From bytes to articles: one parser a format, chosen by the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from checker.article import Article, Metadata
from checker.errors import InputError
from checker.parsers import text
from checker.source import refuse_half_characters

Parser = Callable[[str, str, Metadata], Article]
"""Takes the decoded source, the name for reports and the metadata known from outside, which yields to the text's."""


def _markdown(source: str, name: str, meta: Metadata) -> Article:
    from checker.parsers import markdown  # a fifth of a plain text's start

    return markdown.parse(source, name, meta)


PARSERS: dict[str, Parser] = {
    "text": text.parse,
    "markdown": _markdown,
}

ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
}


def parse(source: str, name: str, form: str | None = None, meta: Metadata | None = None) -> Article:
    """The article in `source`; its format is `form` (a key of PARSERS), or goes by the ending of `name`.

    Raises InputError for an unknown format, a text without words, half characters and what the format's parser refuses.
    """
    form = form or ENDINGS.get(PurePath(name).suffix.lower(), "text")
    parser = PARSERS.get(form)
    if parser is None:
        raise InputError(f"format {form!r} is not known; it is one of {', '.join(PARSERS)}")
    if not source.strip():
        raise InputError("the file is empty; nothing was checked")
    refuse_half_characters(source)
    article = parser(source, name, meta or Metadata())
    if not article.blocks:
        raise InputError("the file has no words; nothing was checked")
    return article
