"""What of an article is sent to the server, and the way back from the server's offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import Article, Block, BlockKind, Span

LONGEST = 15_000  # characters: public servers take 20,000 at a time, and a time limit must suffice for any portion
_BREAK = "\n\n"  # the server takes a single line break for a space
_NOT_SENT = frozenset({BlockKind.CODE, BlockKind.METADATA, BlockKind.BYLINE, BlockKind.CELL})


@dataclass(frozen=True, slots=True)
class Portion:
    """As many blocks as are sent at once."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    """Where each block begins in `text`, in code points."""

    def span(self, start: int, end: int) -> Span | None:
        """The span of the article for two offsets into `text`; None when no block has them both."""
        at = bisect_right(self.starts, start) - 1
        moved = self.blocks[at].span.start - self.starts[at]
        span = Span(start + moved, end + moved)
        return span if len(span) and span in self.blocks[at].span else None


def portions(article: Article) -> Iterator[Portion]:
    """The blocks of sentences in portions of at most LONGEST characters; a longer block is one by itself."""
    blocks: list[Block] = []
    size = 0
    for block in article.blocks:
        if block.kind in _NOT_SENT:
            continue
        if blocks and size + len(block.span) > LONGEST:
            yield _portion(article, blocks)
            blocks, size = [], 0
        blocks.append(block)
        size += len(block.span) + len(_BREAK)
    if blocks:
        yield _portion(article, blocks)


def _portion(article: Article, blocks: list[Block]) -> Portion:
    starts = [0]
    for block in blocks[:-1]:
        starts.append(starts[-1] + len(block.span) + len(_BREAK))
    return Portion(_BREAK.join(article[block.span] for block in blocks), tuple(blocks), tuple(starts))


class CodePoints:
    """From offsets in UTF-16 units, as Java counts them, to code points of one text."""

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [at for at, char in enumerate(text) if char > "\uffff"]
        self._wide = [at + before for before, at in enumerate(wide)]  # in UTF-16 units
        self.units = len(text) + len(wide)
        """How many UTF-16 units the text has."""

    def start(self, unit: int) -> int:
        """The character that has this unit."""
        return unit - self._halves(unit)

    def end(self, unit: int) -> int:
        """The place behind the unit before this one; behind the whole character when that is its first half."""
        return self.start(unit - 1) + 1 if unit else 0

    def _halves(self, unit: int) -> int:
        """How many second halves of characters stand at or before a unit."""
        return bisect_right(self._wide, unit - 1)
