"""Comments that say what is not to be reported: `<!-- checker: ignore F201 the agency counts otherwise -->`.

They are read from the source of the finished article, so that every format has them alike: what a reader sees, such as
a comment shown in a block of code, silences nothing.

    ignore        the block that the comment stands in, or else the next one
    ignore-start  from there to the next `ignore-end` of the same rules, or of none, or to the end
    ignore-file   the whole article, as front matter `checker: {ignore: [F201]}` does
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.article import Article, BlockKind, Silence, Span

_COMMENT = re.compile(r"<!--\s{0,20}checker:(?P<said>(?:(?!-->|<!--).){0,1000})-->", re.S)
_LINE = re.compile(r"<!--\s{0,20}checker:.*-->")
_COMMA = re.compile(r"\s*,\s*")
_CODE = re.compile(r"[A-Za-z]\d{3}")
_KINDS = ("ignore", "ignore-start", "ignore-end", "ignore-file")


def is_comment(line: str) -> bool:
    """Whether a line of plain text is a comment of ours, which no reader is meant to see."""
    return _LINE.fullmatch(line) is not None


def with_silences(article: Article) -> Article:
    """The article with what its comments and its front matter silence."""
    if not article.blocks:
        return article
    whole = Span(0, len(article.text))
    found = [Silence(whole, article.meta.ignored)] if article.meta.ignored else []
    if "checker:" in article.source:
        found += _Reader(article).silences()
    return replace(article, silences=tuple(found)) if found else article


@dataclass(slots=True)
class _Region:
    start: int
    selectors: tuple[str, ...]


class _Reader:
    """Reads the comments of one article, in the order of the source."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._blocks = article.blocks
        self._end = len(article.text)
        self._shown = sorted(
            (piece.source.start, piece.source.end) for piece in article.pieces if len(piece.text) == len(piece.source)
        )
        places = sorted((article.locate(block.span), at) for at, block in enumerate(article.blocks))
        self._starts = [place.start for place, _ in places]
        self._ends = [place.end for place, _ in places]
        self._order = [at for _, at in places]
        self._open: list[_Region] = []

    def silences(self) -> Iterator[Silence]:
        """What the comments silence; a comment that cannot be followed silences nothing and says why."""
        for comment in _COMMENT.finditer(self._article.source):
            if not self._is_shown(comment.start()):
                kind, _, rest = comment["said"].strip().partition(" ")
                yield from self._read(kind, selectors_of(rest), comment.start())
        yield from (Silence(Span(region.start, self._end), region.selectors) for region in self._open)

    def _read(self, kind: str, selectors: tuple[str, ...], at: int) -> Iterator[Silence]:
        block, inside = self._block(at)
        here = self._blocks[block].span.start if block is not None else self._end
        if kind not in _KINDS:
            yield _idle(here, f"“{kind}” is no instruction; it is one of {', '.join(_KINDS)}")
        elif kind == "ignore-end":
            yield from self._close(self._end_of(block, True) if inside else here, selectors)
        elif not selectors:
            yield _idle(here, f"“{kind}” names no rule; write ALL for every one")
        elif kind == "ignore-start":
            self._open.append(_Region(here, selectors))
        elif kind == "ignore-file":
            yield Silence(Span(0, self._end), selectors)
        else:
            yield Silence(Span(here, self._end_of(block, inside)), selectors)

    def _close(self, end: int, selectors: tuple[str, ...]) -> Iterator[Silence]:
        """End the regions of these selectors, or all that are open when there are none."""
        ended = [region for region in self._open if not selectors or region.selectors == selectors]
        self._open = [region for region in self._open if region not in ended]
        yield from (Silence(Span(region.start, max(region.start, end)), region.selectors) for region in ended)
        if not ended:
            yield _idle(end, f"“ignore-end{' ' if selectors else ''}{', '.join(selectors)}” ends no “ignore-start”")

    def _is_shown(self, at: int) -> bool:
        """Whether the character of the source at `at` is one that the reader sees."""
        before = bisect_right(self._shown, (at, len(self._article.source))) - 1
        return before >= 0 and at < self._shown[before][1]

    def _block(self, at: int) -> tuple[int | None, bool]:
        """The number of the block around a place of the source and True, or of the next one and False."""
        before = bisect_right(self._starts, at) - 1
        if before >= 0 and at < self._ends[before]:
            return self._order[before], True
        return (self._order[before + 1], False) if before + 1 < len(self._order) else (None, False)

    def _end_of(self, block: int | None, inside: bool) -> int:
        """Where a block ends: with its paragraph when it is a dateline, with its table when it is the first cell."""
        if block is None:
            return self._end
        at, blocks = block, self._blocks
        if blocks[at].kind is BlockKind.DATELINE:
            at = min(at + 1, len(blocks) - 1)
        while not inside and blocks[at].kind is BlockKind.CELL and blocks[at + 1 : at + 2]:
            below = blocks[at + 1]
            if below.kind is not BlockKind.CELL or below.row < blocks[at].row:
                break
            at += 1
        return blocks[at].span.end


def selectors_of(said: str) -> tuple[str, ...]:
    """The rules at the head of what a comment says: the first word, what commas join to it, and further codes.

    The rest is the reason, for people.
    """
    found: list[str] = []
    for word in _COMMA.sub(",", said.strip()).split():
        named = word.rstrip(":,;")
        if found and not _CODE.fullmatch(named):
            break
        found += [selector for selector in named.split(",") if selector]
    return tuple(found)


def _idle(at: int, fault: str) -> Silence:
    return Silence(Span(at, at), (), (fault,))
