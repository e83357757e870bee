"""From the events of the markdown parser to blocks, with byte offsets turned into code points on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from checker.article import BlockKind
from checker.parsers.build import Builder
from checker.parsers.draft import Style
from checker.parsers.furniture import is_byline
from checker.parsers.metadata import read_statement
from checker.parsers.pictures import Pictures
from checker.parsers.places import Places
from checker.parsers.raw_html import RawHtml, link_of

Handler = Callable[["Reader", Any, Any], None]
"""Takes what the event holds and where it stands, in bytes."""

_YEAR_ABOVE = 99  # ordered lists that start higher are sentences that open with a year
_MARKER = re.compile(r"\d+[.)]\s?")
_HEAD_PARAGRAPHS = 1
_STATEMENT_LIMIT = 160  # characters


class Reader:
    """Turns events into blocks; handlers are found by the name of the event or the tag."""

    def __init__(self, builder: Builder, body: int) -> None:
        self.builder = builder
        self.underlined: set[int] = set()
        """Which drafts are headings that are marked by a line below them."""
        self._at = Places(builder.source, body).offset
        self._inside: list[str] = []  # "quote", "list" and "note"
        self._begun: list[bool] = []  # of each item around, whether its first block is closed
        self._years: list[bool] = []  # of each list around, whether its numbers are years
        self._emphasis = self._strong = 0
        self._upright = self._light = False  # whether the block has text without emphasis, without strong emphasis
        self._pictures = Pictures(builder)
        self._pictured = False  # whether the paragraph began with an image
        self._below_picture = False  # whether the block before was an image alone
        self._links: list[tuple[int, str]] = []
        self._anchors: list[tuple[int, str, str]] = []
        self._in_code = False
        self._html: list[tuple[str, int]] = []
        self._row = -1

    def read(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Add the blocks of all events."""
        for event, place in events:
            if type(event) is str:
                if event != "Rule":
                    self._line_break(place)
                continue
            [(name, value)] = event.items()
            if name == "Text":
                self._text(value, self._at(place["start"]), self._at(place["end"]))
            elif name == "Start":
                tag, given = (value, None) if type(value) is str else next(iter(value.items()))
                if opening := _OPENINGS.get(tag):
                    opening(self, given, place)
            elif name == "End":
                tag, given = (value, None) if type(value) is str else next(iter(value.items()))
                if closing := _CLOSINGS.get(tag):
                    closing(self, given, place)
            elif leaf := _LEAVES.get(name):
                leaf(self, value, place)

    # Text

    def _text(self, text: str, start: int, end: int) -> None:
        if self._pictures.open:
            self._pictures.text(text, start, end)
            return
        if self._in_code:
            self.builder.fold(text, start, end)
            return
        if not (self._emphasis and self._strong) and not text.isspace():
            self._upright |= not self._emphasis
            self._light |= not self._strong
        self.builder.add(text, start, end)

    def _line_break(self, place: Any) -> None:
        start, end = self._at(place["start"]), self._at(place["end"])
        builder = self.builder
        if self._pictures.open:
            self._pictures.text(" ", start, end)
        elif builder.told <= _HEAD_PARAGRAPHS and not self._inside and self._states():
            builder.paragraph()
        else:
            builder.space(start, end)

    def _states(self) -> bool:
        """Whether the line above the story that ends here stands by itself, though no blank line follows."""
        if not 0 < self.builder.size <= _STATEMENT_LIMIT:
            return False
        line = self.builder.pending
        return is_byline(line) or read_statement(line) is not None

    def _code(self, text: str, place: Any) -> None:
        """Inline code: its text without the backticks."""
        start, end = self._at(place["start"]), self._at(place["end"])
        marks = end - start - len(self.builder.source[start:end].lstrip("`"))
        found = self.builder.source.find(text, start + marks, end - marks)
        if found < 0:  # it goes over a line
            self._text(text, start, end)
        else:
            self._text(text, found, found + len(text))

    # Blocks

    def _open_block(self, _given: Any = None, _place: Any = None) -> None:
        """Begin a block; what is open then is the text of a list item, which has no block of its own."""
        if self.builder.open:
            self._close_paragraph()
        self._upright = self._light = self._pictured = False

    def _close_paragraph(self, _given: Any = None, _place: Any = None) -> None:
        builder, style = self.builder, self._style()
        inside = self._inside[-1] if self._inside else ""
        pictured, below = self._pictured, self._below_picture
        if builder.open:
            self._below_picture = False
        if inside == "quote":
            builder.close(BlockKind.BLOCKQUOTE)
        elif inside == "list":
            self._close_item_text()
        elif inside == "note":
            builder.close(BlockKind.PARAGRAPH)
        elif pictured or (below and style == "italic"):
            builder.close(BlockKind.CAPTION)
        else:
            builder.paragraph(style)
        self._below_picture |= self._pictures.add_captions()
        self._anchors.clear()

    def _close_item_text(self) -> None:
        """End the text of an item: its first block is the item, what follows belongs to it."""
        if self._begun and self._begun[-1]:
            self.builder.close(BlockKind.PARAGRAPH)
        elif self.builder.close(BlockKind.LIST_ITEM, level=self._inside.count("list")) and self._begun:
            self._begun[-1] = True

    def _style(self) -> Style:
        if not self._upright:
            return "italic"
        return "" if self._light else "bold"

    def _open_container(self, name: str) -> None:
        self._open_block()
        self._inside.append(name)

    def _close_container(self, given: Any, place: Any) -> None:
        if self.builder.open:
            self._close_paragraph()
        self._inside.pop()

    def _open_list(self, first: int | None, place: Any) -> None:
        self._open_container("list")
        self._years.append(first is not None and first > _YEAR_ABOVE)

    def _close_list(self, given: Any, place: Any) -> None:
        self._close_container(given, place)
        self._years.pop()

    def _open_item(self, given: Any, place: Any) -> None:
        self._open_block()
        self._begun.append(False)
        start = self._at(place["start"]) if self._years[-1] else -1
        if start >= 0 and (marker := _MARKER.match(self.builder.source, start)):
            self.builder.copy(start, marker.end())

    def _close_item(self, given: Any, place: Any) -> None:
        if self.builder.open:
            self._close_paragraph()
        self._begun.pop()

    def _close_heading(self, level: str, place: Any) -> None:
        """End a heading; remember those whose markup is a line below them, since these are titles."""
        start = self._at(place["start"])
        underlined = self.builder.source[start : start + 1] != "#"
        kind = BlockKind.BLOCKQUOTE if "quote" in self._inside else BlockKind.HEADING
        if self.builder.close(kind, level=int(level[1])) and underlined:
            self.underlined.add(len(self.builder.drafts) - 1)
        self._below_picture |= self._pictures.add_captions()

    def _open_code(self, given: Any, place: Any) -> None:
        self._open_block()
        self._in_code = True

    def _close_code(self, given: Any, place: Any) -> None:
        self._in_code = False
        self.builder.close(BlockKind.CODE)

    def _open_table(self, given: Any, place: Any) -> None:
        self._open_block()
        self._row = -1

    def _open_row(self, given: Any, place: Any) -> None:
        self._row += 1

    def _close_cell(self, given: Any, place: Any) -> None:
        self.builder.close(BlockKind.CELL, row=self._row)
        self._below_picture |= self._pictures.add_captions()

    def _raw(self, html: str, place: Any) -> None:
        self._html.append((html, self._at(place["start"])))

    def _close_raw(self, given: Any, place: Any) -> None:
        RawHtml(self.builder, self._html).add()
        self._html = []

    # Inline markup

    def _open_emphasis(self, given: Any, place: Any) -> None:
        self._emphasis += 1

    def _close_emphasis(self, given: Any, place: Any) -> None:
        self._emphasis -= 1

    def _open_strong(self, given: Any, place: Any) -> None:
        self._strong += 1

    def _close_strong(self, given: Any, place: Any) -> None:
        self._strong -= 1

    def _open_link(self, given: Any, place: Any) -> None:
        url = given["dest_url"]
        self._links.append((self.builder.offset, f"mailto:{url}" if given["link_type"] == "Email" else url))

    def _close_link(self, given: Any, place: Any) -> None:
        self.builder.link(*self._links.pop())

    def _inline_raw(self, tag: str, place: Any) -> None:
        """A tag within a paragraph: line breaks and links count, the rest is left out."""
        name = _TAG_NAME.match(tag)
        if name is None or self._pictures.open:
            return
        if name[0].lower() == "<br":
            self.builder.space(self._at(place["start"]), self._at(place["end"]))
        elif name[0].lower() == "</a" and self._anchors:
            self.builder.link(*self._anchors.pop())
        elif name[0].lower() == "<a" and (link := link_of(tag)):
            self._anchors.append((self.builder.offset, *link))

    def _open_image(self, given: Any, place: Any) -> None:
        self._pictures.begin(given["title"], self._at(place["start"]))

    def _close_image(self, given: Any, place: Any) -> None:
        """End an image; its captions stand before a paragraph that begins with it, and after any other."""
        self._pictures.end(self._at(place["end"]))
        if not self._pictures.open and not self.builder.open:
            self._pictured = True
            self._below_picture |= self._pictures.add_captions()


