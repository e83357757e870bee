"""Word documents (.docx): the paragraphs of the main text, headings, lists, tables and captions told by their styles.

The source of such an article is its paragraphs, one a line, empty ones too, so that in reports the line is the number
of the paragraph and the column the character in it. Tracked changes are taken as accepted: what was deleted is left
out, what was inserted is read. Left out as well are comments, footnotes and endnotes, headers and footers, text that is
hidden or struck out, tables of contents and what fields are told to do; line breaks and tabs are spaces. Nothing that
the document refers to is opened. Title, author and dates come from its properties where the text does not tell them;
the day it was begun counts as that of publication only when it was last saved within a week: templates are older.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from datetime import date, timedelta

from checker.article import Article, BlockKind, Metadata
from checker.errors import InputError
from checker.parsers.build import Builder
from checker.parsers.metadata import read_date
from checker.parsers.package import Package
from checker.parsers.runs import is_dangerous
from checker.parsers.unmarked import mark_bold_headings, mark_headline, mark_plain_headings
from checker.parsers.word_paragraphs import Paragraph, Reader
from checker.parsers.word_styles import PLAIN, Look, Styles

_MAIN = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_PROPERTY_LIMIT = 1000  # characters
_NEW = timedelta(days=7)
_TEMPLATE_SAVED = "2013-12-23T23:15:00Z"  # what programs leave that write documents with python-docx
_BULLET = re.compile(r"\s*(?:[•‣▪●◦·]\s*|[*–—-]\s+)(?=\S)")


def parse(raw: bytes, name: str, meta: Metadata) -> Article:
    """The article in the bytes of a Word document."""
    package = Package(raw)
    styles, paragraphs = _read(package)
    properties = _Properties()
    if package.has(_PROPERTIES):
        package.read(_PROPERTIES, properties)
    builder = Builder("\n".join(paragraph.text for paragraph in paragraphs), properties.known_behind(meta))
    start = 0
    for paragraph in paragraphs:
        _add(builder, paragraph, start, _look(paragraph, styles))
        start += paragraph.length + 1
    mark_headline(builder.drafts, meta.title or properties.title, by_looks=True)
    mark_bold_headings(builder.drafts)
    mark_plain_headings(builder.drafts)
    return builder.article(name)


def _read(package: Package) -> tuple[Styles, list[Paragraph]]:
    """The styles of a document and its paragraphs."""
    main = next((target for _, kind, target in package.relations("") if kind == "officeDocument"), _MAIN)
    main = main if package.has(main) else _MAIN
    if not package.has(main):
        raise InputError(
            f"not a Word document (.docx): it has no {_MAIN}; open it in a word processor and save it again"
        )
    relations = package.relations(main)
    styles = Styles()
    beside = posixpath.join(posixpath.dirname(main), "styles.xml")
    part = next((target for _, kind, target in relations if kind == "styles"), beside)
    if package.has(part):
        package.read(part, styles)
    reader = Reader(styles, {reference: target for reference, kind, target in relations if kind == "hyperlink"})
    package.read(main, reader)
    return styles, reader.finish()


def _look(paragraph: Paragraph, styles: Styles) -> Look:
    """What a paragraph is by its place, its style and its own properties."""
    look = styles.look(paragraph.style) if paragraph.style else PLAIN
    if look.left_out:
        return look
    if paragraph.row >= 0:
        return Look(BlockKind.CELL)
    if paragraph.outline and look.kind is None:
        return Look(BlockKind.HEADING, paragraph.outline)
    if paragraph.listed > 0 and look.kind in (None, BlockKind.LIST_ITEM):
        return Look(BlockKind.LIST_ITEM, paragraph.listed)
    if paragraph.listed < 0 and look.kind is BlockKind.LIST_ITEM:
        return PLAIN
    return look


def _add(builder: Builder, paragraph: Paragraph, start: int, look: Look) -> None:
    """Add a paragraph that begins at `start` of the source."""
    if look.left_out:
        return
    at, end = start, start + paragraph.length
    bullet = _BULLET.match(builder.source, start, end) if look.kind is None else None
    if bullet:
        at, look = bullet.end(), Look(BlockKind.LIST_ITEM, 1)
    for first, last, url in sorted(paragraph.links):
        if start + first < at or is_dangerous(url):
            continue
        builder.copy(at, start + first)
        offset = builder.offset
        builder.copy(start + first, start + last)
        builder.link(offset, url)
        at = start + last
    builder.copy(at, end)
    if look.kind is None:
        builder.paragraph(paragraph.setting)
    else:
        builder.close(look.kind, level=look.level, row=paragraph.row)


class _Properties:
    """Reads the part of a package that says what the document is."""

    def __init__(self) -> None:
        self._told: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._name = name

    def end(self, name: str) -> None:
        self._name = ""

    def text(self, text: str) -> None:
        if self._name and len(self._told.get(self._name, "")) < _PROPERTY_LIMIT:
            self._told[self._name] = self._told.get(self._name, "") + text

    @property
    def title(self) -> str | None:
        """The title, which is often that of an older document."""
        return self._told.get("dc:title", "").strip() or None

    def known_behind(self, meta: Metadata) -> Metadata:
        """What is known from outside, and behind it what the document says."""
        begun, saved = self._date("dcterms:created"), self._date("dcterms:modified")
        published = begun if begun and saved and begun <= saved <= begun + _NEW else None
        author = self._told.get("dc:creator", "").strip()
        return replace(
            meta,
            published=meta.published or published,
            updated=meta.updated or saved,
            authors=meta.authors or ((author,) if author else ()),
        )

    def _date(self, name: str) -> date | None:
        told = self._told.get(name, "").strip()
        try:
            return None if told == _TEMPLATE_SAVED else read_date(told)
        except InputError:
            return None
