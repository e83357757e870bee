"""Markdown."""

from __future__ import annotations

from checker.article import Article, Metadata
from checker.parsers import text


def parse(source: str, name: str, meta: Metadata) -> Article:
    """The article in a markdown text."""
    return text.parse(source, name, meta)
