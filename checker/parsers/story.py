"""Telling the story of an HTML text: its elements in order, each stretch of text a block of the kind they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from checker.article import BlockKind
from checker.parsers.build import Builder
from checker.parsers.draft import Style
from checker.parsers.elements import BLOCKS, HEADINGS, Document, Element, Step
from checker.parsers.furniture import is_byline
from checker.parsers.metadata import read_statement
from checker.parsers.pages import Page
from checker.parsers.raised import raised
from checker.parsers.runs import Runs
from checker.parsers.unmarked import same_words

_RAISED_STEPS = 20  # of an element that may be the mark of a note
_BYLINE_LIMIT = 160  # characters
_HEAD_PARAGRAPHS = 1  # a standfirst may stand before byline and date
_SLOT = "Advertisement"

_ITALIC = frozenset({"em", "i", "cite"})
_BOLD = frozenset({"strong", "b"})
_STANDFIRST_WORDS = frozenset("standfirst dek deck subtitle subheadline subheading".split())
_CAPTION_WORDS = frozenset("caption credit".split())
_KICKER_WORDS = frozenset("kicker eyebrow overline section category topic".split())
_BYLINE_WORDS = frozenset("byline author authors".split())
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.BLOCKQUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
}
_LAYOUT = -2
"""What stands for the row of a table that only places things on a page."""


@dataclass(slots=True)
class _Frame:
    """What the text in an element that makes blocks becomes."""

    element: Element
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    begun: bool = False
    """Of an item: whether its first block is closed; what follows belongs to it."""
    words: frozenset[str] = frozenset()
    """The words of its class."""


class Teller:
    """Goes through the elements of a story and adds their blocks."""

    def __init__(self, page: Page, builder: Builder, headlines: Sequence[str]) -> None:
        """Begin with the `headlines` that have been told already."""
        self._page = page
        self._builder = builder
        self._headlines = list(headlines)
        self._runs = Runs()
        self._frames = [_Frame(page.document.root)]
        self._rows: list[int] = []  # of each table around
        self._lists = self._italic = self._bold = self._timed = 0
        self._untimed = False  # whether the block has text outside <time>
        self._break: tuple[int, int] | None = None  # the line break that came last, when no word has followed
        self._slots: list[Element] = []

    def tell(self, element: Element) -> None:
        """Add the blocks of an element."""
        steps, source = self._page.document.steps, self._builder.source
        at = element.first
        while at <= element.last:
            step, start, end, inner = steps[at]
            if step is Step.TEXT:
                self._words(start, end)
            elif step is Step.REFERENCE:
                self._run(unescape(source[start:end]), start, end)
            elif step is Step.CLOSE:
                self._close(inner, start, end)
            elif step is Step.OPEN:
                if inner is not element and self._passes_over(inner):
                    at = inner.last
                else:
                    self._open(inner)
            at += 1
        self._end_block()

    # Text

    def _words(self, start: int, end: int) -> None:
        self._runs.words(self._builder.source, start, end)
        if not self._builder.source[start:end].isspace():
            self._note()

    def _run(self, text: str, start: int, end: int) -> None:
        self._runs.run(text, start, end)
        self._note()

    def _note(self) -> None:
        self._break = None
        self._untimed |= not self._timed
        self._runs.set_in(self._italic > 0, self._bold > 0)

    # Elements

    def _passes_over(self, element: Element) -> bool:
        """Whether an element is left out, or has been dealt with."""
        page = self._page
        if page.headline is element and self._headlines:
            return any(same_words(page.document.text(element), told) for told in self._headlines)
        if element.tag == "sup":
            return self._raise(element)
        if not page.whole and page.is_ad(element) and not page.weights.text_of(element):
            self._slots.append(element)
            if not self._runs:
                self._add_slots()
            return True
        return page.leaves_out(element)

    def _raise(self, element: Element) -> bool:
        """Deal with raised text that is a number: the mark of a note is left out, an exponent raised."""
        document = self._page.document
        if element.last - element.first > _RAISED_STEPS:
            return False
        text = document.text(element)
        if any(inner.tag == "a" for inner in document.elements(element)):
            return True
        figures = raised(text)
        if figures is None:
            return False
        self._run(figures, element.start, document.steps[element.last][2])
        return True

    def _open(self, element: Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._end_block()
            self._frames.append(self._frame(element))
        elif tag == "br":
            self._line_break(element)
        elif tag == "a":
            given = self._page.document.attributes(element)
            self._runs.open_link(given.get("href", ""), given.get("rel", ""))
        elif tag == "q":
            self._run("“", element.start, element.end)
        elif tag == "cite" and self._frames[-1].kind in (BlockKind.PULL_QUOTE, BlockKind.BLOCKQUOTE):
            self._end_block()
        self._count(tag, 1)

    def _close(self, element: Element, start: int, end: int) -> None:
        tag = element.tag
        self._count(tag, -1)
        if tag in BLOCKS:
            self._end_block()
            self._frames.pop()
        elif tag == "a":
            self._runs.close_link()
        elif tag == "q":
            self._run("”", start, end)

    def _count(self, tag: str, change: int) -> None:
        if tag in _ITALIC:
            self._italic += change
        elif tag in _BOLD:
            self._bold += change
        elif tag in ("ul", "ol"):
            self._lists += change
        elif tag == "time":
            self._timed += change
        elif tag == "tr" and self._rows and change > 0 and self._rows[-1] > _LAYOUT:
            self._rows[-1] += 1
        elif tag == "table" and change < 0 and self._rows:
            self._rows.pop()

    def _line_break(self, element: Element) -> None:
        """A space; the end of a paragraph when one came right before."""
        if self._break is not None and self._frames[-1].kind is BlockKind.PARAGRAPH:
            self._end_block()
        else:
            self._runs.space(element.start, element.end)
            self._break = (element.start, element.end)

    def _frame(self, element: Element) -> _Frame:
        """What text in an element becomes, by its tag and class, or as in the element around it."""
        around = self._frames[-1]
        tag, page = element.tag, self._page
        bare = element.end - element.start == len(tag) + 2
        words = frozenset() if bare else page.words(element)
        if tag == "table":
            places = page.document.attributes(element).get("role") in ("presentation", "none")
            self._rows.append(_LAYOUT if places or _is_layout(page.document, element) else -1)
        if not bare and page.is_pull_quote(element):
            return _Frame(element, BlockKind.PULL_QUOTE, words=words)
        if tag in ("td", "th") and self._rows:
            kind = BlockKind.CELL if self._rows[-1] > _LAYOUT else BlockKind.PARAGRAPH
            return _Frame(element, kind)
        if tag in HEADINGS and around.kind is not BlockKind.CELL:
            return _Frame(element, BlockKind.HEADING, int(tag[1]), words=words)
        if tag in _KINDS and around.kind is not BlockKind.PULL_QUOTE:
            return _Frame(element, _KINDS[tag], max(self._lists, 1) if tag in ("li", "dt", "dd") else 0)
        if around.kind is BlockKind.PARAGRAPH and not _CAPTION_WORDS.isdisjoint(words):
            return _Frame(element, BlockKind.CAPTION)
        return around if around.kind is not BlockKind.PARAGRAPH else _Frame(element, words=words or around.words)

    # Blocks

    def _end_block(self) -> None:
        self._break = None
        frame, runs = self._frames[-1], self._runs
        text = runs.text if runs else ""
        if text and not self._is_label(text, frame):
            style = runs.style
            runs.move_to(self._builder)
            self._close_block(frame, text, style)
        runs.clear()
        self._untimed = False
        self._add_slots()

    def _is_label(self, text: str, frame: _Frame) -> bool:
        if frame.kind is not BlockKind.PARAGRAPH or not self._page.is_loose(text, frame.element.tag):
            return False
        return self._untimed and read_statement(text) is None and not is_byline(text) and not _names_author(frame)

    def _close_block(self, frame: _Frame, text: str, style: Style) -> None:
        builder, kind = self._builder, frame.kind
        if self._is_headline(frame):
            builder.close(BlockKind.HEADLINE)
            self._headlines.append(text)
        elif not builder.told and not self._headlines and not _KICKER_WORDS.isdisjoint(frame.words):
            builder.close(BlockKind.METADATA)
        elif builder.told <= _HEAD_PARAGRAPHS and not _STANDFIRST_WORDS.isdisjoint(frame.words):
            builder.close(BlockKind.STANDFIRST)
        elif kind is BlockKind.LIST_ITEM and not frame.begun:
            frame.begun = builder.close(kind, level=frame.level)
        elif kind is BlockKind.PARAGRAPH or kind is BlockKind.LIST_ITEM:
            self._close_paragraph(frame, text, style)
        else:
            builder.close(kind, level=frame.level, row=self._rows[-1] if kind is BlockKind.CELL else -1)

    def _close_paragraph(self, frame: _Frame, text: str, style: Style) -> None:
        builder = self._builder
        in_head = builder.told <= _HEAD_PARAGRAPHS
        if in_head and not self._untimed and read_statement(text) is None:
            builder.close(BlockKind.METADATA)  # “3 hours ago”
        elif in_head and _names_author(frame) and len(text) <= _BYLINE_LIMIT and text[-1] != ".":
            builder.close(BlockKind.BYLINE)
        elif frame.kind is BlockKind.LIST_ITEM:
            builder.close(BlockKind.PARAGRAPH)
        else:
            builder.paragraph(style)

    def _is_headline(self, frame: _Frame) -> bool:
        headline = self._page.headline
        if self._headlines or headline is None:
            return False
        return headline.first <= frame.element.first <= headline.last

    def _add_slots(self) -> None:
        """Make a block of the slots that were passed, which are often several tags for one."""
        slots, self._slots = self._slots, []
        drafts = self._builder.drafts
        if slots and not (drafts and drafts[-1].text == _SLOT):
            self._builder.add(_SLOT, slots[0].start, slots[0].end)
            self._builder.close(BlockKind.PARAGRAPH)


def _names_author(frame: _Frame) -> bool:
    return not _BYLINE_WORDS.isdisjoint(frame.words)


def _is_layout(document: Document, table: Element) -> bool:
    """Whether a table places parts of a page: it holds headlines or other tables."""
    return any(element.tag in ("table", "h1", "h2", "article") for element in document.elements(table))
