"""Values of a JSON file that know where they stand, and what each character of their strings stands for."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import replace
from json.scanner import py_make_scanner  # type: ignore[attr-defined]  # not in the stubs, though in every version
from typing import Any

from checker.article import Article, Piece, Span
from checker.errors import InputError
from checker.source import Lines

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|u\w{4}|.)", re.S)  # a pair of halves is one character
_PLAIN_ESCAPES = {'\\"': '"', "\\\\": "\\", "\\/": "/", "\\b": "\b", "\\f": "\f", "\\n": "\n", "\\r": "\r", "\\t": "\t"}
_ESCAPE_LIMIT = 500_000  # in one string; an article in any alphabet has fewer characters
_JOINT = "\n\n"


class Placed(str):
    """A string of a JSON file that knows where it stands: between the quotation marks, escapes as written."""

    __slots__ = ("end", "start")
    start: int
    end: int


class _Decoder(json.JSONDecoder):
    """Decodes to Placed strings; keys stay as they are."""

    def __init__(self) -> None:
        super().__init__(strict=False)
        self.parse_string = _placed
        self.scan_once = py_make_scanner(self)


def _placed(source: str, start: int, strict: bool) -> tuple[Placed, int]:
    text, end = json.decoder.scanstring(source, start, strict)  # type: ignore[attr-defined]  # as above
    placed = Placed(text)
    placed.start, placed.end = start, end - 1
    return placed, end


def load(source: str) -> Any:
    """The value in a JSON text; raises InputError with the line for what is none."""
    try:
        return _Decoder().decode(source)
    except json.JSONDecodeError as error:
        raise InputError(f"line {error.lineno}: not JSON: {error.msg} at column {error.colno}", error.lineno) from None
    except RecursionError:
        raise InputError("the JSON is nested too deeply to be read") from None


def line_of(source: str, text: object) -> int | None:
    """The line on which a string begins; None for what is no string of the file."""
    return Lines(source[: text.start + 1]).position(text.start).line if isinstance(text, Placed) else None


class Thread:
    """Several strings one after the other as one text, each character of which can be found in the file."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._starts: list[int] = []  # of each run: where it begins in the text,
        self._places: list[tuple[int, int]] = []  # and in the file
        self._length = 0
        self._order: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """All strings so far."""
        return "".join(self._parts)

    def add(self, string: Placed) -> Span:
        """Add a string, and say where in the text it stands; blank lines divide it from the next."""
        start, at = self._length, string.start
        for number, escape in enumerate(_ESCAPE.finditer(self._source, string.start, string.end)):
            if number > _ESCAPE_LIMIT:
                raise InputError(f"more than {_ESCAPE_LIMIT:,} escapes in one string; this is no article")
            self._add(self._source[at : escape.start()], at, escape.start())
            self._add(_PLAIN_ESCAPES.get(escape[0]) or self._character(escape), *escape.span())
            at = escape.end()
        self._add(self._source[at : string.end], at, string.end)
        span = Span(start, self._length)
        self._add(_JOINT, string.end, string.end)
        return span

    def place(self, span: Span) -> Span:
        """Where in the file a span of the text stands."""
        start = self._place(span.start)
        return Span(start, self._place(span.end, after=True) if span.end > span.start else start)

    def unfolded(self, piece: Piece) -> Piece:
        """A piece that leads into the file as one that leads into the text."""
        order = self._by_place()
        return Piece(
            piece.text, Span(self._offset(order, piece.source.start), self._offset(order, piece.source.end, 1))
        )

    def traced(self, article: Article) -> Article:
        """An article made of this text, its pieces leading into the file."""
        pieces: list[Piece] = []
        for piece in article.pieces:
            pieces.extend(self._trace(piece))
        return replace(article, source=self._source, pieces=tuple(pieces))

    def _add(self, text: str, start: int, end: int) -> None:
        if text:
            self._parts.append(text)
            self._starts.append(self._length)
            self._places.append((start, end))
            self._length += len(text)

    def _character(self, escape: re.Match[str]) -> str:
        """The character that an escape by number stands for; raises InputError for half a one."""
        read: str = json.loads(f'"{escape[0]}"')
        if len(read) == 1 and 0xD800 <= ord(read) <= 0xDFFF:
            place = Lines(self._source[: escape.end()]).position(escape.start())
            raise InputError(
                f"line {place.line}, column {place.column}: {escape[0]} is half a character; "
                "the text was cut inside one, take it out",
                place.line,
            )
        return read

    def _trace(self, piece: Piece) -> list[Piece]:
        if len(piece.text) != len(piece.source):
            return [Piece(piece.text, Span(self._place(piece.source.start), self._place(piece.source.end, after=True)))]
        found: list[Piece] = []
        at, shift = piece.source.start, piece.text.start - piece.source.start
        while at < piece.source.end:
            run = bisect_right(self._starts, at) - 1
            last = self._starts[run + 1] if run + 1 < len(self._starts) else self._length
            stop = min(last, piece.source.end)
            place = Span(self._place(at), self._place(stop, after=True))
            found.append(Piece(Span(at + shift, stop + shift), place))
            at = stop
        return found

    def _by_place(self) -> list[tuple[int, int]]:
        """The runs by where they begin in the file: the body may stand before the headline."""
        if not self._order:
            self._order = sorted((start, run) for run, (start, end) in enumerate(self._places) if start < end)
        return self._order

    def _offset(self, order: list[tuple[int, int]], place: int, after: int = 0) -> int:
        """Which character of the text stands at a place of the file; with `after`, where the one before it ends."""
        run = order[max(0, bisect_right(order, (place - after, len(self._places))) - 1)][1]
        start, end = self._places[run]
        length = (self._starts[run + 1] if run + 1 < len(self._starts) else self._length) - self._starts[run]
        if length == end - start:
            return self._starts[run] + place - start
        return self._starts[run] + (length if after else 0)

    def _place(self, offset: int, after: bool = False) -> int:
        """Where in the file a character of the text stands; with `after`, where the one before it ends."""
        at = offset - after
        run = bisect_right(self._starts, at) - 1
        start, end = self._places[run]
        length = (self._starts[run + 1] if run + 1 < len(self._starts) else self._length) - self._starts[run]
        if length == end - start:
            return start + at - self._starts[run] + after
        return end if after else start
