"""Putting an article together, run by run, with every character traceable to the source."""

from __future__ import annotations

from dataclasses import replace

from checker.article import Article, Block, BlockKind, Link, Mention, Metadata, Piece, Span
from checker.parsers.roles import assign_roles


class Builder:
    """Collects runs of text into blocks; blocks are separated by one line break that no piece has."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._text: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._links: list[Mention] = []
        self._block_start = 0
        self._section = 0

    @property
    def offset(self) -> int:
        """Where the next character of article text will stand."""
        return self._length

    def add(self, text: str, start: int, end: int) -> None:
        """Add a run of text that stands for `source[start:end]`; white space opens no block."""
        if self._length == self._block_start:
            stripped = text.lstrip()
            if len(text) == end - start:
                start += len(text) - len(stripped)
            text = stripped
        if not text:
            return
        self._text.append(text)
        self._pieces.append(Piece(Span(self._length, self._length + len(text)), Span(start, end)))
        self._length += len(text)

    def copy(self, start: int, end: int) -> None:
        """Add `source[start:end]` as it stands."""
        self.add(self.source[start:end], start, end)

    def space(self, start: int, end: int) -> None:
        """Add one space for `source[start:end]`, such as a line break, unless one stands there already."""
        if self._length > self._block_start and not self._text[-1][-1].isspace():
            self.add(" ", start, end)

    def link(self, start: int, url: str, rel: str = "") -> None:
        """Note that the text from offset `start` up to here is a link."""
        if start < self._length:
            self._links.append(Link(Span(start, self._length), "markup", url=url, rel=rel))

    def close(self, kind: BlockKind, level: int = 0, row: int = -1) -> bool:
        """End the block; False when it had no text and so there is none."""
        if self._length == self._block_start:
            return False
        if kind is BlockKind.HEADING:
            self._section += 1
        span = Span(self._block_start, self._length)
        self._blocks.append(Block(kind, span, section=self._section, level=level, row=row))
        self._text.append("\n")
        self._length += 1
        self._block_start = self._length
        return True

    def article(self, name: str, meta: Metadata) -> Article:
        """The article of all blocks closed so far, their roles told by heading and place."""
        text = "".join(self._text).removesuffix("\n")
        roles = assign_roles(text, self._blocks)
        blocks = tuple(replace(block, role=role) for block, role in zip(self._blocks, roles, strict=True))
        article = Article(name, text, self.source, blocks, tuple(self._pieces), meta)
        return article.with_mentions(tuple(self._links))


def headline_of(article: Article) -> str | None:
    """The first headline's text, for an article whose metadata has no title."""
    for block in article.blocks:
        if block.kind is BlockKind.HEADLINE:
            return article[block.span]
    return None


