"""The article as its reader sees it: every block with its role, marks in the text, cards below what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from checker.article import Article, Block, BlockKind, Link, Role
from checker.reporters.html.markup import escape
from checker.reporters.html.places import Places, continues_table
from checker.reporters.html.weave import Layer, woven

Notes = Callable[[int], str]
"""The cards that belong below the block with an index."""

_SIMPLE = {
    BlockKind.HEADLINE: ("h3", "headline"),
    BlockKind.STANDFIRST: ("p", "standfirst"),
    BlockKind.BYLINE: ("p", "byline"),
    BlockKind.DATELINE: ("p", "dateline"),
    BlockKind.METADATA: ("p", "metadata"),
    BlockKind.PARAGRAPH: ("p", ""),
}
_LISTS = {BlockKind.LIST_ITEM: "ul", BlockKind.TIMELINE_ENTRY: "ol"}
_ABOVE = 2  # headings of the page over those of the article: h1, and h2 of which the headline is part
_DEEPEST = 6


def story(places: Places, layers: Sequence[Layer], notes: Notes) -> str:
    """The blocks of the article, its mentions and marks woven into them."""
    return "".join(_Story(places, layers).units(notes))


class _Story:
    def __init__(self, places: Places, layers: Sequence[Layer]) -> None:
        self.article: Article = places.article
        self.places = places
        links = [
            Layer(link.span, "span", f' class="link" title="{escape(link.url)}"')
            for link in self.article.mentioned(Link)
        ]
        self.of_block: dict[int, list[Layer]] = {}
        for layer in [*links, *layers]:
            for at in range(
                places.block(layer.span.start), places.block(max(layer.span.start, layer.span.end - 1)) + 1
            ):
                self.of_block.setdefault(at, []).append(layer)

    def units(self, notes: Notes) -> Iterator[str]:
        """Each block, list or table, followed by its cards."""
        for run in _runs(self.article.blocks):
            kind = self.article.blocks[run[0]].kind
            if kind in _LISTS:
                yield from self._list(run, _LISTS[kind], notes)
            elif kind is BlockKind.CELL:
                yield self._table(run) + "".join(map(notes, run))
            else:
                yield from (self._block(at) + notes(at) for at in run)

    def _text(self, at: int) -> str:
        return woven(self.article.text, self.article.blocks[at].span, self.of_block.get(at, ()))

    def _attributes(self, at: int, classes: str = "") -> str:
        """The id of a block, its number in the margin and its classes."""
        tail = "tail" if self.article.blocks[at].role is Role.TAIL else ""
        named = " ".join(filter(None, (classes, tail)))
        kind = f' class="{named}"' if named else ""
        return f' id="{self.places.prefix}b{at}" data-n="{self.places.paragraph(at)}"{kind}'

    def _block(self, at: int) -> str:
        block = self.article.blocks[at]
        text = self._text(at)
        if block.kind is BlockKind.HEADING:
            tag = f"h{min(_DEEPEST, max(block.level, 2) + _ABOVE)}"
            return f"<{tag}{self._attributes(at)}>{text}</{tag}>\n"
        if block.kind is BlockKind.CAPTION:
            return f"<figure{self._attributes(at)}><figcaption>{text}</figcaption></figure>\n"
        if block.kind is BlockKind.CODE:
            return f"<pre{self._attributes(at)}><code>{text}</code></pre>\n"
        if block.kind in (BlockKind.BLOCKQUOTE, BlockKind.PULL_QUOTE):
            pull = "pull" if block.kind is BlockKind.PULL_QUOTE else ""
            return f"<blockquote{self._attributes(at, pull)}><p>{text}</p></blockquote>\n"
        tag, classes = _SIMPLE[block.kind]
        return f"<{tag}{self._attributes(at, classes)}>{text}</{tag}>\n"

    def _list(self, run: list[int], tag: str, notes: Notes) -> Iterator[str]:
        """A list with the lists inside it, as deep as the items say."""
        depths: list[int] = []
        kind = ' class="entries"' if tag == "ol" else ""
        for at in run:
            level = self.article.blocks[at].level
            while depths and depths[-1] > level:
                depths.pop()
                yield f"</li></{tag}>\n"
            if depths and depths[-1] == level:
                yield "</li>\n"
            else:
                depths.append(level)
                yield f"<{tag}{kind}>\n"
            yield f"<li{self._attributes(at)}><p>{self._text(at)}</p>{notes(at)}"
        yield f"</li></{tag}>\n" * len(depths)

    def _table(self, run: list[int]) -> str:
        rows = groupby(run, key=lambda at: self.article.blocks[at].row)
        cells = "".join("<tr>" + "".join(f"<td>{self._text(at)}</td>" for at in row) + "</tr>\n" for _, row in rows)
        return (
            f'<div{self._attributes(run[0], "wide")} tabindex="0" role="region" aria-label="Table">'
            f"<table>\n{cells}</table></div>\n"
        )


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The indices of blocks that make one list or one table together; each other block stands alone."""
    run: list[int] = []
    for at, block in enumerate(blocks):
        before = blocks[run[-1]] if run else None
        if before is not None and not _belong_together(before, block):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _belong_together(before: Block, block: Block) -> bool:
    if block.kind is BlockKind.CELL:
        return continues_table(block, before)
    return block.kind in _LISTS and before.kind is block.kind
