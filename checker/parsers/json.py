"""A record of a content system in JSON, told by what it holds: ninjs of the IPTC, or an article of schema.org.

Of ninjs the versions 1 to 3 are read (`headline` or `headlines`; `body_html`, `body_text` or `bodies`), in either
spelling of their keys. Of several bodies the richest is taken: HTML before plain text. Headline and body are the text
of the article; what else the record says (dates, authors, section) is metadata. What lies outside the body, such as
summaries, captions of associated pictures and lists of links, is left out. Positions are those in the file: an escape
such as “\\u2014” is one character of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from checker.article import Article, BlockKind, Metadata, Span
from checker.errors import InputError
from checker.parsers import html
from checker.parsers import text as plain_text
from checker.parsers.build import Builder
from checker.parsers.metadata import fold_in
from checker.parsers.schema_org import articles, names, plain_date, statements
from checker.parsers.strings import Placed, Thread, line_of, load
from checker.parsers.unmarked import same_words

_EXPECTED = (
    "no article in it; expected is a record of ninjs with “headline” or “headlines” and “body_html”, “body_text” or "
    "“bodies”, or one of schema.org with “headline” and “articleBody”"
)
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_TEXT_TYPES = ("text/plain", "")
_MARKUP = re.compile(r"</(?:p|div|h[1-6]|li|a|b|em|i|strong|blockquote)>|<br ?/?>", re.I)
_PUBLISHED = ("published", "firstpublished", "datepublished", "firstcreated")
_UPDATED = ("updated", "datemodified", "versioncreated")
_AUTHORS = ("by", "byline", "author", "authors")
_BY = re.compile(r"by\s+", re.I)

Record = dict[str, Any]


class _Story(NamedTuple):
    """What of a record is the article, and what it says of it."""

    headline: Placed | None
    body: Placed
    is_html: bool
    stated: list[tuple[str, object]]


def parse(source: str, name: str, meta: Metadata) -> Article:
    """The article in a JSON record; raises InputError for any other JSON."""
    story = _story(load(source))
    for key, stated in story.stated:
        meta = fold_in(meta, key, stated, line_of(source, stated))
    thread, headline, body = _thread(source, story)
    try:
        article = _article(thread.text, headline, body, story.is_html, name, meta)
    except InputError as error:  # its line is one of the body
        message = str(error).removeprefix(f"line {error.line}: ")
        line = line_of(source, story.body)
        raise InputError(f"line {line}: {message}", line) from None
    return thread.traced(article)


def thread_of(source: str) -> tuple[Thread, Span, Span, bool]:
    """The text in a record, where in it headline and body stand, and whether the body is HTML."""
    story = _story(load(source))
    return (*_thread(source, story), story.is_html)


def _thread(source: str, story: _Story) -> tuple[Thread, Span, Span]:
    thread = Thread(source)
    headline = thread.add(story.headline) if story.headline else Span(0, 0)
    return thread, headline, thread.add(story.body)


def _article(text: str, headline: Span, body: Span, is_html: bool, name: str, meta: Metadata) -> Article:
    """The article of a text that has a headline and a body in it."""
    title = text[headline.start : headline.end]
    if is_html:
        builder = Builder(text, meta)
        builder.fold(title, headline.start, headline.end)
        builder.close(BlockKind.HEADLINE)
        html.add(builder, body.start)
        return builder.article(name)
    if same_words(title, text[body.start : body.end].lstrip().partition("\n")[0]):
        text = " " * body.start + text[body.start :]  # the body opens with it
    return plain_text.parse(text, name, fold_in(meta, "title", title))


def _story(value: object) -> _Story:
    """The article in a JSON value."""
    found = [story for record in _records(value) if (story := _read(record))]
    if len(found) > 1:
        raise InputError(f"{len(found)} articles in one file; write each into its own, or all into an archive (.jsonl)")
    if not found:
        raise InputError(_EXPECTED)
    return found[0]


def _records(value: object) -> Iterator[Record]:
    known = list(articles(value))
    if known:
        yield from known
    elif isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def _read(record: Record) -> _Story | None:
    """The story of a record, if it is an article of one of the kinds known."""
    body = record.get("articleBody")
    if isinstance(body, Placed) and body.strip():
        headline = record.get("headline") or record.get("name")
        stated = [(key, value) for key, value in statements(record) if key != "title"]
        return _Story(_string(headline), body, _MARKUP.search(body) is not None, stated)
    plain = {key.lower().replace("_", ""): value for key, value in record.items()}  # ninjs 3 writes bodyHtml
    bodies = list(_bodies(plain))
    if not bodies:
        return None
    told, is_html = next((body for body in bodies if body[1]), bodies[0])
    headline = _string(plain.get("headline")) or _string(_main(plain.get("headlines")))
    return _Story(headline, told, is_html, list(_stated_by_ninjs(plain)))


def _bodies(record: Record) -> Iterator[tuple[Placed, bool]]:
    """The bodies of a ninjs record, and whether each is HTML."""
    for key, value in record.items():
        is_body = key in ("body", "bodytext") or (key.startswith("body") and "html" in key)
        if is_body and isinstance(value, Placed) and value.strip():
            yield value, "html" in key or (key == "body" and _MARKUP.search(value) is not None)
    listed = record.get("bodies")
    for item in listed if isinstance(listed, list) else ():
        value = item.get("value") if isinstance(item, dict) else None
        if isinstance(value, Placed) and value.strip():
            kind = str(item.get("contentType") or item.get("contenttype") or "").partition(";")[0].strip().lower()
            if kind in _HTML_TYPES or kind in _TEXT_TYPES:
                yield value, kind in _HTML_TYPES or (not kind and _MARKUP.search(value) is not None)


def _main(headlines: object) -> object:
    """The main one of several headlines, or the first."""
    listed = [item for item in headlines if isinstance(item, dict)] if isinstance(headlines, list) else []
    main = next((item for item in listed if item.get("role") == "main"), listed[0] if listed else {})
    return main.get("value")


def _string(value: object) -> Placed | None:
    return value if isinstance(value, Placed) and value.strip() else None


def _stated_by_ninjs(record: Record) -> Iterator[tuple[str, object]]:
    """What a ninjs record states: its first date is that of publication, a later one that of the last change."""
    first = next((record[key] for key in _PUBLISHED if record.get(key)), None)
    last = next((record[key] for key in _UPDATED if record.get(key)), None)
    for key, value in (("published", first or last), ("updated", last if first else None)):
        if isinstance(value, str):
            yield key, plain_date(value)
    authors = next((record[key] for key in _AUTHORS if record.get(key)), None)
    yield "authors", [_BY.sub("", author, count=1) for author in names(authors)]
    yield "section", next(names(record.get("section")), None)