_TAG_NAME = re.compile(r"</?[a-zA-Z][\w-]*")
_LEAVES: dict[str, Handler] = {"Code": Reader._code, "Html": Reader._raw, "InlineHtml": Reader._inline_raw}
_OPENINGS: dict[str, Handler] = {
    "Paragraph": Reader._open_block,
    "Heading": Reader._open_block,
    "BlockQuote": lambda reader, given, place: reader._open_container("quote"),
    "FootnoteDefinition": lambda reader, given, place: reader._open_container("note"),
    "List": Reader._open_list,
    "Item": Reader._open_item,
    "CodeBlock": Reader._open_code,
    "HtmlBlock": Reader._open_block,
    "Table": Reader._open_table,
    "TableHead": Reader._open_row,
    "TableRow": Reader._open_row,
    "Emphasis": Reader._open_emphasis,
    "Strong": Reader._open_strong,
    "Link": Reader._open_link,
    "Image": Reader._open_image,
}
_CLOSINGS: dict[str, Handler] = {
    "Paragraph": Reader._close_paragraph,
    "Heading": Reader._close_heading,
    "BlockQuote": Reader._close_container,
    "FootnoteDefinition": Reader._close_container,
    "List": Reader._close_list,
    "Item": Reader._close_item,
    "CodeBlock": Reader._close_code,
    "HtmlBlock": Reader._close_raw,
    "TableCell": Reader._close_cell,
    "Emphasis": Reader._close_emphasis,
    "Strong": Reader._close_strong,
    "Link": Reader._close_link,
    "Image": Reader._close_image,
}
