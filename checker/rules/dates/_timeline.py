"""Timelines: runs of entries that open with a date, in lists, in paragraphs and in tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from checker.annotate.dates import Date
from checker.article import Article, Block, BlockKind, Span

LEAST_WORDS = 3  # of what a table's row tells: a row of figures is no event


class Entry(NamedTuple):
    """An entry of a timeline."""

    opening: Date | None
    """The date that it opens with; None for “Ongoing”."""
    event: Span
    """What happened then."""


def timelines(article: Article) -> Iterator[list[Entry]]:
    """The timelines of the article, each with its entries in order of place."""
    for kind, run in groupby(article.blocks, key=lambda block: block.kind):
        blocks = list(run)
        if kind is BlockKind.TIMELINE_ENTRY:
            yield [_of_block(article, block) for block in blocks]
        elif kind is BlockKind.CELL and len(blocks) > 1:
            entries = [entry for row in _rows(blocks) if (entry := _of_row(article, row))]
            if entries:
                yield entries


def _of_block(article: Article, block: Block) -> Entry:
    opening = _opening(article, block)
    return Entry(opening, Span(opening.span.end if opening else block.span.start, block.span.end))


def _opening(article: Article, block: Block) -> Date | None:
    """The date that a block opens with."""
    first = article.mentioned(Date, block.span)[:1]
    return first[0] if first and first[0].span.start == block.span.start else None


def _rows(cells: list[Block]) -> Iterator[list[Block]]:
    for _, row in groupby(cells, key=lambda cell: cell.row):
        yield list(row)


def _of_row(article: Article, row: list[Block]) -> Entry | None:
    """The entry in a row of a table: a cell that is a date and cells that tell something."""
    opening = _opening(article, row[0])
    if opening is None or opening.span != row[0].span or len(row) < 2:
        return None
    event = Span(row[1].span.start, row[-1].span.end)
    words = sum(article.tokens.texts[at].isalpha() for at in article.tokens.within(event.start, event.end))
    return Entry(opening, event) if words >= LEAST_WORDS else None
