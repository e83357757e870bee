"""The article as its reader sees it, and the way back from every character to the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeVar, cast

from checker.tokens import NO_TOKENS, Tokens


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    METADATA = "metadata"  # “Published: 2025-05-23” written as a line of the text
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TIMELINE_ENTRY = "timeline entry"
    BLOCKQUOTE = "blockquote"
    PULL_QUOTE = "pull quote"
    CAPTION = "caption"
    CELL = "cell"
    CODE = "code"


class Role(StrEnum):
    """What part a section plays in the story."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    BACKGROUND = "background"
    TIMELINE = "timeline"
    CONCLUSION = "conclusion"
    TAIL = "tail"  # what stands below the story: promotions, links, about the author


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text that stands by itself: a paragraph, a list item, a cell."""

    kind: BlockKind
    span: Span
    role: Role = Role.BODY
    section: int = 0
    """Counts the headings up to here; 0 before the first one."""
    level: int = 0
    """Of a heading 1 to 6; of a list item its depth from 1; otherwise 0."""
    row: int = -1
    """Of a cell, which row of its table; -1 otherwise."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of article text and the run of source it was read from.

    When the two are equally long they are the same characters; otherwise (`&amp;`, a
    line break folded into a space) the run of text stands for the run of source as a whole.
    """

    text: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said about the article outside its text."""

    title: str | None = None
    published: date | None = None
    updated: date | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    sponsored: bool | None = None
    corrections: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    """Codes, prefixes and names of the rules that the article itself asks not to hear of."""

    def known_or(self, published: date | None) -> Metadata:
        """This, with `published` where no publication date is known."""
        return self if self.published or published is None else replace(self, published=published)

    def over(self, other: Metadata) -> Metadata:
        """This, with what `other` says where this says nothing."""
        if other == Metadata():
            return self
        silent = [name for name in self.__slots__ if getattr(self, name) in (None, ())]
        return replace(self, **{name: getattr(other, name) for name in silent})


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text with a meaning; each kind is a subclass beside its finder."""

    span: Span
    found_by: str
    """The reading rule that found it, in a word or two: “money”, “weekday and date”."""


M = TypeVar("M", bound=Mention)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Link(Mention):
    """A hyperlink; its span is the text that is linked."""

    url: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """What the source says is not to be reported, in a comment or in front matter."""

    span: Span
    """The text in which it silences."""
    selectors: tuple[str, ...]
    """Codes, prefixes and names of rules, as written."""
    faults: tuple[str, ...] = ()
    """Why it does nothing, or not all that it says."""


@dataclass(frozen=True)
class Article:
    """A parsed article; `mentions` is filled by `checker.annotate.annotate`.

    `text` is the blocks joined by line breaks: there is no line break inside a block.
    """

    name: str
    text: str
    source: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    meta: Metadata = Metadata()
    tokens: Tokens = NO_TOKENS
    mentions: tuple[Mention, ...] = ()
    silences: tuple[Silence, ...] = ()
    previous: Article | None = None
    """The version before the last edit, annotated, where one is known."""
    _index: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What was made of the article by `once`, `mentioned` and the like, by what was asked for."""

    NOT_PROSE: ClassVar = frozenset({BlockKind.CODE, BlockKind.METADATA})

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_index": {}}  # the index is made anew wherever the article is sent

    def with_mentions(self, mentions: tuple[Mention, ...]) -> Article:
        """This article with these mentions added, in order of place."""
        return replace(self, mentions=tuple(sorted((*self.mentions, *mentions), key=_place)))

    def mentioned(self, kind: type[M], within: Span | None = None) -> list[M]:
        """The mentions of `kind`, in order; only those that lie inside `within` if it is given."""
        found, starts = self._by_kind(kind)
        if within is None:
            return list(found)
        first, last = bisect_left(starts, within.start), bisect_right(starts, within.end)
        return [mention for mention in found[first:last] if mention.span.end <= within.end]

    def enclosing(self, kind: type[M], offset: int) -> M | None:
        """The mention of `kind` that has the character at `offset`, the one that starts last if several do."""
        found, starts = self._by_kind(kind)
        for at in range(bisect_right(starts, offset) - 1, max(-1, bisect_right(starts, offset) - 4), -1):
            if offset < found[at].span.end:
                return found[at]
        return None

    def block_at(self, offset: int) -> Block:
        """The block that has the character at `offset`, or the last one that begins before it."""
        starts = self._index.get("blocks")
        if not isinstance(starts, list):
            starts = self._index["blocks"] = [block.span.start for block in self.blocks]
        return self.blocks[max(0, bisect_right(starts, offset) - 1)]

    def once(self, make: Callable[[Article], T]) -> T:
        """What `make` makes of this article, made for the first who asks: rules ask one after another for the same."""
        if make not in self._index:
            self._index[make] = make(self)
        return cast("T", self._index[make])

    def prose(self) -> Iterator[Block]:
        """The blocks that a reader reads: all but code and metadata lines."""
        return (block for block in self.blocks if block.kind not in self.NOT_PROSE)

    def locate(self, span: Span) -> Span:
        """Where `span` of the text stands in the source."""
        if not self.pieces:
            return Span(0, 0)
        if span.end <= span.start:
            at = self._source_offset(span.start)
            return Span(at, at)
        return Span(self._source_offset(span.start), self._source_offset(span.end - 1, after=True))

    def verbatim(self, span: Span) -> bool:
        """Whether the source has exactly these characters in one run, so that an edit may be applied there."""
        there = self.locate(span)
        return self.source[there.start : there.end] == self[span]

    def _by_kind(self, kind: type[M]) -> tuple[list[M], list[int]]:
        known = self._index.get(kind)
        if known is None:
            found = [mention for mention in self.mentions if type(mention) is kind]
            known = self._index[kind] = (found, [mention.span.start for mention in found])
        return known  # type: ignore[return-value]  # the index is keyed by the type it holds

    def _source_offset(self, offset: int, after: bool = False) -> int:
        """The source offset of the character at `offset`, or of the place behind it."""
        starts = self._index.get("pieces")
        if not isinstance(starts, list):
            starts = self._index["pieces"] = [piece.text.start for piece in self.pieces]
        piece = self.pieces[max(0, bisect_right(starts, offset) - 1)]
        inside = offset - piece.text.start
        if inside >= len(piece.text):  # a line break between blocks, which no piece has
            return piece.source.end
        if len(piece.text) == len(piece.source):
            return piece.source.start + inside + after
        return piece.source.end if after else piece.source.start


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end
