"""Taking blocks out of plain text and markdown: whole lines, with their breaks and one gap of two.

A block is taken out when its lines hold nothing else: no words of another block, no picture, no comment, only the
marks of its own format. The lines above and below stay as they are, and so does the end of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.article import Article, BlockKind, Span

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"[ \t\u00a0>]*")
_UNDERLINE = re.compile(r"[ \t]*(?:={2,}|-{2,}|~{2,})[ \t]*")
_COMMENT = "<!--"

_DESTINATION = r"\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])?"
_BEFORE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?(?:#{1,6}[ \t]+)?[*_~\[\\<]*")
_BEHIND = re.compile(rf"(?:[*_~\\>]|{_DESTINATION})*[ \t]*#*[ \t]*(?:\{{[^}}\n]*\}})?[ \t]*")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b(?!:)[^<>]*>")
_WRAPPERS = frozenset("a b center div em h1 h2 h3 h4 h5 h6 i p small span strong u".split())


@dataclass(frozen=True, slots=True)
class Cut:
    """Which spans of a source go, and which blocks cannot be taken out."""

    spans: list[Span]
    left: list[Span]


class Lines:
    """The lines of a part of a source, by number from 0; each begins somewhere, and ends before its break."""

    def __init__(self, source: str, part: Span) -> None:
        self.source = source
        self.part = part
        self.starts, self.ends = [part.start], []
        for found in _BREAK.finditer(source, part.start, part.end):
            self.ends.append(found.start())
            self.starts.append(found.end())
        self.ends.append(part.end)
        if len(self.starts) > 1 and self.starts[-1] == part.end:  # behind the last break there is no line
            self.starts.pop()
            self.ends.pop()

    def at(self, offset: int) -> int:
        """The number of the line with the character at `offset`."""
        return bisect_right(self.starts, offset) - 1

    def is_blank(self, line: int) -> bool:
        """Whether a line has nothing but white space and the marks of a quotation."""
        return _BLANK.fullmatch(self.source, self.starts[line], self.ends[line]) is not None

    def has_only(self, span: Span) -> bool:
        """Whether nothing but white space stands beside a span on its lines."""
        first, last = self.at(span.start), self.at(max(span.start, span.end - 1))
        before = self.source[self.starts[first] : span.start]
        return not before.strip() and not self.source[span.end : self.ends[last]].strip()

    def without(self, rows: Iterable[tuple[int, int]]) -> Iterator[Span]:
        """What goes when these runs of lines do: the lines, their breaks and one gap of the two around them."""
        runs: list[tuple[int, int]] = []
        for first, last in sorted(rows):
            if runs and all(map(self.is_blank, range(runs[-1][1] + 1, first))):
                runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
            else:
                runs.append((first, last))
        return (self._span(first, last) for first, last in runs)

    def _span(self, first: int, last: int) -> Span:
        above, below = first - 1, last + 1
        while above >= 0 and self.is_blank(above):
            above -= 1
        while below < len(self.starts) and self.is_blank(below):
            below += 1
        if below == len(self.starts):  # nothing but blank lines follow: the file ends as it did
            return Span(self.ends[above] if above >= 0 else self.part.start, self.ends[last])
        gap_above, gap_below = first - 1 - above, below - last - 1
        if above < 0 or not gap_above or not gap_below:
            return Span(self.starts[first], self.starts[below if above < 0 else last + 1])
        if gap_above < gap_below or (gap_above == gap_below and self._is_quoted(above + 1, first)):
            return Span(self.starts[above + 1], self.starts[last + 1])
        return Span(self.starts[first], self.starts[below])

    def _is_quoted(self, first: int, end: int) -> bool:
        return ">" in self.source[self.starts[first] : self.starts[end]]


class Places:
    """Which text of an article stands in which lines."""

    def __init__(self, article: Article, part: Span) -> None:
        self._article = article
        self.lines = Lines(article.source, part)
        self._pieces = sorted((piece.source.start, piece.source.end, piece.text.start) for piece in article.pieces)

    def rows(self, block: Span, form: str) -> tuple[int, int] | None:
        """The first and the last line of a block; None when they hold anything else."""
        article, lines = self._article, self.lines
        place = article.locate(block)
        if place not in lines.part:
            return None
        first, last = lines.at(place.start), lines.at(max(place.start, place.end - 1))
        start, end = lines.starts[first], lines.ends[last]
        if self._has_others(start, end, block) or not self._is_bare(start, end, place, form):
            return None
        is_title = article.block_at(block.start).kind in (BlockKind.HEADING, BlockKind.HEADLINE)
        if is_title and "#" not in article.source[start : place.start] and last + 1 < len(lines.starts):
            below = _UNDERLINE.fullmatch(article.source, lines.starts[last + 1], lines.ends[last + 1])
            last += below is not None
        return first, last

    def _has_others(self, start: int, end: int, block: Span) -> bool:
        """Whether words of another block stand in `source[start:end]`."""
        at = max(0, bisect_left(self._pieces, (start, 0, 0)) - 1)
        while at < len(self._pieces) and self._pieces[at][0] < end:
            _, stop, text = self._pieces[at]
            if stop > start and not block.start <= text < block.end:
                return True
            at += 1
        return False

    def _is_bare(self, start: int, end: int, place: Span, form: str) -> bool:
        """Whether only marks of the format stand around and inside a block."""
        source = self._article.source
        if _COMMENT in source[start:end]:
            return False
        if form == "text":
            return True
        if "![" in source[start:end] or not _ends_what_it_begins(source[start:end]):
            return False
        before, behind = _TAG.sub("", source[start : place.start]), _TAG.sub("", source[place.end : end])
        return _BEFORE.fullmatch(before) is not None and _BEHIND.fullmatch(behind) is not None


def _ends_what_it_begins(line: str) -> bool:
    """Whether the HTML in a line of markdown is only such as holds words, and all of it ends there."""
    begun: list[str] = []
    for slash, tag in _TAG.findall(line):
        name = tag.lower()
        if name not in _WRAPPERS or (slash and (not begun or begun.pop() != name)):
            return False
        if not slash:
            begun.append(name)
    return not begun


def cut(article: Article, blocks: Sequence[Span], form: str, parts: Iterable[Span]) -> Cut:
    """What goes when these blocks of a plain or markdown text do."""
    spans: list[Span] = []
    left = set(blocks)
    for part in parts:
        places = Places(article, part)
        rows = {block: found for block in blocks if (found := places.rows(block, form)) is not None}
        spans += places.lines.without(rows.values())
        left -= rows.keys()
    return Cut(spans, sorted(left))
