"""Putting an article together, run by run, with every character traceable to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from checker.article import Article, Block, BlockKind, Link, Mention, Metadata, Piece, Span
from checker.errors import InputError
from checker.parsers.draft import Draft, Style
from checker.parsers.furniture import dateline, is_byline, is_caption, is_correction
from checker.parsers.metadata import fold_in, read_statement
from checker.parsers.roles import assign_roles
from checker.parsers.silences import with_silences
from checker.parsers.timeline import mark_timelines
from checker.source import Lines

_UNSEEN = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, stray byte order mark
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_ODD = re.compile(f"[{_UNSEEN}]|[{_BREAKS}]+")
_ODD_IN_LINES = (*_UNSEEN, *_BREAKS.lstrip("\n\r"))

_ADDRESS = re.compile(r"https?://[^\s<>\"“”{}|\\^`]+")
_ADDRESS_TAIL = ".,;:!?'’)]*_"

_STORY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE})
_HEAD_PARAGRAPHS = 1  # a standfirst may stand before the byline
_STANDFIRST_LIMIT = 400  # characters

Place = tuple[int, int, int, int]
"""A piece while it is being put together: where its text begins and ends, and where its source does."""


class Builder:
    """Collects runs of text into blocks; blocks are separated by one line break that no piece has."""

    def __init__(self, source: str, meta: Metadata) -> None:
        self.source = source
        self.meta = meta
        self.told = 0
        """How many paragraphs, items and quotations of the story have been closed."""
        self.drafts: list[Draft] = []
        self._odd = any(char in source for char in _ODD_IN_LINES)
        self._run: list[str] = []
        self._pieces: list[Place] = []
        self._links: list[tuple[int, int, str, str]] = []
        self._block_start = 0
        self._length = 0

    @property
    def offset(self) -> int:
        """Where the next character of article text will stand."""
        return self._length

    @property
    def source_end(self) -> int:
        """Where in the source the last run ends."""
        return self._pieces[-1][3] if self._pieces else 0

    @property
    def size(self) -> int:
        """How many characters the open block has."""
        return self._length - self._block_start

    @property
    def open(self) -> bool:
        """Whether the open block has text."""
        return bool(self._run)

    @property
    def pending(self) -> str:
        """The text of the block that is open."""
        return "".join(self._run)

    def add(self, text: str, start: int, end: int) -> None:
        """Add a run of text that stands for `source[start:end]`; white space opens no block."""
        verbatim = len(text) == end - start
        if (self._odd or not verbatim) and _ODD.search(text):
            self.fold(text, start, end)
            return
        if not self._run or (self._run[-1][-1] == " " and self._pieces[-1][3] != start):  # markup stood between
            stripped = text.lstrip()
            if verbatim:
                start += len(text) - len(stripped)
            text = stripped
        if not text:
            return
        self._run.append(text)
        self._pieces.append((self._length, self._length + len(text), start, end))
        self._length += len(text)

    def fold(self, text: str, start: int, end: int) -> None:
        """Add a run that may have line breaks, which become spaces, and characters that nobody sees, which go."""
        if len(text) != end - start:
            self.add(_ODD.sub(lambda odd: "" if odd[0] in _UNSEEN else " ", text), start, end)
            return
        at = 0
        for odd in _ODD.finditer(text):
            if at < odd.start():
                self.add(text[at : odd.start()], start + at, start + odd.start())
            if odd[0] not in _UNSEEN:
                self.space(start + odd.start(), start + odd.end())
            at = odd.end()
        if at < len(text):
            self.add(text[at:], start + at, end)

    def copy(self, start: int, end: int) -> None:
        """Add `source[start:end]` as it stands."""
        self.add(self.source[start:end], start, end)

    def space(self, start: int, end: int) -> None:
        """Add one space for `source[start:end]`, such as a line break, unless one stands there already."""
        if self._run and not self._run[-1][-1].isspace():
            self._run.append(" ")
            self._pieces.append((self._length, self._length + 1, start, end))
            self._length += 1

    def link(self, start: int, url: str, rel: str = "") -> None:
        """Note that the text from offset `start` up to here is a link; or the last block, when nothing is open."""
        if not self._run and self.drafts and start <= self.drafts[-1].start:
            self._links.append((self.drafts[-1].start, self.drafts[-1].end, url, rel))
        elif self._run and (start := max(start, self._block_start)) < self._length:
            self._links.append((start, self._length, url, rel))

    def close(self, kind: BlockKind, level: int = 0, row: int = -1, style: Style = "") -> bool:
        """End the block; False when it had no text and so there is none."""
        self._trim()
        if not self._run:
            return False
        self.drafts.append(Draft(kind, self.pending, self._block_start, level, row, style))
        self._run = []
        self._length += 1
        self._block_start = self._length
        self.told += kind in _STORY
        return True

    def paragraph(self, style: Style = "") -> None:
        """End the block as what a paragraph is here: metadata, byline, caption, or copy with its dateline before it."""
        text = self.pending.rstrip()
        if not text:
            return
        kind = BlockKind.PARAGRAPH
        if self.told <= _HEAD_PARAGRAPHS:
            if stated := read_statement(text):
                self.state(*stated, self.source_end - 1)
                kind = BlockKind.METADATA
            elif is_byline(text):
                kind = BlockKind.BYLINE
            elif place := dateline(text):
                self._split(*place, BlockKind.DATELINE)
        if kind is BlockKind.PARAGRAPH and is_caption(text):
            kind = BlockKind.CAPTION
        if is_correction(text):
            self.meta = replace(self.meta, corrections=(*self.meta.corrections, text))
        self.close(kind, style=style)

    def article(self, name: str) -> Article:
        """The article of all blocks closed so far, their roles told by heading and place."""
        drafts = self.drafts
        mark_timelines(drafts)
        mark_standfirst(drafts)
        text = "\n".join(draft.text for draft in drafts)
        roles = assign_roles(drafts)
        section = 0
        blocks: list[Block] = []
        for draft, role in zip(drafts, roles, strict=True):
            section += draft.kind is BlockKind.HEADING
            blocks.append(Block(draft.kind, Span(draft.start, draft.end), role, section, draft.level, draft.row))
        pieces = tuple(Piece(Span(a, b), Span(c, d)) for a, b, c, d in _joined(self._pieces, self.source))
        title = self.meta.title or next((draft.text for draft in drafts if draft.kind is BlockKind.HEADLINE), None)
        article = Article(name, text, self.source, tuple(blocks), pieces, replace(self.meta, title=title))
        article = with_silences(article)
        links = [*self._marked_links(), *self._bare_links(text)]
        return article.with_mentions(tuple(links)) if links else article

    def _marked_links(self) -> list[Mention]:
        return [Link(Span(start, end), "markup", url=url, rel=rel) for start, end, url, rel in self._links if url]

    def _bare_links(self, text: str) -> list[Mention]:
        """The addresses that stand in the text and are no link by markup."""
        if "://" not in text:
            return []
        marked = sorted(link[:2] for link in self._links)
        found: list[Mention] = []
        for match in _ADDRESS.finditer(text):
            start, url = match.start(), match[0].rstrip(_ADDRESS_TAIL)
            beside = bisect_right(marked, (start, len(text))) - 1
            if beside < 0 or marked[beside][1] <= start:
                found.append(Link(Span(start, start + len(url)), "address", url=url))
        return found

    def state(self, key: str, value: object, at: int) -> None:
        """Take in what the source says of the article at offset `at`; raises InputError with its line."""
        try:
            self.meta = fold_in(self.meta, key, value)
        except InputError:
            fold_in(self.meta, key, value, Lines(self.source).position(at).line)

    def _trim(self) -> None:
        """Take white space off the end of the open block."""
        while self._run and self._run[-1][-1].isspace():
            text = self._run.pop()
            kept = text.rstrip()
            begin, end, start, stop = self._pieces.pop()
            self._length -= len(text) - len(kept)
            if kept:
                verbatim = end - begin == stop - start
                self._run.append(kept)
                self._pieces.append((begin, self._length, start, stop - len(text) + len(kept) if verbatim else stop))
        if self._links and self._links[-1][1] > self._length:
            begin, _, url, rel = self._links.pop()
            self.link(begin, url, rel)

    def _split(self, end: int, resume: int, kind: BlockKind) -> None:
        """End the open block at its character `end`, as `kind`, and go on with what stands from `resume` on."""
        begin = self._block_start
        first = next(at for at in range(len(self._pieces) - 1, -1, -1) if self._pieces[at][0] == begin)
        pending = self.pending
        parts = [(pending[a - begin : b - begin], a - begin, c, d) for a, b, c, d in self._pieces[first:]]
        links = [link for link in self._links if link[0] >= begin + resume]
        self._links = [link for link in self._links if link[0] < begin + resume]
        del self._pieces[first:]
        self._run, self._length = [], begin
        for text, at, start, stop in parts:
            self._add_part(text, at, start, stop, 0, end)
        self.close(kind)
        shift = self._block_start - begin - resume
        for text, at, start, stop in parts:
            self._add_part(text, at, start, stop, resume, at + len(text))
        self._links += [(a + shift, b + shift, url, rel) for a, b, url, rel in links]

    def _add_part(self, text: str, at: int, start: int, stop: int, first: int, last: int) -> None:
        """Add what of a run that stood at `at` lies between two places."""
        low, high = max(first - at, 0), min(last - at, len(text))
        if low >= high:
            return
        if len(text) == stop - start:
            start, stop = start + low, start + high
        self.add(text[low:high], start, stop)


def _joined(pieces: list[Place], source: str) -> list[Place]:
    """The pieces with those made one that follow each other in text and source and are the same in both."""
    found: list[Place] = []
    open_ended = False  # whether the piece before may go on
    for piece in pieces:
        begin, end, start, stop = piece
        verbatim = end - begin == stop - start and source[start] not in _BREAKS
        if verbatim and open_ended and found[-1][1] == begin and found[-1][3] == start:
            found[-1] = (found[-1][0], end, found[-1][2], stop)
        else:
            found.append(piece)
        open_ended = verbatim
    return found


def mark_standfirst(drafts: list[Draft]) -> None:
    """Make a standfirst of a paragraph between headline and byline or dateline, or in italics below the headline."""
    headline = next((at for at, draft in enumerate(drafts) if draft.kind is BlockKind.HEADLINE), None)
    if headline is None:
        return
    for at in range(headline + 1, min(headline + 5, len(drafts))):
        draft = drafts[at]
        if draft.kind is BlockKind.PARAGRAPH:
            below = drafts[at + 1 : at + 3]
            furnished = below and below[0].kind in (BlockKind.BYLINE, BlockKind.METADATA, BlockKind.DATELINE)
            if (furnished or (draft.style == "italic" and below)) and len(draft.text) <= _STANDFIRST_LIMIT:
                draft.kind = BlockKind.STANDFIRST
            return
        if draft.kind not in (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.METADATA, BlockKind.CAPTION):
            return
