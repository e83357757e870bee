"""What records in the vocabulary of schema.org say of an article, be they JSON-LD in pages or files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TYPES = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})
_PAID = "AdvertiserContentArticle"
_STATED = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "updated",
    "articleSection": "section",
    "correction": "corrections",
}
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")
_NESTING_LIMIT = 4
_COMPACT_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?")

Record = dict[str, Any]


def articles(value: object, depth: int = 0) -> Iterator[Record]:
    """The records of articles in a JSON value: itself, the items of a list, those of a graph."""
    if depth > _NESTING_LIMIT:
        return
    if isinstance(value, list):
        for item in value:
            yield from articles(item, depth + 1)
    elif isinstance(value, dict):
        if is_article(value):
            yield value
            return
        for key in _HOLDERS:
            yield from articles(value.get(key), depth + 1)


def is_article(record: Record) -> bool:
    """Whether a record is an article by its type."""
    return any(kind.endswith("Article") or kind in _TYPES for kind in _types(record))


def statements(record: Record) -> Iterator[tuple[str, object]]:
    """What a record states, as keys and values of metadata."""
    for key, known in _STATED.items():
        value = record.get(key)
        if key in ("datePublished", "dateModified") and isinstance(value, str):
            value = plain_date(value)
        if key in ("headline", "articleSection"):
            value = next(names(value), None)
        if value:
            yield known, value
    authors = list(names(record.get("author") or record.get("creator")))
    if authors:
        yield "authors", authors
    if _PAID in _types(record) or record.get("sponsor"):
        yield "sponsored", True


def names(value: object) -> Iterator[str]:
    """The names of people and organisations: texts, records with a name, or a list of these."""
    if isinstance(value, str):
        if value.strip():
            yield value.strip()
    elif isinstance(value, dict):
        yield from names(value.get("name"))
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, list):
                yield from names(item)


def plain_date(written: str) -> str:
    """A date as it is, or with hyphens where ISO 8601 does without: 20250523T101500Z."""
    compact = _COMPACT_DATE.fullmatch(written.strip())
    return "-".join(compact.groups()) if compact else written


def _types(record: Record) -> list[str]:
    given = record.get("@type")
    listed = given if isinstance(given, list) else [given]
    return [kind.rpartition("/")[2].rpartition(":")[2] for kind in listed if isinstance(kind, str)]
