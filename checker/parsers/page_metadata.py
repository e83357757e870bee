"""What an HTML text says of its article outside the story: its title, `meta` elements, JSON-LD and times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.article import Metadata
from checker.errors import InputError
from checker.parsers.elements import Document, Element, Step
from checker.parsers.metadata import fold_in
from checker.parsers.schema_org import Record, articles, plain_date, statements

_PUBLISHED = (
    "article:published_time datepublished og:published_time parsely-pub-date dc.date.issued dcterms.issued dc.date "
    "publishdate publish-date pubdate date sailthru.date"
).split()
_UPDATED = "article:modified_time datemodified og:updated_time dcterms.modified last-modified lastmod".split()
_AUTHORS = "author parsely-author dc.creator dcterms.creator sailthru.author article:author".split()
_SECTIONS = ("article:section", "parsely-section")
_SPONSORED = ("sponsored", "article:sponsored")
_JSON_LD = "application/ld+json"
_WRAPPING = re.compile(
    r"\A\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*\Z"
)
_SITE_BREAK = re.compile(r"\s+[|–—»·•-]\s+|\s*::\s*")
_SITE_WORDS = 5


@dataclass
class PageFacts:
    """What was found, in the order of the page; of several statements the first holds."""

    title: Element | None = None
    title_text: str = ""
    stated: dict[str, str] = field(default_factory=dict)
    """Contents of `meta` elements and times by their name, in small letters."""
    record: Record | None = None
    times: list[tuple[Element, str]] = field(default_factory=list)
    """The `time` elements that do not tell what for."""
    authors: list[tuple[Element, str]] = field(default_factory=list)

    @property
    def headlines(self) -> list[str]:
        """What the headline of the story may be, the surest first."""
        recorded = self.record.get("headline") if self.record else None
        found = [recorded if isinstance(recorded, str) else "", self.stated.get("og:title", "")]
        return [text for text in (*found, self.title_text[: self.title_end]) if text]

    @property
    def title_end(self) -> int:
        """How much of the title is the headline: all but the name of the site behind it."""
        site = self.stated.get("og:site_name", "").casefold()
        breaks = list(_SITE_BREAK.finditer(self.title_text))
        if not breaks:
            return len(self.title_text)
        last = breaks[-1]
        behind = self.title_text[last.end() :]
        barred = "|" in last[0] or ":" in last[0] or "»" in last[0]
        named = behind.casefold() == site or (barred and len(behind.split()) <= _SITE_WORDS)
        return last.start() if named else len(self.title_text)


def gather(document: Document) -> PageFacts:
    """What a document states."""
    found = PageFacts()
    for element in document.elements():
        if element.tag == "title" and found.title is None and (text := document.text(element)):
            found.title, found.title_text = element, text
        elif element.tag == "meta":
            for name, content in _stated(document, element):
                found.stated.setdefault(name, content)
        elif element.tag == "time":
            _add_time(found, document, element)
        elif element.tag == "script" and found.record is None:
            found.record = _recorded(document, element)
        elif element.tag in ("a", "span", "address") and _is_author(document, element):
            found.authors.append((element, document.text(element)))
    return found


def metadata(found: PageFacts, story: Element, known: Metadata) -> Metadata:
    """What is known of the article, with what its page states in the place of what was known before."""
    stated = found.stated
    given: dict[str, object] = dict(statements(found.record)) if found.record else {}
    given.pop("title", None)
    for key, sources in (
        ("published", _PUBLISHED),
        ("updated", _UPDATED),
        ("section", _SECTIONS),
        ("sponsored", _SPONSORED),
    ):
        content = next((stated[name] for name in sources if stated.get(name)), "")
        if content:
            given.setdefault(key, plain_date(content) if key in ("published", "updated") else content)
    authors = (
        _inside(story, found.authors)
        or [stated[name] for name in _AUTHORS if stated.get(name) and "//" not in stated[name]][:1]
    )
    if authors:
        given.setdefault("authors", list(dict.fromkeys(authors)))
    if times := _inside(story, found.times):
        given.setdefault("published", times[0])
    for key, value in given.items():
        known = _with(known, key, value)
    return known


def _with(known: Metadata, key: str, value: object) -> Metadata:
    """What is known and one statement more; one that cannot be read is passed over, since machines wrote it."""
    try:
        return fold_in(known, key, value)
    except InputError:
        return known


def _inside(story: Element, found: list[tuple[Element, str]]) -> list[str]:
    """What was found in the story itself: other elements are about other stories."""
    return [text for element, text in found if text and story.first <= element.first <= story.last]


def _stated(document: Document, meta: Element) -> Iterator[tuple[str, str]]:
    given = document.attributes(meta)
    for key in ("property", "name", "itemprop"):
        for name in given.get(key, "").lower().split():
            yield name, given.get("content", "").strip()


def _add_time(found: PageFacts, document: Document, time: Element) -> None:
    given = document.attributes(time)
    moment = given.get("datetime", "").strip()
    marks = f"{given.get('itemprop', '')} {given.get('class', '')}".lower()
    if not moment:
        return
    if "modified" in marks or "update" in marks:
        found.stated.setdefault("datemodified", moment)
    elif "publish" in marks or "pubdate" in given:
        found.stated.setdefault("datepublished", moment)
    else:
        found.times.append((time, moment))


def _is_author(document: Document, element: Element) -> bool:
    if element.end - element.start < len("<a rel=author>"):
        return False
    given = document.attributes(element)
    return "author" in given.get("rel", "").split() or "author" in given.get("itemprop", "").split()


def _recorded(document: Document, script: Element) -> Record | None:
    """The record of an article in a script of JSON-LD, if it has one."""
    if document.attributes(script).get("type", "").strip().lower() != _JSON_LD:
        return None
    step, start, end, _ = document.steps[script.first + 1]
    if step is not Step.RAW:
        return None
    import json

    try:
        value = json.loads(_WRAPPING.sub("", document.source[start:end]), strict=False)
    except (ValueError, RecursionError):
        return None
    return next(articles(value), None)
