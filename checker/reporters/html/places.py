"""Where things stand on the page: numbered paragraphs, anchors in the text, lines of the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from checker.article import Article, Block, BlockKind, Span
from checker.reporters.html.markup import escape, shortened
from checker.reporters.html.weave import Layer
from checker.source import Lines

_SHOWN = 12  # places of one fact that are linked
_AROUND = 36  # characters of the text on each side of a place
_LONGEST = 90  # characters of a place that are quoted


@dataclass
class Places:
    """The places of one article on a page; `prefix` keeps its ids apart from those of other articles."""

    article: Article
    prefix: str
    anchors: list[Layer] = field(default_factory=list)
    """The mentions that something on the page links to."""

    def __post_init__(self) -> None:
        self.lines = Lines(self.article.source)
        self._starts = [block.span.start for block in self.article.blocks]
        self._numbers = _numbers(self.article.blocks)
        self._known: dict[Span, str] = {}

    def block(self, offset: int) -> int:
        """The index of the block that has the character at `offset`, or of the last one that begins before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraph(self, index: int) -> int:
        """The number that a block has on the page; all cells of a table share one."""
        return self._numbers[index]

    def label(self, span: Span) -> str:
        """“¶ 12”, the number of the paragraph that a span begins in."""
        return f"¶\u00a0{self._numbers[self.block(span.start)]}" if self._numbers else "the text"

    def line(self, span: Span) -> int:
        """The line of the source that a span begins on."""
        return self.lines.position(self.article.locate(span).start).line

    def anchor(self, span: Span) -> str:
        """The id of a span of the text, which is marked as a place that is linked to."""
        if span not in self._known:
            self._known[span] = f"{self.prefix}m{len(self._known) + 1}"
            self.anchors.append(Layer(span, "span", id=self._known[span]))
        return self._known[span]

    def link(self, span: Span, text: str = "") -> str:
        """A link to a span of the text; its words are the paragraph's number unless given, already escaped."""
        return f'<a href="#{self.anchor(span)}">{text or self.label(span)}</a>'

    def links(self, spans: list[Span]) -> str:
        """Links to the places of one fact: one a paragraph, the first ones of many."""
        firsts: dict[str, Span] = {}
        for span in spans:
            firsts.setdefault(self.label(span), span)
        shown = " ".join(map(self.link, [*firsts.values()][:_SHOWN]))
        return f'<span class="places">{shown}{f" +{len(firsts) - _SHOWN}" if len(firsts) > _SHOWN else ""}</span>'

    def excerpt(self, span: Span) -> str:
        """The words of a span in bold between those around it, from the block that it begins in."""
        if not self.article.blocks:
            return ""
        text, block = self.article.text, self.article.blocks[self.block(span.start)].span
        first, last = max(block.start, span.start - _AROUND), min(block.end, span.end + _AROUND)
        before, after = text[first : span.start], text[min(span.end, block.end) : last]
        before = f"…{before.partition(' ')[2]}" if first > block.start else before
        after = f"{after.rpartition(' ')[0]}…" if last < block.end else after
        inside = shortened(text[span.start : min(span.end, block.end)], _LONGEST)
        return f"{escape(before)}<b>{escape(inside)}</b>{escape(after)}"


def _numbers(blocks: tuple[Block, ...]) -> list[int]:
    numbers, number, before = [], 0, None
    for block in blocks:
        if not continues_table(block, before):
            number += 1
        numbers.append(number)
        before = block
    return numbers


def continues_table(block: Block, before: Block | None) -> bool:
    """Whether a block is a cell of the table that the block before it is in."""
    return (
        before is not None
        and block.kind is BlockKind.CELL
        and before.kind is BlockKind.CELL
        and block.row >= before.row
    )
